import * as assert from 'uvu/assert';
import { project, revisionText, run } from '../support/project.ts';
import { suite } from '../support/suite.ts';

const config = (review: string): string => `export default {\n\treview: {\n\t\t${review},\n\t},\n};\n`;

interface Found {
	readonly rules: readonly string[];
	readonly passedOver: number | undefined;
	readonly stderr: string;
}

/** What the scripts of these tests are not about. */
const OTHERS = new Set(['missing-statement-timeout', 'timeout-scope', 'not-null-may-fail']);

/** The findings of a run, and what it said. */
async function found(root: string, ...argv: readonly string[]): Promise<Found> {
	const { stdout, stderr } = await run(root, ['review', ...argv, '--format', 'json']);
	const { findings: all = [], passedOver } = JSON.parse(stdout || '{}') as {
		readonly findings?: readonly { readonly rule: string; readonly revision?: string }[];
		readonly passedOver?: number;
	};
	const findings = all.filter(({ rule }) => !OTHERS.has(rule));
	return {
		rules: findings.map(({ rule, revision }) => [revision, rule].filter(Boolean).join(' ')),
		passedOver,
		stderr,
	};
}

const PATIENT = "SET lock_timeout = '2s';\n";

const REVISIONS = {
	'revisions/a.ts': revisionText(
		'aa',
		null,
		"op.createTable('account', [column('id', t.uuid(), { primaryKey: true }), column('name', t.text())]);",
	),
	'revisions/b.ts': revisionText(
		'bb',
		'aa',
		"op.execute('SET LOCAL lock_timeout = 2000'); op.execute('SET LOCAL statement_timeout = 60000'); op.createIndex('i', 'account', ['name']);",
	),
	'revisions/c.ts': revisionText(
		'cc',
		'bb',
		"op.execute('SET LOCAL lock_timeout = 2000'); op.execute('SET LOCAL statement_timeout = 60000'); op.dropTable('account');",
	),
};

suite('cli/review-settings', (test) => {
	test('takes the preset and rules of the configuration, unless the command line says otherwise', async () => {
		const files = { 'a.sql': `${PATIENT}ALTER TABLE t ALTER COLUMN c DROP NOT NULL;\n` };
		const codeOf = async (review: string, ...argv: readonly string[]): Promise<number> =>
			(await run(project({ ...files, 'gen-sql.config.ts': config(review) }), ['review', 'a.sql', ...argv])).code;
		assert.is(await codeOf("preset: 'recommended'"), 0);
		assert.is(await codeOf("preset: 'online'"), 1);
		assert.is(await codeOf("preset: 'online'", '--preset', 'recommended'), 0);
		assert.is(await codeOf("rules: { 'drop-not-null': 'error' }"), 1);
		assert.is(await codeOf("rules: { 'drop-not-null': { severity: 'error' } }"), 1);
		assert.is(await codeOf("rules: { 'drop-not-null': 'error' }", '--rule', 'drop-not-null=info'), 0);
	});

	test('refuses rules and options that there are not, where they stand', async () => {
		for (const [review, message] of [
			["rules: { 'drop-colum': 'off' }", '3:12: error[CONFIG_INVALID]: there is no rule "drop-colum"'],
			[
				"rules: { 'missing-lock-timeout': { options: { asumed: true } } }",
				'3:49: error[CONFIG_INVALID]: there is no option "asumed" of the rule "missing-lock-timeout"',
			],
			[
				"rules: { 'missing-lock-timeout': { options: { assumed: 1 } } }",
				'3:49: error[CONFIG_INVALID]: the option "assumed" of the rule "missing-lock-timeout" cannot be "1"',
			],
		] as const) {
			const root = project({ 'a.sql': 'SELECT 1;', 'gen-sql.config.ts': config(review) });
			const { code, stderr } = await run(root, ['review', 'a.sql']);
			assert.is(code, 3);
			assert.ok(stderr.includes(`gen-sql.config.ts:${message}`), stderr);
		}
		const bare = project({ 'a.sql': 'SELECT 1;' });
		const { code, stderr } = await run(bare, ['review', 'a.sql', '--rule', 'missing-lock-timeout.asumed=true']);
		assert.is(code, 2);
		assert.match(stderr, 'did you mean "assumed"');
	});

	test('reads and does not review files that are ignored, and says how many', async () => {
		const root = project({
			'gen-sql.config.ts': config("ignorePaths: ['legacy']"),
			'legacy/1.sql': 'CREATE TABLE account (id bigint PRIMARY KEY, plan varchar(20));\nDROP TABLE old;',
			'new/2.sql': `${PATIENT}ALTER TABLE account ALTER COLUMN plan TYPE varchar(40);`,
		});
		const argv = ['legacy', 'new', '--sequence'];
		assert.equal(await found(root, ...argv), {
			rules: [],
			passedOver: 1,
			stderr: '',
		});
		assert.ok((await found(root, 'new')).rules.includes('alter-column-type-unknown'));
		assert.ok((await found(root, 'legacy/1.sql')).rules.includes('drop-table'));
		assert.match(
			(await run(root, ['review', ...argv])).stdout,
			'no findings in 2 statements of 1 script, 1 script passed over\n',
		);
		assert.match((await run(root, ['review', ...argv, '--format', 'markdown'])).stdout, '1 script passed over.');
	});

	test('reads and does not review revisions that are ignored', async () => {
		const root = project({ ...REVISIONS, 'gen-sql.config.ts': config("ignoreRevisions: ['cc']") });
		assert.equal(await found(root, 'heads'), { rules: [], passedOver: 1, stderr: '' });
		const byPath = project({ ...REVISIONS, 'gen-sql.config.ts': config("ignorePaths: ['revisions/c*']") });
		assert.is((await found(byPath, 'heads')).passedOver, 1);
	});

	test('reviews what is newer than a revision, which is not new any more', async () => {
		const root = project({ ...REVISIONS, 'gen-sql.config.ts': config("since: 'aa'") });
		const { rules, passedOver } = await found(root, 'heads');
		assert.is(passedOver, 1);
		assert.ok(rules.includes('bb create-index-blocking') && rules.includes('cc drop-table'), rules.join());
		const option = await found(root, 'heads', '--since', 'bb');
		assert.is(option.passedOver, 2);
		assert.equal(new Set(option.rules.map((each) => each.slice(0, 2))), new Set(['cc']));
		assert.equal((await found(project(REVISIONS), 'heads')).rules, []);
	});

	test('refuses revisions that there are not, and --since for files', async () => {
		for (const review of ["since: 'nope'", "ignoreRevisions: ['nope']"]) {
			const root = project({ ...REVISIONS, 'gen-sql.config.ts': config(review) });
			const { code, stderr } = await run(root, ['review', 'heads']);
			assert.is(code, 3);
			assert.match(stderr, /gen-sql\.config\.ts:3:3: error\[CONFIG_INVALID\]: review\.\w+: .*"nope"/);
		}
		const root = project({ ...REVISIONS, 'a.sql': 'SELECT 1;' });
		assert.is((await run(root, ['review', 'heads', '--since', 'nope'])).code, 3);
		assert.is((await run(root, ['review', 'a.sql', '--since', 'aa'])).code, 2);
	});

	test('takes files to run in one transaction, and revisions not', async () => {
		const files = {
			'a.sql': `${PATIENT}CREATE INDEX CONCURRENTLY i ON t (a);`,
			'b.sql': 'BEGIN;\nSELECT 1;\nCOMMIT;',
			'gen-sql.config.ts': config('assumeInTransaction: true'),
		};
		const root = project({
			...files,
			'revisions/a.ts': revisionText('aa', null, "op.createIndex('i', 't', ['a'], { online: true });"),
		});
		assert.equal((await found(root, 'a.sql')).rules, ['not-in-transaction']);
		assert.equal((await found(root, 'a.sql', '--no-assume-in-transaction')).rules, []);
		assert.equal((await found(root, 'b.sql')).rules, ['transaction-nesting', 'transaction-nesting']);
		assert.equal(
			(await found(root, 'heads')).rules.filter((rule) => rule.includes('transaction')),
			[],
		);
		const bare = project({ 'a.sql': files['a.sql'] });
		assert.equal((await found(bare, 'a.sql', '--assume-in-transaction')).rules, ['not-in-transaction']);
		const { stdout } = await run(bare, ['locks', 'a.sql', '--assume-in-transaction']);
		assert.match(stdout, '2:1, transaction 1, which the server refuses');
		const both = ['--assume-in-transaction', '--no-assume-in-transaction'];
		assert.is((await run(bare, ['locks', 'a.sql', ...both])).code, 2);
	});

	test('finds no hazard in work on a table that is small, and still asks for a lock_timeout', async () => {
		const text = 'CREATE INDEX ON flag (a);\nALTER TABLE app.event ALTER c SET NOT NULL;';
		const root = project({
			'a.sql': text,
			'gen-sql.config.ts': config('tables: { flag: { rows: 10_000 } }'),
		});
		assert.equal((await found(root, 'a.sql')).rules, ['missing-lock-timeout', 'set-not-null-scan']);
		assert.equal((await found(root, 'a.sql', '--rows', 'app.event=5')).rules, ['missing-lock-timeout']);
		assert.ok((await found(root, 'a.sql', '--rows', 'flag=10001')).rules.includes('create-index-blocking'));
		assert.ok((await found(root, 'a.sql', '--rows', 'app.flag=1')).rules.includes('set-not-null-scan'));
	});

	test('shows the rows of tables, and what takes no time in small ones', async () => {
		const root = project({
			'a.sql': 'ALTER TABLE flag ALTER c SET NOT NULL;\nALTER TABLE event ALTER c SET NOT NULL;',
		});
		const argv = ['locks', 'a.sql', '--rows', 'flag=12', '--rows', 'event=2e9'];
		const { stdout } = await run(root, argv);
		assert.match(stdout, /public\.flag .* instant\n.*\n +12 rows\n/);
		assert.match(stdout, /public\.event .* scan\n.*\n +2000000000 rows\n/);
		const { statements } = JSON.parse((await run(root, [...argv, '--format', 'json'])).stdout) as {
			readonly statements: readonly {
				readonly relations: readonly { readonly rows: number; readonly scan: boolean }[];
			}[];
		};
		assert.equal(
			statements.map(({ relations: [one] }) => [one?.rows, one?.scan]),
			[
				[12, true],
				[2e9, true],
			],
		);
		for (const rows of ['flag', 'flag=', 'flag=-1', 'flag=many', 'flag=1.5'])
			assert.is((await run(root, ['locks', 'a.sql', '--rows', rows])).code, 2, rows);
	});

	test('tells what is set to the head of a script that shows its locks', async () => {
		const up = "op.createIndex('i', 'flag', ['a']); op.createIndex('j', 'event', ['a']);";
		const root = project({
			'gen-sql.config.ts': config('pgVersion: 17, tables: { flag: { rows: 12 } }'),
			'revisions/a.ts': revisionText('aa', null, up),
		});
		const { stdout, stderr } = await run(root, ['upgrade', 'head', '--locks']);
		assert.match(stdout, 'PostgreSQL 17', stderr);
		assert.match(stdout, /public\.flag .*instant/);
		assert.match(stdout, /public\.event .*index build/);
		assert.match((await run(root, ['upgrade', 'head', '--locks', '--pg-version', '16'])).stdout, 'PostgreSQL 16');
	});

	test('takes the version of the server from the configuration', async () => {
		const files = {
			'a.sql': `${PATIENT}REFRESH MATERIALIZED VIEW totals;`,
			'gen-sql.config.ts': config('pgVersion: 11'),
		};
		const root = project({ ...files, 'a.sql': 'ALTER TABLE child ATTACH PARTITION c FOR VALUES IN (1);' });
		const lockOf = async (...argv: readonly string[]): Promise<boolean> =>
			(await run(root, ['locks', 'a.sql', ...argv])).stdout.includes('public.child             ACCESS EXCLUSIVE');
		assert.is(await lockOf(), true);
		assert.is(await lockOf('--pg-version', '14'), false);
	});

	test('takes files that undo others for scripts that go on from these, and leave nothing', async () => {
		const root = project({
			'm/U1__plans.sql': `${PATIENT}DROP TABLE plan;`,
			'm/V1__plans.sql': `${PATIENT}CREATE TABLE plan (id bigint PRIMARY KEY);`,
			'm/V2__names.sql': `${PATIENT}ALTER TABLE plan ALTER COLUMN id TYPE bigint;`,
		});
		assert.equal((await found(root, 'm', '--sequence')).rules, ['drop-table']);
		const { stdout } = await run(root, ['review', 'm', '--sequence']);
		assert.match(stdout, 'info[drop-table]');
	});

	test('knows from the marks of a runner whether there is a transaction, unless it is told', async () => {
		const text = '-- migrate:up\nCREATE INDEX CONCURRENTLY plan_name ON plan (name);\n';
		const root = project({ 'a.sql': text, 'b.sql': text.replace('up', 'up transaction:false') });
		assert.equal((await found(root, 'a.sql')).rules, ['not-in-transaction']);
		assert.equal((await found(root, 'a.sql', '--no-assume-in-transaction')).rules, []);
		assert.equal((await found(root, 'b.sql', '--assume-in-transaction')).rules, []);
	});
});
