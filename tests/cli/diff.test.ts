import { execFileSync } from 'node:child_process';
import { readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { commit, git, repository } from '../support/git.ts';
import { project, run } from '../support/project.ts';
import { suite } from '../support/suite.ts';

const up = 'CREATE TABLE t (id int);\n';
const facts = (revision: string): string => JSON.stringify({ revision, downRevision: [], title: `make ${revision}` });

/** A project with one revision under `out/`. */
const FILES: Readonly<Record<string, string>> = {
	'gen-sql.config.ts': 'export default {};',
	'out/main/postgresql/a1_t.up.sql': up,
	'out/main/postgresql/a1_t.down.sql': 'DROP TABLE t;\n',
	'out/main/postgresql/a1_t.json': facts('a1'),
};

const UP = 'out/main/postgresql/a1_t.up.sql';

/** The last line that is printed, and the exit code. */
async function summaryOf(cwd: string, ...argv: readonly string[]): Promise<readonly [number, string]> {
	const { code, stdout, stderr } = await run(cwd, ['diff', ...argv]);
	return [code, stderr || (stdout.trimEnd().split('\n').at(-1) ?? '')];
}

const firstLine = async (cwd: string, ...argv: readonly string[]): Promise<string> =>
	(await run(cwd, ['diff', ...argv])).stdout.split('\n')[0] ?? '';

suite('cli/diff', (test) => {
	test('compares the work tree with the last commit', async () => {
		const root = repository(FILES);
		assert.equal(await summaryOf(root), [0, 'SQL unchanged']);
		writeFileSync(join(root, UP), `-- why\n${up}`);
		assert.equal(await summaryOf(root), [0, 'SQL unchanged, 1 file re-rendered']);
		writeFileSync(join(root, UP), 'CREATE TABLE t (id bigint);\n');
		assert.equal(await summaryOf(root), [1, '1 revision changed; 0 unchanged']);
		assert.match(await firstLine(root), /^HEAD \([0-9a-f]{8}\), out -> the work tree, out$/);
	});

	test('names files of revisions that changed without their SQL', async () => {
		const root = repository({ ...FILES, 'revisions/a1_t.ts': '', 'revisions/lib/b.ts': '', 'revisions/HEADS': 'a1' });
		for (const name of ['a1_t.ts', 'lib/b.ts', 'new.ts', 'HEADS'])
			writeFileSync(join(root, 'revisions', name), '// another');
		const files = (...names: readonly string[]): string => names.map((name) => `revisions/${name}`).join(', ');
		const said = (named: string): string =>
			`changed, while their SQL is the same: ${named}; is \`gen-sql build\` still to come?\n`;
		const now = await run(root, ['diff']);
		assert.equal([now.code, now.stderr], [0, said(files('a1_t.ts', 'lib/b.ts', 'new.ts'))]);
		assert.is((await run(root, ['diff', '--quiet'])).stderr, '');
		assert.is((await run(root, ['diff', 'HEAD', 'HEAD'])).stderr, '');
		writeFileSync(join(root, UP), 'CREATE TABLE t (id bigint);\n');
		assert.is((await run(root, ['diff'])).stderr, said(files('lib/b.ts', 'new.ts')));
	});

	test('compares two refs, and leaves the work tree alone', async () => {
		const root = repository(FILES);
		git(root, 'tag', 'v1.2');
		git(root, 'checkout', '-q', '-b', 'feature/x');
		commit(root, { [UP]: 'CREATE TABLE t (id bigint);\n' });
		writeFileSync(join(root, UP), 'not SQL\n');
		assert.equal(await summaryOf(root, 'main', 'feature/x'), [1, '1 revision changed; 0 unchanged']);
		assert.equal(await summaryOf(root, 'feature/x', 'HEAD'), [0, 'SQL unchanged']);
		assert.equal(await summaryOf(root, 'v1.2', 'main'), [0, 'SQL unchanged']);
		assert.equal(await summaryOf(root, git(root, 'rev-parse', 'HEAD'), 'HEAD~1'), [
			1,
			'1 revision changed; 0 unchanged',
		]);
		assert.is(git(root, 'status', '--short'), `M ${UP}`);
	});

	test('tells revisions by their id, whatever their files are called', async () => {
		const root = repository(FILES);
		for (const ending of ['up.sql', 'down.sql', 'json']) {
			renameSync(
				join(root, `out/main/postgresql/a1_t.${ending}`),
				join(root, `out/main/postgresql/a1_table.${ending}`),
			);
		}
		assert.equal(await summaryOf(root, 'main'), [0, 'SQL unchanged, 1 revision only moved']);
		const { stdout } = await run(root, ['diff', 'main']);
		assert.match(stdout, 'moved  a1 make a1\n  path: main/postgresql/a1_t -> main/postgresql/a1_table\n');
	});

	test('takes a file of the same name for another revision when its id is another one', async () => {
		const root = repository(FILES);
		writeFileSync(join(root, 'out/main/postgresql/a1_t.json'), facts('b2'));
		assert.equal(await summaryOf(root), [1, '1 revision added, 1 removed; 0 unchanged']);
	});

	test('compares a file or a folder that is named alone with what it was', async () => {
		const root = repository({ ...FILES, 'db/1.sql': 'SELECT 1;\n', 'db/2.sql': 'SELECT 2;\n', x: '' });
		writeFileSync(join(root, 'db/1.sql'), 'SELECT 3;\n');
		assert.equal(await summaryOf(root, 'db/1.sql'), [1, '1 revision changed; 0 unchanged']);
		assert.equal(await summaryOf(root, 'db/2.sql'), [0, 'SQL unchanged']);
		assert.equal(await summaryOf(root, 'HEAD', 'db/2.sql'), [0, 'SQL unchanged']);
		assert.equal(await summaryOf(root, 'HEAD', 'db/'), [1, '1 revision changed; 1 unchanged']);
		assert.equal(await summaryOf(root, './out'), [0, 'SQL unchanged']);
	});

	test('compares a folder elsewhere with the versioned files', async () => {
		const root = repository(FILES);
		const other = project({ 'main/postgresql/a1_t.up.sql': 'create table t (id integer)' });
		const [code, text] = await summaryOf(root, other);
		assert.equal([code, text], [1, '1 revision changed; 1 file re-rendered; 0 unchanged']);
	});

	test('compares files and folders where there is no project, with spaces and other letters in their paths', async () => {
		const root = project({
			'a b/größe.sql': 'SELECT 1',
			'c d/größe.sql': 'select 1;',
			'c d/x.txt': '',
			'one.sql': 'SELECT "a"',
		});
		assert.equal(await summaryOf(root, 'a b', 'c d'), [0, 'SQL unchanged, 1 file re-rendered']);
		assert.equal(await summaryOf(root, 'a b/größe.sql', 'c d/größe.sql'), [0, 'SQL unchanged, 1 file re-rendered']);
		assert.equal(await summaryOf(root, 'a b/größe.sql', 'one.sql'), [1, '1 revision changed; 0 unchanged']);
		const { stdout } = await run(root, ['diff', 'a b/größe.sql', 'one.sql', '--format', 'unified']);
		assert.match(stdout, '--- a/a b/größe.sql\t\n+++ b/one.sql\n');
	});

	test('takes the dialect from the path, else from --dialect', async () => {
		const files = {
			'old/1.sql': 'SELECT `a`',
			'new/1.sql': 'SELECT a',
			'old/mysql/2.sql': 'SELECT `a`',
			'new/mysql/2.sql': 'SELECT a',
		};
		const root = project(files);
		const dialectsOf = async (...argv: readonly string[]): Promise<unknown> => {
			const { revisions } = JSON.parse((await run(root, ['diff', 'old', 'new', '--format', 'json', ...argv])).stdout);
			return revisions.map((each: { dialect: string; change: string }) => [each.dialect, each.change]);
		};
		assert.equal(await dialectsOf(), [
			['postgresql', 'changed'],
			['mysql', 'reformatted'],
		]);
		assert.equal(await dialectsOf('--dialect', 'sqlite'), [
			['sqlite', 'reformatted'],
			['mysql', 'reformatted'],
		]);
	});

	test('compares the files of all databases, whatever they are called', async () => {
		const config = (b: string) => `export default { databases: { a: {}, b: ${b} } };`;
		const root = repository({ ...FILES, 'gen-sql.config.ts': config('{}'), 'out/b/postgresql/b1.sql': 'SELECT 1;' });
		writeFileSync(join(root, 'out/b/postgresql/b1.sql'), 'SELECT 2;');
		assert.equal(await summaryOf(root), [1, '1 revision changed; 1 unchanged']);
		writeFileSync(join(root, 'gen-sql.config.ts'), config("{ out: 'other' }"));
		const { code, stderr } = await run(root, ['diff']);
		assert.is(code, 2);
		assert.match(
			stderr,
			'the databases a and b have two folders of versioned files\nhint: name the one to compare: --name a',
		);
	});

	test('compares the files of one database with --name', async () => {
		const root = repository({
			...FILES,
			'gen-sql.config.ts': 'export default { databases: { main: {}, other: {} } };',
			'out/other/postgresql/b1.sql': 'SELECT 1;',
		});
		writeFileSync(join(root, 'out/other/postgresql/b1.sql'), 'SELECT 2;');
		assert.equal(await summaryOf(root, '--name', 'main'), [0, 'SQL unchanged']);
		assert.equal(await summaryOf(root, '--name', 'other'), [1, '1 revision changed; 0 unchanged']);
		const elsewhere = await run(project({}), ['diff', 'a.sql', 'b.sql', '--name', 'main']);
		assert.match(elsewhere.stderr, 'the project has no database "main"');
	});

	test('passes over releases among versioned files, and nowhere else', async () => {
		const root = repository({ ...FILES, 'out/releases/1/main.sql': 'SELECT 1;' });
		writeFileSync(join(root, 'out/releases/1/main.sql'), 'SELECT 2;');
		assert.equal(await summaryOf(root), [0, 'SQL unchanged']);
		const other = project({ 'old/releases/1.sql': 'SELECT 1', 'new/releases/1.sql': 'SELECT 2' });
		assert.equal(await summaryOf(other, 'old', 'new'), [1, '1 revision changed; 0 unchanged']);
	});

	test('takes a word for a ref when git knows it, and what looks like a path for a path', async () => {
		const root = repository({ ...FILES, 'main/1.sql': 'SELECT 1;' });
		assert.match(await firstLine(root, 'main'), /^main \([0-9a-f]{8}\), out -> the work tree, out$/);
		assert.match(await firstLine(root, 'main/'), /^main -> the work tree, out$/);
	});

	test('sees no difference in the line ends that git gives a work tree', async () => {
		const text = "CREATE TABLE t (id int);\nCOMMENT ON TABLE t IS 'two\nlines';\n";
		const root = repository({ ...FILES, [UP]: text });
		const clone = join(project({}), 'clone');
		git(root, '-c', 'core.autocrlf=true', 'clone', '-q', root, clone, '-c', 'core.autocrlf=true');
		assert.match(execFileSync('cat', [join(clone, UP)], { encoding: 'utf8' }), '\r\n');
		assert.equal(await summaryOf(clone), [0, 'SQL unchanged']);
		writeFileSync(join(clone, UP), text.replace('int', 'bigint').replaceAll('\n', '\r\n'));
		assert.equal(await summaryOf(clone), [1, '1 revision changed; 0 unchanged']);
		const { stdout } = await run(clone, ['diff', '--format', 'unified']);
		assert.match(stdout, '-CREATE TABLE t (id int);\n+CREATE TABLE t (id bigint);\n COMMENT');
	});

	test('tells files in another encoding from those in UTF-8', async () => {
		const root = project({});
		const text = "SELECT 'caf\u00e9';\n";
		writeFileSync(join(root, 'a.sql'), Buffer.from(text, 'latin1'));
		writeFileSync(join(root, 'b.sql'), text);
		writeFileSync(join(root, 'c.sql'), Buffer.from(`-- why\n${text}`, 'latin1'));
		assert.equal(await summaryOf(root, 'a.sql', 'b.sql'), [1, '1 revision changed; 0 unchanged']);
		assert.equal(await summaryOf(root, 'a.sql', 'c.sql'), [0, 'SQL unchanged, 1 file re-rendered']);
	});

	test('says what it found neither as a file nor as a commit', async () => {
		const root = repository(FILES);
		for (const text of ['gone', 'gone.sql', '--upload-pack=x', '-']) {
			const { code, stderr } = await run(root, ['diff', '--', text]);
			assert.is(code, 5);
			assert.match(
				stderr,
				`error[GIT_FAILED]: there is no file or folder "${text}", and git knows no commit "${text}"`,
			);
		}
	});

	test('says that there is no repository, or that it is bare', async () => {
		const root = project(FILES);
		assert.match((await run(root, ['diff'])).stderr, 'lies in no git repository');
		assert.match((await run(root, ['diff', 'main', 'HEAD'])).stderr, 'lies in no git repository');
		git(root, 'init', '-q', '--bare');
		assert.match((await run(root, ['diff', 'main'])).stderr, 'must be run in a work tree');
	});

	test('says that git is not found, and needs none for files and folders', async () => {
		const root = project({ ...FILES, 'old/1.sql': 'SELECT 1', 'new/1.sql': 'SELECT 1' });
		const path = process.env['PATH'];
		process.env['PATH'] = root;
		try {
			assert.match(
				(await run(root, ['diff', 'main'])).stderr,
				'there is no file or folder "main", and git is not found',
			);
			assert.match((await run(root, ['diff'])).stderr, 'git is not found');
			assert.equal(await summaryOf(root, 'old', 'new'), [0, 'SQL unchanged']);
		} finally {
			process.env['PATH'] = path;
		}
	});

	test('says that a clone is too shallow, and that objects are missing', async () => {
		const root = repository(FILES);
		commit(root, { [UP]: 'SELECT 1;\n' });
		const clone = join(project({}), 'clone');
		git(root, 'clone', '-q', '--depth', '1', `file://${root}`, clone);
		assert.match((await run(clone, ['diff', 'HEAD~1', 'HEAD'])).stderr, 'git knows no commit "HEAD~1"');
		const blob = git(root, 'rev-parse', `HEAD:${UP}`);
		rmSync(join(root, '.git/objects', blob.slice(0, 2), blob.slice(2)));
		const { code, stderr } = await run(root, ['diff', 'HEAD~1', 'HEAD']);
		assert.is(code, 5);
		assert.match(stderr, 'error[GIT_FAILED]');
		assert.is(stderr.split('\n').length, 3);
	});

	test('refuses what cannot be compared', async () => {
		const root = repository({ ...FILES, 'db/1.sql': '', 'db/x.txt': '', 'new/1.sql': '' });
		const refusals: readonly (readonly [number, string, ...string[]])[] = [
			[2, '"db" is a folder, the other is a file', 'db/', 'db/1.sql'],
			[2, '"db" is a folder, the other is a file', 'db/1.sql', 'db/'],
			[2, 'x.txt" is no .sql file', 'db/x.txt', 'db/1.sql'],
			[5, 'has no file "later.sql"', 'HEAD', 'later.sql'],
			[5, 'has no .sql file below "later"', 'HEAD', 'later/'],
			[2, 'surplus argument', 'a', 'b', 'c'],
		];
		writeFileSync(join(root, 'later.sql'), '');
		renameSync(join(root, 'new'), join(root, 'later'));
		for (const [exitCode, message, ...argv] of refusals) {
			const { code, stderr, stdout } = await run(root, ['diff', ...argv]);
			assert.is(code, exitCode, stderr);
			assert.match(stderr, message);
			assert.is(stdout, '');
		}
	});

	test('says what was compared beside a patch', async () => {
		const root = repository(FILES);
		writeFileSync(join(root, UP), 'SELECT 1;\n');
		const { stdout, stderr } = await run(root, ['diff', '--format', 'unified']);
		assert.match(stderr, /^HEAD \([0-9a-f]{8}\), out -> the work tree, out\n$/);
		writeFileSync(join(root, 'p'), stdout);
		git(root, 'apply', '-R', 'p');
		assert.is(git(root, 'status', '--short'), '?? p');
	});

	test('finds the project in a folder of its repository', async () => {
		const inner = Object.fromEntries(Object.entries(FILES).map(([path, text]) => [`apps/a b/${path}`, text]));
		const root = repository({ ...inner, 'out/main/postgresql/a1_t.up.sql': 'SELECT 1;' });
		const cwd = join(root, 'apps/a b');
		writeFileSync(join(cwd, UP), 'SELECT 2;\n');
		assert.equal(await summaryOf(cwd), [1, '1 revision changed; 0 unchanged']);
		assert.match(await firstLine(cwd), /^HEAD \([0-9a-f]{8}\), apps\/a b\/out -> the work tree, apps\/a b\/out$/);
		const { stdout } = await run(cwd, ['diff', '--format', 'json']);
		assert.is(JSON.parse(stdout).revisions[0].path, 'main/postgresql/a1_t');
		for (const argv of [[], ['HEAD', 'out/'], [UP], ['./out']]) {
			const patch = (await run(cwd, ['diff', ...argv, '--format', 'unified'])).stdout;
			assert.match(patch, `--- a/apps/a b/${UP}\t\n+++ b/apps/a b/${UP}\t\n`);
			writeFileSync(join(root, 'patch'), patch);
			git(root, 'apply', '-R', '--check', 'patch');
		}
	});

	test('changes nothing in the repository', async () => {
		const root = repository(FILES);
		const all = (): readonly string[] => readdirSync(root, { recursive: true, encoding: 'utf8' }).sort();
		const before = all();
		await run(root, ['diff', 'HEAD', 'main']);
		assert.equal(all(), before);
	});
});
