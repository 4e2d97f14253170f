import { setImmediate } from 'node:timers/promises';
import vm from 'node:vm';
import * as assert from 'uvu/assert';
import type { GenSqlError } from '../../src/core/error.ts';
import { keysOf } from '../../src/core/keys.ts';
import { registerScript } from '../../src/core/source.ts';
import type { RevisionContext } from '../../src/ops/context.ts';
import { type Op, operations } from '../../src/ops/index.ts';
import { withDeepStacks } from '../../src/record/call-site.ts';
import { type RevisionBody, record } from '../../src/record/record.ts';
import { column } from '../../src/schema/column.ts';
import { table } from '../../src/schema/table.ts';
import { t } from '../../src/sql/types.ts';
import { examples } from '../ops/examples/index.ts';
import { suite } from '../support/suite.ts';
import { rejectsCode, throwsCode } from '../support/throws.ts';
import * as helper from './helper.ts';

const here = import.meta.url;
const same = (line: number, column: number) => ({ line, column });

registerScript(here, same);
registerScript(helper.script, same);

/** A body made from text, so that its lines and columns are known; it stands in a script of its own. */
function bodyOf(script: string, text: string): RevisionBody {
	registerScript(script, (line, column) => ({ line: line + 100, column }));
	return vm.runInThisContext(text, { filename: script }) as RevisionBody;
}

suite('record', (test) => {
	test('records the calls in their order', async () => {
		const recorded = await record((op) => {
			op.dropTable('a');
			op.renameTable('b', 'c');
			op.dropTable('d');
		});
		assert.equal(
			recorded.map((op) =>
				op.kind === 'execute' ? '' : `${op.kind} ${'table' in op ? JSON.stringify(op.table) : ''}`,
			),
			['dropTable {"name":"a"}', 'renameTable {"name":"b"}', 'dropTable {"name":"d"}'],
		);
	});

	test('records what an async body asks for before it is done', async () => {
		const recorded = await record(async (op) => {
			op.dropTable('a');
			await setImmediate();
			op.dropTable('b');
		});
		assert.is(recorded.length, 2);
	});

	test('records nothing for a body that asks for nothing', async () => {
		assert.equal(await record(() => undefined), []);
	});

	test('marks a name as final, and refuses what is none', async () => {
		await record((op) => {
			const name = op.f('ck');
			assert.equal(name, { kind: 'final', name: 'ck' });
			assert.ok(Object.isFrozen(name));
		});
		const { message, at } = await rejectsCode(
			record((op) => {
				try {
					op.f('');
				} catch {}
			}),
			'IDENTIFIER_INVALID',
		);
		assert.is(message, 'f: name is empty');
		assert.is(at?.file, here);
	});

	test('offers every operation of the registry, also by itself', async () => {
		await record((op) => {
			for (const kind of keysOf(operations)) assert.type(op[kind], 'function');
			const { dropTable } = op;
			dropTable('a');
		});
	});

	test('returns the table of createTable, and nothing otherwise', async () => {
		await record((op) => {
			const made = op.createTable('a', [column('b', t.text())], { schema: 's' });
			assert.equal(made, table('a', [column('b', t.text())], { schema: 's' }));
			assert.is(op.dropTable('a') as unknown, undefined);
		});
	});

	test('what is recorded is frozen throughout', async () => {
		const thawed: string[] = [];
		for (const kind of keysOf(examples)) {
			for (const body of Object.values(examples[kind].cases)) {
				const recorded = await record(body);
				assert.ok(Object.isFrozen(recorded));
				for (const op of recorded) thawed.push(...open(op, op.kind));
			}
		}
		assert.equal([...new Set(thawed)].sort(), []);
	});

	test('what is recorded does not follow what the author changes later', async () => {
		const settings = { theme: 'dark' };
		const tags = ['a'];
		const day = new Date(0);
		const bytes = new Uint8Array([1]);
		const doc = table('doc', [
			column('settings', t.jsonb()),
			column('tags', t.array(t.text())),
			column('day', t.date()),
			column('bytes', t.largeBinary()),
		]);
		const [op] = await record((op) => {
			op.bulkInsert(doc, [{ settings, tags, day, bytes }]);
			settings.theme = 'light';
			tags.push('b');
			day.setUTCFullYear(2000);
			bytes[0] = 2;
		});
		assert.equal(op?.kind === 'bulkInsert' && op.rows, [
			{ settings: { theme: 'dark' }, tags: ['a'], day: new Date(0), bytes: new Uint8Array([1]) },
		]);
	});

	test('op is itself and nothing else: JavaScript may look at it', async () => {
		await record(async (op) => {
			assert.is(await (op as unknown), op);
			assert.is(JSON.stringify({ op }), '{"op":{}}');
			assert.is(String(Object.keys(op).includes('dropTable')), 'true');
			assert.ok('dropTable' in op);
			assert.type((op as unknown as Record<symbol, unknown>)[Symbol.toPrimitive], 'undefined');
		});
	});
});

/** The paths of the objects that are not frozen. Dates and bytes cannot be. */
function open(value: unknown, path: string): readonly string[] {
	if (typeof value !== 'object' || value === null || value instanceof Date || value instanceof Uint8Array) return [];
	const inner = Object.entries(value).flatMap(([key, entry]) =>
		open(entry, `${path}.${Array.isArray(value) ? 'n' : key}`),
	);
	return Object.isFrozen(value) ? inner : [path, ...inner];
}

suite('record positions', (test) => {
	test('a call is placed in the script of the body', async () => {
		const [op] = await record((op) => op.dropTable('a'), { script: here });
		assert.is(op?.at?.script, here);
		assert.not.ok(op?.at && 'via' in op.at);
	});

	test('a call is placed by line and column, from 1', async () => {
		const body = bodyOf('/revisions/place.ts', '(op) => {\n  op.dropTable("a"); op\n    .dropTable("b");\n}');
		const recorded = await record(body, { script: '/revisions/place.ts' });
		assert.equal(
			recorded.map(({ at }) => at),
			[
				{ script: '/revisions/place.ts', line: 2, column: 6 },
				{ script: '/revisions/place.ts', line: 3, column: 6 },
			],
		);
	});

	test('a call of a helper is placed in the revision, and knows the helper', async () => {
		const [op] = await record((op) => helper.addAudit(op, 'a'), { script: here });
		assert.is(op?.at?.script, here);
		assert.is(op?.at?.via?.script, helper.script);
	});

	test('without a revision the nearest script of the author counts', async () => {
		const [op] = await record((op) => helper.addAudit(op, 'a'));
		assert.is(op?.at?.script, helper.script);
		assert.not.ok(op?.at && 'via' in op.at);
	});

	test('a call from a script that nobody registered has no place', async () => {
		const text = '(op) => new Promise((done) => setImmediate(() => done(op.dropTable("a"))))';
		const stranger = vm.runInThisContext(text, { filename: '/stranger.js' }) as RevisionBody;
		const [op] = await record(stranger);
		assert.is(op?.kind, 'dropTable');
		assert.not.ok(op && 'at' in op);
	});

	test('a call is placed through helpers that call helpers, when stacks are deep', async () => {
		const deep = (op: Op, depth: number): void => (depth === 0 ? helper.addAudit(op, 'a') : deep(op, depth - 1));
		const body = bodyOf('/revisions/deep.ts', '(op) => deep(op)');
		Object.assign(globalThis, { deep: (op: Op) => deep(op, 20) });
		const limit = Error.stackTraceLimit;
		const [op] = await withDeepStacks(() => record(body, { script: '/revisions/deep.ts' }));
		Reflect.deleteProperty(globalThis, 'deep');
		assert.is(op?.at?.script, '/revisions/deep.ts');
		assert.is(Error.stackTraceLimit, limit);
	});

	test('stacks are put back when the run fails', async () => {
		const limit = Error.stackTraceLimit;
		await withDeepStacks(() => Promise.reject(new Error('x'))).catch(() => undefined);
		assert.is(Error.stackTraceLimit, limit);
		assert.match(new Error('x').stack ?? '', 'record.test.ts');
	});

	test('an error is placed in the source, through the translation of the script', async () => {
		for (const [call, code] of [
			['op.dropTable(5)', 'ARGUMENT_INVALID'],
			['op.dropTable("")', 'IDENTIFIER_INVALID'],
			['op.dropTabel("a")', 'OPERATION_UNKNOWN'],
			['op.getBind()', 'DATABASE_UNAVAILABLE'],
		] as const) {
			const script = '/revisions/wrong.ts';
			const error = await rejectsCode(record(bodyOf(script, `(op) => {\n ${call};\n}`), { script }), code);
			assert.equal(error.at, { file: script, line: 102, column: 5 }, call);
		}
	});

	test('an assignment is placed like any other mistake', async () => {
		const script = '/revisions/assign.ts';
		const body = bodyOf(script, '(op) => {\n op.dropTable = null;\n}');
		const error = await rejectsCode(record(body, { script }), 'OPERATION_UNKNOWN');
		assert.is(error.message, 'op.dropTable cannot be assigned');
		assert.is(error.at?.file, script);
		assert.is(error.at?.line, 102);
	});
});

suite('record refusals', (test) => {
	test('an unknown operation is refused with the one that was meant', async () => {
		const error = await rejectsCode(
			record((op) => (op as unknown as { createTabel(): void }).createTabel()),
			'OPERATION_UNKNOWN',
		);
		assert.is(error.message, 'op.createTabel does not exist');
		assert.is(error.hint, 'did you mean "createTable"?');
	});

	test("Alembic's own spelling is understood", async () => {
		const error = await rejectsCode(
			record((op) => (op as unknown as { create_table(): void }).create_table()),
			'OPERATION_UNKNOWN',
		);
		assert.is(error.hint, 'did you mean "createTable"?');
	});

	test('what would need a database is refused with what to write instead', async () => {
		for (const name of ['getBind', 'getConnection', 'runAsync']) {
			const error = await rejectsCode(
				record((op) => (op as unknown as Record<string, () => void>)[name]?.()),
				'DATABASE_UNAVAILABLE',
			);
			assert.is(error.message, `op.${name}() needs a database, and gen-sql has none`);
			assert.match(error.hint ?? '', 'op.execute(');
		}
	});

	test('a mistake counts also when the body catches it', async () => {
		const mistakes: readonly (readonly [RevisionBody, string])[] = [
			[(op) => op.dropTable(''), 'dropTable: name is empty'],
			[(op) => (op as unknown as { createTabel(): void }).createTabel(), 'op.createTabel does not exist'],
			[(op) => Object.assign(op, { x: 1 }), 'op.x cannot be assigned'],
		];
		for (const [mistake, message] of mistakes) {
			const swallowing: RevisionBody = (op) => {
				try {
					mistake(op);
				} catch {
					op.dropTable('a');
				}
			};
			await assertRejects(record(swallowing), message);
		}
	});

	test('the first of several mistakes is the one that is told', async () => {
		const body: RevisionBody = (op) => {
			for (const name of ['', 'a\0']) {
				try {
					op.dropTable(name);
				} catch {}
			}
		};
		await assertRejects(record(body), 'dropTable: name is empty');
	});

	test("an error of the body's own comes through as it is", async () => {
		const own = new RangeError('mine');
		const thrown = await record(() => {
			throw own;
		}).catch((error: unknown) => error);
		assert.is(thrown, own);
	});

	test('a call after the body has returned is refused, and told', async () => {
		const told: GenSqlError[] = [];
		let late: Op | undefined;
		const recorded = await record(
			(op) => {
				late = op;
				op.dropTable('a');
			},
			{ script: here, onLate: (error) => told.push(error) },
		);
		const error = throwsCode(() => late?.dropTable('b'), 'OPERATION_LATE');
		assert.is(error.message, 'op.dropTable() was called after its function had returned');
		assert.is(error.at?.file, here);
		assert.equal(told, [error]);
		assert.is(recorded.length, 1);
	});

	test('a call after the body has failed is refused', async () => {
		let late: Op | undefined;
		const failing = record((op) => {
			late = op;
			throw new Error('x');
		});
		await failing.catch(() => undefined);
		throwsCode(() => late?.dropTable('b'), 'OPERATION_LATE');
	});

	test('a block after the body has returned is refused, though it is empty', async () => {
		let late: Op | undefined;
		await record((op) => {
			late = op;
		});
		throwsCode(() => late?.autocommitBlock(() => undefined), 'OPERATION_LATE');
	});
});

async function assertRejects(promise: Promise<unknown>, message: string): Promise<void> {
	const error = await promise.then(
		() => undefined,
		(thrown: unknown) => thrown,
	);
	assert.is((error as Error | undefined)?.message, message);
}

suite('record blocks', (test) => {
	const autocommit = [{ kind: 'autocommit' }];
	const scopes = async (body: RevisionBody) => (await record(body)).map(({ scope }) => scope);

	test('the operations of a block know the block', async () => {
		const found = await scopes((op) => {
			op.dropTable('a');
			op.autocommitBlock(() => op.dropTable('b'));
			op.dropTable('c');
		});
		assert.equal(found, [undefined, autocommit, undefined]);
	});

	test('blocks nest', async () => {
		const found = await scopes((op) =>
			op.autocommitBlock(() => {
				op.autocommitBlock(() => op.dropTable('a'));
				op.dropTable('b');
			}),
		);
		assert.equal(found, [[...autocommit, ...autocommit], autocommit]);
	});

	test('an async block keeps its operations apart from those outside that run meanwhile', async () => {
		const found = await scopes(async (op) => {
			const block = op.autocommitBlock(async () => {
				op.dropTable('a');
				await setImmediate();
				op.dropTable('c');
			});
			op.dropTable('b');
			await block;
			op.dropTable('d');
		});
		assert.equal(found, [autocommit, undefined, autocommit, undefined]);
	});

	test('a block returns what its function returns', async () => {
		await record(async (op) => {
			assert.is(
				op.autocommitBlock(() => 1),
				1,
			);
			assert.is(await op.autocommitBlock(async () => 2), 2);
		});
	});

	test('an async block that is not awaited is refused', async () => {
		const error = await rejectsCode(
			record((op) => {
				op.autocommitBlock(async () => {
					await setImmediate();
				});
			}),
			'OPERATION_LATE',
		);
		assert.match(error.message, 'was not awaited');
		assert.match(error.hint ?? '', 'await op.autocommitBlock');
	});

	test('a block that fails fails the body, and leaves nothing open', async () => {
		await assertRejects(
			record((op) => op.autocommitBlock(() => Promise.reject(new Error('mine')))),
			'mine',
		);
		const found = await scopes(async (op) => {
			await op.autocommitBlock(() => Promise.reject(new Error('x'))).catch(() => undefined);
			op.dropTable('a');
		});
		assert.equal(found, [undefined]);
	});

	test('a block is a function', async () => {
		for (const wrong of [undefined, 'select 1', {}]) {
			await rejectsCode(
				record((op) => op.autocommitBlock(wrong as never)),
				'ARGUMENT_INVALID',
			);
		}
	});
});

suite('record context', (test) => {
	test('a body may ask what run it is part of', async () => {
		const context: RevisionContext = {
			dialect: 'postgresql',
			database: 'main',
			direction: 'downgrade',
			revision: '1975ea83b712',
			offline: true,
			x: { tenant: 'acme' },
		};
		await record((op) => assert.is(op.getContext(), context), { context });
	});

	test('a body that no revision started gets a bare context, frozen', async () => {
		await record((op) => {
			const context = op.getContext();
			assert.equal(context, {
				dialect: 'postgresql',
				database: 'main',
				direction: 'upgrade',
				revision: '',
				offline: true,
				x: {},
			});
			assert.ok(Object.isFrozen(context) && Object.isFrozen(context.x));
		});
	});
});
