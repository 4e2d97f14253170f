import { readFileSync } from 'node:fs';
import * as assert from 'uvu/assert';
import type { Op, Operation } from '../../src/ops/index.ts';
import { type RevisionBody, record } from '../../src/record/record.ts';
import { column } from '../../src/schema/column.ts';
import {
	checkConstraint,
	foreignKey,
	foreignKeyConstraint,
	primaryKeyConstraint,
	uniqueConstraint,
} from '../../src/schema/constraints.ts';
import { excludeConstraint } from '../../src/schema/exclude-constraint.ts';
import { index } from '../../src/schema/index-element.ts';
import type { NamedElement, NamingConvention } from '../../src/schema/naming-convention.ts';
import { sql } from '../../src/sql/sql.ts';
import { t } from '../../src/sql/types.ts';
import { fc } from '../support/property.ts';
import { suite } from '../support/suite.ts';
import { names } from '../support/texts.ts';
import { rejectsCode } from '../support/throws.ts';

const CONVENTION: NamingConvention = {
	ix: 'ix_%(column_0_label)s',
	uq: 'uq_%(table_name)s_%(column_0_N_name)s',
	ck: 'ck_%(table_name)s_%(constraint_name)s',
	fk: 'fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s',
	pk: 'pk_%(table_name)s',
};

/** All names that an operation holds: of its checks in columns, its constraints, its indexes, and its own. */
function namesIn(op: Operation): readonly (string | undefined)[] {
	if (op.kind === 'createTable' || op.kind === 'addColumn') {
		const columns = op.kind === 'createTable' ? op.columns : [op.column];
		const checks = columns.flatMap(({ check }) => (check ? [check] : []));
		return [...checks, ...op.constraints, ...op.indexes].map(({ name }) => name);
	}
	if (op.kind === 'dropIndex') return [op.index.name];
	if ('constraint' in op && op.kind !== 'createTrigger') return [op.constraint.name];
	return [(op as { readonly name?: string }).name];
}

async function namesOf(body: RevisionBody, namingConvention?: NamingConvention): Promise<readonly unknown[]> {
	const recorded = await record(body, { namingConvention });
	assert.not.match(JSON.stringify(recorded), '"final"');
	return recorded.flatMap(namesIn);
}

/** The message and the hint of a body that is refused. */
async function refusal(body: RevisionBody, namingConvention?: NamingConvention): Promise<readonly unknown[]> {
	const { message, hint } = await rejectsCode(record(body, { namingConvention }), 'ARGUMENT_INVALID');
	return [message, hint];
}

/** A line of sqlalchemy-names.tsv, which sqlalchemy-names.py writes. */
type Line = Record<'call' | 'target' | 'template' | 'schema' | 'table' | 'columns' | 'given' | 'name', string>;

function lines(): readonly Line[] {
	const text = readFileSync(new URL('sqlalchemy-names.tsv', import.meta.url), 'utf8');
	const [header = [], ...rows] = text
		.trimEnd()
		.split('\n')
		.map((row) => row.split('\t'));
	return rows.map((cells) => Object.fromEntries(header.map((key, place) => [key, cells[place] ?? ''])) as Line);
}

/** What sqlalchemy-names.py asks of Alembic. */
function call(op: Op, { call, target, table, columns: list, given, ...line }: Line): void {
	const options = line.schema === '' ? {} : { schema: line.schema };
	const name = given === '' ? null : given;
	const columns = list.split(',');
	const referred = columns.map((local) => `r_${local}`);
	const types = { fk: 'foreignkey', pk: 'primary', uq: 'unique', ck: 'check' } as const;
	const calls: Readonly<Record<string, () => void>> = {
		createIndex: () => op.createIndex(name, table, columns, options),
		createUniqueConstraint: () => op.createUniqueConstraint(name, table, columns, options),
		createPrimaryKey: () => op.createPrimaryKey(name, table, columns, options),
		createForeignKey: () =>
			op.createForeignKey(name, table, 'referred', columns, referred, {
				...(line.schema !== '' && { sourceSchema: line.schema }),
				referentSchema: 'other',
			}),
		createCheckConstraint: () => op.createCheckConstraint(name, table, 'a > 0', options),
		dropIndex: () => op.dropIndex(given, table, options),
		dropConstraint: () => op.dropConstraint(given, table, types[target as keyof typeof types], options),
	};
	calls[call]?.();
}

suite('schema/naming', (test) => {
	for (const line of lines()) {
		const { target, template, given, name, ...rest } = line;
		const about = [rest.schema, rest.table, rest.columns].filter(Boolean).join(' ');
		test(`${line.call} ${given} on ${about} by ${template} is ${name}, as in SQLAlchemy`, async () => {
			assert.equal(await namesOf((op) => call(op, line), { [target]: template }), [name]);
		});
	}

	test('names an index by its schema, its table and its first column unless told otherwise', async () => {
		const body: RevisionBody = (op) => {
			op.createIndex(null, 'user', ['email', 'id']);
			op.createIndex(null, 'user', ['email'], { schema: 'my.app' });
			op.addColumn('user', column('age', t.integer(), { index: true }), { schema: 'app' });
			op.createTable('t', [column('a', t.text(), { index: true, unique: true }), index(null, ['a'])], {
				schema: 'app',
			});
		};
		const expected = ['ix_user_email', 'ix_my_app_user_email', 'ix_app_user_age', 'ix_app_t_a', 'ix_app_t_a'];
		assert.equal(await namesOf(body), expected);
	});

	test('leaves constraints without a template to the server', async () => {
		const body: RevisionBody = (op) => {
			op.createUniqueConstraint(null, 't', ['a']);
			op.addColumn('t', column('a', t.text(), { unique: true, check: checkConstraint('a > 0') }));
		};
		assert.equal(await namesOf(body), [undefined, undefined, undefined]);
	});

	test('names all that a table declares', async () => {
		const body: RevisionBody = (op) => {
			op.createTable(
				't',
				[
					column('id', t.integer(), { primaryKey: true }),
					column('a', t.integer(), { references: foreignKey('app.user.id') }),
					column('b', t.integer(), { unique: true, check: checkConstraint('b > 0', { name: 'pos' }) }),
					column('c', t.integer(), { index: true }),
					checkConstraint('c > 0', { name: 'c' }),
					uniqueConstraint(['a', 'b']),
					foreignKeyConstraint(['a', 'b'], ['o.x', 'o.y']),
					excludeConstraint([['a', '=']]),
					index(null, ['b', 'a']),
				],
				{ schema: 'app' },
			);
		};
		assert.equal(await namesOf(body, CONVENTION), [
			...['ck_t_pos', 'pk_t', 'fk_t_a_user', 'uq_t_b', 'ck_t_c', 'uq_t_a_b', 'fk_t_a_o', undefined],
			...['ix_app_t_c', 'ix_app_t_b'],
		]);
	});

	test('names all that an added column declares', async () => {
		const added = column('a', t.integer(), {
			primaryKey: true,
			unique: true,
			references: foreignKey('user.id'),
			check: checkConstraint('a > 0', { name: 'pos' }),
		});
		assert.equal(await namesOf((op) => op.addColumn('t', added), CONVENTION), [
			...['ck_t_pos', 'pk_t', 'fk_t_a_user', 'uq_t_a'],
		]);
	});

	test('keeps the names that are given', async () => {
		const body: RevisionBody = (op) => {
			op.createTable('t', [
				column('a', t.integer(), { references: foreignKey('user.id', { name: 'reference' }) }),
				primaryKeyConstraint(['a'], { name: 'key' }),
				uniqueConstraint(['a'], { name: 'once' }),
				index('by_a', ['a']),
			]);
			op.createForeignKey('mine', 't', 'r', ['a'], ['b']);
			op.dropConstraint('once', 't', 'unique');
			op.dropConstraint('any', 't');
			op.dropIndex('by_a');
		};
		const kept = ['key', 'reference', 'once', 'by_a', 'mine', 'once', 'any', 'by_a'];
		assert.equal(await namesOf(body, CONVENTION), kept);
	});

	test('leaves a final name alone wherever a name may be given', async () => {
		const whole = Object.fromEntries(
			['ix', 'uq', 'ck', 'fk', 'pk'].map((target) => [target, `${target}_%(table_name)s_%(constraint_name)s`]),
		);
		const body: RevisionBody = (op) => {
			const name = op.f('n');
			op.createTable('t', [
				column('a', t.integer(), {
					references: foreignKey('user.id', { name }),
					check: checkConstraint('a > 0', { name }),
				}),
				primaryKeyConstraint(['a'], { name }),
				uniqueConstraint(['a'], { name }),
				foreignKeyConstraint(['a'], ['r.b'], { name }),
				checkConstraint('a > 0', { name }),
				excludeConstraint([['a', '=']], { name }),
				index(name, ['a']),
			]);
			op.createIndex(name, 't', ['a']);
			op.createUniqueConstraint(name, 't', ['a']);
			op.createPrimaryKey(name, 't', ['a']);
			op.createForeignKey(name, 't', 'r', ['a'], ['b']);
			op.createCheckConstraint(name, 't', 'a > 0');
			op.dropIndex(name);
			for (const type of ['foreignkey', 'primary', 'unique', 'check', undefined] as const) {
				op.dropConstraint(name, 't', type);
			}
		};
		assert.equal(await namesOf(body, whole), Array(19).fill('n'));
	});

	test('completes the names of keys, too, when they are dropped', async () => {
		const completed: NamingConvention = { pk: 'pk_%(table_name)s_%(constraint_name)s' };
		const body: RevisionBody = (op) => {
			op.createPrimaryKey('main', 't', ['a']);
			op.dropConstraint('main', 't', 'primary');
			op.dropConstraint('main', 't');
		};
		assert.equal(await namesOf(body, completed), ['pk_t_main', 'pk_t_main', 'main']);
	});

	test('asks for a name that its template is made of', async () => {
		const refused = [
			'the naming convention asks for %(constraint_name)s, and the check constraint on "t" has none',
			'give it a name',
		];
		assert.equal(await refusal((op) => op.createCheckConstraint(null, 't', 'a > 0'), CONVENTION), refused);
		const inColumn = column('a', t.integer(), { check: checkConstraint('a > 0') });
		assert.equal(await refusal((op) => op.addColumn('t', inColumn), CONVENTION), refused);
		assert.equal(await refusal((op) => void op.createTable('t', [inColumn]), CONVENTION), refused);
	});

	test('has no name for an expression', async () => {
		const body: RevisionBody = (op) => op.createIndex(null, 'user', [sql`lower(email)`, 'id']);
		assert.equal(await refusal(body), [
			'the naming convention asks for %(column_0_label)s, and the index on "user" has an expression there',
			'give it a name',
		]);
		assert.equal(await namesOf(body, { ix: 'ix_%(column_1_name)s' }), ['ix_id']);
		const [message] = await refusal(body, { ix: 'ix_%(column_0_N_name)s' });
		assert.match(String(message), 'asks for %(column_0_N_name)s, and the index on "user" has an expression there');
	});

	test('knows the column of a check only where it stands in one', async () => {
		const byColumn: NamingConvention = { ck: 'ck_%(table_name)s_%(column_0_name)s' };
		const inColumn = column('a', t.integer(), { check: checkConstraint('a > 0') });
		assert.equal(await namesOf((op) => void op.createTable('t', [inColumn]), byColumn), ['ck_t_a']);
		assert.equal(await refusal((op) => op.createCheckConstraint(null, 't', 'a > 0'), byColumn), [
			'the naming convention asks for %(column_0_name)s, and the check constraint on "t" does not tell which columns it is about',
			'give it a name',
		]);
		const both: NamingConvention = { ck: '%(column_0_name)s_%(constraint_name)s' };
		const [, hint] = await refusal((op) => op.createCheckConstraint('x', 't', 'a > 0'), both);
		assert.is(hint, "give its whole name, as op.f('…')");
	});

	test('cannot complete the name of what is dropped from more than its table', async () => {
		for (const token of ['column_0_name', 'referred_table_name', 'own']) {
			const fk = { fk: `%(${token})s_%(constraint_name)s`, own: () => 'x' };
			assert.equal(await refusal((op) => op.dropConstraint('x', 't', 'foreignkey'), fk), [
				`the naming convention asks for %(${token})s, and of the foreign key on "t" only the name is known`,
				"give its whole name, as op.f('…')",
			]);
		}
		const ix = { ix: '%(table_name)s_%(constraint_name)s' };
		assert.equal(await namesOf((op) => op.dropIndex('x', 't'), ix), ['t_x']);
		assert.equal(await refusal((op) => op.dropIndex('x'), ix), [
			'the naming convention asks for %(table_name)s, and of the index "x" only the name is known',
			"give its whole name, as op.f('…')",
		]);
	});

	test('asks a token of the project for its word', async () => {
		const seen: unknown[] = [];
		const convention: NamingConvention = {
			fk: 'fk_%(arrow)s',
			uq: '%(arrow)s',
			arrow(element: NamedElement, table) {
				seen.push([element.kind, element.name, table]);
				return element.kind === 'foreignKey' ? `${table.name}_to_${element.referredTable.name}` : element.kind;
			},
		};
		const body: RevisionBody = (op) => {
			op.createForeignKey(null, 't', 'r', ['a'], ['b'], { sourceSchema: 's' });
			op.createUniqueConstraint('given', 't', ['a']);
			op.createUniqueConstraint(null, 't', ['a']);
		};
		assert.equal(await namesOf(body, convention), ['fk_t_to_r', 'given', 'unique']);
		assert.equal(seen, [
			['foreignKey', undefined, { schema: 's', name: 't' }],
			['unique', undefined, { name: 't' }],
		]);
	});

	test('refuses a word that is none, and a name that no server stores', async () => {
		const body: RevisionBody = (op) => op.createUniqueConstraint(null, 't', ['a']);
		const wrong = { uq: 'uq_%(own)s', own: () => 5 as never };
		const { message } = await rejectsCode(record(body, { namingConvention: wrong }), 'CONFIG_INVALID');
		assert.is(message, 'namingConvention.own must return a string, got 5');
		for (const [uq, own] of [
			['%(column_1_name)s', () => ''],
			['%(own)s', () => 'a\0'],
		] as const) {
			const error = await rejectsCode(record(body, { namingConvention: { uq, own } }), 'IDENTIFIER_INVALID');
			assert.match(error.message, 'the name of the unique constraint on "t"');
		}
	});

	test('refuses a convention that is none', async () => {
		await rejectsCode(
			record(() => undefined, { namingConvention: { idx: 'x' } }),
			'CONFIG_INVALID',
		);
	});

	test('cuts a name that is too long where SQLAlchemy cuts it', async () => {
		const table = 'a'.repeat(63 - 'ix__b'.length);
		const body: RevisionBody = (op) => {
			op.createIndex(null, table, ['b']);
			op.createIndex(null, 'a_table_with_a_name_of_quite_some_length', ['a_column_with_a_long_name']);
		};
		assert.equal(await namesOf(body), [
			`ix_${table}_b`,
			'ix_a_table_with_a_name_of_quite_some_length_a_column_wi_ec36',
		]);
	});

	test('counts bytes, and does not cut a character in two', async () => {
		const [cut] = await namesOf((op) => op.createIndex(null, 'ü'.repeat(40), ['b']));
		assert.match(String(cut), /^ix_ü{26}_[0-9a-f]{4}$/);
	});

	test('leaves given names long, for the dialect to refuse', async () => {
		const long = 'x'.repeat(70);
		assert.equal(await namesOf((op) => op.createIndex(op.f(long), 't', ['b'])), [long]);
	});

	test('makes the same name each time, and one that a server keeps whole', async () => {
		const convention: NamingConvention = {
			ix: '%(column_0_N_label)s',
			uq: '%(table_name)s%(column_0N_key)s',
			ck: '%(constraint_name)s',
			fk: '%(referred_table_name)s_%(column_0_label)s_%(referred_column_0_N_name)s',
			pk: 'pk_%(table_name)s',
		};
		const sample = fc.record({ schema: names(), name: names(), a: names(), b: names() });
		const property = fc.asyncProperty(sample, async ({ schema, name, a, b }) => {
			const body: RevisionBody = (op) => {
				op.createIndex(null, name, [a, b], { schema });
				op.createUniqueConstraint(null, name, a === b ? [a] : [a, b]);
				op.createCheckConstraint(b, name, 'true');
				op.createForeignKey(null, name, b, [a], [b], { sourceSchema: schema });
				op.createPrimaryKey(null, name, [a]);
			};
			const made = await namesOf(body, convention);
			for (const made_ of made) assert.ok(Buffer.byteLength(String(made_)) <= 63, String(made_));
			assert.equal(await namesOf(body, convention), made);
		});
		await fc.assert(property);
	});

	test('tells names apart that are cut at the same place', async () => {
		const table = 'a'.repeat(60);
		const body: RevisionBody = (op) => {
			for (const name of ['b', 'c', 'd', 'e']) op.createIndex(null, table, [name]);
		};
		assert.is(new Set(await namesOf(body)).size, 4);
	});
});
