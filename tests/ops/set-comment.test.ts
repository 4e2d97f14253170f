import * as assert from 'uvu/assert';
import { operations, reverse, t } from '../../src/index.ts';
import { suite } from '../support/suite.ts';
import { throwsCode } from '../support/throws.ts';

const { create } = operations.setComment;
const refused = (...args: Parameters<typeof create>) => throwsCode(() => create(...args), 'ARGUMENT_INVALID');

suite('ops/setComment', (test) => {
	test('a constraint, a policy and a trigger need their table', () => {
		for (const type of ['constraint', 'policy', 'trigger'] as const) {
			const { message, hint } = refused(type, 'a', 'x');
			assert.is(message, `setComment: the table of the ${type} is missing`);
			assert.is(hint, "give { table: 'user' }");
		}
	});

	test('refuses options that do not fit the type', () => {
		for (const [type, option, value] of [
			['schema', 'schema', 'a'],
			['extension', 'schema', 'a'],
			['view', 'table', 'a'],
			['trigger', 'domain', 'a'],
			['view', 'argumentTypes', [t.integer()]],
		] as const) {
			assert.is(
				refused(type, 'a', 'x', { [option]: value }).message,
				`setComment: ${option} has no meaning here: it is about a ${type}`,
			);
		}
		assert.match(refused('constraint', 'a', 'x', { table: 'b', domain: 'c' }).message, 'table has no meaning here');
	});

	test('says what comments on tables and columns', () => {
		assert.is(refused('table' as 'view', 'a', 'x').hint, 'write op.createTableComment()');
		assert.match(refused('column' as 'view', 'a', 'x').hint ?? '', 'op.alterColumn');
		assert.match(
			refused('rule' as 'view', 'a', 'x').message,
			"setComment: type must be one of 'constraint', 'domain',",
		);
		for (const odd of ['constructor', Object.create(null)]) assert.is(refused(odd, 'a', 'x').hint, undefined);
	});

	test('is undone where the comment before is told', () => {
		assert.ok('irreversible' in reverse(create('view', 'a', 'x')));
		const undone = reverse(create('view', 'a', 'x', { existingComment: null }));
		assert.equal('operations' in undone && undone.operations, [
			{ kind: 'setComment', type: 'view', object: { name: 'a' }, comment: null, existingComment: 'x' },
		]);
	});
});
