import * as assert from 'uvu/assert';
import { isGenSqlError } from '../../../src/core/error.ts';
import { compile } from '../../../src/dialects/compile.ts';
import { dialects } from '../../../src/dialects/index.ts';
import type { RevisionBody } from '../../../src/record/record.ts';
import { record } from '../../../src/record/record.ts';
import { column } from '../../../src/schema/column.ts';
import { table } from '../../../src/schema/table.ts';
import { textOf } from '../../../src/sql/split.ts';
import { ident, sql } from '../../../src/sql/sql.ts';
import { t } from '../../../src/sql/types.ts';
import { suite } from '../../support/suite.ts';
import { throwsCode } from '../../support/throws.ts';

const { spelling } = dialects.mysql;

const rendered = async (body: RevisionBody): Promise<string> => {
	try {
		return compile(await record(body), dialects.mysql)
			.map(({ parts }) => textOf(parts))
			.join(';\n');
	} catch (error) {
		if (isGenSqlError(error)) return `${error.code}: ${error.message}`;
		throw error;
	}
};

suite('dialects/mysql/spelling', (test) => {
	test('a name stands in backquotes, and one that the server does not take is refused', () => {
		assert.is(textOf(spelling.name('a`b')), '`a``b`');
		assert.is(textOf(spelling.name('é'.repeat(64))), `\`${'é'.repeat(64)}\``);
		for (const name of ['a'.repeat(65), 'a ', '😀']) throwsCode(() => spelling.name(name), 'IDENTIFIER_INVALID');
	});

	test('strings are read the same by a server without backslash escapes as far as they go', () => {
		assert.is(textOf(spelling.value("it's \\ \0 \r\n")), "'it''s \\\\ \\0 \\r\n'");
		assert.is(textOf(spelling.value('\u200b')), "_utf8mb4 X'e2808b'");
		throwsCode(() => spelling.value('\ud800'), 'LITERAL_INVALID');
	});

	test('values without a literal are refused', () => {
		for (const value of [Number.NaN, Number.POSITIVE_INFINITY, new Date(0.5 + 8.64e15)]) {
			throwsCode(() => spelling.value(value), 'LITERAL_INVALID');
		}
		throwsCode(() => spelling.value('1 day', t.interval()), 'LITERAL_INVALID');
		throwsCode(() => spelling.value('x', t.uuid()), 'LITERAL_INVALID');
		throwsCode(() => spelling.value(new Date(1), t.dateTime()), 'LITERAL_INVALID');
		assert.is(textOf(spelling.value(new Date(1), t.dateTime({ precision: 3 }))), "'1970-01-01 00:00:00.001'");
	});

	test('a value that touches a quote or makes a variable is refused', () => {
		for (const fragment of [sql`a\`${'b'}\``, sql`set @${'b'}`, sql`\`a\`${ident('b')}`, sql`a"${'b'}`]) {
			throwsCode(() => spelling.text(fragment), 'SQL_INVALID');
		}
	});

	test('text needs a length, and types that it lacks are refused by name', () => {
		assert.match(throwsCode(() => spelling.type(t.string()), 'OPERATION_UNSUPPORTED').hint ?? '', 't.string(255)');
		const { message } = throwsCode(() => spelling.type(t.jsonb()), 'OPERATION_UNSUPPORTED');
		assert.is(message, 'mysql cannot spell the type "jsonb"');
		assert.is(textOf(spelling.type(t.variant(t.jsonb(), { mysql: t.json() }))), 'JSON');
		throwsCode(() => spelling.type(t.dateTime({ precision: 7 })), 'OPERATION_UNSUPPORTED');
	});
});

suite('dialects/mysql/operations', (test) => {
	test('what only another dialect has is refused by its summary', async () => {
		assert.is(
			await rendered((op) => op.createEnum('a', ['b'])),
			'OPERATION_UNSUPPORTED: mysql cannot create an enum type',
		);
	});

	test('an enum is written where it is used, and nothing is created before', async () => {
		const body: RevisionBody = (op) => op.addColumn('a', column('b', t.enum('state', ['new', "it's"])));
		assert.is(await rendered(body), "ALTER TABLE `a` ADD COLUMN `b` ENUM('new', 'it''s')");
	});

	test('a 0 for a key that counts by itself is refused', async () => {
		const account = table('account', [column('id', t.integer(), { primaryKey: true }), column('n', t.integer())]);
		assert.match(await rendered((op) => op.bulkInsert(account, [{ id: 1, n: 0 }, { id: 0 }])), 'rows[1].id');
		assert.match(await rendered((op) => op.bulkInsert(account, [{ id: 1, n: 0 }])), 'INSERT INTO `account`');
	});

	test('a statement with semicolons inside is refused', async () => {
		const text = 'create procedure p() begin select 1; select 2; end';
		assert.match(await rendered((op) => op.execute(text)), 'OPERATION_UNSUPPORTED: mysql cannot run a statement with');
		assert.is(await rendered((op) => op.execute('create procedure p() select 1')), 'create procedure p() select 1');
	});

	test('the options of the dialect itself are not passed over', async () => {
		const options = { mysql: { engine: 'InnoDB' } } as object;
		let message = '';
		await record((op) => op.dropTable('a', options)).catch((error: Error) => {
			message = error.message;
		});
		assert.is(message, 'dropTable has no option "mysql"');
	});
});
