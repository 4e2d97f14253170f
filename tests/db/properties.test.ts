import { fileURLToPath } from 'node:url';
import * as assert from 'uvu/assert';
import { oneLine } from '../../src/core/text.ts';
import { asOneQuery, byPsql, byStatement, type Client } from '../support/clients.ts';
import { onServers } from '../support/on-servers.ts';
import { type Database, hasPsql } from '../support/postgres.ts';
import { printed, project, revisionText, run } from '../support/project.ts';
import { fc, holdsInBatches, RUNS } from '../support/property.ts';
import { suite } from '../support/suite.ts';
import { names, texts } from '../support/texts.ts';
import { NAME_POSITIONS, type Subject, TEXT_POSITIONS } from './positions/revisions/positions.ts';

const positions = fileURLToPath(new URL('positions', import.meta.url));

/** An arbitrary for each of some keys. */
const keyed = <Key extends string>(
	keys: readonly Key[],
	values: fc.Arbitrary<string[]>,
): fc.Arbitrary<Readonly<Record<Key, string>>> =>
	values.map((list) => Object.fromEntries(keys.map((key, at) => [key, list[at]])) as Record<Key, string>);

/** As many as are fast: a transaction that makes thousands of tables gets slow. */
const BATCH = 50;

/** Runs of a property that starts psql for each. */
const PARTS = Math.ceil(RUNS / 50);

const exactly = (count: number) => ({ minLength: count, maxLength: count });

const subjects: fc.Arbitrary<Subject> = fc.record({
	names: keyed(NAME_POSITIONS, fc.uniqueArray(names(), exactly(NAME_POSITIONS.length))),
	texts: keyed(TEXT_POSITIONS, fc.array(texts(), exactly(TEXT_POSITIONS.length))),
});

/** Each in a schema of its own: one that is taken, or that the server keeps for itself, becomes a plain name. */
function apart(batch: readonly Subject[]): readonly Subject[] {
	const taken = new Set(['public']);
	return batch.map((subject, index) => {
		const { schema } = subject.names;
		const free = !taken.has(schema) && !schema.startsWith('pg_');
		taken.add(schema);
		return free ? subject : { ...subject, names: { ...subject.names, schema: `schema ${index}` } };
	});
}

/** What the server has to show of a subject. */
const expected = ({ names, texts }: Subject): unknown => ({
	schema: names.schema,
	table: names.table,
	columns: [names.key, names.column, names.reference, names.list, names.document, names.addedColumn],
	constraints: [names.check, names.foreignKey, names.primaryKey, names.unique, names.exclude],
	index: names.index,
	// The server takes an empty comment for none.
	tableComment: texts.tableComment || null,
	columnComment: texts.columnComment || null,
	rows: [
		{ [names.key]: 1, [names.column]: texts.row, [names.addedColumn]: texts.executed },
		{
			[names.key]: 2,
			[names.column]: texts.createdDefault,
			[names.list]: [texts.item],
			[names.document]: { [texts.document]: texts.document },
			[names.addedColumn]: texts.executed,
		},
		{ [names.key]: 3, [names.column]: texts.default },
	],
	check: texts.check,
	where: texts.where,
});

/** The names and comments of each table, and a query for the rest, in which the server itself has quoted the names. */
const FACTS = `
	SELECT n.nspname AS schema, c.relname AS table, x.relname AS index,
		ARRAY(SELECT attname::text FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 ORDER BY attnum) AS columns,
		ARRAY(SELECT conname::text FROM pg_constraint WHERE conrelid = c.oid AND contype <> 'n' ORDER BY contype) AS constraints,
		obj_description(c.oid, 'pg_class') AS "tableComment", col_description(c.oid, 2) AS "columnComment",
		format('SELECT %s AS oid, (SELECT json_agg(json_strip_nulls(to_json(r))) FROM %s r) AS rows, %s AS check, %s AS where',
			c.oid, c.oid::regclass, substring(pg_get_expr(k.conbin, c.oid) from '^\\(length\\((.*)\\) >= 0\\)$'),
			substring(pg_get_expr(i.indpred, c.oid) from '^\\(length\\((.*)\\) >= 0\\)$')) AS query
	FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
	JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype = 'c'
	JOIN pg_index i ON i.indrelid = c.oid AND i.indpred IS NOT NULL JOIN pg_class x ON x.oid = i.indexrelid
	ORDER BY c.oid`;

async function factsOf(database: Database): Promise<readonly unknown[]> {
	const facts = await database.query(FACTS);
	if (facts.length === 0) return [];
	const queries = facts.map(({ query }) => query);
	const more = await database.query(`${queries.join(' UNION ALL ')} ORDER BY oid`);
	return facts.map(({ query, ...fact }, index) => {
		const { oid, ...rest } = more[index] ?? {};
		return { ...fact, ...rest };
	});
}

/** Encoding and quotes set as the script does not want them. */
const SETTINGS = { PGCLIENTENCODING: 'WIN1252', PGOPTIONS: '-c standard_conforming_strings=off' };

/** They take turns. */
const CLIENTS: readonly Client[] = [asOneQuery, byStatement, ...(hasPsql ? [byPsql(), byPsql(SETTINGS)] : [])];

const scriptOf = (root: string, direction: 'upgrade' | 'downgrade', ...argv: readonly string[]): Promise<string> =>
	printed(root, direction, direction === 'upgrade' ? 'base:head' : 'head:base', ...argv);

/** What a script that went wrong has left. */
const CLEAN = `
	DO $$
	DECLARE left_over name;
	BEGIN
		FOR left_over IN SELECT nspname FROM pg_namespace WHERE nspname !~ '^(pg_|information_schema$|public$)' LOOP
			EXECUTE format('DROP SCHEMA %I CASCADE', left_over);
		END LOOP;
		DROP TABLE IF EXISTS gen_sql_version;
	END $$`;

/** Up, a look, down, and nothing is left. */
async function arrives(database: Database, client: Client, batch: readonly Subject[]): Promise<void> {
	const given = apart(batch);
	const argv = ['-x', `subjects=${JSON.stringify(given)}`];
	try {
		await client(database, await scriptOf(positions, 'upgrade', ...argv));
		assert.equal(await factsOf(database), given.map(expected));
		await client(database, await scriptOf(positions, 'downgrade', ...argv));
		assert.equal(await database.query('SELECT FROM pg_namespace WHERE oid > 16384'), []);
	} catch (error) {
		await database.exec(`ROLLBACK; ${CLEAN}`);
		throw error;
	}
}

/** The places of a text in the history: in comments, and in the version table. */
interface Entry {
	readonly id: string;
	readonly title: string;
	readonly label: string;
}

/** What can be told from the rest of a revision argument, and leaves room for a number. */
const ids = texts().filter((text) => text.length < 28 && oneLine(text) === text && !/[\s@:,+-]/.test(text));

const entries: fc.Arbitrary<Entry> = fc.record({ id: ids, title: texts(), label: ids });

/** A line of revisions, each of which leaves its number in a table. */
const history = (batch: readonly Entry[]): Readonly<Record<string, string>> =>
	Object.fromEntries(
		batch.map(({ id, title, label }, index) => [
			`revisions/${index}.ts`,
			[
				`/**\n * ${title.replaceAll('*/', '* /')}\n */`,
				`export const revision = ${JSON.stringify(`${id}#${index}`)};`,
				`export const downRevision = ${index === 0 ? null : JSON.stringify(`${batch[index - 1]?.id}#${index - 1}`)};`,
				`export const branchLabels = [${JSON.stringify(`${label}!${index}`)}];`,
				`export const upgrade = (op) => op.execute('INSERT INTO done VALUES (${index})');`,
				`export const downgrade = (op) => op.execute('DELETE FROM done WHERE number = ${index}');`,
			].join('\n'),
		]),
	);

async function isTold(database: Database, client: Client, batch: readonly Entry[]): Promise<void> {
	const root = project(history(batch));
	const done = async (): Promise<unknown> =>
		await database.query(
			`SELECT array(SELECT number FROM done ORDER BY number) AS done, array(SELECT version_num::text FROM gen_sql_version) AS at`,
		);
	try {
		await database.query('CREATE TABLE IF NOT EXISTS done (number integer PRIMARY KEY)');
		await client(database, await scriptOf(root, 'upgrade'));
		assert.equal(await done(), [{ done: [...batch.keys()], at: [`${batch.at(-1)?.id}#${batch.length - 1}`] }]);
		await client(database, await scriptOf(root, 'downgrade'));
		assert.equal(await done(), [{ done: [], at: [] }]);
	} catch (error) {
		await database.exec('ROLLBACK; DROP TABLE IF EXISTS done, gen_sql_version');
		throw error;
	}
}

/** Names in the statements that gen-sql adds by itself: the version table, and the checks of an index. */
const ADDED = ['schema', 'versionTable', 'table', 'index'] as const;

const added = keyed(ADDED, fc.uniqueArray(names(), exactly(ADDED.length))).filter(
	// Four bytes are for the end of the name of its primary key.
	({ schema, versionTable }) => !schema.startsWith('pg_') && Buffer.byteLength(versionTable) <= 59,
);

async function isFound(
	database: Database,
	{ schema, versionTable, table, index }: Readonly<Record<(typeof ADDED)[number], string>>,
): Promise<void> {
	const [given, own] = [JSON.stringify({ schema }), JSON.stringify(table)];
	const concurrently = 'postgresql: { concurrently: true }';
	const up = `op.createTable(${own}, [column('a', t.integer())], ${given});
		op.createIndex(${JSON.stringify(index)}, ${own}, ['a'], { ...${given}, ${concurrently} });`;
	const down = `op.dropIndex(${JSON.stringify(index)}, ${own}, { ...${given}, ${concurrently} });
		op.dropTable(${own}, ${given}); `;
	const root = project({
		'gen-sql.config.ts': `export default ${JSON.stringify({ versionTable, versionTableSchema: schema })};`,
		'revisions/a.ts': revisionText('aaa', null, up, down),
	});
	const relations = async (): Promise<unknown> =>
		(
			await database.query(
				`SELECT relname FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace WHERE nspname = $1`,
				[schema],
			)
		)
			.map(({ relname }) => relname)
			.sort();
	try {
		const [{ create } = {}] = await database.query("SELECT format('CREATE SCHEMA %I', $1::text) AS create", [schema]);
		await database.query(String(create));
		await byPsql()(database, await scriptOf(root, 'upgrade'));
		assert.equal(await relations(), [index, table, versionTable, `${versionTable}_pkc`].sort());
		await byPsql()(database, await scriptOf(root, 'downgrade'));
		assert.equal(await relations(), [versionTable, `${versionTable}_pkc`].sort());
	} finally {
		await database.query(CLEAN);
	}
}

onServers('db/properties', (test, { open, needsPsql }) => {
	const inTurn =
		<T>(
			arbitrary: fc.Arbitrary<T>,
			check: (database: Database, client: Client, batch: readonly T[]) => Promise<void>,
		) =>
		async (): Promise<void> => {
			const database = await open();
			await holdsInBatches(BATCH, arbitrary, (batch, turn) =>
				check(database, CLIENTS[turn % CLIENTS.length] as Client, batch),
			);
		};

	test('every name and every text arrives as it is, through any client', inTurn(subjects, arrives));

	test('ids, titles and labels end no comment and no string', inTurn(entries, isTold));

	needsPsql('the version table and indexes built concurrently are found by any name', async () => {
		const database = await open();
		await fc.assert(
			fc.asyncProperty(added, (given) => isFound(database, given)),
			{ numRuns: PARTS },
		);
	});
});

suite('db/properties of what is refused', (test) => {
	const [subject] = fc.sample(subjects, 1);
	const refused = async (kind: 'names' | 'texts', position: string, text: string): Promise<string> => {
		const given = { ...subject, [kind]: { ...subject?.[kind], [position]: text } };
		const { code, stdout, stderr } = await run(positions, [
			'upgrade',
			'head',
			'-x',
			`subjects=${JSON.stringify([given])}`,
		]);
		assert.equal([code, stdout], [4, ''], position);
		return stderr;
	};

	test('NUL, half a surrogate pair and too long a name, in any position', async () => {
		for (const position of NAME_POSITIONS) {
			for (const text of ['a\0', '\ud800b', 'c\udc00', '', 'ü'.repeat(32)]) {
				assert.match(await refused('names', position, text), 'error[IDENTIFIER_INVALID]');
			}
		}
	});

	test('NUL and half a surrogate pair in any text', async () => {
		for (const position of TEXT_POSITIONS) {
			for (const text of ['a\0', '\ud800b', 'c\udc00']) {
				assert.match(await refused('texts', position, text), 'error[LITERAL_INVALID]');
			}
		}
	});
});
