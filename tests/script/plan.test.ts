import * as assert from 'uvu/assert';
import { postgresql } from '../../src/dialects/postgresql/index.ts';
import {
	type PlanOptions,
	plan,
	type Script,
	type Segment,
	type Step,
	type VersionChange,
} from '../../src/script/plan.ts';
import { textOf } from '../../src/sql/split.ts';
import { type Statement, statement } from '../../src/sql/statement.ts';
import { raw } from '../../src/sql/words.ts';
import { suite } from '../support/suite.ts';

type Needs = Parameters<typeof statement>[1];

const sql = (text: string, needs?: Needs): Statement => statement(raw(text), needs);

const step = (revision: string, statements: readonly Statement[], versions: readonly VersionChange[] = []): Step => ({
	direction: 'upgrade',
	revision,
	title: `title ${revision}`,
	from: [],
	to: [revision],
	statements,
	versions: versions.length > 0 ? versions : [{ kind: 'insert', to: revision }],
});

const planned = (steps: readonly Step[], options: Partial<PlanOptions> = {}): Script =>
	plan('upgrade', steps, {
		dialect: postgresql,
		versions: { table: { name: 'v' } },
		start: [],
		guard: true,
		transactionPerMigration: false,
		lockTimeoutMs: 3000,
		parameters: [],
		...options,
	});

/** What a line is, in a word; statements of revisions as they are. */
function short(line: Segment['lines'][number]): string {
	if ('comment' in line) return `-- ${line.comment}`;
	const text = textOf(line.statement.parts);
	if (text === 'BEGIN ISOLATION LEVEL READ COMMITTED READ ONLY') return 'BEGIN guarded';
	if (text.includes("'default_transaction_read_only', 'on'")) return 'read only';
	const [, guarded] = /IS DISTINCT FROM ARRAY\[(.*)\]::text/.exec(text) ?? [];
	if (guarded !== undefined)
		return `${text.includes('PERFORM') ? 'releasing ' : ''}guard(${guarded.replaceAll("'", '')})`;
	const [, change] = /^ {4}((?:UPDATE|DELETE) .*);$/m.exec(text) ?? [];
	return change ?? text.replace(/^CREATE TABLE IF NOT EXISTS v .*$/s, 'version table');
}

const layout = ({ segments }: Script): readonly (readonly string[])[] =>
	segments.map(({ kind, lines }) => [
		kind,
		...lines.map(short).filter((text) => text !== 'SET TRANSACTION READ WRITE'),
	]);

const insert = (id: string): string => `INSERT INTO v (version_num) VALUES ('${id}')`;

const READ_ONLY = ['read only', 'BEGIN guarded'];

suite('script/plan', (test) => {
	test('puts everything into one transaction: version table, guard, statements, rows', () => {
		const script = planned([step('a', [sql('one'), sql('two')]), step('b', [sql('three')])]);
		assert.equal(layout(script), [
			[
				'transaction',
				'BEGIN guarded',
				'version table',
				'guard()',
				'-- Running upgrade base -> a: title a',
				'one',
				'two',
				insert('a'),
				'-- Running upgrade base -> b: title b',
				'three',
				insert('b'),
				'COMMIT',
			],
		]);
		assert.equal([script.start, script.end], [[], ['a', 'b']]);
	});

	test('does not create the version table where a row says that it is there', () => {
		const script = planned([step('b', [], [{ kind: 'update', from: 'a', to: 'b' }])], { start: ['a'] });
		assert.equal(layout(script), [
			[
				'transaction',
				'BEGIN guarded',
				'guard(a)',
				'-- Running upgrade base -> b: title b',
				"UPDATE v SET version_num = 'b' WHERE version_num = 'a'",
				'COMMIT',
			],
		]);
		assert.equal([script.start, script.end], [['a'], ['b']]);
	});

	test('gives every revision a transaction, with the rows it starts at', () => {
		const steps = [
			step('a', [sql('one')]),
			step('b', [sql('two')], [{ kind: 'update', from: 'a', to: 'b' }]),
			step('c', [], [{ kind: 'insert', to: 'c' }]),
			step(
				'd',
				[],
				[
					{ kind: 'delete', from: 'b' },
					{ kind: 'update', from: 'c', to: 'd' },
				],
			),
		];
		assert.equal(
			layout(planned(steps, { transactionPerMigration: true })).map(([, , ...lines]) =>
				lines.filter((line) => /^guard|version table/.test(line)),
			),
			[['version table', 'guard()'], ['guard(a)'], ['guard(b)'], ['guard(b, c)']],
		);
	});

	test('runs what refuses a transaction outside, after a guard of its own', () => {
		const never: Needs = { transaction: 'never' };
		const script = planned([step('a', [sql('one'), sql('two', never), sql('three', never), sql('four')])]);
		assert.equal(layout(script), [
			[
				'transaction',
				'BEGIN guarded',
				'version table',
				'guard()',
				'-- Running upgrade base -> a: title a',
				'one',
				"SET gen_sql.part = 'a:1'",
				'COMMIT',
			],
			['outside', ...READ_ONLY, 'releasing guard()', 'COMMIT', 'two', 'three'],
			['transaction', 'BEGIN guarded', 'guard()', 'four', insert('a'), 'RESET gen_sql.part', 'COMMIT'],
		]);
	});

	test('limits the waiting of a statement that asks for it, once a transaction', () => {
		const brief: Needs = { lockTimeout: true };
		const script = planned(
			[step('a', [sql('one', brief), sql('two', brief), sql('three', { ...brief, transaction: 'own' })])],
			{
				guard: false,
				lockTimeoutMs: 2500,
			},
		);
		assert.equal(layout(script), [
			[
				'transaction',
				'BEGIN',
				'version table',
				'-- Running upgrade base -> a: title a',
				"SET LOCAL lock_timeout = '2500ms'",
				'one',
				'two',
				'COMMIT',
			],
			['transaction', 'BEGIN', "SET LOCAL lock_timeout = '2500ms'", 'three', insert('a'), 'COMMIT'],
		]);
	});

	test('asks for the part before where the rows do not tell that it is done', () => {
		const own: Needs = { transaction: 'own' };
		const script = planned([step('a', [sql('one'), sql('two', own)]), step('b', [sql('three')])], {
			transactionPerMigration: true,
		});
		const asked = script.segments.map(
			({ lines }) => /'gen_sql.part', true\) IS DISTINCT FROM '(.*?)'/.exec(JSON.stringify(lines))?.[1],
		);
		assert.equal(asked, [undefined, 'a:1', undefined]);
	});

	test('creates the version table inside the guard of a script that begins outside', () => {
		const script = planned([step('a', [sql('one', { transaction: 'never' })])]);
		assert.equal(layout(script), [
			[
				'outside',
				...READ_ONLY,
				'version table',
				'releasing guard()',
				'COMMIT',
				'-- Running upgrade base -> a: title a',
				'one',
			],
			['transaction', 'BEGIN guarded', 'guard()', insert('a'), 'COMMIT'],
		]);
	});

	test('knows the rows at every cut', () => {
		const never: Needs = { transaction: 'never' };
		const script = planned(
			[
				step('b', [sql('one', never)], [{ kind: 'update', from: 'a', to: 'b' }]),
				step('c', [sql('two', never)], [{ kind: 'update', from: 'b', to: 'c' }]),
			],
			{ start: ['x', 'a'] },
		);
		const guards = layout(script).map((lines) => lines.find((line) => line.includes('guard(')));
		assert.equal(guards, ['releasing guard(a, x)', 'guard(a, x)', 'releasing guard(b, x)', 'guard(b, x)']);
		assert.equal(
			[script.start, script.end],
			[
				['a', 'x'],
				['c', 'x'],
			],
		);
	});

	test('confirms what ran outside in the next transaction, unless nothing is guarded', () => {
		const built = sql('build', { transaction: 'never', confirmation: raw('is built') });
		const steps = [step('a', [built, sql('drop', { transaction: 'never' }), sql('next')])];
		assert.equal(
			layout(planned(steps, { start: ['z'] }))
				.at(-1)
				?.slice(0, 4),
			['transaction', 'BEGIN guarded', 'guard(z)', 'is built'],
		);
		assert.not.ok(
			layout(planned(steps, { guard: false }))
				.flat()
				.includes('is built'),
		);
	});

	test('gives a statement that wants it a transaction of its own', () => {
		const own: Needs = { transaction: 'own' };
		const script = planned([step('a', [sql('one'), sql('two', own), sql('three', own), sql('four')])], {
			guard: false,
			start: ['z'],
		});
		assert.equal(layout(script), [
			['transaction', 'BEGIN', '-- Running upgrade base -> a: title a', 'one', 'COMMIT'],
			['transaction', 'BEGIN', 'two', 'COMMIT'],
			['transaction', 'BEGIN', 'three', 'COMMIT'],
			['transaction', 'BEGIN', 'four', insert('a'), 'COMMIT'],
		]);
	});

	test('keeps the statements of the next revision out of a transaction that is full', () => {
		const script = planned([step('a', [sql('one', { transaction: 'own' })]), step('b', [sql('two')])], {
			guard: false,
			start: ['z'],
		});
		const transactions = layout(script).map((lines) => lines.filter((line) => /^(one|two)$/.test(line)));
		assert.equal(
			transactions.filter((lines) => lines.length > 0),
			[['one'], ['two']],
		);
	});

	test('commits after a statement that later ones need committed', () => {
		const script = planned(
			[step('a', [sql('zero'), sql('one', { commitAfter: true }), sql('two'), sql('three', { commitAfter: true })])],
			{ guard: false, start: ['z'] },
		);
		assert.equal(layout(script), [
			['transaction', 'BEGIN', '-- Running upgrade base -> a: title a', 'zero', 'one', 'COMMIT'],
			['transaction', 'BEGIN', 'two', 'three', insert('a'), 'COMMIT'],
		]);
	});

	test('leaves the guards out when none is wanted', () => {
		const steps = [step('a', [sql('one'), sql('two', { transaction: 'never' })])];
		assert.equal(layout(planned(steps, { guard: false })), [
			['transaction', 'BEGIN', 'version table', '-- Running upgrade base -> a: title a', 'one', 'COMMIT'],
			['outside', 'two'],
			['transaction', 'BEGIN', insert('a'), 'COMMIT'],
		]);
	});

	test('creates the version table before its first row when the script begins outside, without guards', () => {
		const steps = [step('a', [sql('one', { transaction: 'never' })])];
		assert.equal(layout(planned(steps, { guard: false })), [
			['outside', '-- Running upgrade base -> a: title a', 'one'],
			['transaction', 'BEGIN', 'version table', insert('a'), 'COMMIT'],
		]);
	});

	test('has nothing to say for no revisions', () => {
		const script = planned([], { start: ['a'] });
		assert.equal([script.segments, script.start, script.end], [[], ['a'], ['a']]);
	});
});
