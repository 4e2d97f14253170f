/**
 * `npm run test:alembic [-- TEXT]`: the same calls in Python and in TypeScript, both scripts run on real servers, and
 * the catalogs compared. Alembic is the one that `npm run bench` installs into bench/.venv, or that of ALEMBIC_PYTHON;
 * without it all is skipped.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { lexis } from '../../src/dialects/postgresql/lexis.ts';
import { splitStatements } from '../../src/sql/scan.ts';
import { type Catalog, catalog } from '../support/catalog.ts';
import { cleanUp } from '../support/cleanup.ts';
import { type Database, MAJORS, postgres, type Server } from '../support/postgres.ts';
import { statementsOf } from '../support/script.ts';
import { type Comparison, comparisons, FIXTURE } from './cases.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const python = process.env['ALEMBIC_PYTHON'] ?? fileURLToPath(new URL('../../bench/.venv/bin/python', import.meta.url));

/** What one side has left in the database, or why it has not. */
type Outcome = { readonly catalog: Catalog; readonly rows: readonly unknown[] } | { readonly error: string };

type Rendered = { readonly sql: string } | { readonly error: string };

/** The SQL of all cases, from one process. */
function renderedByAlembic(cases: readonly (readonly [string, Comparison])[]): Readonly<Record<string, Rendered>> {
	const input = JSON.stringify(cases.map(([title, { python: code }]) => [title, code]));
	const { status, stdout, stderr } = spawnSync(python, [`${here}render.py`], {
		input,
		encoding: 'utf8',
		maxBuffer: 1e8,
	});
	if (status !== 0) throw new Error(`render.py ended with ${status}: ${stderr}`);
	return JSON.parse(stdout) as Readonly<Record<string, Rendered>>;
}

/** Transactions are this program's to place. */
const statementsIn = (sql: string): readonly string[] =>
	splitStatements(sql, lexis)
		.filter(({ text, empty }) => !empty && !/^\s*(?:BEGIN|COMMIT)\s*$/.test(text))
		.map(({ text }) => text);

async function byAlembic(rendered: Rendered | undefined): Promise<readonly string[]> {
	if (rendered && 'sql' in rendered) return statementsIn(rendered.sql);
	throw new Error(rendered?.error ?? 'not rendered');
}

async function outcome(
	database: Database,
	{ rows, outside }: Comparison,
	statements: () => Promise<readonly string[]>,
): Promise<Outcome> {
	await database.query(outside ? FIXTURE : `BEGIN; ${FIXTURE}`);
	try {
		for (const statement of await statements()) await database.query(statement);
		return { catalog: await catalog(database), rows: rows === undefined ? [] : await database.query(rows) };
	} catch (error) {
		return { error: error instanceof Error ? error.message : String(error) };
	} finally {
		if (!outside) await database.query('ROLLBACK');
	}
}

/** What is wrong with a case on a server; nothing when all is as it should be. */
async function compare(
	server: Server,
	shared: Database,
	comparison: Comparison,
	rendered: Rendered | undefined,
): Promise<string | undefined> {
	const database = async (): Promise<Database> => (comparison.outside ? server.database() : shared);
	const theirs = await outcome(await database(), comparison, () => byAlembic(rendered));
	const ours = await outcome(await database(), comparison, () => statementsOf(comparison.typescript));
	if (comparison.refused) return 'error' in ours ? undefined : 'gen-sql takes it by now';
	if ('error' in ours) return `gen-sql: ${ours.error}`;
	if (comparison.differs) return isDeepStrictEqual(ours, theirs) ? 'the two are equal by now' : undefined;
	if ('error' in theirs) return `Alembic: ${theirs.error}`;
	return isDeepStrictEqual(ours, theirs) ? undefined : difference(ours, theirs);
}

/** The lines that only one of them has. */
function difference(ours: Exclude<Outcome, { error: string }>, theirs: Exclude<Outcome, { error: string }>): string {
	const lines = ({ catalog: found, rows }: typeof ours): readonly string[] => [
		...Object.entries(found).flatMap(([kind, all]) => all.map((line) => `${kind}: ${line}`)),
		...rows.map((row) => `row: ${JSON.stringify(row)}`),
	];
	const [own, other] = [lines(ours), lines(theirs)];
	return [
		...own.filter((line) => !other.includes(line)).map((line) => `\n    gen-sql  ${line}`),
		...other.filter((line) => !own.includes(line)).map((line) => `\n    Alembic  ${line}`),
	].join('');
}

async function main(pattern: string): Promise<number> {
	if (!existsSync(python)) {
		console.log(`skipped: there is no ${python}; \`npm run bench\` installs Alembic`);
		return 0;
	}
	const cases = Object.entries(comparisons).filter(([title]) => title.includes(pattern));
	const rendered = renderedByAlembic(cases);
	let failed = 0;
	for (const major of MAJORS) {
		const server = await postgres(major);
		const shared = await server.database();
		for (const [title, comparison] of cases) {
			const problem = await compare(server, shared, comparison, rendered[title]);
			if (problem === undefined) continue;
			failed++;
			console.log(`FAIL on PostgreSQL ${major}: ${title}: ${problem}`);
		}
	}
	const apart = cases.filter(([, { differs }]) => differs);
	for (const [title, { differs }] of apart) console.log(`differs on purpose: ${title}: ${differs}`);
	console.log(
		`${cases.length} cases on ${MAJORS.length} servers, ${apart.length} of them different on purpose, ${failed} failed`,
	);
	return failed === 0 && cases.length > 0 ? 0 : 1;
}

const code = await main(process.argv[2] ?? '');
await cleanUp();
process.exitCode = code;
