import * as assert from 'uvu/assert';
import type { RevisionBody } from '../../../src/record/record.ts';
import { statementsOf } from '../../support/script.ts';
import { suite } from '../../support/suite.ts';
import { rejectsCode } from '../../support/throws.ts';

suite('dialects/postgresql/schemas', (test) => {
	test('a name with the prefix that PostgreSQL keeps for itself is refused', async () => {
		const bodies: readonly RevisionBody[] = [(op) => op.createSchema('pg_a'), (op) => op.renameSchema('a', 'pg_a')];
		for (const body of bodies) {
			const { message } = await rejectsCode(statementsOf(body), 'IDENTIFIER_INVALID');
			assert.is(message, 'the schema "pg_a" cannot be made: PostgreSQL keeps pg_ for itself');
		}
	});
});
