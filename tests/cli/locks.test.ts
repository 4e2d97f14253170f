import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { main } from '../../src/cli/main.ts';
import { golden } from '../support/golden.ts';
import { fakeIo } from '../support/io.ts';
import { printed, project, revisionText, run } from '../support/project.ts';
import { repository } from '../support/sample.ts';
import { suite } from '../support/suite.ts';

interface Shown {
	readonly file: string;
	readonly line: number;
	readonly source?: string;
	readonly relations: readonly { readonly name: string; readonly lock: string; readonly rewrite: boolean }[];
}

const statementsOf = (json: string): readonly Shown[] =>
	(JSON.parse(json) as { readonly statements: readonly Shown[] }).statements;

const COLUMN = 'ALTER TABLE a ALTER c TYPE bigint;';

suite('cli/locks', (test) => {
	test('docs/locks.md shows what its example prints', async () => {
		const text = readFileSync(join(repository, 'docs/locks.md'), 'utf8');
		const [schema = '', deploy = ''] = [...text.matchAll(/^```sql\n(.*?)^```$/gms)].map(([, sql]) => sql);
		const stdout = await printed(
			project({ 'schema.sql': schema, 'deploy.sql': deploy }),
			...['locks', 'deploy.sql', '--baseline', 'schema.sql'],
		);
		assert.ok(stdout.split('\n').every((line) => line.length <= 80));
		const block = /^```text\n(\$[^\n]*\n).*?^```$/ms;
		golden(
			'../../docs/locks.md',
			text.replace(block, (_all, command) => `\`\`\`text\n${command}${stdout}\`\`\``),
		);
	});

	test('takes a file once that is named by itself and by its folder', async () => {
		const root = project({ 'sql/a.sql': 'DROP TABLE a;', 'sql/b.sql': 'DROP TABLE b;' });
		const found = statementsOf(await printed(root, 'locks', 'sql/b.sql', 'sql', './sql/b.sql', '--format', 'json'));
		assert.equal(
			found.map(({ file }) => file),
			['sql/b.sql', 'sql/a.sql'],
		);
	});

	test('prints the tables that were there before as JSON', async () => {
		const root = project({ 'a.sql': 'CREATE TABLE n (id int);\nDROP VIEW v;\nDROP TABLE a, n;' });
		const stdout = await printed(root, 'locks', 'a.sql', '--format', 'json');
		const relation = { name: 'public.a', lock: 'ACCESS EXCLUSIVE', rewrite: false, scan: false, indexBuild: false };
		const of = (line: number, sql: string, relations: readonly object[]): object => ({
			...{ file: 'a.sql', line, column: 1, sql, transactional: true, relations },
		});
		assert.equal(JSON.parse(stdout), {
			version: 1,
			statements: [
				of(1, 'CREATE TABLE n (id int)', []),
				of(2, 'DROP VIEW v', []),
				of(3, 'DROP TABLE a, n', [relation]),
			],
		});
	});

	test('says so when there is nothing to tell of', async () => {
		const root = project({ 'a.sql': '-- nothing\n' });
		const { code, stdout, stderr } = await run(root, ['locks', 'a.sql']);
		assert.equal([code, stdout, stderr], [0, '', 'no statements\n']);
		const json = await run(root, ['locks', 'a.sql', '--format', 'json', '--quiet']);
		assert.equal([JSON.parse(json.stdout), json.stderr], [{ version: 1, statements: [] }, '']);
	});

	test('reads the files of a folder and of a pattern in the order of their numbers', async () => {
		const files = ['9.sql', '10.sql', '100.sql'].map((name) => [`m/${name}`, 'SELECT 1;']);
		const root = project(Object.fromEntries(files.toReversed()));
		for (const argument of ['m', 'm/*.sql']) {
			const shown = await printed(root, 'locks', argument, '--sequence');
			assert.equal(shown.match(/^m.*$/gm), ['m/9.sql', 'm/10.sql', 'm/100.sql']);
		}
	});

	test('starts each file from the baseline, or goes on with --sequence', async () => {
		const root = project({
			'schema.sql': 'CREATE TABLE a (c bigint);',
			'm/1.sql': 'ALTER TABLE a ALTER c TYPE int;',
			'm/2.sql': COLUMN,
		});
		const rewrites = async (...more: readonly string[]): Promise<readonly (boolean | undefined)[]> => {
			const argv = ['locks', 'm/*.sql', '--baseline', 'schema.sql', '--format', 'json', ...more];
			return statementsOf(await printed(root, ...argv)).map(({ relations }) => relations[0]?.rewrite);
		};
		assert.equal(await rewrites(), [true, false]);
		assert.equal(await rewrites('--sequence'), [true, true]);
	});

	test('reads a folder, and stdin', async () => {
		const root = project({ 'm/b/2.sql': 'SELECT 2', 'm/1.sql': 'SELECT 1', 'm/c.txt': 'SELECT 3' });
		const found = statementsOf(await printed(root, 'locks', 'm', '--format', 'json'));
		assert.equal(
			found.map(({ file }) => file),
			['m/1.sql', 'm/b/2.sql'],
		);
		const io = fakeIo(root, {}, 'DROP TABLE a');
		assert.is(await main(['locks', '-', '--format', 'json'], io), 0);
		assert.is(statementsOf(io.stdout)[0]?.file, '-');
	});

	test('takes a range of revisions, with the calls that the statements come from', async () => {
		const root = project({
			'gen-sql.config.ts': 'export default {};',
			'revisions/a.ts': revisionText('a1', null, `op.createTable('a', [column('c', t.integer())]);`),
			'revisions/b.ts': revisionText('b2', 'a1', `op.alterColumn('a', 'c', { type: t.bigInteger() });`),
		});
		const found = statementsOf(await printed(root, 'locks', 'a1:b2', '--format', 'json'));
		const altered = found.filter(({ source }) => source !== undefined);
		assert.equal(
			altered.map(({ source }) => source?.replace(/:\d+$/, '')),
			['revisions/b.ts:6'],
		);
		assert.is(altered[0]?.relations[0]?.rewrite, true);
		const all = statementsOf(await printed(root, 'locks', 'base:head', '--format', 'json'));
		assert.ok(all.every(({ relations }) => relations.every(({ name }) => name !== 'public.a')));
	});

	test('ends with 1 when a statement cannot be parsed', async () => {
		const { code, stdout, stderr } = await run(project({ 'a.sql': 'DROP TABEL a;\nDROP TABLE a;' }), [
			'locks',
			'a.sql',
		]);
		assert.is(code, 1);
		assert.match(stdout, 'cannot be parsed: syntax error at or near "TABEL" (1:6)');
		assert.match(stdout, /public\.a +ACCESS EXCLUSIVE/);
		assert.match(stderr, '1 statement could not be parsed');
	});

	test('refuses what it cannot know', async () => {
		const root = project({ 'gen-sql.config.ts': 'export default {};', 'a.sql': 'SELECT 1' });
		const refused = async (...argv: readonly string[]): Promise<string> => (await run(root, ['locks', ...argv])).stderr;
		assert.match(await refused('a.sql', '--pg-version', '9.6'), '[OPTION_INVALID]');
		assert.match(await refused('a.sql', '--pg-version', 'new'), '--pg-version cannot be "new"');
		assert.match(await refused('a.sql', '--dialect', 'mysql'), 'what statements of mysql do is not known');
		assert.match(await refused('base:head', 'a.sql'), 'a range stands alone');
		assert.match(await refused('nothing*.sql'), 'no .sql file fits');
		assert.match(await refused('nothing.sql'), '[FILE_UNREADABLE]');
	});
});
