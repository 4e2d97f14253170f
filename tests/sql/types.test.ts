import * as assert from 'uvu/assert';
import { isColumnType, t, typeIn } from '../../src/sql/types.ts';
import { suite } from '../support/suite.ts';
import { throwsCode } from '../support/throws.ts';

suite('sql/types', (test) => {
	test('a type is frozen data', () => {
		assert.equal(t.string(20), { kind: 'type', name: 'string', length: 20 });
		assert.equal(t.string(), { kind: 'type', name: 'string' });
		assert.equal(t.dateTime(), { kind: 'type', name: 'dateTime', timezone: false });
		assert.equal(t.array(t.text()), { kind: 'type', name: 'array', item: t.text(), dimensions: 1 });
		assert.equal(t.interval({ fields: 'DAY TO HOUR' }), { kind: 'type', name: 'interval', fields: 'day to hour' });
		assert.equal(t.char(2, { collation: 'C' }), { kind: 'type', name: 'char', length: 2, collation: 'C' });
		assert.equal(t.enum('state', ['new', 'sent']), {
			kind: 'type',
			name: 'enum',
			enumName: { name: 'state' },
			labels: ['new', 'sent'],
			create: true,
		});
		assert.equal(t.enum('state', ['new'], { schema: 'app', create: false }).enumName, { schema: 'app', name: 'state' });
		assert.equal(t.domain('email', { schema: 'app' }), {
			kind: 'type',
			name: 'domain',
			domainName: { schema: 'app', name: 'email' },
		});
		assert.ok(Object.isFrozen(t.string(20)));
		assert.ok(isColumnType(t.json()));
		assert.not.ok(isColumnType(t.json));
	});

	test('names the argument that is wrong', () => {
		const refused: readonly (readonly [() => unknown, string])[] = [
			[() => t.string(0), 't.string: length must be a whole number from 1, got 0'],
			[() => t.string('20' as never), 't.string: length must be a whole number from 1, got "20"'],
			[() => t.char(1.5), 't.char: length must be a whole number from 1, got 1.5'],
			[() => t.bit(-1), 't.bit: length'],
			[() => t.bitVarying(Number.NaN), 't.bitVarying: length'],
			[() => t.float(0), 't.float: precision'],
			[() => t.numeric(0), 't.numeric: precision'],
			[() => t.numeric(10, -1), 't.numeric: scale must be a whole number from 0, got -1'],
			[() => t.numeric(undefined, 2), 't.numeric: scale needs a precision'],
			[() => t.dateTime({ precision: -1 }), 't.dateTime: precision'],
			[() => t.time({ timezone: 'UTC' } as never), 't.time: timezone must be true or false, got "UTC"'],
			[() => t.dateTime({ timeZone: true } as never), 't.dateTime has no option "timeZone"'],
			[() => t.dateTime(true as never), 't.dateTime: options must be an object, got true'],
			[() => t.dateTime(null as never), 't.dateTime: options must be an object, got null'],
			[() => t.interval({ fields: 'CENTURY' }), 't.interval: fields cannot be "CENTURY"'],
			[() => t.interval({ fields: 'day; --' }), 't.interval: fields cannot be'],
			[
				() => t.interval({ fields: 'year to month', precision: 2 }),
				't.interval: year to month has no seconds that could have a precision',
			],
			[() => t.text(255 as never), 't.text: options must be an object, got 255'],
			[() => t.string(20, { collate: 'C' } as never), 't.string has no option "collate"'],
			[() => t.unicode(20, { collation: 5 } as never), 't.unicode: collation must be a name (a string), got 5'],
			[() => t.array('text' as never), 't.array: item must be a type, got "text"'],
			[() => t.array(t.text as never), 't.array: item must be a type, got a function'],
			[() => t.array(t.array(t.text())), 't.array: item cannot be an array itself'],
			[() => t.array(t.text(), { dimensions: 0 }), 't.array: dimensions must be a whole number from 1, got 0'],
			[() => t.enum(5 as never, ['a']), 't.enum: name must be a name (a string), got 5'],
			[() => t.enum('e', 'a' as never), 't.enum: labels must be an array of strings, got "a"'],
			[() => t.enum('e', []), 't.enum: labels must be an array of at least one string, and it is empty'],
			[() => t.enum('e', ['a', 5 as never]), 't.enum: labels[1] must be a string, got 5'],
			[() => t.enum('e', ['a', 'b', 'a']), 't.enum: labels holds "a" twice'],
			[() => t.enum('e', ['a'], { schema: 5 as never }), 't.enum: schema must be a name (a string), got 5'],
			[() => t.enum('e', ['a'], { create: 'no' as never }), 't.enum: create must be true or false, got "no"'],
			[() => t.enum('e', ['a'], { createType: false } as never), 't.enum has no option "createType"'],
			[() => t.domain(5 as never), 't.domain: name must be a name (a string), got 5'],
			[() => t.domain('d', { schema: 5 as never }), 't.domain: schema must be a name (a string), got 5'],
			[() => t.domain('d', { create: true } as never), 't.domain has no option "create"'],
			[() => t.array(t.variant(t.text(), { mysql: t.array(t.text()) })), 't.array: item cannot be an array itself'],
			[() => t.variant('a' as never, { mysql: t.text() }), 't.variant: type must be a type, got "a"'],
			[() => t.variant(t.text(), { mysql: 'a' } as never), 't.variant: mysql must be a type, got "a"'],
			[() => t.variant(t.text(), { postgres: t.text() } as never), 't.variant has no option "postgres"'],
			[() => t.variant(t.text(), {}), 't.variant: no dialect has another type'],
			[() => t.variant(t.text(), { mysql: undefined as never }), 't.variant: no dialect has another type'],
			[
				() => t.variant(t.variant(t.text(), { mysql: t.json() }), { oracle: t.json() }),
				't.variant: type cannot be a variant itself',
			],
			[() => t.raw(' '), 't.raw: text must be the SQL of a type, got " "'],
			[() => t.raw(5 as never), 't.raw: text must be the SQL of a type, got 5'],
		];
		for (const [call, message] of refused) assert.match(throwsCode(call, 'ARGUMENT_INVALID').message, message);
	});

	test('labels are those of the moment of the call', () => {
		const labels = ['new'];
		const state = t.enum('state', labels);
		labels.push('sent');
		assert.equal(state.labels, ['new']);
		assert.ok(Object.isFrozen(state.labels) && Object.isFrozen(state.enumName));
	});

	test('a variant is what a dialect means, also in an array', () => {
		const text = t.variant(t.json(), { postgresql: t.jsonb(), mysql: t.text() });
		assert.equal(
			['postgresql', 'mysql', 'oracle'].map((dialect) => typeIn(dialect, text).name),
			['jsonb', 'text', 'json'],
		);
		assert.equal(typeIn('mysql', t.array(text, { dimensions: 2 })), t.array(t.text(), { dimensions: 2 }));
		const list = t.variant(t.text(), { postgresql: t.array(text) });
		assert.equal(typeIn('postgresql', list), t.array(t.jsonb()));
		for (const type of [t.text(), t.array(t.text())]) assert.is(typeIn('mysql', type), type);
	});

	test('a type without arguments takes none', () => {
		for (const name of ['integer', 'boolean', 'jsonb', 'uuid'] as const) {
			assert.is(
				throwsCode(() => t[name](255 as never), 'ARGUMENT_INVALID').message,
				`t.${name} takes no argument, got 255`,
			);
		}
	});
});
