import * as assert from 'uvu/assert';
import { postgresql } from '../../src/dialects/postgresql/index.ts';
import { cutScript } from '../../src/review/facts/script-facts.ts';
import type { Rule } from '../../src/review/rule.ts';
import { rules } from '../../src/review/rules/index.ts';
import { reviewed } from '../review/reviewing.ts';
import { type Database, postgres } from '../support/postgres.ts';
import { suite } from '../support/suite.ts';

/** An empty database, again. */
const EMPTY = `
DROP SCHEMA public CASCADE;
DROP SCHEMA IF EXISTS app CASCADE;
CREATE SCHEMA public;
CREATE SCHEMA app;
CREATE DOMAIN email AS text;
CREATE DOMAIN app."Email" AS text;
CREATE DOMAIN seat_count AS bigint CHECK (VALUE > 0);
CREATE TYPE app.plan AS ENUM ('free', 'pro');
CREATE MATERIALIZED VIEW totals AS SELECT 1 AS day;
CREATE UNIQUE INDEX ON totals (day);
CREATE MATERIALIZED VIEW app.totals AS SELECT 1 AS day;
CREATE UNIQUE INDEX ON app.totals (day);
CREATE MATERIALIZED VIEW "Totals" AS SELECT 1 AS day;
CREATE UNIQUE INDEX ON "Totals" (day);
CREATE PROCEDURE app.fill_plans() LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION fill_plans() RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint';
CREATE FUNCTION new_code() RETURNS text LANGUAGE sql AS $$SELECT 'a'$$;
CREATE FUNCTION app.code_of(text) RETURNS text LANGUAGE sql AS $$SELECT 'a'$$;
`;

const COLUMNS = [
	...['account_id', 'a', 'owner_id', 'payer', 'plan_id', 'seats', 'tenant'].map((name) => `${name} bigint`),
	...['code', 'email', 'kind', 'name', 'nickname', 'note', 'plan', 'slug'].map((name) => `${name} text`),
	...['net', 'number', 'tax', 'total'].map((name) => `${name} numeric`),
	...['active boolean', 'paid boolean', 'at timestamptz', 'due date', 'starts date', 'ends date', 'token uuid'],
	'"Id" bigint',
];

const TABLES = ['account', 'app_version', 'audit', 'event', 'invoice', 'invoice_line', 'job', 'member', 'scratch'];
const CAPITALS = ['"Account"', '"Invoice"', '"Event"', '"Tariff"'];
const PLAN = "CREATE TYPE plan AS ENUM ('free', 'pro');";
const CHECKS = ['paid', 'plan_given', '"seats given"', 'seats_given'];
const INDEXED = ['email', 'name', 'plan', 'at'];

/** The tables that an example speaks of and does not create, with the columns that it does not add, and some indexes. */
function fixtureFor(example: string): string {
	const columns = COLUMNS.filter((column) => {
		const name = column.split(' ')[0];
		return !new RegExp(`ADD (?:COLUMN )?(?:IF NOT EXISTS )?${name} `).test(example);
	});
	const key = /ADD [^;]*PRIMARY KEY/.test(example) ? 'id bigint NOT NULL' : 'id bigint PRIMARY KEY';
	const missing = (name: string): boolean =>
		!example.includes(`RENAME TO ${name}`) &&
		!new RegExp(`CREATE [A-Z ]*TABLE (?:IF NOT EXISTS )?${name.replace('.', '\\.')} `).test(example);
	const tables = ['', 'app.'].flatMap((schema) =>
		[...TABLES, 'session', 'tariff', ...CAPITALS].map((table) => `${schema}${table}`).filter(missing),
	);
	const type = example.includes('TYPE plan ') && !example.includes('CREATE TYPE plan') ? [PLAN] : [];
	const indexed = /DROP|REINDEX|USING/.test(example) ? INDEXED : [];
	const checked = example.includes('VALIDATE CONSTRAINT') ? CHECKS : [];
	return [
		...type,
		...tables.map((table) => `CREATE TABLE ${table} (${[key, ...columns].join(', ')});`),
		...tables.flatMap((table) => {
			const owner = table.split('.').at(-1)?.replaceAll('"', '');
			return indexed
				.filter((name) => columns.some((column) => column.startsWith(`${name} `)))
				.filter((name) => !example.includes(`EXISTS ${owner}_${name}`))
				.map((name) => `CREATE INDEX IF NOT EXISTS ${owner}_${name} ON ${table} (${name});`);
		}),
		...tables.flatMap((table) =>
			checked
				.filter((name) => !example.includes(`ADD CONSTRAINT ${name}`))
				.map((name) => `ALTER TABLE ${table} ADD CONSTRAINT ${name} CHECK (id > 0) NOT VALID;`),
		),
	].join('\n');
}

/** Rules of what the server refuses: their examples do not run. */
const REFUSED = /^(?:enum-value-used|pending-trigger|create-index-partitioned|view-depends)/;

const statementsOf = (script: string): readonly string[] =>
	cutScript(script, postgresql.reading).cuts.map(({ text }) => text);

/** Run statements one by one, as psql does, and say what was refused. */
async function refused(database: Database, fixture: string, script: string): Promise<string | undefined> {
	await database.exec(EMPTY);
	await database.exec(fixture);
	try {
		for (const statement of statementsOf(script)) await database.query(statement);
		return undefined;
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	} finally {
		await database.query('ROLLBACK');
	}
}

interface Advice {
	readonly id: string;
	readonly example: string;
	/** The example up to the statement, and what is to be run instead of that. */
	readonly script: string;
}

function advices(id: string, { examples, given: { options, ...server } = {} }: Rule): readonly Advice[] {
	return examples.bad.flatMap((example) => {
		const { found } = reviewed(example, { preset: 'strict', rules: { [id]: { options } }, ...server, version: 18 });
		return found.flatMap(({ rule, instead, line }) => {
			const before = example.split('\n').slice(0, line - 1);
			return rule === id && instead !== undefined ? { id, example, script: [...before, instead].join('\n') } : [];
		});
	});
}

suite('what rules say to do instead, on PostgreSQL 18', (test) => {
	test('runs where the statement runs that it stands for', async () => {
		const database = await (await postgres(18)).database();
		const wrong: string[] = [];
		let tried = 0;
		for (const { id, example, script } of Object.entries<Rule>(rules).flatMap(([id, rule]) => advices(id, rule))) {
			const fixture = fixtureFor(example);
			const why = await refused(database, fixture, example);
			if (why !== undefined && !REFUSED.test(id)) continue;
			tried++;
			const problem = await refused(database, fixture, script);
			if (problem !== undefined) wrong.push(`${id}: ${problem}\n${script}`);
		}
		assert.equal(wrong, []);
		assert.ok(tried > 140, String(tried));
	});
});
