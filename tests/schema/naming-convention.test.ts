import * as assert from 'uvu/assert';
import { type NamingConvention, parseNaming } from '../../src/schema/naming-convention.ts';
import { suite } from '../support/suite.ts';
import { throwsCode } from '../support/throws.ts';

/** The message and the hint of a convention that is refused; it may be what no type allows. */
function refusal(convention: unknown): readonly [message: string, hint: string | undefined] {
	const { message, hint } = throwsCode(() => parseNaming(convention as NamingConvention), 'CONFIG_INVALID');
	return [message, hint];
}

suite('schema/naming-convention', (test) => {
	test('names indexes alone when it says nothing', () => {
		const label = { text: 'column_0_label', kind: 'columns', referred: false, index: 0, separator: '', form: 'label' };
		assert.equal(parseNaming({}), { index: { parts: ['ix_', label, ''], completes: false } });
	});

	test('lies over the default one', () => {
		assert.equal(Object.keys(parseNaming({ pk: 'pk_%(table_name)s' })), ['index', 'primaryKey']);
		const { index } = parseNaming({ ix: '%(constraint_name)s%%' });
		assert.equal(index, {
			parts: ['', { text: 'constraint_name', kind: 'constraintName' }, '', '%', ''],
			completes: true,
		});
	});

	test('takes undefined for leaving a key out', () => {
		assert.equal(parseNaming({ ix: undefined, uq: undefined, own: undefined } as never), parseNaming({}));
	});

	test('knows the tokens of SQLAlchemy', () => {
		const tokens = ['table_name', 'constraint_name'];
		for (const columns of ['column_0', 'column_1', 'column_12', 'column_0N', 'column_0_N']) {
			for (const form of ['name', 'key', 'label']) tokens.push(`${columns}_${form}`);
		}
		const template = tokens.map((token) => `%(${token})s`).join('%%');
		parseNaming({ ix: template, uq: template, ck: template, pk: template });
		const referred = ['table_name', 'column_0_name', 'column_3_name', 'column_0N_name', 'column_0_N_name'];
		parseNaming({ fk: template + referred.map((token) => `%(referred_${token})s`).join('') });
	});

	for (const token of [
		...[
			'nope',
			'',
			'column_N_name',
			'column_1N_name',
			'column_1_N_name',
			'column_0_',
			'column_0_type',
			'xcolumn_0_name',
		],
		...['referred_column_0_key', 'referred_column_0_label', 'referred_table_schema', 'toString', 'Table_name'],
	]) {
		test(`does not know a token "${token}"`, () => {
			const [message] = refusal({ fk: `fk_%(${token})s` });
			assert.is(message, `namingConvention.fk has the token "${token}", which does not exist`);
		});
	}

	test('suggests the token that was meant', () => {
		assert.is(refusal({ uq: '%(tabel_name)s' })[1], 'did you mean "table_name"?');
		assert.is(refusal({ uq: '%(my_tokn)s', my_token: () => '' })[1], 'did you mean "my_token"?');
		assert.match(refusal({ uq: '%(x)s' })[1] ?? '', /^tokens: table_name, constraint_name, column_0_name, /);
	});

	test('lets foreign keys alone name what they refer to', () => {
		for (const target of ['ix', 'uq', 'ck', 'pk']) {
			for (const token of ['referred_table_name', 'referred_column_1_name']) {
				assert.equal(refusal({ [target]: `%(${token})s` }), [
					`namingConvention.${target} has the token "${token}", which does not exist`,
					'foreign keys alone refer to something',
				]);
			}
		}
	});

	test('takes a function under any other key for a token', () => {
		const guid = (): string => 'g';
		const own = { text: 'fk_guid', kind: 'own', word: guid };
		assert.equal(parseNaming({ fk: '%(fk_guid)s', fk_guid: guid }).foreignKey?.parts, ['', own, '']);
	});

	test('lets such a token stand for one that exists', () => {
		const own = { text: 'table_name', kind: 'own', word: String };
		assert.equal(parseNaming({ uq: '%(table_name)s', table_name: String }).unique?.parts, ['', own, '']);
	});

	test('refuses a target that does not exist', () => {
		assert.equal(refusal({ ixx: 'ix_%(table_name)s' }), ['namingConvention has no target "ixx"', 'did you mean "ix"?']);
		assert.equal(refusal({ exclude: 5 }), [
			'namingConvention has no target "exclude"',
			'targets: ix, uq, ck, fk, pk; a token of your own is a function',
		]);
	});

	test('refuses a template that is none', () => {
		for (const [given, shown] of [
			[5, '5'],
			['', '""'],
			[null, 'null'],
			[() => 'uq', 'a function'],
		] as const) {
			assert.is(refusal({ uq: given })[0], `namingConvention.uq must be a template, got ${shown}`);
		}
	});

	test('refuses a percent sign that begins no token', () => {
		for (const template of ['100%', '%(table_name)', '%s', '%(table_name).10s', '%%%', '%table_name%']) {
			assert.equal(refusal({ pk: template }), [
				`namingConvention.pk has a "%" that begins no token: ${template}`,
				'a token is written %(table_name)s, the character itself %%',
			]);
		}
	});
});
