import { setImmediate } from 'node:timers/promises';
import * as assert from 'uvu/assert';
import { registerScript } from '../../src/core/source.ts';
import {
	column,
	compile,
	deriveDowngrade,
	dialects,
	EnumTypes,
	irreversible,
	type Operation,
	record,
	sql,
	t,
	table,
} from '../../src/index.ts';
import type { RecordOptions, RevisionBody } from '../../src/record/record.ts';
import { textOf } from '../../src/sql/split.ts';
import { printed, project, revisionText, run } from '../support/project.ts';
import { suite } from '../support/suite.ts';
import { rejectsCode, throwsCode } from '../support/throws.ts';

const none = (): EnumTypes => new EnumTypes(dialects.postgresql.spelling.resolveType);

/** What is derived from an upgrade. */
const derived = async (up: RevisionBody, options: RecordOptions = {}): Promise<readonly Operation[]> =>
	deriveDowngrade(await record(up, { ...options, undo: true }), none());

/** The same as SQL, with a mark on what runs outside a transaction. */
const undone = async (up: RevisionBody): Promise<readonly string[]> =>
	compile(await derived(up), dialects.postgresql).map(
		({ parts, transaction }) => textOf(parts) + (transaction === 'never' ? ' -- outside' : ''),
	);

const refused = (up: RevisionBody) => rejectsCode(derived(up), 'OPERATION_IRREVERSIBLE');

const id = [column('id', t.integer())];
const rows = table('a', id);
const state = t.enum('state', ['new', 'sent']);

registerScript(import.meta.url, (line, column) => ({ line, column }));

suite('revisions/downgrade order', (test) => {
	test('the last operation is undone first', async () => {
		assert.equal(
			await undone((op) => {
				op.createTable('a', id);
				op.addColumn('b', column('c', t.text()));
				op.renameTable('b', 'd');
				op.createIndex('ix', 'd', ['c']);
			}),
			['DROP INDEX ix', 'ALTER TABLE d RENAME TO b', 'ALTER TABLE b DROP COLUMN c', 'DROP TABLE a'],
		);
	});

	test('several operations that undo one keep their own order', async () => {
		const operations = await derived((op) =>
			op.createPrimaryKey('pk', 'a', ['b', 'c'], { existingNullable: ['c', 'b'] }),
		);
		assert.equal(
			operations.map(({ kind }) => kind),
			['dropConstraint', 'alterColumn', 'alterColumn'],
		);
	});

	test('what undoes an operation comes from the same call, and stands in the same blocks', async () => {
		const recorded = await record(
			(op) => op.autocommitBlock(() => op.batchAlterTable('a', (batch) => batch.addColumn(column('b', t.text())))),
			{ undo: true },
		);
		const [op] = deriveDowngrade(recorded, none());
		assert.ok(op?.at);
		assert.is(op?.kind, 'dropColumn');
		assert.equal([op?.at, op?.scope], [recorded[0]?.at, recorded[0]?.scope]);
		assert.equal(
			op?.scope?.map(({ kind }) => kind),
			['autocommit', 'batch'],
		);
	});

	test('nothing undoes nothing', async () => {
		assert.equal(await derived(() => undefined), []);
	});

	test('what is derived is frozen', async () => {
		const operations = await derived((op) => op.createTable('a', id));
		assert.ok(Object.isFrozen(operations) && operations.every((op) => Object.isFrozen(op)));
	});
});

suite('revisions/downgrade within tables', (test) => {
	const insert: RevisionBody = (op) => op.bulkInsert(rows, [{ id: 1 }]);

	test('rows of a table that goes need not be taken back', async () => {
		assert.equal(
			await undone(async (op) => {
				op.createTable('a', id);
				await insert(op);
			}),
			['DROP TABLE a'],
		);
		assert.is(
			(await refused(insert)).message,
			'bulkInsert cannot be undone: which rows it has added is not known afterwards',
		);
	});

	test('the table of another schema is another one', async () => {
		await refused((op) => {
			op.createTable('a', id, { schema: 's' });
			insert(op);
		});
	});

	test('a table that is made afterwards does not take them along', async () => {
		await refused((op) => {
			insert(op);
			op.renameTable('a', 'b');
			op.createTable('a', id);
		});
	});

	test('a table is followed when it is renamed', async () => {
		assert.equal(
			await undone((op) => {
				op.createTable('b', id);
				op.renameTable('b', 'a');
				insert(op);
			}),
			['ALTER TABLE a RENAME TO b', 'DROP TABLE b'],
		);
	});

	test('a table that takes over the name of one that goes keeps its rows', async () => {
		await refused((op) => {
			op.createTable('a', id);
			op.renameTable('a', 'b');
			op.renameTable('old', 'a');
			insert(op);
		});
		await refused((op) => {
			op.createTable('a', id);
			op.dropTable('a', { was: id });
			op.renameTable('old', 'a');
			insert(op);
		});
		await refused((op) => {
			op.createTable('a', id);
			op.reversible(
				() => op.dropTable('a'),
				() => op.createTable('a', id) as unknown as undefined,
			);
			op.renameTable('old', 'a');
			insert(op);
		});
	});

	test('a table that the author takes back is not looked into', async () => {
		await refused((op) => {
			op.reversible(
				() => op.createTable('a', id),
				() => op.dropTable('a'),
			);
			insert(op);
		});
	});
});

suite('revisions/downgrade enums', (test) => {
	test('a type that the upgrade needs first is dropped after what uses it', async () => {
		assert.equal(
			await undone((op) => {
				op.createTable('a', [column('b', state)]);
				op.addColumn('c', column('d', state));
			}),
			['ALTER TABLE c DROP COLUMN d', 'DROP TABLE a', 'DROP TYPE state'],
		);
	});

	test('a type that is there without the revision stays', async () => {
		const types = none();
		const recorded = await record((op) => op.createTable('a', [column('b', state)]), { undo: true });
		for (const op of recorded) types.apply(op);
		assert.equal(
			deriveDowngrade(recorded, types).map(({ kind }) => kind),
			['dropTable'],
		);
	});

	test('a type that is dropped comes back before what uses it', async () => {
		assert.equal(
			await undone((op) => {
				op.dropTable('a', { was: [column('b', state)] });
				op.dropEnum('state', { was: ['new', 'sent'] });
			}),
			["CREATE TYPE state AS ENUM ('new', 'sent')", 'CREATE TABLE a (\n    b state\n)'],
		);
	});

	test('a refusal speaks of the call, not of the type that it needs', async () => {
		const { message } = await refused((op) => op.createTable('a', [column('b', state)], { ifNotExists: true }));
		assert.is(message, 'createTable cannot be undone: it may have been there before');
	});

	const parted = {
		'revisions/r1.ts': revisionText('r1', null),
		...Object.fromEntries(
			['ra', 'rb'].map((branch) => [
				`revisions/${branch}.ts`,
				revisionText(branch, 'r1', `op.createTable('t${branch}', [column('c', t.enum('state', ['new']))]);`).replace(
					/export function downgrade.*/,
					"export const downgrade = 'auto';",
				),
			]),
		),
	};

	const changes = (text: string): string =>
		[...text.matchAll(/^(CREATE|DROP) (?:TYPE|TABLE) (?!IF)(\w+)/gm)].map(([, verb, name]) => `${verb} ${name}`).join();

	test('of branches that share a type, the last that goes drops it', async () => {
		const root = project(parted);
		const text = async (range: string) => changes(await printed(root, 'downgrade', range));
		assert.is(await text('heads:base'), 'DROP tra,DROP trb,DROP state');
		assert.is(await text('ra:r1'), 'DROP tra,DROP state');
	});
});

suite('revisions/downgrade reversible', (test) => {
	const part =
		(name: string): RevisionBody =>
		(op) =>
			op.reversible(
				() => {
					op.execute(`up ${name}`);
					op.execute(`up more ${name}`);
				},
				() => {
					op.execute(`down ${name}`);
					op.execute(`down more ${name}`);
				},
			);

	test('a part is undone by what it says, in the order written, where it stands', async () => {
		assert.equal(
			await undone(async (op) => {
				op.createTable('a', id);
				await part('1')(op);
				op.createTable('b', id);
				await part('2')(op);
			}),
			['down 2', 'down more 2', 'DROP TABLE b', 'down 1', 'down more 1', 'DROP TABLE a'],
		);
	});

	test('an upgrade runs what it does alone', async () => {
		const recorded = await record(part('1'));
		assert.equal(
			recorded.map((op) => op.kind === 'execute' && op.scope?.map((scope) => scope.kind)),
			[['reversible'], ['reversible']],
		);
	});

	test('one side may be empty', async () => {
		assert.equal(
			await undone((op) => {
				op.createTable('a', id);
				op.reversible(
					() => op.execute('up'),
					() => undefined,
				);
				op.reversible(
					() => undefined,
					() => op.execute('down'),
				);
			}),
			['down', 'DROP TABLE a'],
		);
	});

	test('either side may be async', async () => {
		for (const [forward, back] of [
			[true, true],
			[true, false],
			[false, true],
		] as const) {
			const side = (isAsync: boolean, act: () => void) =>
				isAsync
					? async () => {
							await setImmediate();
							act();
						}
					: act;
			assert.equal(
				await undone(async (op) => {
					op.createTable('a', id);
					await op.reversible(
						side(forward, () => op.execute('up')),
						side(back, () => op.execute('down')) as () => void,
					);
					op.createTable('b', id);
				}),
				['DROP TABLE b', 'down', 'DROP TABLE a'],
			);
		}
	});

	test('one that is not awaited is refused', async () => {
		const { message } = await rejectsCode(
			derived((op) => {
				op.reversible(
					() => undefined,
					async () => {
						await setImmediate();
					},
				);
			}),
			'OPERATION_LATE',
		);
		assert.is(message, 'op.reversible() is async and was not awaited');
	});

	test('returns what its first side returns, awaited where the other is async', async () => {
		for (const undo of [true, false]) {
			await record(
				async (op) => {
					const made = op.reversible(
						() => op.createTable('a', id),
						() => undefined,
					);
					assert.equal(made, rows);
					const value = await op.reversible(
						() => 5,
						async () => {
							await setImmediate();
						},
					);
					assert.is(value, 5);
				},
				{ undo },
			);
		}
	});

	test('the outermost part alone says how all of it is undone', async () => {
		assert.equal(
			await undone((op) => {
				op.reversible(
					() => {
						part('inner')(op);
						op.execute('up outer');
					},
					() => op.execute('down outer'),
				);
			}),
			['down outer'],
		);
	});

	test('what a part inside another would undo has no say about types', async () => {
		assert.equal(
			await undone((op) => {
				op.createTable('a', [column('b', state)]);
				op.reversible(
					() =>
						op.reversible(
							() => undefined,
							() => op.dropEnum('state'),
						),
					() => undefined,
				);
				op.createTable('c', [column('b', state)]);
			}),
			['DROP TABLE c', 'DROP TABLE a', 'DROP TYPE state'],
		);
	});

	test('is refused in what undoes another, as in a downgrade', async () => {
		const { message, at } = await rejectsCode(
			derived((op) =>
				op.reversible(
					() => undefined,
					() => part('1')(op) as undefined,
				),
			),
			'ARGUMENT_INVALID',
		);
		assert.is(message, 'op.reversible belongs into upgrade');
		assert.ok(at);
	});

	test('keeps the blocks that it stands in, and those inside it', async () => {
		assert.equal(
			await undone((op) => {
				op.autocommitBlock(() =>
					op.reversible(
						() => op.execute('up'),
						() => op.execute('down'),
					),
				);
				op.reversible(
					() => op.execute('up'),
					() => op.autocommitBlock(() => op.execute('down inside')),
				);
				op.batchAlterTable('a', (batch) => {
					batch.addColumn(column('b', t.text()));
					op.reversible(
						() => batch.createIndex('ix', ['b']),
						() => batch.dropIndex('ix'),
					);
				});
			}),
			['DROP INDEX ix', 'ALTER TABLE a DROP COLUMN b', 'down inside -- outside', 'down -- outside'],
		);
	});

	test('refuses what is no function', async () => {
		for (const args of [[], [() => 1], [() => 1, 'down'], [() => 1, () => 2, 3]]) {
			await rejectsCode(
				derived((op) => (op.reversible as (...given: unknown[]) => unknown)(...args)),
				'ARGUMENT_INVALID',
			);
		}
	});
});

suite('revisions/downgrade errors', (test) => {
	const auto = (up: string): string =>
		revisionText('a1', null, up).replace(/export function downgrade.*/, "export const downgrade = 'auto';");

	test('what nothing undoes is refused with its line, and with what to do', async () => {
		const root = project({ 'revisions/a.ts': auto(`op.execute('x');\n\n\top.dropTable('a');`) });
		const { code, stdout, stderr } = await run(root, ['downgrade', 'a1:base']);
		assert.equal([code, stdout], [4, '']);
		assert.is(
			stderr,
			[
				'revisions/a.ts:6:44: error[OPERATION_IRREVERSIBLE]: execute cannot be undone: SQL text is not read',
				'hint: write op.reversible(up, down)',
				'',
			].join('\n'),
		);
		const { hint } = await refused((op) => op.dropTable('a'));
		assert.is(hint, 'give { was: [ its columns and constraints ] }, or write op.reversible(up, down)');
	});

	test('an upgrade is not looked at for its downgrade', async () => {
		const root = project({ 'revisions/a.ts': auto(`op.execute('select 1');`) });
		assert.match(await printed(root, 'upgrade', 'head'), 'select 1;');
	});

	test("'auto' works in a JavaScript revision", async () => {
		const root = project({
			'revisions/a.js': `export const revision = 'a1';
export const downRevision = null;
export function upgrade(op) { op.renameTable('a', 'b'); }
export const downgrade = 'auto';
`,
		});
		assert.match(await printed(root, 'downgrade', 'a1:base'), 'ALTER TABLE b RENAME TO a;');
	});

	test('a revision that says so has no way back, with its reason', async () => {
		const text = auto('').replace("'auto'", "irreversible('the plain\\npasswords are gone')");
		const root = project({ 'revisions/a.ts': `import { irreversible } from 'gen-sql';\n${text}` });
		const { code, stderr } = await run(root, ['downgrade', 'a1:base']);
		assert.is(code, 4);
		assert.match(
			stderr,
			/^revisions\/a\.ts:8:14: error\[DOWNGRADE_IRREVERSIBLE\]: the revision a1 cannot be undone: the plain passwords are gone\nhint: restore/,
		);
		assert.match(await printed(root, 'upgrade', 'head'), "VALUES ('a1')");
	});

	test('a downgrade that is nothing of it is refused', async () => {
		for (const wrong of [
			"'automatic'",
			'null',
			"{ kind: 'irreversible' }",
			'5',
			"{ kind: 'irreversible', reason: 5 }",
		]) {
			const root = project({ 'revisions/a.ts': auto('').replace("'auto'", wrong) });
			const { code, stderr } = await run(root, ['downgrade', 'a1:base']);
			assert.is(code, 3, `${wrong}: ${stderr}`);
			assert.match(stderr, 'error[REVISION_INVALID]: the revision a1 exports a "downgrade" that is no function');
			assert.match(
				stderr,
				"hint: write export function downgrade(op: Op): void { … }, or 'auto', or irreversible('reason')",
			);
		}
	});

	test('a downgrade that is a function undoes everything itself', async () => {
		const down = `op.reversible(() => op.dropTable('a'), () => undefined);`;
		const root = project({ 'revisions/a.ts': revisionText('a1', null, '', down) });
		const { code, stderr } = await run(root, ['downgrade', 'a1:base']);
		assert.is(code, 4);
		assert.match(
			stderr,
			/^revisions\/a\.ts:7:\d+: error\[ARGUMENT_INVALID\]: op\.reversible belongs into upgrade\nhint: write what the downgrade does, or export const downgrade = 'auto'/,
		);
	});

	test('a reason is a line of text', () => {
		assert.equal(irreversible(' the rows\tare gone\n'), { kind: 'irreversible', reason: 'the rows are gone' });
		for (const wrong of ['', ' \n', undefined, null, 5, sql`a`]) {
			const { message } = throwsCode(() => irreversible(wrong as string), 'ARGUMENT_INVALID');
			assert.match(message, 'irreversible: reason must be a line of text');
		}
	});

	test('names that a convention has made are not completed again when what undoes them is recorded', async () => {
		const namingConvention = { uq: 'uq_%(table_name)s_%(constraint_name)s' };
		const undo = await derived((op) => op.createUniqueConstraint('b', 'a', ['b']), { namingConvention });
		const again = await record(
			(op) => {
				for (const operation of undo) op.invoke(operation);
			},
			{ namingConvention },
		);
		assert.equal(
			again.map((op) => op.kind === 'dropConstraint' && op.name),
			['uq_a_b'],
		);
	});
});
