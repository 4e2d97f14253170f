import * as assert from 'uvu/assert';
import { keysOf } from '../../../src/core/keys.ts';
import { castToArray, serialType, spellType } from '../../../src/dialects/postgresql/types.ts';
import { textOf } from '../../../src/sql/split.ts';
import { type ColumnType, t } from '../../../src/sql/types.ts';
import { raw } from '../../../src/sql/words.ts';
import { suite } from '../../support/suite.ts';
import { throwsCode } from '../../support/throws.ts';

const spelled = (type: ColumnType): string => textOf(spellType(type));

suite('dialects/postgresql/types', (test) => {
	test('every type has a spelling', () => {
		const special = {
			array: t.array(t.text()),
			domain: t.domain('email'),
			enum: t.enum('state', ['new']),
			raw: t.raw('geometry'),
			variant: t.variant(t.text(), { mysql: t.json() }),
		};
		for (const name of keysOf(t)) {
			const made = name in special ? special[name as keyof typeof special] : (t[name] as () => ColumnType)();
			assert.is(made.name, name);
			assert.match(spelled(made), /^[a-z][a-z0-9 ]*(\[\])?$/);
		}
	});

	test('lengths, precisions and scales stand where the manual puts them', () => {
		const expected: readonly (readonly [ColumnType, string])[] = [
			[t.string(20), 'varchar(20)'],
			[t.char(3), 'char(3)'],
			[t.bit(8), 'bit(8)'],
			[t.bitVarying(8), 'bit varying(8)'],
			[t.numeric(10), 'numeric(10)'],
			[t.numeric(10, 0), 'numeric(10, 0)'],
			[t.float(24), 'float(24)'],
			[t.dateTime({ precision: 0 }), 'timestamp(0) without time zone'],
			[t.time({ timezone: true, precision: 3 }), 'time(3) with time zone'],
			[t.interval({ precision: 3 }), 'interval(3)'],
			[t.interval({ fields: 'Day To Second', precision: 3 }), 'interval day to second(3)'],
			[t.interval({ fields: 'second', precision: 6 }), 'interval second(6)'],
			[t.unicode(20), 'varchar(20)'],
			[t.array(t.numeric(10, 2), { dimensions: 2 }), 'numeric(10, 2)[][]'],
			[t.array(t.time()), 'time without time zone[]'],
		];
		for (const [type, text] of expected) assert.is(spelled(type), text);
	});

	test('a collation is a name, and stands behind the brackets of an array', () => {
		const expected: readonly (readonly [ColumnType, string])[] = [
			[t.string(20, { collation: 'C' }), 'varchar(20) COLLATE "C"'],
			[t.text({ collation: 'de_DE' }), 'text COLLATE "de_DE"'],
			[t.char(2, { collation: 'und-x-icu' }), 'char(2) COLLATE "und-x-icu"'],
			[t.citext({ collation: 'ucs_basic' }), 'citext COLLATE ucs_basic'],
			[t.unicodeText({ collation: 'a"; --' }), 'text COLLATE "a""; --"'],
			[t.array(t.string(5, { collation: 'C' }), { dimensions: 2 }), 'varchar(5)[][] COLLATE "C"'],
		];
		for (const [type, text] of expected) assert.is(spelled(type), text);
	});

	test('digits that the server would drop with a warning are refused', () => {
		for (const type of [t.dateTime({ precision: 7 }), t.time({ precision: 9 }), t.interval({ precision: 7 })]) {
			assert.match(throwsCode(() => spelled(type), 'OPERATION_UNSUPPORTED').message, 'digits after the seconds of');
		}
	});

	test('an enum is spelled by its name', () => {
		assert.is(spelled(t.enum('state', ['new'])), 'state');
		assert.is(spelled(t.enum('State', ['new'], { schema: 'my app' })), '"my app"."State"');
		assert.is(spelled(t.array(t.enum('order', ['new']), { dimensions: 2 })), '"order"[][]');
	});

	test('an enum that the server would take for a type of its own needs a schema', () => {
		for (const name of ['date', 'name', 'path', 'int4', 'pg_class', '_text', '_pg_class']) {
			const { message, hint } = throwsCode(() => spelled(t.enum(name, ['a'])), 'IDENTIFIER_INVALID');
			assert.is(message, `the type "${name}" would be taken for PostgreSQL's own`);
			assert.is(hint, 'give it a schema, or another name');
			assert.is(spelled(t.enum(name, ['a'], { schema: 'app' })), `app.${name}`);
		}
		assert.is(spelled(t.enum('integer', ['a'])), '"integer"');
	});

	test('a domain is spelled by its name, and is not taken for a type of the server', () => {
		assert.is(spelled(t.domain('email')), 'email');
		assert.is(spelled(t.array(t.domain('E-Mail', { schema: 'my app' }))), '"my app"."E-Mail"[]');
		throwsCode(() => spelled(t.domain('text')), 'IDENTIFIER_INVALID');
	});

	test('a variant is spelled, collated and counted as what PostgreSQL means', () => {
		const type = t.variant(t.text(), { postgresql: t.string(5, { collation: 'C' }), mysql: t.bigInteger() });
		assert.is(spelled(type), 'varchar(5) COLLATE "C"');
		assert.is(spelled(t.array(type)), 'varchar(5)[] COLLATE "C"');
		assert.is(spelled(t.variant(t.json(), { mysql: t.text() })), 'json');
		const key = t.variant(t.integer(), { postgresql: t.bigInteger() });
		assert.is(textOf(serialType(key) ?? raw('none')), 'bigserial');
	});

	test('a raw type is kept as it is', () => {
		assert.is(spelled(t.raw('geometry(Point,4326)')), 'geometry(Point,4326)');
		assert.is(spelled(t.array(t.raw('my.Type'))), 'my.Type[]');
	});

	test('a raw type that would swallow what follows it is refused', () => {
		for (const text of ['integer -- id', 'integer); DROP TABLE x; --', 'geometry(Point', "a'b", 'a; b']) {
			throwsCode(() => spelled(t.raw(text)), 'SQL_INVALID');
		}
	});

	test('a type of another making is refused', () => {
		assert.is(
			throwsCode(() => spelled({ kind: 'type', name: 'toString' }), 'OPERATION_UNSUPPORTED').message,
			'postgresql cannot spell the type "toString"',
		);
	});

	test('integers have a serial form, other types have none', () => {
		const serial = (type: ColumnType) => textOf(serialType(type) ?? raw('none'));
		assert.equal([t.smallInteger(), t.integer(), t.bigInteger(), t.numeric(), t.text()].map(serial), [
			'smallserial',
			'serial',
			'bigserial',
			'none',
			'none',
		]);
	});

	test('a cast names the type of the items and the dimensions', () => {
		assert.is(
			textOf(castToArray(raw('a'), t.array(t.dateTime(), { dimensions: 2 }))),
			'a::timestamp without time zone[][]',
		);
		assert.is(textOf(castToArray(raw('a'), t.array(t.text({ collation: 'C' })))), 'a::text[]');
	});
});
