import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { project, revisionText, run } from '../support/project.ts';
import { suite } from '../support/suite.ts';

const UP = "op.dropTable('account');";

const withRevision = (): string => project({ 'revisions/a1_drop.ts': revisionText('a1', null, UP) });

suite('cli/review', (test) => {
	test('ends with 1 and shows the call that caused a finding', async () => {
		const { code, stdout, stderr } = await run(withRevision(), ['review', 'head']);
		assert.is(code, 1, stderr);
		assert.match(stdout, 'error[drop-table] the table "account" is dropped with all of its rows');
		assert.match(stdout, /at revisions\/a1_drop\.ts:\d+:\d+/);
		assert.match(stdout, /at out\/main\/postgresql\/a1_drop\.up\.sql:\d+:1/);
		for (const line of stdout.split('\n')) assert.ok(line.length <= 80, line);
	});

	for (const command of ['review', 'locks'])
		test(`${command} keeps what it has found out of the modules for the next run`, async () => {
			const root = withRevision();
			const argv = [command, 'head', '--format', 'json'];
			const { stdout } = await run(root, argv, { GEN_SQL_CACHE: 'cache' });
			assert.ok(existsSync(join(root, 'cache.positions')));
			assert.is((await run(root, argv, { GEN_SQL_CACHE: 'cache' })).stdout, stdout);
		});

	test('prints one JSON document', async () => {
		const { stdout } = await run(withRevision(), ['review', 'head', '--format', 'json']);
		const { version, findings } = JSON.parse(stdout) as {
			readonly version: number;
			readonly findings: readonly { readonly rule: string; readonly revision: string; readonly fingerprint: string }[];
		};
		assert.is(version, 1);
		const found = findings.find(({ rule }) => rule === 'drop-table');
		assert.is(found?.revision, 'a1');
		assert.match(found?.fingerprint ?? '', /^[0-9a-f]{64}$/);
	});

	test('fails as --fail-on, --preset and --rule say', async () => {
		const root = project({ 'a.sql': "SET lock_timeout = '2s';\nALTER TABLE t ALTER COLUMN c DROP NOT NULL;\n" });
		const codeOf = async (...argv: readonly string[]): Promise<number> =>
			(await run(root, ['review', 'a.sql', ...argv])).code;
		assert.is(await codeOf(), 0);
		assert.is(await codeOf('--fail-on', 'warning'), 1);
		assert.is(await codeOf('--preset', 'online'), 1);
		assert.is(await codeOf('--rule', 'drop-not-null=error'), 1);
		assert.is(await codeOf('--rule', 'drop-not-null=off', '--fail-on', 'info'), 0);
		assert.is(await codeOf('--rule', 'drop-not-nul=off'), 2);
		assert.is(await codeOf('--rule', 'drop-not-null=loud'), 2);
		assert.is(await codeOf('--pg-version', '14.2', '--fail-on', 'warning'), 1);
		for (const version of ['14.x', '14.2.1', '9.6', 'new'])
			assert.is(await codeOf('--pg-version', version), 2, version);
	});

	test('takes an option of a rule, and refuses what is none', async () => {
		const root = project({ 'a.sql': 'ALTER TABLE t ADD COLUMN c bigint;\n' });
		const codeOf = async (rule: string): Promise<number> =>
			(await run(root, ['review', 'a.sql', '--fail-on', 'warning', '--rule', rule])).code;
		assert.is(await codeOf('missing-lock-timeout.assumed=false'), 1);
		assert.is(await codeOf('missing-lock-timeout.assumed=true'), 0);
		for (const value of ['assumed=yes', 'assumed=1', 'assume=true', 'severity=off'])
			assert.is(await codeOf(`missing-lock-timeout.${value}`), 2, value);
		assert.is(await codeOf('drop-table.assumed=true'), 2);
	});

	test('takes numbers with a fraction, and refuses a rule of whatever name that there is not', async () => {
		const root = project({ 'a.sql': "SET lock_timeout = '600ms';" });
		const { stdout } = await run(root, ['review', 'a.sql', '--rule', 'timeout-too-long.seconds=0.5']);
		assert.match(stdout, 'lock_timeout lets a statement wait for 600ms');
		for (const id of ['__proto__', 'constructor']) {
			const { stderr } = await run(root, ['review', 'a.sql', '--rule', `${id}=off`]);
			assert.match(stderr, `there is no rule "${id}"`);
		}
	});

	test('reviews what links in a folder lead to, once for each name', async () => {
		const root = project({ 'shared/a.sql': 'DROP TABLE account;', 'migrations/b.sql': 'SELECT 1;' });
		symlinkSync(join('..', 'shared', 'a.sql'), join(root, 'migrations', 'a.sql'));
		symlinkSync(join('..', 'gone.sql'), join(root, 'migrations', 'gone.sql'));
		symlinkSync('.', join(root, 'migrations', 'again'));
		const { stdout } = await run(root, ['review', 'migrations']);
		assert.match(stdout, 'in 2 statements of 2 scripts');
	});

	test('keeps the fingerprint when lines and layout change', async () => {
		const prints = async (text: string): Promise<readonly string[]> => {
			const { stdout } = await run(project({ 'a.sql': text }), ['review', 'a.sql', '--format', 'json']);
			const { findings } = JSON.parse(stdout) as { readonly findings: readonly { readonly fingerprint: string }[] };
			return findings.map(({ fingerprint }) => fingerprint);
		};
		const before = await prints('DROP TABLE account;\n');
		assert.equal(await prints('\n\ndrop   table "account";\n'), before);
		assert.not.equal(await prints('DROP TABLE invoice;\n'), before);
	});

	test('knows the schema of a baseline', async () => {
		const files = {
			'schema.sql': 'CREATE TABLE account (id bigint PRIMARY KEY, plan varchar(20));',
			'a.sql': "SET lock_timeout = '2s';\nALTER TABLE account ALTER COLUMN plan TYPE varchar(40);",
		};
		const argv = ['review', 'a.sql', '--fail-on', 'warning'];
		assert.is((await run(project(files), argv)).code, 1);
		assert.is((await run(project(files), [...argv, '--baseline', 'schema.sql'])).code, 0);
	});

	test('prints the page of a rule', async () => {
		const { code, stdout } = await run(project({}), ['review', '--explain', 'drop-column']);
		assert.is(code, 0);
		assert.match(stdout, '# drop-column');
		assert.is((await run(project({}), ['review', '--explain', 'drop-colum'])).code, 2);
	});

	test('counts the statements of the calls of revisions', async () => {
		const root = project({
			'revisions/a.ts': revisionText('aaaa', null, 'op.execute("SELECT 1");'),
			'revisions/b.ts': revisionText('bbbb', 'aaaa', 'void op;'),
		});
		const { stdout } = await run(root, ['review', 'base:head']);
		assert.is(stdout, 'no findings in 1 statement of 2 scripts\n');
	});

	test('tells those who come from other tools what their rules are called', async () => {
		const root = project({ 'a.sql': 'SELECT 1;' });
		for (const [name, hint] of [
			['renaming-table', 'it is what squawk calls rename-table'],
			['E7', 'it is what eugene calls add-primary-key-builds-index, add-unique-builds-index'],
			['drop-colum', 'did you mean "drop-column"?'],
		] as const) {
			const [explained, set] = [
				await run(root, ['review', '--explain', name]),
				await run(root, ['review', 'a.sql', '--rule', `${name}=off`]),
			];
			const said = `error[OPTION_INVALID]: there is no rule "${name}"\nhint: ${hint}\n`;
			assert.equal([explained.code, explained.stderr], [2, said]);
			assert.equal([set.code, set.stderr], [2, said]);
		}
	});

	test('refuses a dialect without rules, and a command line without scripts', async () => {
		assert.is((await run(project({ 'a.sql': 'SELECT 1' }), ['review', 'a.sql', '--dialect', 'mysql'])).code, 2);
		assert.is((await run(project({}), ['review'])).code, 2);
	});

	test('shows what each script locks, at most a line for the strongest lock and one for the longest work', async () => {
		const root = project({
			'schema.sql': 'CREATE TABLE a (id bigint, c text); CREATE TABLE b (id bigint);',
			'1.sql': 'BEGIN;\nALTER TABLE a ADD d text;\nCREATE INDEX ON b (id);\nCREATE TABLE n (id bigint);\nCOMMIT;',
			'2.sql': "BEGIN;\nSET LOCAL lock_timeout = '2s';\nALTER TABLE a ALTER c TYPE int USING 1;\nCOMMIT;\nVACUUM a;",
			'3.sql': 'CREATE VIEW n AS SELECT 1 AS a;',
		});
		const argv = ['review', '1.sql', '2.sql', '3.sql', '--baseline', 'schema.sql'];
		const { stdout } = await run(root, argv);
		assert.match(stdout, '1.sql\n  ACCESS EXCLUSIVE on public.a, instant\n  SHARE on public.b, index build\n');
		assert.match(stdout, '2.sql\n  ACCESS EXCLUSIVE on public.a, rewrite\n');
		assert.not.match(stdout, '3.sql');
		const page = await run(root, [...argv, '--format', 'markdown']);
		const rows = page.stdout.split('\n').filter((line) => /^\| `\d\.sql` \|/.test(line));
		const lock = 'ACCESS EXCLUSIVE on `public.a`';
		assert.equal(rows, [
			`| \`1.sql\` | 1 × ALTER TABLE, 1 × CREATE INDEX, 1 × CREATE TABLE | error | ${lock}, instant; SHARE on \`public.b\`, index build |  | one |`,
			`| \`2.sql\` | 1 × ALTER TABLE, 1 × VACUUM | error | ${lock}, rewrite |  | one, and outside |`,
			'| `3.sql` | 1 × CREATE VIEW | none | none |  | outside |',
		]);
	});

	test('tells of revisions whether there is a way back, and the locks of their calls alone', async () => {
		const root = project({
			'revisions/a.ts': revisionText('a1', null, "op.createTable('account', [column('id', t.integer())]);"),
			'revisions/b.ts': revisionText('b1', 'a1', "op.addColumn('account', column('name', t.text()));"),
			'revisions/c.ts': `import { irreversible, type Op } from 'gen-sql';
export const revision = 'c1', downRevision = 'b1', downgrade = irreversible('the names are gone');
export function upgrade(op: Op) { op.dropColumn('account', 'name'); }`,
		});
		const { stdout } = await run(root, ['review', 'a1:c1', '--format', 'json']);
		const { reviewed } = JSON.parse(stdout);
		const shown = reviewed.map(({ revision, reversible, locks, relations }: Record<string, { name: string }[]>) => [
			revision,
			reversible,
			locks?.length,
			relations?.map(({ name }) => name),
		]);
		assert.equal(shown, [
			['b1', true, 1, ['public.account']],
			['c1', false, 1, ['public.account']],
		]);
		const { locks } = reviewed[0];
		assert.equal(
			[locks[0].kind, locks[0].transaction, locks[0].source.file, locks[0].relations[0].lock],
			['ALTER TABLE', 1, 'revisions/b.ts', 'ACCESS EXCLUSIVE'],
		);
	});
});
