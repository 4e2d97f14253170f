import * as assert from 'uvu/assert';
import { createSchema } from '../../src/ops/create-schema.ts';
import { dropSchema } from '../../src/ops/drop-schema.ts';
import { reverse } from '../../src/ops/reverse.ts';
import { ident, param, sql } from '../../src/sql/sql.ts';
import { t } from '../../src/sql/types.ts';
import { suite } from '../support/suite.ts';
import { throwsCode } from '../support/throws.ts';

suite('ops/createSchema', (test) => {
	test('takes a role as a name, a key word or a parameter', () => {
		const keyWord = sql` session_user `;
		const parameter = param('owner', 'identifier');
		for (const authorization of ['keeper', keyWord, parameter, ident('Keeper')]) {
			assert.equal(createSchema.create('a', { authorization }).authorization, authorization);
		}
	});

	test('refuses SQL that stands for no role', () => {
		const given = [sql`keeper`, sql`CURRENT_USER x`, sql`a; b`, ident('a', 'b'), param('owner', t.text()), sql``];
		for (const authorization of [...given, sql`${'a'}`, sql`CURRENT_USER${ident('a')}`]) {
			const { message, hint } = throwsCode(() => createSchema.create('a', { authorization }), 'ARGUMENT_INVALID');
			assert.match(message, /^createSchema: authorization must be a role, got an object$/);
			assert.match(hint ?? '', 'sql`CURRENT_USER`');
		}
	});

	test('what may have been there is not dropped', () => {
		assert.ok('irreversible' in reverse(createSchema.create('a', { ifNotExists: true })));
	});
});

suite('ops/dropSchema', (test) => {
	test('a schema that was told of comes back, unless more has gone with it', () => {
		const was = { authorization: 'keeper' };
		assert.equal(reverse(dropSchema.create('a', { was })), { operations: [createSchema.create('a', was)] });
		assert.equal(reverse(dropSchema.create('a', { was: {} })), { operations: [createSchema.create('a')] });
		assert.ok('irreversible' in reverse(dropSchema.create('a', { was, cascade: true })));
	});

	test('what it was is checked as the call that creates it', () => {
		const call = () => dropSchema.create('a', { was: { owner: 'keeper' } as never });
		assert.is(throwsCode(call, 'ARGUMENT_INVALID').message, 'createSchema has no option "owner"');
	});
});
