import * as assert from 'uvu/assert';
import { postgresql } from '../../src/dialects/postgresql/index.ts';
import { type Binding, bindParameters } from '../../src/script/bind.ts';
import { textOf } from '../../src/sql/split.ts';
import { literal, param, type SqlFragment, sql, verbatim } from '../../src/sql/sql.ts';
import { statement } from '../../src/sql/statement.ts';
import { t } from '../../src/sql/types.ts';
import { suite } from '../support/suite.ts';
import { throwsCode } from '../support/throws.ts';

const { spelling } = postgresql;

const at = { script: '/r.ts', line: 3, column: 2 };

/** The statements as text after their parameters were bound, and the parameters. */
function bound(fragments: readonly SqlFragment[], binding: Partial<Binding> = {}) {
	const statements = fragments.map((fragment) => ({ ...statement(spelling.text(fragment)), at }));
	const step = {
		direction: 'upgrade',
		revision: 'a',
		title: '',
		from: [],
		to: ['a'],
		statements,
		versions: [],
	} as const;
	const { steps, parameters } = bindParameters(
		[step],
		{ values: {}, keepDefaults: false, literalBinds: true, ...binding },
		spelling,
	);
	return { text: steps.flatMap((bare) => bare.statements.map(({ parts }) => textOf(parts))), parameters };
}

const given = (type: Parameters<typeof param>[1], text: string): string =>
	bound([sql`${param('p', type)}`], { values: { p: text } }).text[0] ?? '';

suite('script/bind', (test) => {
	test('fills in what was given, else the default, else nothing', () => {
		const plan = param('plan', t.string(), { default: "it's free", description: 'for all' });
		const tenant = param('tenant', t.string(40));
		const fragments = [sql`update account set plan = ${plan} where tenant = ${tenant}`];
		assert.equal(bound(fragments), {
			text: [`update account set plan = 'it''s free' where tenant = :tenant`],
			parameters: [
				{ name: 'plan', type: 'varchar', description: 'for all', value: `'it''s free'` },
				{ name: 'tenant', type: 'varchar(40)' },
			],
		});
		assert.equal(bound(fragments, { values: { plan: 'x', tenant: `'; drop table account; --` } }).text, [
			`update account set plan = 'x' where tenant = '''; drop table account; --'`,
		]);
		assert.equal(bound(fragments, { keepDefaults: true }), {
			text: ['update account set plan = :plan where tenant = :tenant'],
			parameters: [
				{ name: 'plan', type: 'varchar', description: 'for all', default: `'it''s free'` },
				{ name: 'tenant', type: 'varchar(40)' },
			],
		});
	});

	test('never touches what only looks like a parameter', () => {
		const text = `select '(?:x|y)', ':p', a::int, "a:p" from b where c = :p /* :p */`;
		assert.equal(bound([verbatim(text), sql`${param('p', t.integer())}`], { values: { p: '5' } }).text, [text, '5']);
	});

	test('quotes a name where it stands for one', () => {
		const owner = param('owner', 'identifier', { default: 'Admin "1"' });
		assert.equal(bound([sql`grant all on a to ${owner}`]).text, ['grant all on a to "Admin ""1"""']);
		assert.equal(bound([sql`grant all on a to ${owner}`], { values: { owner: 'bob' } }).text, [
			'grant all on a to bob',
		]);
	});

	for (const [type, text, expected] of [
		[t.integer(), '-5', '(-5)'],
		[t.smallInteger(), '32767', '32767'],
		[t.bigInteger(), '9223372036854775807', '9223372036854775807'],
		[t.numeric(10, 2), '12.50', '12.50'],
		[t.numeric(), '123456789012345678901234567890.123', '123456789012345678901234567890.123'],
		[t.double(), '1e-3', '1e-3'],
		[t.boolean(), 'true', 'true'],
		[t.date(), '2024-02-29', `'2024-02-29'`],
		[t.dateTime({ timezone: true }), '2024-02-29T23:59:00Z', `'2024-02-29T23:59:00Z'`],
		[t.dateTime(), '2024-02-29 23:59', `'2024-02-29 23:59'`],
		[t.time(), '23:59:00.5', `'23:59:00.5'`],
		[t.time({ timezone: true }), '23:59+02', `'23:59+02'`],
		[t.date(), '0004-02-29', `'0004-02-29'`],
		[t.uuid(), '123E4567-e89b-12d3-a456-426614174000', `'123E4567-e89b-12d3-a456-426614174000'`],
		[t.jsonb(), '{"a": [1]}', `'{"a": [1]}'`],
		[t.string(3), '😀ab', `'😀ab'`],
		[t.text(), '', `''`],
		[t.text(), "O'Neil \\ \n", `'O''Neil \\ \n'`],
		[t.inet(), '10.0.0.1', `'10.0.0.1'`],
		['identifier', 'user', '"user"'],
	] as const) {
		test(`takes ${JSON.stringify(text)} for ${type === 'identifier' ? type : type.name}`, () => {
			assert.is(given(type, text), expected);
		});
	}

	for (const [type, text] of [
		[t.integer(), '5; drop table a'],
		[t.integer(), '2147483648'],
		[t.integer(), '1.5'],
		[t.integer(), ''],
		[t.smallInteger(), '-32769'],
		[t.bigInteger(), '9223372036854775808'],
		[t.numeric(), '1,5'],
		[t.numeric(), 'NaN or 1=1'],
		[t.boolean(), 'yes'],
		[t.date(), '2023-02-29'],
		[t.date(), '2024-13-01'],
		[t.date(), '29.2.2024'],
		[t.dateTime(), '2024-02-29'],
		[t.dateTime(), '2024-02-29 25:00'],
		[t.time(), '24:00'],
		[t.time(), '23:59Z'],
		[t.dateTime(), '2024-02-29 23:59Z'],
		[t.dateTime(), "2024-12-31 23:59 anything 'goes; here"],
		[t.dateTime({ timezone: true }), '2024-12-31 23:59 BC'],
		[t.date(), '0000-01-01'],
		[t.jsonb(), '"\\u0000"'],
		[t.uuid(), '123e4567'],
		[t.json(), '{a: 1}'],
		[t.string(3), 'abcd'],
		[t.unicode(3), 'abcd'],
		[t.enum('state', ['new', 'sent']), 'lost'],
		[t.variant(t.text(), { postgresql: t.uuid() }), '123e4567'],
	] as const) {
		test(`refuses ${JSON.stringify(text)} for ${type.name}`, () => {
			const error = throwsCode(() => given(type, text), 'OPTION_INVALID');
			assert.match(error.message, /^--param p: .* does not fit its type$/);
			assert.match(error.hint ?? '', /^give /);
			assert.equal(error.at, { file: '/r.ts', line: 3, column: 2 });
		});
	}

	test('refuses a name that no server has', () => {
		throwsCode(() => given('identifier', ''), 'IDENTIFIER_INVALID');
		throwsCode(() => given('identifier', 'x'.repeat(64)), 'IDENTIFIER_INVALID');
	});

	test('refuses a value that no parameter asks for', () => {
		const error = throwsCode(
			() => bound([sql`${param('tenant', t.text())}`], { values: { tenat: 'x' } }),
			'OPTION_INVALID',
		);
		assert.match(error.hint ?? '', 'did you mean "tenant"?');
		assert.is(throwsCode(() => bound([], { values: { a: 'x' } }), 'OPTION_INVALID').hint, 'it has none at all');
	});

	test('refuses two parameters of one name that differ', () => {
		for (const other of [param('a', t.text()), param('a', t.integer(), { default: 1 }), param('a', 'identifier')]) {
			throwsCode(() => bound([sql`${param('a', t.integer())}`, sql`${other}`]), 'ARGUMENT_INVALID');
		}
		const defaults = [null, 'null', '1', 1, new Date(1), new Date(2)];
		for (const [one, other] of defaults.flatMap((one) => defaults.map((other) => [one, other] as const))) {
			if (one === other) continue;
			const twice = [one, other].map((value) => sql`${param('a', t.text(), { default: value })}`);
			throwsCode(() => bound(twice), 'ARGUMENT_INVALID');
		}
		assert.is(bound([sql`${param('a', t.integer())}`, sql`${param('a', t.integer())}`]).parameters.length, 1);
	});

	test('makes placeholders of values when they are not to be literals', () => {
		const mine = param('value_1', t.text());
		const { text, parameters } = bound([sql`select ${'a'}, ${-1}, ${literal('b')}, ${mine}`, sql`select ${null}`], {
			literalBinds: false,
		});
		assert.equal(text, [`select :value_2, (:value_3), 'b', :value_1`, 'select :value_4']);
		assert.equal(
			parameters.map(({ name, default: value }) => [name, value]),
			[
				['value_1', undefined],
				['value_2', `'a'`],
				['value_3', '-1'],
				['value_4', 'NULL'],
			],
		);
	});

	test('writes a negative default so that it cannot become a comment', () => {
		assert.equal(bound([sql`select 1 -${param('n', t.integer(), { default: -1 })}`]).text, ['select 1 -(-1)']);
	});
});
