import type { Test } from 'uvu';
import * as assert from 'uvu/assert';
import { keysOf } from '../../src/core/keys.ts';
import { noEnumTypes } from '../../src/dialects/compile.ts';
import { deriveDowngrade, dialects, isGenSqlError, record } from '../../src/index.ts';
import type { RevisionBody } from '../../src/record/record.ts';
import type { Scenario } from '../ops/examples/examples.ts';
import { fixture } from '../ops/examples/fixture.ts';
import { examples } from '../ops/examples/index.ts';
import { catalog, withoutPositions } from '../support/catalog.ts';
import { onServers } from '../support/on-servers.ts';
import { PGLITE_MAJOR, pglite } from '../support/pglite.ts';
import type { Database } from '../support/postgres.ts';
import { statementsOf } from '../support/script.ts';
import { suite } from '../support/suite.ts';

/** A server, or PGlite. */
type AnyDatabase = Pick<Database, 'exec' | 'query'>;

async function apply(database: Pick<Database, 'exec'>, body: RevisionBody): Promise<void> {
	for (const statement of await statementsOf(body)) await database.exec(statement);
}

async function check(database: AnyDatabase, { up, down, shows }: Scenario): Promise<void> {
	const before = await catalog(database);
	const [query, expected] = shows;
	const value = async (): Promise<unknown> => (await database.query(query))[0]?.['value'] ?? null;
	await apply(database, up);
	const first = await catalog(database);
	assert.equal(await value(), expected);
	await apply(database, down);
	assert.equal(withoutPositions(await catalog(database)), withoutPositions(before));
	await apply(database, up);
	assert.equal(withoutPositions(await catalog(database)), withoutPositions(first));
	assert.equal(await value(), expected);
	await apply(database, (await derived(up)) ?? down);
	assert.equal(withoutPositions(await catalog(database)), withoutPositions(before));
}

/** The change taken back by what gen-sql derives from it; undefined when it says that it cannot. */
async function derived(up: RevisionBody): Promise<RevisionBody | undefined> {
	try {
		const recorded = await record(up, { undo: true });
		const undone = deriveDowngrade(recorded, noEnumTypes(dialects.postgresql));
		return (op) => {
			for (const operation of undone) op.invoke(operation);
		};
	} catch (error) {
		if (isGenSqlError(error) && error.code === 'OPERATION_IRREVERSIBLE') return undefined;
		throw error;
	}
}

/** Every scenario on one engine, all in one database. */
function defineScenarios(test: Test, major: number, open: () => Promise<AnyDatabase>): void {
	let database: AnyDatabase | undefined;
	for (const [kind, { scenarios }] of Object.entries(examples)) {
		for (const [title, scenario] of Object.entries(scenarios)) {
			const isThere = major >= (scenario.since ?? 0);
			(isThere ? test : test.skip)(`${kind}, ${title}, there and back`, async () => {
				if (!database) {
					database = await open();
					await apply(database, fixture);
				}
				await check(database, scenario);
			});
		}
	}
}

suite('db/operations', (test) => {
	test('every operation has a scenario', () => {
		const without = keysOf(examples).filter((kind) => Object.keys(examples[kind].scenarios).length === 0);
		assert.equal(without, []);
	});
});

onServers('db/operations', (test, { major, open }) => defineScenarios(test, major, open));

suite('db/operations on PGlite', (test) => defineScenarios(test, PGLITE_MAJOR, pglite));
