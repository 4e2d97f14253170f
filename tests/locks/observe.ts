import type { Database } from '../support/postgres.ts';

/** What a statement does to one relation. */
export interface Effect {
	readonly lock: string;
	readonly rewrite: boolean;
	readonly scan: boolean;
	readonly indexBuild: boolean;
}

/** By name, without the schema of the fixture. */
export type Effects = ReadonlyMap<string, Effect>;

interface Row {
	readonly oid: number;
	readonly name: string;
	readonly kind: string;
	readonly file: number;
	/** The table of an index. */
	readonly table: number | null;
}

type Snapshot = ReadonlyMap<number, Row>;

const RELATIONS = `
	SELECT c.oid::int8::int AS oid, c.relkind::text AS kind, c.relfilenode::int8::int AS file,
		CASE WHEN n.nspname = 'lab' THEN '' ELSE n.nspname || '.' END || c.relname AS name, i.indrelid::int8::int AS "table"
	FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_index i ON i.indexrelid = c.oid
	WHERE n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast') AND n.nspname NOT LIKE 'pg_temp%'`;

const LOCKS = `SELECT relation::int8::int AS oid, mode FROM pg_locks WHERE locktype = 'relation' AND pid = $1`;

const MODES: readonly string[] = [
	'AccessShareLock',
	'RowShareLock',
	'RowExclusiveLock',
	'ShareUpdateExclusiveLock',
	'ShareLock',
	'ShareRowExclusiveLock',
	'ExclusiveLock',
	'AccessExclusiveLock',
];

/** `AccessShareLock` is ACCESS SHARE. */
const wordsOf = (mode: string): string =>
	mode
		.replace(/Lock$/, '')
		.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ')
		.toUpperCase();

const TABLES: ReadonlySet<string> = new Set(['r', 'p', 'm', 'f', 'v']);

async function snapshot(database: Pick<Database, 'query'>): Promise<Snapshot> {
	const rows = (await database.query(RELATIONS)) as unknown as readonly Row[];
	return new Map(rows.map((row) => [row.oid, row]));
}

/** Adds the locks that a session holds or waits for; the strongest counts. */
async function addLocks(database: Pick<Database, 'query'>, pid: unknown, locks: Map<number, string>): Promise<void> {
	const rows = (await database.query(LOCKS, [pid])) as unknown as readonly {
		readonly oid: number;
		readonly mode: string;
	}[];
	for (const { oid, mode } of rows) if (MODES.indexOf(mode) > MODES.indexOf(locks.get(oid) ?? '')) locks.set(oid, mode);
}

const pidOf = async (database: Pick<Database, 'query'>): Promise<unknown> =>
	(await database.query('SELECT pg_backend_pid() AS pid'))[0]?.['pid'];

/** What statements did, by the difference between before and after. */
function effects(
	before: Snapshot,
	after: Snapshot,
	locks: ReadonlyMap<number, string>,
	scanned: ReadonlySet<number>,
): Effects {
	const isChanged = (oid: number): boolean => after.has(oid) && after.get(oid)?.file !== before.get(oid)?.file;
	const files = new Set([...before.values()].map(({ file }) => file));
	const built = [...after.values()].flatMap(({ oid, kind, table, file }) => {
		if (kind !== 'i' || table === null || files.has(file)) return [];
		return !before.has(oid) || !isChanged(table) ? [table] : [];
	});
	const found = new Map<string, Effect>();
	for (const { oid, name, kind } of before.values()) {
		const mode = locks.get(oid);
		if (mode === undefined || !TABLES.has(kind)) continue;
		const [rewrite, scan] = [kind !== 'p' && isChanged(oid), scanned.has(oid)];
		found.set(name, { lock: wordsOf(mode), rewrite, scan, indexBuild: built.includes(oid) });
	}
	return found;
}

/** Reading so many rows is no scan: LIMIT 1 reads one. */
const FEW = 10;

/** How many rows of each table the session has read so far; some of it is of earlier transactions. */
async function rowsRead(database: Database): Promise<ReadonlyMap<number, number>> {
	const rows = await database.query(
		'SELECT relid::int8::int AS oid, seq_tup_read::int AS count FROM pg_stat_xact_user_tables',
	);
	return new Map(rows.map(({ oid, count }) => [Number(oid), Number(count)]));
}

/** Run statements in one transaction, look at what it holds, and take it back. */
export async function observeInTransaction(database: Database, statements: readonly string[]): Promise<Effects> {
	const before = await snapshot(database);
	const pid = await pidOf(database);
	const locks = new Map<number, string>();
	await database.query('BEGIN');
	try {
		const read = await rowsRead(database);
		for (const statement of statements) await database.query(statement);
		await addLocks(database, pid, locks);
		const scanned = [...(await rowsRead(database))].filter(([oid, count]) => count > (read.get(oid) ?? 0) + FEW);
		return effects(before, await snapshot(database), locks, new Set(scanned.map(([oid]) => oid)));
	} finally {
		await database.query('ROLLBACK');
	}
}

/** The weakest lock that a lock waits for. */
const WAITED_FOR: Readonly<Record<string, string>> = {
	'ACCESS SHARE': 'ACCESS EXCLUSIVE',
	'ROW SHARE': 'EXCLUSIVE',
	'ROW EXCLUSIVE': 'SHARE',
	'SHARE UPDATE EXCLUSIVE': 'SHARE UPDATE EXCLUSIVE',
	SHARE: 'ROW EXCLUSIVE',
	'SHARE ROW EXCLUSIVE': 'ROW EXCLUSIVE',
	EXCLUSIVE: 'ROW SHARE',
	'ACCESS EXCLUSIVE': 'ACCESS SHARE',
};

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Run a statement that cannot run in a transaction, while another session holds a lock on a relation that the statement
 * is expected to wait for, and look at what it holds or waits for; then let it go on to its end.
 *
 * @param expected - The relation to be watched, and the lock that is expected on it. Every relation is looked at.
 */
export async function observeOutside(
	database: Database,
	statement: string,
	expected: readonly [name: string, lock: string] | undefined,
): Promise<Effects> {
	const before = await snapshot(database);
	const pid = await pidOf(database);
	const locks = new Map<number, string>();
	const [blocker, watcher] = [await database.connect(), await database.connect()];
	await blocker.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
	await blocker.query('SELECT 1');
	if (expected) await blocker.query(`LOCK TABLE lab.${expected[0]} IN ${WAITED_FOR[expected[1]]} MODE`);
	let isDone = false;
	const running = database.query(statement).finally(() => {
		isDone = true;
	});
	running.catch(() => undefined);
	for (let attempt = 0; attempt < 20 && !isDone; attempt++) {
		await addLocks(watcher, pid, locks);
		await pause(10);
	}
	await blocker.query('ROLLBACK');
	await running;
	return effects(before, await snapshot(database), locks, new Set());
}
