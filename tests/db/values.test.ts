import * as assert from 'uvu/assert';
import { type ColumnType, column, sql, t, table } from '../../src/index.ts';
import type { RevisionBody } from '../../src/record/record.ts';
import { onServers } from '../support/on-servers.ts';
import { statementsOf } from '../support/script.ts';

const moment = new Date('2024-02-29T23:59:59.123Z');

/** A type, and values of it, each with the text that the server then has of it. */
const values: Readonly<
	Record<string, readonly [type: ColumnType, ...pairs: (readonly [given: unknown, text: string | null])[]]>
> = {
	'small integers': [t.smallInteger(), [-32768, '-32768'], ['7', '7'], [null, null]],
	'large integers': [
		t.bigInteger(),
		[9223372036854775807n, '9223372036854775807'],
		[-0, '0'],
		[2 ** 53 - 1, '9007199254740991'],
	],
	decimals: [
		t.numeric(30, 10),
		['12345678901234567890.0123456789', '12345678901234567890.0123456789'],
		[0.1, '0.1000000000'],
		[5n, '5.0000000000'],
	],
	'decimals without a limit': [
		t.numeric(),
		[Number.NaN, 'NaN'],
		[10n ** 21n, '1000000000000000000000'],
		['1e-20', '0.00000000000000000001'],
	],
	floats: [t.double(), [0.1, '0.1'], [-1e300, '-1e+300'], [Number.NEGATIVE_INFINITY, '-Infinity'], [5e-324, '5e-324']],
	booleans: [t.boolean(), [true, 'true'], [false, 'false'], ['yes', 'true']],
	texts: [
		t.text(),
		['it\'s \\ "x"\t\n\r\u0007\u{1f600}', 'it\'s \\ "x"\t\n\r\u0007\u{1f600}'],
		['', ''],
		["E'x' $$ :a %s ; -- /*", "E'x' $$ :a %s ; -- /*"],
	],
	days: [t.date(), [moment, '2024-02-29'], ['infinity', 'infinity'], ['0044-03-15 BC', '0044-03-15 BC']],
	times: [t.time(), [moment, '23:59:59.123'], ['24:00', '24:00:00']],
	'times with a zone': [t.time({ timezone: true }), [moment, '23:59:59.123+00'], ['01:02:03+05:30', '01:02:03+05:30']],
	timestamps: [t.dateTime(), [moment, '2024-02-29 23:59:59.123'], ['2024-01-01T00:00:00', '2024-01-01 00:00:00']],
	'timestamps with a zone': [
		t.dateTime({ timezone: true }),
		[moment, '2024-02-29 23:59:59.123+00'],
		['-infinity', '-infinity'],
	],
	'spans of time': [
		t.interval(),
		['1 day 02:03:04', '1 day 02:03:04'],
		['P1Y2M', '1 year 2 mons'],
		['-00:00:01.5', '-00:00:01.5'],
	],
	identifiers: [t.uuid(), ['1975EA83-B712-4000-8000-000000000000', '1975ea83-b712-4000-8000-000000000000']],
	bytes: [
		t.largeBinary(),
		[Uint8Array.of(0, 39, 92, 255), '\\x00275cff'],
		[new Uint8Array(), '\\x'],
		[Buffer.from('é'), '\\xc3a9'],
	],
	json: [
		t.json(),
		[{ "it's": [null, true, '\\', 'é\n'] }, '{"it\'s":[null,true,"\\\\","é\\n"]}'],
		['text', '"text"'],
		[null, null],
		[moment, '"2024-02-29T23:59:59.123Z"'],
		[sql`'null'`, 'null'],
	],
	'binary json': [
		t.jsonb(),
		[[], '[]'],
		[{}, '{}'],
		[1.5, '1.5'],
		[{ b: 1, a: { c: [] } }, '{"a": {"c": []}, "b": 1}'],
		['\u202e', '"\u202e"'],
	],
	'arrays of text': [
		t.array(t.text()),
		[[], '{}'],
		[['a,b', '"', "'", '\\', '{}', '', null, 'NULL'], '{"a,b","\\"",\',"\\\\","{}","",NULL,"NULL"}'],
		['{x,NULL}', '{x,NULL}'],
		[[null], '{NULL}'],
		[null, null],
	],
	'arrays of arrays': [
		t.array(t.integer(), { dimensions: 2 }),
		[
			[
				[1, 2],
				[3, null],
			],
			'{{1,2},{3,NULL}}',
		],
		[[], '{}'],
		[[[], []], '{}'],
		[[1, 2], '{1,2}'],
	],
	'arrays of other things': [t.array(t.jsonb()), [[{ a: [1] }, [], 'x', null], '{"{\\"a\\": [1]}",[],"\\"x\\"",NULL}']],
	'arrays of moments': [
		t.array(t.dateTime({ timezone: true })),
		[
			[moment, 'infinity', sql`timestamptz 'epoch'`],
			'{"2024-02-29 23:59:59.123+00",infinity,"1970-01-01 00:00:00+00"}',
		],
	],
	'arrays of bytes': [t.array(t.largeBinary()), [[Uint8Array.of(1), new Uint8Array()], '{"\\\\x01","\\\\x"}']],
	'arrays of limited text': [t.array(t.string(3)), [['abc', 'x'], '{abc,x}']],
	ranges: [t.int4range(), ['[1,5)', '[1,5)'], ['empty', 'empty'], [sql`int4range(${1}, NULL)`, '[1,)']],
	addresses: [t.inet(), ['192.168.0.1/24', '192.168.0.1/24'], ['::1', '::1/128']],
	bits: [t.bit(3), ['101', '101']],
	expressions: [t.integer(), [sql`1 + ${-2}`, '-1'], [sql`(select count(*) from generate_series(1, 3)) -- three`, '3']],
};

onServers('db/values', (test, { open }) => {
	test('come back as they were given', async () => {
		const database = await open();
		const kinds = Object.entries(values);
		const body: RevisionBody = (op) => {
			op.execute("SET timezone = 'UTC'");
			for (const [title, [type, ...pairs]] of kinds) {
				const made = op.createTable(title, [column('id', t.integer()), column('v', type)]);
				op.bulkInsert(
					made,
					pairs.map(([v], id) => ({ id, v })),
				);
			}
		};
		for (const statement of await statementsOf(body)) await database.exec(statement);
		for (const [title, [, ...pairs]] of kinds) {
			const rows = await database.query(`SELECT v::text FROM "${title}" ORDER BY id`);
			assert.equal([title, ...rows.map(({ v }) => v)], [title, ...pairs.map(([, text]) => text)]);
		}
	});

	test('a column that a row leaves out gets its default, and null is NULL', async () => {
		const database = await open();
		const body: RevisionBody = (op) => {
			const made = op.createTable('role', [
				column('id', t.integer(), { primaryKey: true }),
				column('name', t.text(), { serverDefault: 'member' }),
				column('note', t.text(), { serverDefault: 'none' }),
			]);
			op.bulkInsert(made, [{ name: 'admin' }, { note: null }, {}, { id: 9, name: undefined, note: 'x' }]);
			op.bulkInsert(table('role', [column('name', t.text())]), [{ name: null }, {}], { multiinsert: false });
		};
		for (const statement of await statementsOf(body)) await database.exec(statement);
		assert.equal(
			(await database.query('SELECT * FROM role')).map((row) => Object.values(row)),
			[
				[1, 'admin', 'none'],
				[2, 'member', null],
				[3, 'member', 'none'],
				[9, 'member', 'x'],
				[4, null, 'none'],
				[5, 'member', 'none'],
			],
		);
	});
});
