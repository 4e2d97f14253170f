import { column, sql, t, table } from '../../../src/index.ts';
import type { OperationExamples } from './examples.ts';

const id = column('id', t.bigInteger(), { primaryKey: true });

export const bulkInsert: OperationExamples = {
	arguments: { args: { table: table('role', [column('name', t.text())]), rows: [{ name: 'admin' }] }, names: [] },
	cases: {
		'one row': (op) => op.bulkInsert(table('role', [column('name', t.string())]), [{ name: 'admin' }]),
		'several rows': (op) =>
			op.bulkInsert(table('role', [column('id', t.integer()), column('name', t.string())], { schema: 'app' }), [
				{ id: 1, name: 'admin' },
				{ name: 'member', id: 2 },
			]),
		'one INSERT a row': (op) =>
			op.bulkInsert(table('role', [column('id', t.integer())]), [{ id: 1 }, { id: 2 }], { multiinsert: false }),
		'values that only some rows have': (op) =>
			op.bulkInsert(table('role', [column('id', t.integer()), column('name', t.string()), column('never', t.text())]), [
				{ id: 1 },
				{ id: 2, name: null },
				{ name: 'x' },
			]),
		'rows of defaults': (op) => op.bulkInsert(table('role', [id]), [{}, { id: undefined }]),
		'labels of enums': (op) =>
			op.bulkInsert(
				table('order', [
					column('state', t.enum('order_state', ['new', "it's"])),
					column('states', t.array(t.enum('order_state', ['new', "it's"]))),
				]),
				[{ state: "it's", states: ['new', null] }, { state: null, states: [] }, { states: '{new}' }],
			),
		'no row': (op) => op.bulkInsert(table('role', [id]), []),
		'names that need quotes': (op) =>
			op.bulkInsert(table('Order', [column('to', t.text()), column('a.b"c', t.text())]), [{ to: '1', 'a.b"c': '2' }]),
		strings: (op) =>
			op.bulkInsert(
				table('note', [column('body', t.text())]),
				[
					"it's",
					'C:\\temp',
					'two\nlines\tand a tab',
					'',
					'a "quoted" :name %s $1 -- no comment; /* none */ $$',
					'cr\r\nlf',
					'zero\u200bwidth \u202eright-to-left\u202c \u{1f600}',
					"both '\\' and \u0007",
				].map((body) => ({ body })),
			),
		numbers: (op) =>
			op.bulkInsert(table('sample', [column('int', t.bigInteger()), column('value', t.double())]), [
				{ int: -1, value: -0.5 },
				{ int: 9223372036854775807n, value: Number.NaN },
				{ int: -9223372036854775808n, value: Number.POSITIVE_INFINITY },
				{ int: Number.MAX_SAFE_INTEGER, value: Number.NEGATIVE_INFINITY },
				{ int: 0, value: 1e300 },
				{ int: null, value: 5e-324 },
			]),
		'dates and times': (op) =>
			op.bulkInsert(
				table('event', [
					column('day', t.date()),
					column('local', t.dateTime()),
					column('moment', t.dateTime({ timezone: true })),
				]),
				[
					{
						day: new Date('2024-02-29T23:59:59.999Z'),
						local: new Date('2024-02-29T23:59:59.999Z'),
						moment: new Date('2024-02-29T23:59:59.999Z'),
					},
					{ day: '2024-03-01', local: new Date(0), moment: new Date(0) },
				],
			),
		'booleans, bytes and identifiers': (op) =>
			op.bulkInsert(
				table('blob', [column('id', t.uuid()), column('ok', t.boolean()), column('data', t.largeBinary())]),
				[
					{ id: '1975ea83-b712-4000-8000-000000000000', ok: true, data: new Uint8Array([0, 39, 92, 255]) },
					{ id: null, ok: false, data: new Uint8Array() },
				],
			),
		'JSON and arrays': (op) =>
			op.bulkInsert(
				table('doc', [
					column('data', t.jsonb()),
					column('text', t.json()),
					column('tags', t.array(t.text())),
					column('grid', t.array(t.integer(), { dimensions: 2 })),
				]),
				[
					{
						data: { "it's": ['\\', '\n', '\u202e', null, true, 1.5] },
						text: [],
						tags: ["a'b", 'c\\d', null],
						grid: [
							[1, 2],
							[3, -4],
						],
					},
					{ data: 'a string', text: 1, tags: [], grid: '{{1},{2}}' },
					{ data: null, text: false, tags: null, grid: [] },
				],
			),
		expressions: (op) =>
			op.bulkInsert(table('event', [column('at', t.dateTime()), column('id', t.bigInteger())]), [
				{ at: sql`now()`, id: sql`nextval(${'event_id_seq'})` },
				{ at: sql`now() -- at the start`, id: sql`${1} + ${-1}` },
			]),
	},
	scenarios: {
		'labels of an enum, alone and in arrays, and types by dialect': {
			up: (op) => {
				const size = t.variant(t.string(1), { postgresql: t.enum('Size', ['s', "m'", '\\']) });
				const made = op.createTable(
					'sizes',
					[
						column('size', size, { serverDefault: "m'" }),
						column('all', t.array(size, { dimensions: 2 }), { serverDefault: [['s'], ["m'"]] }),
						column('meta', t.variant(t.text(), { postgresql: t.jsonb() })),
					],
					{ ifNotExists: true },
				);
				op.bulkInsert(made, [{ size: '\\' }, { size: null, all: [["m'", null]], meta: { a: 1 } }, { all: [] }]);
			},
			down: (op) => {
				op.dropTable('sizes');
				op.dropEnum('Size');
			},
			shows: [
				`SELECT string_agg(concat_ws('|', size, "all", meta), '#') AS value FROM sizes`,
				`\\|{{s},{m'}}#{{m',NULL}}|{"a": 1}#m'|{}`,
			],
		},
		'values of many types': {
			up: (op) => {
				const made = op.createTable('v', [
					column('n', t.integer()),
					column('big', t.bigInteger()),
					column('d', t.double()),
					column('b', t.boolean()),
					column('day', t.date()),
					column('at', t.dateTime({ timezone: true })),
					column('bytes', t.largeBinary()),
					column('doc', t.jsonb()),
					column('tags', t.array(t.text())),
					column('grid', t.array(t.integer(), { dimensions: 2 })),
					column('text', t.text(), { serverDefault: 'none' }),
					column('made', t.text()),
				]);
				op.bulkInsert(made, [
					{
						n: -1,
						big: 9007199254740993n,
						d: Number.NaN,
						b: true,
						day: new Date('2025-01-14T23:00:00Z'),
						at: new Date('2025-01-14T23:00:00.5Z'),
					},
					{
						bytes: Uint8Array.of(0, 255, 39),
						doc: { a: ["it's", null, '\\'] },
						tags: ['a,b', '"', null],
						grid: [
							[1, 2],
							[3, 4],
						],
						made: sql`upper(${'z'})`,
					},
					{ text: "tab\t line\n quote' back\\ cr\r bidi\u202e", tags: [] },
				]);
			},
			down: (op) => op.dropTable('v'),
			shows: [
				"SELECT string_agg(concat_ws('|', n, big, d, b, day, at AT TIME ZONE 'UTC', encode(bytes, 'hex'), doc, tags, grid, text, made), '#') AS value FROM v",
				'-1|9007199254740993|NaN|t|2025-01-14|2025-01-14 23:00:00.5|none#00ff27|{"a": ["it\'s", null, "\\\\"]}|{"a,b","\\"",NULL}|{{1,2},{3,4}}|none|Z#{}|tab\t line\n quote\' back\\ cr\r bidi\u202e',
			],
		},
		'rows of defaults alone, and one insert a row': {
			up: (op) => {
				op.bulkInsert(table('note', [column('body', t.text())]), [{}, {}]);
				op.bulkInsert(table('note', [column('body', t.text())]), [{ body: 'a' }, { body: null }], {
					multiinsert: false,
				});
			},
			down: (op) => op.execute('DELETE FROM note'),
			shows: ['SELECT count(*)::int AS value FROM note', 4],
		},
	},
};
