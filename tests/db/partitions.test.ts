import * as assert from 'uvu/assert';
import { compile, dialects, record } from '../../src/index.ts';
import type { RevisionBody } from '../../src/record/record.ts';
import { textOf } from '../../src/sql/split.ts';
import { createParent } from '../ops/examples/create-partition.ts';
import { onServers } from '../support/on-servers.ts';
import { statementsOf } from '../support/script.ts';

/** The error a server answers with. */
async function refusal(run: Promise<unknown>): Promise<{ readonly message: string; readonly hint?: string }> {
	try {
		await run;
	} catch (error) {
		return error as Error & { readonly hint?: string };
	}
	assert.unreachable('the server has not refused it');
	throw new Error('unreachable');
}

const detach: RevisionBody = (op) => op.detachPartition('Event "1"', 'event', { concurrently: true });

onServers('db/partitions', (test, { open }) => {
	test('what fails or is interrupted outside a transaction is not taken for done, and can be finalized', async () => {
		const database = await open();
		for (const statement of await statementsOf((op) => {
			createParent(op, 'event', 'LIST (country)');
			op.createPartition('Event "1"', 'event', { in: 'de' });
		})) {
			await database.exec(statement);
		}
		const [statement] = compile(await record(detach), dialects.postgresql);
		const confirm = () => database.exec(textOf(statement?.confirmation ?? []));
		const { message, hint } = await refusal(confirm());
		assert.is(message, 'gen-sql: the table "Event ""1""" is missing or still a partition of event');
		assert.is(
			hint,
			'Where it was interrupted, run ALTER TABLE event DETACH PARTITION "Event ""1""" FINALIZE; where it has failed, repeat the part that detaches it.',
		);

		const reader = await database.connect();
		await reader.query('BEGIN');
		await reader.query('SELECT FROM event');
		await database.exec("SET lock_timeout = '200ms'");
		assert.match((await refusal(database.exec(textOf(statement?.parts ?? [])))).message, 'timeout');
		assert.match((await refusal(confirm())).message, 'still a partition');
		await reader.query('ROLLBACK');
		assert.equal(await database.query('SELECT inhdetachpending FROM pg_inherits WHERE inhdetachpending'), [
			{ inhdetachpending: true },
		]);

		for (const finalize of await statementsOf((op) => op.detachPartition('Event "1"', 'event', { finalize: true }))) {
			await database.exec(finalize);
		}
		await confirm();
		await database.exec('DROP TABLE "Event ""1"""');
		assert.match((await refusal(confirm())).message, 'is missing');
	});
});
