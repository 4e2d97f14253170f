import * as assert from 'uvu/assert';
import { reverse, sql } from '../../src/index.ts';
import { type AlterPolicyOptions, alterPolicy } from '../../src/ops/alter-policy.ts';
import { createPolicy } from '../../src/ops/create-policy.ts';
import { dropPolicy } from '../../src/ops/drop-policy.ts';
import type { Operation } from '../../src/ops/index.ts';
import { suite } from '../support/suite.ts';
import { throwsCode } from '../support/throws.ts';

/** The operation that undoes another, or nothing. */
function undone(op: Operation | undefined): Operation | undefined {
	const reversal = op && reverse(op);
	return reversal && 'operations' in reversal ? reversal.operations[0] : undefined;
}

suite('ops/policies', (test) => {
	test('createPolicy refuses conditions on rows that a command does not have', () => {
		const cases = [
			[{ for: 'INSERT', using: 'true' }, 'createPolicy: using has no meaning here: INSERT reads no rows'],
			[{ for: 'SELECT', withCheck: 'true' }, 'createPolicy: withCheck has no meaning here: SELECT writes no rows'],
			[{ for: 'DELETE', withCheck: 'true' }, 'createPolicy: withCheck has no meaning here: DELETE writes no rows'],
		] as const;
		for (const [options, expected] of cases) {
			assert.is(throwsCode(() => createPolicy.create('p', 'a', options), 'ARGUMENT_INVALID').message, expected);
			throwsCode(() => dropPolicy.create('p', 'a', { was: options }), 'ARGUMENT_INVALID');
		}
	});

	test('roles are names, or SQL that stands for one', () => {
		assert.equal(createPolicy.create('p', 'a', { to: 'reader' }).to, ['reader']);
		assert.equal(createPolicy.create('p', 'a', { to: ['public', sql`CURRENT_USER`] }).to, [
			'public',
			sql`CURRENT_USER`,
		]);
		throwsCode(() => createPolicy.create('p', 'a', { to: 'current_user' }), 'ARGUMENT_INVALID');
		throwsCode(() => createPolicy.create('p', 'a', { to: [] }), 'ARGUMENT_INVALID');
	});

	test('alterPolicy refuses a call that changes nothing', () => {
		for (const options of [{}, { schema: 'app', existingUsing: 'true' }]) {
			const { message, hint } = throwsCode(() => alterPolicy.create('p', 'a', options), 'ARGUMENT_INVALID');
			assert.is(message, 'alterPolicy: nothing of "p" is to change');
			assert.is(hint, 'give at least one of: to, using, withCheck, newName');
		}
	});

	test('an alteration that is undone twice is what it was', () => {
		const cases: readonly AlterPolicyOptions[] = [
			{ newName: 'q' },
			{ schema: 'app', using: 'a', existingUsing: 'b', newName: 'q' },
			{ to: 'a', withCheck: 'b', existingTo: ['c', 'd'], existingWithCheck: 'e', existingUsing: 'f' },
		];
		for (const options of cases) {
			const op = alterPolicy.create('p', 'a', options);
			assert.equal(undone(undone(op)), op);
			assert.not.equal(undone(op), op);
		}
	});

	test('an alteration of what is not known is not undone', () => {
		const reversal = reverse(alterPolicy.create('p', 'a', { to: 'd', using: 'a', withCheck: 'b', existingUsing: 'c' }));
		assert.equal(reversal, {
			irreversible: 'what "p" was is not known',
			hint: 'give existingTo, existingWithCheck',
			within: { name: 'a' },
		});
	});

	test('a policy that said nothing can be restored', () => {
		const op = dropPolicy.create('p', 'a', { schema: 'app', was: {} });
		assert.equal(undone(op), { kind: 'createPolicy', name: 'p', table: { schema: 'app', name: 'a' } });
		assert.equal(undone(undone(op)), op);
	});
});
