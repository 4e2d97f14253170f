import * as assert from 'uvu/assert';
import { excludeConstraint } from '../../src/schema/exclude-constraint.ts';
import { sql } from '../../src/sql/sql.ts';
import { suite } from '../support/suite.ts';
import { throwsCode } from '../support/throws.ts';

suite('schema/exclude-constraint', (test) => {
	test('an exclusion pairs columns or expressions with operators', () => {
		const made = excludeConstraint(
			[
				['room', '='],
				[sql`tsrange(a, b)`, '&&'],
			],
			{ where: 'a > 0' },
		);
		assert.equal(made.elements, [
			['room', '='],
			[sql`tsrange(a, b)`, '&&'],
		]);
		assert.equal(made.where, sql`a > 0`);
	});

	test('an exclusion names the element that is no pair', () => {
		const refused: readonly (readonly [unknown, string])[] = [
			[[], 'excludeConstraint: elements must be an array of at least one of'],
			[['room'], 'excludeConstraint: elements[0] must be a pair'],
			[[['room']], 'excludeConstraint: elements[0] must be a pair'],
			[[['room', '=', 'x']], 'excludeConstraint: elements[0] must be a pair'],
			[[['room', 'is']], 'excludeConstraint: elements[0]: operator must be an operator such as = or &&, got "is"'],
			[[['room', '= )']], 'excludeConstraint: elements[0]: operator'],
			[[[5, '=']], 'excludeConstraint: elements[0] must be an SQL expression'],
		];
		for (const [elements, message] of refused) {
			assert.match(throwsCode(() => excludeConstraint(elements as never), 'ARGUMENT_INVALID').message, message);
		}
	});

	test('an operator is not the beginning of a comment', () => {
		for (const operator of ['--', '/*', '=--', '&/*']) {
			throwsCode(() => excludeConstraint([['room', operator]]), 'ARGUMENT_INVALID');
		}
	});

	test('an operator class belongs to an element', () => {
		const elements = [['room', '=']] as const;
		assert.equal(excludeConstraint(elements, { ops: { room: 'int4_ops' } }).ops, { room: 'int4_ops' });
		assert.is(
			throwsCode(() => excludeConstraint(elements, { ops: { period: 'range_ops' } }), 'ARGUMENT_INVALID').message,
			'excludeConstraint: ops names "period", which is not indexed',
		);
	});
});
