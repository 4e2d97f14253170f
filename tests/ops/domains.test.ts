import * as assert from 'uvu/assert';
import { createDomain } from '../../src/ops/create-domain.ts';
import { dropDomain } from '../../src/ops/drop-domain.ts';
import { reverse } from '../../src/ops/reverse.ts';
import { checkConstraint, uniqueConstraint } from '../../src/schema/constraints.ts';
import { finalName } from '../../src/schema/final-name.ts';
import { t } from '../../src/sql/types.ts';
import { suite } from '../support/suite.ts';
import { throwsCode } from '../support/throws.ts';

suite('ops/createDomain', (test) => {
	test('takes checks alone, with names that are final in any case', () => {
		const constraints = [checkConstraint('true', { name: finalName('ck') })];
		assert.equal(createDomain.create('d', t.text(), { constraints }).constraints, [
			checkConstraint('true', { name: 'ck' }),
		]);
		const call = () => createDomain.create('d', t.text(), { constraints: [uniqueConstraint(['a']) as never] });
		const { message } = throwsCode(call, 'ARGUMENT_INVALID');
		assert.is(message, 'createDomain: constraints[0] must be made by checkConstraint(), got an object');
	});
});

suite('ops/dropDomain', (test) => {
	test('a domain that was told of comes back, unless more has gone with it', () => {
		const created = { operations: [createDomain.create('d', t.text(), { schema: 'a' })] };
		assert.equal(reverse(dropDomain.create('d', { schema: 'a', was: t.text() })), created);
		assert.equal(reverse(dropDomain.create('d', { schema: 'a', was: { type: t.text() } })), created);
		assert.ok('irreversible' in reverse(dropDomain.create('d', { was: t.text(), cascade: true })));
	});

	test('what it was is checked as the call that creates it', () => {
		const { message } = throwsCode(
			() => dropDomain.create('d', { was: { type: 'text' as never } }),
			'ARGUMENT_INVALID',
		);
		assert.is(message, 'createDomain: type must be a column type, got "text"');
		const none = throwsCode(() => dropDomain.create('d', { was: {} as never }), 'ARGUMENT_INVALID');
		assert.is(none.message, 'dropDomain: was must be the type of a domain, got an object');
	});
});
