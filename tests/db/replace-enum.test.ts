import * as assert from 'uvu/assert';
import { sql } from '../../src/index.ts';
import type { RevisionBody } from '../../src/record/record.ts';
import { catalog } from '../support/catalog.ts';
import { onServers } from '../support/on-servers.ts';
import type { Database } from '../support/postgres.ts';
import { statementsOf } from '../support/script.ts';

/** A type as SQL makes it, and a table that has partitions. */
const HELD = `
	CREATE TYPE state AS ENUM ('new', 'paid', 'sent');
	CREATE TABLE held (id integer, state state NOT NULL DEFAULT 'new', history state[], at integer) PARTITION BY RANGE (id);
	CREATE TABLE held_1 PARTITION OF held FOR VALUES FROM (0) TO (10);
	CREATE UNIQUE INDEX ON held (id, state);
	INSERT INTO held VALUES (1, 'new', '{new,paid}'), (2, 'paid', '{{sent,paid},{NULL,new}}'), (3, 'sent', NULL)`;

const STATE = { table: 'held', column: 'state' };
const HISTORY = { table: 'held', column: 'history', array: true };
const LABELS = ['new', 'paid', 'sent'];

/** What depends on the column, and how the server refuses its change. */
const DEPENDENTS: readonly (readonly [text: string, problem: string])[] = [
	['CREATE VIEW seen AS SELECT state FROM held', 'cannot alter type of a column used by a view or rule'],
	["ALTER TABLE held ADD CHECK (state <> 'new' OR id > 0)", 'operator does not exist'],
	["CREATE INDEX part ON held (id) WHERE state = 'new'", 'operator does not exist'],
	[
		"ALTER TABLE held ADD c boolean GENERATED ALWAYS AS (state = 'new') STORED",
		'cannot alter type of a column used by a generated column',
	],
	["CREATE POLICY own ON held USING (state = 'new')", 'cannot alter type of a column used in a policy definition'],
	[
		`CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
		CREATE TRIGGER t AFTER INSERT ON held FOR EACH ROW WHEN (NEW.state = 'new') EXECUTE FUNCTION f()`,
		'cannot alter type of a column used in a trigger definition',
	],
	[
		'ALTER TABLE held RENAME TO other; CREATE TABLE held (state state, history state[]) PARTITION BY LIST (state)',
		'cannot alter column "state" because it is part of the partition key',
	],
	['CREATE FUNCTION f(state) RETURNS state LANGUAGE sql AS $$SELECT $1$$', 'cannot drop type state_gen_sql_old'],
];

/** As one transaction, which is what a script makes of it. */
const run = async (database: Database, body: RevisionBody): Promise<void> =>
	database.exec(['BEGIN;', ...(await statementsOf(body)), 'COMMIT;'].join('\n'));

/** The error that a call ends with, which has to leave everything as it is. */
async function refusal(database: Database, body: RevisionBody): Promise<string> {
	const before = await catalog(database);
	try {
		await run(database, body);
	} catch (error) {
		assert.equal(await catalog(database), before);
		return String(error);
	}
	return assert.unreachable() as never;
}

const rows = (database: Database): Promise<unknown> =>
	database.query('SELECT state::text, history::text FROM held ORDER BY id');

onServers('db/replace-enum', (test, { open }) => {
	async function filled(...more: readonly string[]): Promise<Database> {
		const database = await open();
		for (const text of [HELD, ...more]) await database.exec(text);
		return database;
	}

	test('partitions, indexes, defaults and NOT NULL stay what they are', async () => {
		const database = await filled();
		const [before, held] = [await catalog(database), await rows(database)];
		const columns = [{ ...STATE, serverDefault: 'new' }, HISTORY];
		await run(database, (op) => op.replaceEnum('state', ['sent', 'new', 'paid'], { columns, was: LABELS }));
		const after = await catalog(database);
		assert.equal({ ...after, types: [] }, { ...before, types: [] });
		assert.equal(after['types'], ['e public.state {sent,new,paid}']);
		assert.equal(await rows(database), held);
		assert.is((await database.query('SELECT min(state)::text AS value FROM held'))[0]?.['value'], 'sent');
	});

	test('labels move on by one step, in arrays of any shape, too', async () => {
		const database = await filled();
		await run(database, (op) =>
			op.replaceEnum('state', ['paid', 'sent'], {
				columns: [{ ...STATE, serverDefault: sql`'paid'` }, HISTORY],
				mapping: { new: 'paid', paid: 'sent' },
			}),
		);
		assert.equal(await rows(database), [
			{ state: 'paid', history: '{paid,sent}' },
			{ state: 'sent', history: '{{sent,sent},{NULL,paid}}' },
			{ state: 'sent', history: null },
		]);
	});

	test('a label becomes no value, or what a conversion says, and a default goes', async () => {
		const database = await filled();
		const using = "(CASE state::text WHEN 'sent' THEN 'new' ELSE state::text END)::state";
		await run(database, (op) =>
			op.replaceEnum('state', ['new', 'paid'], {
				columns: [{ ...STATE, serverDefault: null, using }, HISTORY],
				mapping: { sent: null },
			}),
		);
		assert.equal(await rows(database), [
			{ state: 'new', history: '{new,paid}' },
			{ state: 'paid', history: '{{NULL,paid},{NULL,new}}' },
			{ state: 'new', history: null },
		]);
		const [lost] = (await catalog(database))['columns']?.filter((line) => line.includes('held.state')) ?? [];
		assert.match(lost ?? '', 'default= ');
	});

	test('a label that is in use and is not mapped makes it fail', async () => {
		const database = await filled();
		const columns = [{ ...STATE, serverDefault: 'new' }, HISTORY];
		const body: RevisionBody = (op) => op.replaceEnum('state', ['new'], { columns });
		const problem = "holds labels that state is no longer to have: 'paid', 'sent'";
		assert.match(await refusal(database, body), `gen-sql: held.state ${problem}`);
		await database.exec("UPDATE held SET state = 'new'");
		assert.match(await refusal(database, body), `gen-sql: held.history ${problem}`);
	});

	test('so does a column or a default that is not named', async () => {
		const database = await filled();
		const columns = [{ ...STATE, serverDefault: 'new' }];
		assert.match(
			await refusal(database, (op) => op.replaceEnum('state', LABELS, { columns })),
			'cannot drop type state_gen_sql_old',
		);
		assert.match(
			await refusal(database, (op) => op.replaceEnum('state', LABELS, { columns: [STATE, HISTORY] })),
			'default for column "state" cannot be cast automatically',
		);
	});

	test('so does a foreign key over columns of two tables', async () => {
		const database = await filled(
			'CREATE TABLE known (state state PRIMARY KEY); INSERT INTO known SELECT unnest(enum_range(NULL::state))',
			'ALTER TABLE held ADD FOREIGN KEY (state) REFERENCES known',
		);
		const columns = [{ ...STATE, serverDefault: 'new' }, HISTORY, { table: 'known', column: 'state' }];
		assert.match(
			await refusal(database, (op) => op.replaceEnum('state', LABELS, { columns })),
			'foreign key constraint "held_state_fkey" cannot be implemented',
		);
	});

	test('a partition gets the default of its parent', async () => {
		const database = await filled("ALTER TABLE held_1 ALTER state SET DEFAULT 'sent'");
		const columns = [{ ...STATE, serverDefault: 'new' }, HISTORY];
		await run(database, (op) => op.replaceEnum('state', LABELS, { columns }));
		const lines = (await catalog(database))['columns']?.filter((line) => line.includes('held_1.state')) ?? [];
		assert.equal(
			lines.map((line) => /default=\S+/.exec(line)?.[0]),
			["default='new'::state"],
		);
	});

	for (const [text, problem] of DEPENDENTS) {
		test(`so does ${text.replaceAll(/\s+/g, ' ').slice(0, 60)}`, async () => {
			const database = await filled(text);
			const columns = [{ ...STATE, serverDefault: 'new' }, HISTORY];
			assert.match(await refusal(database, (op) => op.replaceEnum('state', LABELS, { columns })), problem);
		});
	}
});
