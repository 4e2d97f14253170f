import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { blobId } from '../../src/git/blob-id.ts';
import { Repository } from '../../src/git/repository.ts';
import { commit, git, repository } from '../support/git.ts';
import { project } from '../support/project.ts';
import { suite } from '../support/suite.ts';
import { rejectsCode, throwsCode } from '../support/throws.ts';

const pathsOf = async (repository: Repository, ref: string, folder: string): Promise<readonly string[]> =>
	(await repository.files(await repository.commit(ref), folder)).map(({ path }) => path);

async function contentsOf(repository: Repository, blobs: readonly string[]): Promise<readonly string[]> {
	const found: string[] = [];
	for await (const content of repository.contents(blobs)) found.push(content.toString('latin1'));
	return found;
}

/** Run with another environment, which the process gets back. */
async function withEnvironment<T>(variables: Readonly<Record<string, string>>, run: () => Promise<T>): Promise<T> {
	const before = Object.keys(variables).map((name) => [name, process.env[name]] as const);
	Object.assign(process.env, variables);
	try {
		return await run();
	} finally {
		for (const [name, value] of before) {
			if (value === undefined) delete process.env[name];
			else process.env[name] = value;
		}
	}
}

suite('git/repository', (test) => {
	test('finds the top of the work tree from any folder of it, with spaces and line ends in its name', async () => {
		const root = repository({});
		const inner = join(root, 'a b\nc', 'd');
		mkdirSync(inner, { recursive: true });
		git(join(root, 'a b\nc'), 'init', '-q');
		assert.is((await Repository.of(root)).root, root);
		assert.is((await Repository.of(inner)).root, join(root, 'a b\nc'));
	});

	test('says that there is no repository, and no git', async () => {
		const root = project({});
		const none = await rejectsCode(Repository.of(root), 'GIT_FAILED');
		assert.is(none.message, `the folder "${root}" lies in no git repository`);
		assert.is(none.exitCode, 5);
		const gone = await rejectsCode(Repository.of(join(root, 'gone')), 'GIT_FAILED');
		assert.match(gone.message, 'gone" does not exist');
		const absent = await withEnvironment({ PATH: root }, () => rejectsCode(Repository.of(root), 'GIT_FAILED'));
		assert.is(absent.message, 'git is not found');
		assert.match(absent.hint ?? '', 'PATH');
		const bare = project({});
		git(bare, 'init', '-q', '--bare');
		assert.match((await rejectsCode(Repository.of(bare), 'GIT_FAILED')).message, 'must be run in a work tree');
	});

	test('gives a content the id that git gives it, in repositories of both kinds', async () => {
		const text = "SELECT 'größe';\r\n";
		for (const format of ['sha1', 'sha256']) {
			const root = project({ 'a.sql': text });
			git(root, 'init', '-q', `--object-format=${format}`);
			const id = git(root, 'hash-object', '-w', 'a.sql');
			assert.is(blobId(text, id), id);
		}
	});

	test('tells what git takes for renamed, with line ends in names', async () => {
		const long = Array.from({ length: 20 }, (_, index) => `SELECT ${index};\n`).join('');
		const root = repository({ 'a\nb.sql': long, 'c.sql': 'SELECT 1;', 'd.sql': '' });
		const opened = await Repository.of(root);
		const before = await opened.commit('HEAD');
		assert.is((await opened.renamedSince(before)).size, 0);
		commit(root, {
			'a\nb.sql': null,
			'x/é.sql': `${long}SELECT 20;\n`,
			'c.sql': null,
			'e.sql': 'SELECT 1;',
			'd.sql': 'x',
		});
		assert.equal(
			[...(await opened.renamedSince(before))],
			[
				['e.sql', 'c.sql'],
				['x/é.sql', 'a\nb.sql'],
			],
		);
	});

	test('says how a repository of another user is trusted', async () => {
		const root = repository({});
		const error = await withEnvironment({ GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' }, () =>
			rejectsCode(Repository.of(root), 'GIT_FAILED'),
		);
		assert.is(error.message, `the git repository "${root}" belongs to another user`);
		assert.is(error.hint, `\`git config --global --add safe.directory ${root}\` says that it is trusted`);
		const settings = { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'safe.directory', GIT_CONFIG_VALUE_0: '*' };
		await withEnvironment({ GIT_TEST_ASSUME_DIFFERENT_OWNER: '1', ...settings }, () => Repository.of(root));
	});

	test('reads the repository that the folder lies in, in a hook of git too', async () => {
		const root = repository({ a: '1' });
		const other = repository({ b: '1' });
		const variables = { GIT_DIR: join(other, '.git'), GIT_WORK_TREE: other, GIT_INDEX_FILE: join(other, 'gone') };
		await withEnvironment(variables, async () => {
			const found = await Repository.of(root);
			assert.is(found.root, root);
			assert.equal(await pathsOf(found, 'HEAD', ''), ['a']);
		});
		await withEnvironment({ GIT_DIR: '.git' }, async () => assert.is((await Repository.of(root)).root, root));
	});

	test('knows a commit by a branch, a tag, and an id', async () => {
		const root = repository({});
		const id = git(root, 'rev-parse', 'HEAD');
		git(root, 'tag', '-a', '-m', 'x', 'v1');
		const found = await Repository.of(root);
		for (const ref of ['main', 'HEAD', 'v1', id, id.slice(0, 10), 'refs/heads/main', 'main@{0}'])
			assert.is(await found.commit(ref), id);
	});

	test('takes nothing for a commit that is none, options least of all', async () => {
		const root = repository({ 'a.ts': '1' });
		const found = await Repository.of(root);
		for (const ref of [
			'',
			'gone',
			'--all',
			'-h',
			'--output=x',
			'main..main',
			'HEAD^9',
			'a\0b',
			'main main',
			'main:a.ts',
			'a\nb',
		]) {
			const error = await rejectsCode(found.commit(ref), 'GIT_FAILED');
			assert.is(error.message, `git knows no commit "${ref}"`);
		}
	});

	test('lists the files below a folder, whatever they are called', async () => {
		const names = ['a b.ts', 'ä😀.ts', 'line\nend.ts', '"q".ts', "tab\t'.ts", 'sub/x.ts', ':(top).ts'];
		const root = repository({
			...Object.fromEntries(names.map((name) => [`pro ject/rev*/${name}`, '1'])),
			'pro ject/rev*.ts': '1',
			'pro ject/revx/y.ts': '1',
			top: '1',
		});
		git(root, 'config', 'core.quotePath', 'true');
		const found = await Repository.of(join(root, 'pro ject'));
		const folder = found.pathOf(join(root, 'pro ject/rev*'));
		assert.is(folder, 'pro ject/rev*');
		const expected = names.map((name) => `pro ject/rev*/${name}`).sort();
		assert.equal([...(await pathsOf(found, 'HEAD', folder))].sort(), expected);
		assert.is((await pathsOf(found, 'HEAD', '')).length, names.length + 3);
		assert.equal(await pathsOf(found, 'HEAD', 'gone'), []);
		assert.equal(await pathsOf(found, 'HEAD', 'top'), []);
	});

	test('tells links, and leaves submodules out', async () => {
		const root = repository({ 'r/a.ts': '1' });
		symlinkSync('a.ts', join(root, 'r/link.ts'));
		git(root, 'update-index', '--add', '--cacheinfo', `160000,${git(root, 'rev-parse', 'HEAD')},r/module`);
		git(root, 'add', 'r/link.ts');
		git(root, 'commit', '-q', '-m', 'x');
		const found = await Repository.of(root);
		const files = await found.files(await found.commit('HEAD'), 'r');
		assert.equal(
			files.map(({ path, isLink }) => [path, isLink]),
			[
				['r/a.ts', false],
				['r/link.ts', true],
			],
		);
		assert.equal(
			await contentsOf(
				found,
				files.map(({ blob }) => blob),
			),
			['1', 'a.ts'],
		);
	});

	test('refuses a path that lies outside', async () => {
		const root = repository({});
		const found = await Repository.of(root);
		assert.is(found.pathOf(root), '');
		assert.is(found.pathOf(join(root, '..x')), '..x');
		for (const outside of [join(root, '..'), join(root, '../other'), '/'])
			throwsCode(() => found.pathOf(outside), 'GIT_FAILED');
	});

	test('gives contents byte for byte, in the order that is asked for', async () => {
		const texts = ['', '\n', 'a\r\nb\r\n', '\0\xff\xfe\0', 'blob 5\nx\n', 'x'.repeat(300_000), 'end without\nend'];
		const root = project({});
		git(root, 'init', '-q', '-b', 'main');
		git(root, 'config', 'core.autocrlf', 'true');
		const ids = texts.map((text, index) => {
			const file = `${index}.bin`;
			writeFileSync(join(root, file), text, 'latin1');
			return git(root, 'hash-object', '-w', '--no-filters', file);
		});
		const found = await Repository.of(root);
		assert.equal(await contentsOf(found, ids), texts);
		assert.equal(await contentsOf(found, [...ids].reverse()), [...texts].reverse());
		assert.equal(await contentsOf(found, []), []);
	});

	test('reads ten thousand blobs, as few as are taken', async () => {
		const files = Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`r/${at}.ts`, `${at}`.repeat(100)]));
		const root = repository(files);
		const found = await Repository.of(root);
		const blobs = (await found.files(await found.commit('HEAD'), 'r')).map(({ blob }) => blob);
		const many = Array.from({ length: 10_000 }, (_, at) => blobs[at % blobs.length] ?? '');
		const all = await contentsOf(found, many);
		assert.is(all.length, 10_000);
		assert.equal(all.slice(100, 200), all.slice(0, 100));
		for await (const first of found.contents(many)) {
			assert.is(first.toString('latin1'), all[0]);
			break;
		}
	});

	test('says that a blob is missing', async () => {
		const root = repository({ a: '1' });
		const found = await Repository.of(root);
		const error = await rejectsCode(contentsOf(found, ['0'.repeat(40)]), 'GIT_FAILED');
		assert.match(error.message, /^git cat-file says "0+ missing"$/);
	});

	test('finds where branches parted', async () => {
		const root = repository({ a: '1' });
		const base = git(root, 'rev-parse', 'HEAD');
		git(root, 'checkout', '-q', '-b', 'side');
		const side = commit(root, { b: '1' });
		git(root, 'checkout', '-q', 'main');
		const main = commit(root, { c: '1' });
		const found = await Repository.of(root);
		assert.equal(await found.mergeBases(main, side), [base]);
		assert.equal(await found.mergeBases(base, side), [base]);
		git(root, 'checkout', '-q', '--orphan', 'other');
		assert.equal(await found.mergeBases(main, commit(root, { d: '1' })), []);
		git(root, 'checkout', '-q', 'side');
		git(root, 'merge', '-q', '-m', 'x', main);
		git(root, 'checkout', '-q', 'main');
		git(root, 'merge', '-q', '-m', 'x', side);
		assert.equal([...(await found.mergeBases('main', 'side'))].sort(), [main, side].sort());
	});

	test('says what a shallow clone lacks', async () => {
		const root = repository({ a: '1' });
		git(root, 'checkout', '-q', '-b', 'side');
		commit(root, { b: '1' });
		git(root, 'checkout', '-q', 'main');
		commit(root, { c: '1' });
		const clone = project({});
		git(clone, 'clone', '-q', '--depth', '1', '--no-single-branch', `file://${root}`, 'x');
		const found = await Repository.of(join(clone, 'x'));
		const error = await rejectsCode(found.mergeBases('origin/main', 'origin/side'), 'GIT_FAILED');
		assert.match(error.message, 'shallow');
		assert.match(error.hint ?? '', /git fetch --unshallow.*fetch-depth: 0/);
	});

	test('passes on what git says of anything else', async () => {
		const root = repository({ a: '1' });
		const found = await Repository.of(root);
		const error = await rejectsCode(found.files('0'.repeat(40), ''), 'GIT_FAILED');
		assert.is(error.message, 'git ls-tree failed: not a tree object');
	});
});
