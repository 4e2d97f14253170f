import * as assert from 'uvu/assert';
import type { ErrorCode } from '../../../src/core/error.ts';
import { compile } from '../../../src/dialects/compile.ts';
import { postgresql } from '../../../src/dialects/postgresql/index.ts';
import { type RevisionBody, record } from '../../../src/record/record.ts';
import { column, computed, identity } from '../../../src/schema/column.ts';
import { checkConstraint } from '../../../src/schema/constraints.ts';
import { table } from '../../../src/schema/table.ts';
import { textOf } from '../../../src/sql/split.ts';
import { sql } from '../../../src/sql/sql.ts';
import { t } from '../../../src/sql/types.ts';
import { suite } from '../../support/suite.ts';
import { throwsCode } from '../../support/throws.ts';

async function rendered(body: RevisionBody): Promise<readonly string[]> {
	return compile(await record(body), postgresql).map(({ parts }) => textOf(parts));
}

async function refused(body: RevisionBody, code: ErrorCode): Promise<string> {
	const recorded = await record(body);
	return throwsCode(() => compile(recorded, postgresql), code).message;
}

suite('dialects/postgresql/compile', (test) => {
	test('a text as default of a JSON column is that text, as in Alembic', async () => {
		const [statement] = await rendered((op) => op.addColumn('a', column('b', t.jsonb(), { serverDefault: '{}' })));
		assert.is(statement, "ALTER TABLE a ADD COLUMN b jsonb DEFAULT '{}'");
	});

	test('a default and a row of an enum have to be labels, a text of an array is left to the server', async () => {
		const state = t.enum('state', ['new', 'sent'], { create: false });
		const lost = column('a', state, { serverDefault: 'lost' });
		const message = '"lost" is no label of the enum "state"';
		assert.is(await refused((op) => op.addColumn('x', lost), 'LITERAL_INVALID'), message);
		assert.is(await refused((op) => op.createTable('x', [lost]), 'LITERAL_INVALID'), message);
		const changed = { serverDefault: 'lost', existingType: state };
		assert.is(await refused((op) => op.alterColumn('x', 'a', changed), 'LITERAL_INVALID'), message);
		const rows: RevisionBody = (op) => op.bulkInsert(table('x', [column('a', state)]), [{ a: 'new' }, { a: 'lost' }]);
		assert.is(await refused(rows, 'LITERAL_INVALID'), `rows[1].a: ${message}`);
		const list = column('a', t.array(state), { serverDefault: '{new}' });
		assert.equal(await rendered((op) => op.addColumn('x', list)), [
			"ALTER TABLE x ADD COLUMN a state[] DEFAULT '{new}'",
		]);
	});

	test('a label is as long as a name may be, and no name of an enum hides behind one of the server', async () => {
		const longest = 'ü'.repeat(31);
		assert.equal(await rendered((op) => op.createEnum('e', [longest])), [`CREATE TYPE e AS ENUM ('${longest}')`]);
		for (const ifNotExists of [false, true]) {
			assert.is(
				await refused((op) => op.createEnum('e', ['new', `${longest}üx`], { ifNotExists }), 'LITERAL_INVALID'),
				`the label "${longest}üx" is 65 bytes long; PostgreSQL takes 63`,
			);
			await refused((op) => op.createEnum('date', ['new'], { ifNotExists }), 'IDENTIFIER_INVALID');
			await refused((op) => op.createEnum('x'.repeat(64), ['new'], { ifNotExists }), 'IDENTIFIER_INVALID');
		}
		await refused((op) => op.dropEnum('date'), 'IDENTIFIER_INVALID');
	});

	test('nothing is converted to an enum by guess', async () => {
		const state = t.enum('state', ['new']);
		const hint = "give existingType: t.text() or what it is, or postgresql: { using: '…' }";
		for (const existingType of [undefined, t.integer(), t.array(t.text())]) {
			const recorded = await record((op) =>
				op.alterColumn('x', 'a', { type: state, ...(existingType && { existingType }) }),
			);
			const error = throwsCode(() => compile(recorded, postgresql), 'OPERATION_UNSUPPORTED');
			assert.is(error.message, 'postgresql cannot convert column "a" to an enum without knowing from what');
			assert.is(error.hint, hint);
		}
		await refused(
			(op) => op.alterColumn('x', 'a', { type: t.array(state), existingType: t.text() }),
			'OPERATION_UNSUPPORTED',
		);
		const back: RevisionBody = (op) => op.alterColumn('x', 'a', { type: t.text(), existingType: state });
		assert.equal(await rendered(back), ['ALTER TABLE x ALTER COLUMN a TYPE text']);
	});

	test('a variant is taken for what it is in PostgreSQL', async () => {
		const document = t.variant(t.text(), { postgresql: t.jsonb() });
		const key = t.variant(t.integer(), { postgresql: t.bigInteger() });
		const columns = [
			column('a', key, { primaryKey: true }),
			column('b', document, { serverDefault: '{}' }),
			column('c', t.array(document), { serverDefault: [{ v: 1 }] }),
			column('d', t.variant(t.json(), { mysql: t.text() })),
		];
		assert.equal(await rendered((op) => op.createTable('x', columns)), [
			[
				'CREATE TABLE x (',
				'    a bigserial NOT NULL,',
				"    b jsonb DEFAULT '{}',",
				`    c jsonb[] DEFAULT ARRAY['{"v":1}']::jsonb[],`,
				'    d json,',
				'    PRIMARY KEY (a)',
				')',
			].join('\n'),
		]);
	});

	test('what the server refuses is refused: MATCH PARTIAL', async () => {
		const body: RevisionBody = (op) => op.createForeignKey('fk', 'a', 'b', ['c'], ['d'], { match: 'PARTIAL' });
		assert.match(await refused(body, 'OPERATION_UNSUPPORTED'), 'MATCH PARTIAL');
	});

	test('what the grammar has no place for is refused: a check of a column that is NOT VALID', async () => {
		const check = checkConstraint('b > 0', { postgresql: { notValid: true } });
		await refused((op) => op.addColumn('a', column('b', t.integer(), { check })), 'OPERATION_UNSUPPORTED');
		await refused((op) => op.createTable('a', [column('b', t.integer(), { check })]), 'OPERATION_UNSUPPORTED');
	});

	test('what cannot count by itself is refused', async () => {
		for (const wrong of [
			column('a', t.text(), { autoincrement: true }),
			column('a', t.integer(), { autoincrement: true, serverDefault: 1 }),
			column('a', t.integer(), { autoincrement: true, computed: computed('1') }),
			column('a', t.integer(), { autoincrement: true, identity: identity() }),
		]) {
			const message = await refused((op) => op.addColumn('x', wrong), 'ARGUMENT_INVALID');
			assert.is(message, 'column "a" cannot count by itself');
		}
	});

	test('the text of a partition key is one expression', async () => {
		for (const partitionBy of ['', 'RANGE (a', 'RANGE (a); DROP TABLE b', "LIST ('a)"]) {
			await refused((op) => op.createTable('x', [], { postgresql: { partitionBy } }), 'SQL_INVALID');
		}
	});

	test('a comment at the end of a partition key swallows nothing', async () => {
		const [statement = ''] = await rendered((op) =>
			op.createTable('x', [], { postgresql: { partitionBy: 'RANGE (a) -- by day', tablespace: 'fast' } }),
		);
		assert.match(statement, /-- by day\n+TABLESPACE fast$/);
	});

	test('a value that has no literal is named by its row and its column', async () => {
		const rows = [{ a: 1 }, { a: 2 ** 53 }];
		const message = await refused(
			(op) => op.bulkInsert(table('x', [column('a', t.bigInteger())]), rows),
			'LITERAL_INVALID',
		);
		assert.is(message, 'rows[1].a: the number 9007199254740992 is not exact in JavaScript');
	});

	test('the row is counted in the whole list, not in its INSERT', async () => {
		const rows = [...Array.from({ length: 1500 }, (_, a) => ({ a })), { a: [] }];
		const message = await refused(
			(op) => op.bulkInsert(table('x', [column('a', t.bigInteger())]), rows),
			'LITERAL_INVALID',
		);
		assert.match(message, 'rows[1500].a: ');
	});

	test('a thousand rows go into one INSERT, in their order', async () => {
		const rows = Array.from({ length: 2001 }, (_, a) => ({ a }));
		const statements = await rendered((op) => op.bulkInsert(table('x', [column('a', t.integer())]), rows));
		assert.equal(
			statements.map((statement) => statement.split('\n').length - 1),
			[1000, 1000, 0],
		);
		assert.match(statements[1] ?? '', /^INSERT INTO x \(a\) VALUES\n {4}\(1000\),\n/);
		assert.is(statements[2], 'INSERT INTO x (a) VALUES (2000)');
	});

	test('a column named like a property of every object is filled only by rows', async () => {
		const odd = table('x', [column('constructor', t.text()), column('toString', t.text()), column('a', t.integer())]);
		assert.equal(await rendered((op) => op.bulkInsert(odd, [{ a: 1 }])), ['INSERT INTO x (a) VALUES (1)']);
	});

	test('an execute of comments alone is refused', async () => {
		assert.is(
			await refused((op) => op.execute('-- later\n;'), 'SQL_INVALID'),
			'the text given to execute holds no statement',
		);
	});

	test('concurrent work runs outside a transaction, all of a block does', async () => {
		const recorded = await record((op) => {
			op.createIndex('a', 'x', ['b'], { postgresql: { concurrently: true } });
			op.execute('select 1');
			op.autocommitBlock(() => op.execute('select 2; select 3'));
			op.dropIndex('a', 'x', { postgresql: { concurrently: true } });
		});
		assert.equal(
			compile(recorded, postgresql).map(({ transaction }) => transaction),
			['never', 'any', 'never', 'never', 'never'],
		);
	});

	test('each statement, and each error, carries the call', async () => {
		const at = { script: 'revision.ts', line: 3, column: 5 };
		const [op] = await record((op) => op.execute(sql`select 1; select 2`));
		if (!op) return assert.unreachable();
		assert.equal(
			compile([{ ...op, at }], postgresql).map((statement) => statement.at),
			[at, at],
		);
		const [bad] = await record((op) => op.execute("select '"));
		if (!bad) return assert.unreachable();
		const error = throwsCode(() => compile([{ ...bad, at }], postgresql), 'SQL_INVALID');
		assert.equal(error.at, { file: 'revision.ts', line: 3, column: 5 });
	});
});
