import type { Database, Major, Server } from '../support/postgres.ts';
import { differences, expected, FACTS, type Fact, readerOf } from './expected.ts';
import { FIXTURE, measureOf, ROWS, statementsOf } from './measured.ts';
import { type Effects, observeInTransaction, observeOutside } from './observe.ts';
import { type MeasuredStatement, SETUPS, STATEMENTS } from './statements.ts';

/** How the facts of one statement compare with what a server did. */
export interface Comparison {
	readonly title: string;
	/** For each fact, the relations where it is not what was observed. */
	readonly disagreements: Readonly<Record<Fact | 'transactional', readonly string[]>>;
	/** Why the statement could not be run. */
	readonly failed?: string;
}

/** All statements that a version knows: those that were measured before, and those beside them. */
function statementsFor(version: number): readonly MeasuredStatement[] {
	const measured = ROWS.filter((row) => {
		const measure = measureOf(row, version);
		return measure?.locks && !measure.error;
	}).map(({ sql, statement }) => {
		const setup = SETUPS[statement];
		return { sql, ...(setup !== undefined && { setup }) };
	});
	const further = STATEMENTS.filter(({ from = 11, to = 18 }) => from <= version && version <= to);
	return [...measured, ...further].filter((each) => !('differs' in each));
}

async function opened(server: Server, setup: string | undefined): Promise<Database> {
	const database = await server.database();
	await database.query("SET timezone TO 'Europe/Oslo'");
	await database.query(FIXTURE);
	if (setup !== undefined) await database.query(setup);
	return database;
}

/** What belongs to the whole server. */
async function prepare(server: Server): Promise<void> {
	const database = await server.database();
	const folder = String((await database.query('SHOW data_directory'))[0]?.['data_directory']);
	await database.query('CREATE ROLE lab_owner');
	await database.query(`COPY (SELECT 1) TO PROGRAM 'cat > /dev/null; mkdir -p ${folder}/../labts'`);
	await database.query(`CREATE TABLESPACE labts LOCATION '${folder}/../labts'`);
}

/**
 * Run statements on a server, and hold what is observed against the facts.
 *
 * @param isWanted - Which of them. Default: all.
 */
export async function compareOn(
	server: Server,
	version: Major,
	isWanted: (statement: MeasuredStatement) => boolean = () => true,
): Promise<readonly Comparison[]> {
	await prepare(server);
	const shared = await opened(server, undefined);
	const found: Comparison[] = [];
	for (const statement of statementsFor(version).filter(isWanted))
		found.push(await compareOne(server, shared, version, statement));
	return found;
}

async function compareOne(
	server: Server,
	shared: Database,
	version: Major,
	{ sql, setup, planned }: MeasuredStatement,
): Promise<Comparison> {
	const statements = statementsOf({ sql });
	const facts = expected(await readerOf(version, FIXTURE, setup), statements);
	const title = statements.join('; ');
	try {
		const own = setup === undefined && facts.transactional ? shared : await opened(server, setup);
		const observed = facts.transactional
			? await observeInTransaction(own, statements)
			: await observedOutside(server, setup, statements[0] ?? '', facts.effects);
		const isRefused = facts.transactional || (await isRefusedInTransaction(own, statements[0] ?? ''));
		return {
			title,
			disagreements: {
				...byFact(facts.effects, observed, facts.transactional && !planned),
				transactional: isRefused ? [] : ['runs in a transaction'],
			},
		};
	} catch (error) {
		const failed = error instanceof Error ? error.message : String(error);
		return { title, disagreements: { ...byFact(new Map(), new Map(), true), transactional: [] }, failed };
	}
}

/** What is read outside a transaction is not seen, and what the planner decides is not foretold. */
function byFact(facts: Effects, observed: Effects, isScanKnown: boolean): Readonly<Record<Fact, readonly string[]>> {
	const told = (fact: Fact): readonly string[] =>
		fact === 'scan' && !isScanKnown ? [] : differences(facts, observed, fact);
	return Object.fromEntries(FACTS.map((fact) => [fact, told(fact)])) as Record<Fact, readonly string[]>;
}

/** LOCK TABLE refuses materialized views, so that none can be waited for: what the facts say of it is not tried. */
const VIEW = 'mv';

/** Each relation that is expected to be locked is watched by itself, in a database of its own. */
async function observedOutside(
	server: Server,
	setup: string | undefined,
	statement: string,
	facts: Effects,
): Promise<Effects> {
	const known = [...facts].filter(([name]) => name !== VIEW);
	const watched = known.length === 0 ? [undefined] : known.map(([name, { lock }]) => [name, lock] as const);
	const found = new Map<string, Effects extends ReadonlyMap<string, infer Each> ? Each : never>();
	for (const each of watched) {
		const effects = await observeOutside(await opened(server, setup), statement, each);
		for (const [name, effect] of effects)
			if (each === undefined || name === each[0] || !facts.has(name)) found.set(name, effect);
	}
	const view = facts.get(VIEW);
	return view ? new Map([...found, [VIEW, view]]) : found;
}

async function isRefusedInTransaction(database: Database, statement: string): Promise<boolean> {
	await database.query('BEGIN');
	try {
		await database.query(statement);
		return false;
	} catch {
		return true;
	} finally {
		await database.query('ROLLBACK');
	}
}
