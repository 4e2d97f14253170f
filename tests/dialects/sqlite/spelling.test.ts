import * as assert from 'uvu/assert';
import { dialects } from '../../../src/dialects/index.ts';
import { textOf } from '../../../src/sql/split.ts';
import { ident, sql } from '../../../src/sql/sql.ts';
import { t } from '../../../src/sql/types.ts';
import { suite } from '../../support/suite.ts';
import { throwsCode } from '../../support/throws.ts';

const { spelling } = dialects.sqlite;
const spelled = (...given: Parameters<typeof spelling.value>): string => textOf(spelling.value(...given));

suite('dialects/sqlite/spelling', (test) => {
	test('a name is quoted where it needs it', () => {
		assert.is(
			textOf(spelling.text(sql`${ident('app', 'user')} ${ident('Order')} ${ident('select')}`)),
			'app.user "Order" "select"',
		);
		assert.is(textOf(spelling.name('a"b')), '"a""b"');
	});

	test('strings have no escapes, and what nobody sees is written by its number', () => {
		assert.is(spelled("it's \\ \n"), "'it''s \\ \n'");
		assert.is(spelled('a\u200b\u202eb'), "('a' || char(8203, 8238) || 'b')");
		for (const text of ['\0', '\udc00']) throwsCode(() => spelling.value(text), 'LITERAL_INVALID');
	});

	test('numbers that SQLite would change are refused', () => {
		assert.is(spelled(Number.POSITIVE_INFINITY), '9e999');
		assert.is(spelled(-9223372036854775808n), '-9223372036854775808');
		for (const value of [Number.NaN, 9223372036854775808n]) throwsCode(() => spelling.value(value), 'LITERAL_INVALID');
	});

	test('dates are text in UTC, as far as the type goes', () => {
		const date = new Date('2024-12-31T23:59:59.5Z');
		assert.is(spelled(date), "'2024-12-31 23:59:59.500'");
		assert.is(spelled(date, t.date()), "'2024-12-31'");
		assert.is(spelled(date, t.time()), "'23:59:59.500'");
	});

	test('a value that touches a quote is refused', () => {
		for (const fragment of [sql`[a]${ident('b')}c`, sql`\`a\`${ident('b')}`, sql`:${'a'}`, sql`@${'a'}`]) {
			throwsCode(() => spelling.text(fragment), 'SQL_INVALID');
		}
	});

	test('types that it lacks are refused by name', () => {
		for (const type of [t.jsonb(), t.array(t.text()), t.interval({ fields: 'YEAR' }), t.time({ precision: 7 })]) {
			throwsCode(() => spelling.type(type), 'OPERATION_UNSUPPORTED');
		}
		assert.is(textOf(spelling.type(t.string(20, { collation: 'NOCASE' }))), 'VARCHAR(20) COLLATE "NOCASE"');
	});
});
