import type { Database, Major, Server } from '../support/postgres.ts';
import { differences, expected, FACTS, type Fact, type Found, readerOf } from './expected.ts';
import type { MeasuredStatement } from './further/measured-statement.ts';
import { FIXTURE, measureOf, ROWS, statementsOf } from './measured.ts';
import { type Effects, observeInTransaction, observeOutside } from './observe.ts';
import { SETUPS, STATEMENTS } from './statements.ts';

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

/**
 * Copies of the fixture. Each is dropped after its statement: a server has room for some hundred connections, and the
 * copies for all statements would take many gigabytes.
 */
class Copies {
	readonly #server: Server;
	readonly #template: string;

	constructor(server: Server, template: string) {
		this.#server = server;
		this.#template = template;
	}

	async open(setup?: string): Promise<Database> {
		const database = await this.#server.database(this.#template);
		await database.query("SET timezone TO 'Europe/Oslo'");
		await database.query('SET search_path = lab, public');
		if (setup !== undefined) await database.query(setup);
		return database;
	}

	/** Open one for as long as something is done with it. */
	async with<T>(setup: string | undefined, use: (database: Database) => Promise<T>): Promise<T> {
		const database = await this.open(setup);
		try {
			return await use(database);
		} finally {
			await database.drop();
		}
	}
}

async function copiesOf(server: Server): Promise<Copies> {
	const template = await server.database();
	await template.query(FIXTURE);
	await template.close();
	return new Copies(server, template.name);
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
	const copies = await copiesOf(server);
	const shared = await copies.open();
	const found: Comparison[] = [];
	for (const statement of statementsFor(version).filter(isWanted))
		found.push(await compareOne(copies, shared, version, statement));
	return found;
}

async function compareOne(
	copies: Copies,
	shared: Database,
	version: Major,
	{ sql, setup, planned }: MeasuredStatement,
): Promise<Comparison> {
	const statements = statementsOf({ sql });
	const title = statements.join('; ');
	try {
		const facts = expected(await readerOf(version, FIXTURE, setup), statements);
		const observed = await observe(copies, shared, statements, setup, facts);
		const isRefused =
			facts.transactional || (await copies.with(setup, (own) => isRefusedInTransaction(own, statements)));
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

function observe(
	copies: Copies,
	shared: Database,
	statements: readonly string[],
	setup: string | undefined,
	{ effects, transactional }: Found,
): Promise<Effects> {
	if (!transactional) return observedOutside(copies, setup, statements[0] ?? '', effects);
	if (setup === undefined) return observeInTransaction(shared, statements);
	return copies.with(setup, (own) => observeInTransaction(own, statements));
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
	copies: Copies,
	setup: string | undefined,
	statement: string,
	facts: Effects,
): Promise<Effects> {
	const known = [...facts].filter(([name]) => name !== VIEW);
	const watched = known.length === 0 ? [undefined] : known.map(([name, { lock }]) => [name, lock] as const);
	const found = new Map<string, Effects extends ReadonlyMap<string, infer Each> ? Each : never>();
	for (const each of watched) {
		const effects = await copies.with(setup, (own) => observeOutside(own, statement, each));
		for (const [name, effect] of effects)
			if (each === undefined || name === each[0] || !facts.has(name)) found.set(name, effect);
	}
	const view = facts.get(VIEW);
	return view ? new Map([...found, [VIEW, view]]) : found;
}

async function isRefusedInTransaction(database: Database, [statement = '']: readonly string[]): Promise<boolean> {
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
