import * as assert from 'uvu/assert';
import { isGenSqlError } from '../../src/core/error.ts';
import { compile, noEnumTypes } from '../../src/dialects/compile.ts';
import { dialects } from '../../src/dialects/index.ts';
import {
	checkConstraint,
	column,
	computed,
	excludeConstraint,
	foreignKey,
	foreignKeyConstraint,
	identity,
	index,
	type Op,
	type Operation,
	primaryKeyConstraint,
	sql,
	t,
	uniqueConstraint,
} from '../../src/index.ts';
import type { TableElement } from '../../src/ops/create-table.ts';
import { record } from '../../src/record/record.ts';
import { deriveDowngrade } from '../../src/revisions/downgrade.ts';
import { examples } from '../ops/examples/index.ts';
import { fc, RUNS } from '../support/property.ts';
import { suite } from '../support/suite.ts';
import { rejectsCode } from '../support/throws.ts';

const ELEMENTS: readonly TableElement[] = [
	column('a', t.string(5, { collation: 'C' }), {
		serverDefault: sql`now(${1})`,
		comment: 'c',
		references: foreignKey('app.x.id', { name: 'fk', onDelete: 'SET NULL', postgresql: { onDeleteColumns: ['a'] } }),
		check: checkConstraint('a > 0', { name: 'ck' }),
	}),
	column('b', t.enum('e', ['x', 'y'], { schema: 's' }), { index: true, serverDefault: 'x' }),
	column('c', t.integer(), { identity: identity({ start: 5, increment: 2 }) }),
	column('d', t.array(t.numeric(5, 2)), { computed: computed('1 + 1', { persisted: true }) }),
	column('e', t.variant(t.json(), { postgresql: t.jsonb() })),
	primaryKeyConstraint(['a', 'c'], { name: 'pk', postgresql: { include: ['b'] } }),
	uniqueConstraint(['a'], { deferrable: true, initially: 'DEFERRED', postgresql: { nullsNotDistinct: true } }),
	foreignKeyConstraint(['a', 'c'], ['x.a', 'x.b'], { match: 'FULL' }),
	checkConstraint(sql`a > ${5}`, { postgresql: { noInherit: true } }),
	excludeConstraint(
		[
			['a', '='],
			[sql`c`, '&&'],
		],
		{ where: 'a > 0', ops: { a: 'o' } },
	),
	index('ix', ['a', sql`lower(b)`], { unique: true, postgresql: { where: 'a > 0', with: { fillfactor: 70 } } }),
];

/** What does not belong in most places. */
const STRAY = [
	undefined,
	null,
	5,
	'',
	true,
	{},
	[],
	[null],
	{ name: 'x' },
	{ kind: 'column' },
	{ kind: 'sql' },
	{ kind: 'type', name: 'text' },
	{ kind: 'check' },
];

type Path = readonly string[];

const pathsIn = (value: unknown, path: Path = []): readonly Path[] =>
	typeof value !== 'object' || value === null
		? []
		: Object.entries(value).flatMap(([key, inner]) => [[...path, key], ...pathsIn(inner, [...path, key])]);

/** A copy with something else at a place. */
function broken<Value>(value: Value, [key, ...rest]: Path, stray: unknown): Value {
	if (key === undefined) return stray as Value;
	const copy: Value = Array.isArray(value) ? ([...value] as Value) : { ...value };
	return Object.assign(copy as object, {
		[key]: broken((value as Record<string, unknown>)[key], rest, stray),
	}) as Value;
}

/** Record and render, up and down. Anything but an error that explains itself is thrown. */
async function render(body: (op: Op) => void): Promise<void> {
	const explained = (error: unknown): undefined => {
		if (!isGenSqlError(error)) throw error;
	};
	const recorded = await record(body).catch(explained);
	for (const dialect of recorded ? Object.values(dialects) : []) {
		for (const work of [compile, (ops: readonly Operation[]) => deriveDowngrade(ops, noEnumTypes(dialect))]) {
			try {
				work(recorded ?? [], dialect);
			} catch (error) {
				explained(error);
			}
		}
	}
}

const breaks = <Value>(values: readonly Value[]) =>
	fc.constantFrom(...values).chain((value) =>
		fc.record({
			value: fc.constant(value),
			path: fc.constantFrom<Path>([], ...pathsIn(value).filter(([key]) => key !== 'at' && key !== 'scope')),
			stray: fc.constantFrom<unknown>(...STRAY),
		}),
	);

suite('record/copies', (test) => {
	test('a broken copy of an element ends in no internal error', async () => {
		const uses: readonly ((op: Op, element: never) => void)[] = [
			(op, element) => op.createTable('t', [...ELEMENTS.slice(0, 5), element]),
			(op, element) => op.addColumn('t', element),
			(op, element) => op.dropColumn('t', 'a', { was: element }),
			(op, element) => op.dropConstraint('n', 't', 'check', { was: element }),
			(op, element) => op.dropIndex('ix', 't', { was: element }),
			(op, element) => op.createDomain('d', t.text(), { constraints: [element] }),
		];
		const property = fc.asyncProperty(breaks(ELEMENTS), fc.constantFrom(...uses), ({ value, path, stray }, use) =>
			render((op) => use(op, broken(value, path, stray) as never)),
		);
		await fc.assert(property, { numRuns: RUNS * 5 });
	});

	test('nor does one of an operation', async () => {
		const recorded = await Promise.all(
			Object.values(examples).flatMap(({ cases }) => Object.values(cases).map((script) => record(script))),
		);
		const property = fc.asyncProperty(breaks(recorded.flat()), ({ value, path, stray }) =>
			render((op) => op.invoke(broken(value, path, stray))),
		);
		await fc.assert(property, { numRuns: RUNS * 5 });
	});

	test('a copy that holds what it should is taken', async () => {
		const [own] = await record((op) => op.createTable('t', ELEMENTS));
		const [copied] = await record((op) =>
			op.createTable(
				't',
				ELEMENTS.map((element) => ({ ...element })),
			),
		);
		assert.equal(copied, own);
	});

	for (const [what, element, message] of [
		['a column by hand', { kind: 'column' }, 'column: name must be a name (a string), got nothing'],
		[
			'a column with a wrong name',
			{ ...column('a', t.text()), name: 5 },
			'column: name must be a name (a string), got 5',
		],
		[
			'a column with a type by hand',
			{ ...column('a', t.text()), type: { kind: 'type', name: 'text' } },
			'column "a": type must be a column type, got an object',
		],
		[
			'a default by hand',
			{ ...column('a', t.text()), serverDefault: { kind: 'sql', chunks: [] } },
			'column "a": serverDefault must be made by sql`…`, got an object',
		],
		[
			'a key by hand',
			{ kind: 'primaryKey' },
			'primaryKeyConstraint: columns must be an array of column names, got nothing',
		],
		[
			'a reference by hand',
			{ kind: 'foreignKey', columns: ['a'] },
			'foreignKeyConstraint: targets must be a table, got nothing',
		],
	] as const) {
		test(`refuses ${what}`, async () => {
			const error = await rejectsCode(
				record((op) => void op.createTable('t', [element as never])),
				'ARGUMENT_INVALID',
			);
			assert.is(error.message, message);
		});
	}

	test('names the call that has invoked a broken copy', async () => {
		const [made] = await record((op) => op.dropTable('t'));
		const recorded = await record((op) => op.invoke({ ...(made as Operation), table: 5 } as never));
		try {
			compile(recorded, dialects.postgresql);
			assert.unreachable();
		} catch (error) {
			assert.ok(isGenSqlError(error));
			assert.is(error.message, 'invoke: the operation holds what operations.dropTable.create() does not make');
		}
	});
});
