import { mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { commit, git, repository } from '../support/git.ts';
import { project, revisionText, run } from '../support/project.ts';
import { suite } from '../support/suite.ts';

type Files = Readonly<Record<string, string | null>>;

const CONFIG = { 'gen-sql.config.ts': 'export default {};' };

/** A revision file: `file('b1', 'a1')`. */
const file = (id: string, parents: string | readonly string[] | null, more = ''): Files => ({
	[`revisions/${id}.ts`]: `${revisionText(id, parents)}${more}`,
});
const label = (name: string): string => `export const branchLabels = '${name}';\n`;
const BASE = { ...CONFIG, ...file('a1', null), ...file('b1', 'a1') } as Readonly<Record<string, string>>;

/** A repository whose `main` has gone on since the branch began that is checked out. */
function parted(base: Readonly<Record<string, string>>, main: Files, branch: Files): string {
	const root = repository(base);
	git(root, 'checkout', '-q', '-b', 'feature');
	commit(root, branch);
	git(root, 'checkout', '-q', 'main');
	commit(root, main);
	git(root, 'checkout', '-q', 'feature');
	return root;
}

interface Shown {
	readonly code: string;
	readonly file: string;
	readonly line: number;
	readonly message: string;
	readonly hint: string;
}

async function checked(root: string, ...argv: readonly string[]): Promise<readonly Shown[]> {
	const all = ['check', '--graph-only', '--format', 'json', '--against', 'main', ...argv];
	const { code, stdout, stderr } = await run(root, all);
	assert.is(stderr, '');
	const [{ problems, checks }] = JSON.parse(stdout) as [
		{ readonly problems: readonly Shown[]; readonly checks: unknown },
	];
	assert.equal(checks, ['graph', 'heads', 'against']);
	assert.is(code, problems.length === 0 ? 0 : 1);
	return problems;
}

const told = (problems: readonly Shown[]): readonly string[] =>
	problems.map(({ code, file, line, message }) => `${file}:${line} ${code} ${message}`);

suite('check/against', (test) => {
	test('has nothing against a branch that goes on from what is merged', async () => {
		const root = parted(BASE, {}, { ...file('c1', 'b1'), ...file('c2', 'c1') });
		const { code, stdout } = await run(root, ['check', '--graph-only', '--against', 'main']);
		assert.equal([code, stdout], [0, '4 revisions, head c2: the graph is sound, they go on from main\n']);
		assert.equal(await checked(root), []);
		for (const ref of ['HEAD', 'feature', 'HEAD~1', git(root, 'rev-parse', 'main')])
			assert.is((await run(root, ['check', '--graph-only', '--against', ref])).code, 0);
	});

	test('has nothing against a branch that is behind', async () => {
		assert.equal(await checked(parted(BASE, file('c1', 'b1'), {})), []);
		assert.equal(await checked(parted(BASE, file('c1', 'b1'), { 'readme.md': 'x' })), []);
	});

	test('looks at the work tree: what is not committed counts', async () => {
		const root = parted(BASE, file('c1', 'b1'), {});
		writeFileSync(join(root, 'revisions/d1.ts'), revisionText('d1', 'b1'));
		assert.equal(
			(await checked(root)).map(({ code }) => code),
			['HEADS_DIVERGED'],
		);
	});

	test('finds a revision that stands below a merged one', async () => {
		const root = parted(BASE, {}, { ...file('x1', 'a1'), ...file('x2', 'x1'), ...file('b1', 'x2') });
		const problems = await checked(root);
		assert.equal(told(problems), [
			'revisions/x1.ts:5 OUT_OF_ORDER the revision x1 stands below b1, which main has already: a database at b1 never runs it',
			'revisions/x2.ts:5 OUT_OF_ORDER the revision x2 stands below b1, which main has already: a database at b1 never runs it',
		]);
		assert.is(problems[0]?.hint, 'let it follow the head, and give b1 back what it follows in main: a1');
	});

	test('finds one that a merged revision depends on', async () => {
		const depends = file('b1', 'a1', `export const dependsOn = 'x';\n`);
		const root = parted(BASE, {}, { ...file('x1', null, label('x')), ...depends });
		assert.equal(told(await checked(root)), [
			'revisions/x1.ts:5 OUT_OF_ORDER the revision x1 stands below b1, which main has already: a database at b1 never runs it',
		]);
	});

	test('finds a base that is put below the first revision of a release', async () => {
		const root = parted(BASE, {}, {});
		git(root, 'tag', 'v1');
		commit(root, { ...file('x0', null), ...file('a1', 'x0') });
		const { stdout } = await run(root, ['check', '--graph-only', '--against', 'v1']);
		assert.match(stdout, 'x0.ts:5:14: error[OUT_OF_ORDER]: the revision x0 stands below a1, which v1 has already');
	});

	test('finds merged revisions with other parents and dependencies', async () => {
		const base = { ...BASE, ...file('c1', 'b1'), ...file('x1', null, label('x')) } as Readonly<Record<string, string>>;
		const root = parted(base, {}, { ...file('c1', 'a1', `export const dependsOn = 'b1';\n`) });
		assert.is(
			told(await checked(root)).at(-1),
			'revisions/c1.ts:5 PARENTS_CHANGED the revision c1 of main follows a1 and depends on b1 now, instead of b1',
		);
		commit(root, file('c1', 'b1', `export const dependsOn = 'x';\n`));
		assert.equal(told(await checked(root)), [
			'revisions/c1.ts:8 PARENTS_CHANGED the revision c1 of main follows b1 and depends on x1 now, instead of b1',
		]);
		commit(root, file('c1', ['x1', 'b1']));
		assert.equal(told(await checked(root)), [
			'revisions/c1.ts:5 PARENTS_CHANGED the revision c1 of main follows x1, b1 now, instead of b1',
		]);
	});

	test('does not take what the other side changed for a change of the branch', async () => {
		const base = { ...BASE, ...file('c1', 'b1') } as Readonly<Record<string, string>>;
		const main = { ...file('x1', 'a1'), ...file('b1', 'x1') };
		assert.equal(await checked(parted(base, main, {})), []);
		assert.equal(await checked(parted(base, main, file('d1', 'c1'))), []);
		const without = { 'revisions/b1.ts': null, ...file('c1', 'a1') };
		assert.equal(await checked(parted(base, without, file('d1', 'c1'))), []);
	});

	test('finds revisions that are gone, or have another id', async () => {
		const base = { ...BASE, ...file('c1', 'b1') } as Readonly<Record<string, string>>;
		const gone = await checked(parted(base, {}, { 'revisions/c1.ts': null }));
		assert.equal(told(gone), ['revisions/c1.ts:1 REVISION_REMOVED the revision c1 (c1.ts) of main is gone']);
		assert.match(gone[0]?.hint ?? '', '`git checkout main -- revisions/c1.ts`');
		const renamed = { 'revisions/c1.ts': revisionText('c2', 'b1') };
		assert.equal(told(await checked(parted(base, {}, renamed))), [
			'revisions/c1.ts:4 REVISION_REMOVED the revision c1 of main has the id c2 now',
		]);
	});

	test('tells a revision that is gone from one that the branch does not have yet', async () => {
		const base = { ...BASE, ...file('c1', 'b1') } as Readonly<Record<string, string>>;
		const root = parted(base, file('d1', 'c1'), { 'revisions/c1.ts': null });
		assert.equal(told(await checked(root)), [
			'revisions/c1.ts:1 REVISION_REMOVED the revision c1 (c1.ts) of main is gone',
		]);
		assert.equal(await checked(parted(base, { 'revisions/c1.ts': null }, {})), []);
	});

	test('follows files that are renamed, and version locations', async () => {
		const renamed = parted(BASE, {}, { 'revisions/b1.ts': null, 'revisions/2024_b.ts': revisionText('b1', 'a1') });
		assert.equal(await checked(renamed), []);
		const root = parted(BASE, {}, {});
		mkdirSync(join(root, 'db'));
		renameSync(join(root, 'revisions'), join(root, 'db/revisions'));
		writeFileSync(join(root, 'gen-sql.config.ts'), `export default { revisions: 'db/revisions' };`);
		commit(root);
		assert.equal(await checked(root), []);
		commit(root, { 'db/revisions/x1.ts': revisionText('x1', 'a1'), 'db/revisions/b1.ts': revisionText('b1', 'x1') });
		assert.equal(
			(await checked(root)).map(({ code }) => code),
			['OUT_OF_ORDER'],
		);
		commit(root, { 'db/revisions/b1.ts': null, 'db/revisions/x1.ts': null });
		assert.equal(
			(await checked(root)).map(({ code }) => code),
			['REVISION_REMOVED'],
		);
	});

	test('does not take the revisions of a project that is gone for those that were moved', async () => {
		const gone = { 'old/b1.ts': revisionText('o1', null), 'old/o2.ts': revisionText('o2', 'o1') };
		const root = repository({
			...CONFIG,
			'first/a1.ts': revisionText('a1', null),
			'first/b1.ts': revisionText('b1', 'a1'),
			...gone,
		});
		git(root, 'checkout', '-q', '-b', 'feature');
		const none = Object.fromEntries([...Object.keys(gone), 'first/a1.ts', 'first/b1.ts'].map((path) => [path, null]));
		commit(root, { ...none, ...file('a1', null), ...file('b1', 'a1') });
		assert.equal(await checked(root), []);
	});

	test('does not take the revisions of another project for those that were moved', async () => {
		const base = {
			...BASE,
			'other/revisions/x1.ts': revisionText('x1', null),
			'other/revisions/y1.ts': revisionText('y1', 'x1'),
		};
		const root = parted(base, {}, file('x1', 'b1'));
		assert.equal(await checked(root), []);
	});

	test('says that both sides go on from one revision', async () => {
		const main = { ...file('c1', 'b1'), ...file('c2', 'c1') };
		const problems = await checked(parted(BASE, main, { ...file('x1', 'b1'), ...file('x2', 'x1') }));
		assert.equal(told(problems), [
			'revisions/x1.ts:5 HEADS_DIVERGED x1 goes on from b1, as c1 of main does: merged, there are 2 heads: c2, x2',
		]);
		assert.is(problems[0]?.hint, 'merge main, and let x1 follow c2; or join them: `gen-sql merge x2 c2`');
		const bases = parted({ ...CONFIG, 'revisions/.keep': '' }, file('c1', null), file('x1', null));
		assert.match(told(await checked(bases))[0] ?? '', 'x1 goes on from the base, as c1 of main does');
	});

	test('says so of a merge that the other side does not know yet', async () => {
		const base = { ...BASE, ...file('c1', 'a1') } as Readonly<Record<string, string>>;
		const root = parted(base, file('d1', 'c1'), file('m1', ['b1', 'c1']));
		assert.equal(told(await checked(root)), [
			'revisions/m1.ts:5 HEADS_DIVERGED m1 goes on from c1, as d1 of main does: merged, there are 2 heads: d1, m1',
		]);
	});

	test('wants branches apart that labels tell apart', async () => {
		const base = { ...BASE, ...file('x1', 'a1', label('x')) } as Readonly<Record<string, string>>;
		assert.equal(await checked(parted(base, file('c1', 'b1'), file('x2', 'x1'))), []);
		assert.equal(await checked(parted(base, file('c1', 'b1'), file('y1', 'b1', label('y')))), []);
		assert.equal(
			(await checked(parted(base, file('x3', 'x1'), file('x2', 'x1')))).map(({ code }) => code),
			['HEADS_DIVERGED'],
		);
	});

	test('finds heads that meet without a common revision', async () => {
		const base = { ...CONFIG, ...file('a1', null), ...file('b1', 'a1'), ...file('x1', 'b1', label('x')) };
		const root = parted(base as Readonly<Record<string, string>>, file('c1', 'b1'), file('d1', 'a1'));
		assert.equal(told(await checked(root)), [
			'revisions/d1.ts:5 HEADS_DIVERGED nothing tells d1 from c1 of main: merged, there are 2 heads: c1, d1',
		]);
	});

	test('counts heads where their number is declared', async () => {
		const declared = { 'gen-sql.config.ts': 'export default { heads: 2 };' };
		const base = { ...BASE, ...declared, ...file('x1', 'a1') } as Readonly<Record<string, string>>;
		assert.equal(await checked(parted(base, file('c1', 'b1'), file('x2', 'x1'))), []);
		const three = parted({ ...BASE, ...declared }, file('x1', 'a1', label('x')), file('y1', 'a1', label('y')));
		assert.equal(told(await checked(three)), [
			'revisions/y1.ts:5 HEADS_DIVERGED y1 goes on from a1, as x1 of main does: merged, there are 3 heads: b1, x1, y1',
		]);
	});

	test('tells what stands twice when both are merged', async () => {
		const root = parted(BASE, file('x1', 'a1', label('x')), file('y1', 'a1', label('x')));
		const [problem, ...others] = await checked(root);
		assert.equal(others, []);
		assert.is(problem?.code, 'GRAPH_BROKEN');
		assert.match(problem?.message ?? '', /the branch label "x" of/);
	});

	test('has every problem at once', async () => {
		const base = { ...BASE, ...file('c1', 'b1'), ...file('d1', 'c1') } as Readonly<Record<string, string>>;
		const root = parted(base, file('e1', 'd1'), {
			'revisions/d1.ts': null,
			...file('c1', 'a1'),
			...file('x1', null),
			...file('a1', 'x1'),
			...file('y1', 'c1'),
		});
		assert.equal(
			(await checked(root)).map(({ code }) => code),
			['HEADS_MULTIPLE', 'REVISION_REMOVED', 'OUT_OF_ORDER', 'PARENTS_CHANGED', 'HEADS_DIVERGED'],
		);
	});

	for (const [of, autocrlf, eol] of [
		['a work tree', 'true', '\n'],
		['a commit', 'false', '\r\n'],
	] as const) {
		test(`takes the line ends of ${of} for no change`, async () => {
			const text = (id: string, parents: string | null): string => revisionText(id, parents).replaceAll('\n', eol);
			const root = repository({ ...CONFIG, 'revisions/a1.ts': text('a1', null), 'revisions/b1.ts': text('b1', 'a1') });
			git(root, 'config', 'core.autocrlf', autocrlf);
			git(root, 'rm', '-q', '-r', '--cached', '.');
			git(root, 'reset', '-q', '--hard');
			writeFileSync(join(root, 'revisions/c1.ts'), text('c1', 'b1'));
			assert.equal(await checked(root), []);
			writeFileSync(join(root, 'revisions/b1.ts'), text('b1', null));
			assert.equal(
				(await checked(root)).map(({ code }) => code),
				['HEADS_MULTIPLE', 'PARENTS_CHANGED'],
			);
		});
	}

	test('reads constants that are no literals from the work tree, from out/, or says that it cannot', async () => {
		const computed = (id: string, parent: string): string =>
			`const parent = ['${parent}'].join('');\nexport const revision = '${id}', downRevision = parent;\nexport function upgrade() {}\nexport function downgrade() {}\n`;
		const base = { ...BASE, 'revisions/c1.ts': computed('c1', 'b1') };
		assert.equal(await checked(parted(base, {}, {})), []);
		const changed = { 'revisions/c1.ts': `${computed('c1', 'a1')}// changed\n` };
		const unknown = await checked(parted(base, {}, changed));
		assert.match(
			told(unknown).join('\n'),
			'revisions/c1.ts:1 REVISION_INVALID the constants of revisions/c1.ts of main',
		);
		const facts = JSON.stringify({ revision: 'c1', downRevision: ['b1'], dependsOn: [] });
		const known = parted({ ...base, 'out/main/postgresql/c1.json': facts }, {}, changed);
		assert.equal(
			(await checked(known)).map(({ code }) => code),
			['HEADS_MULTIPLE', 'PARENTS_CHANGED'],
		);
		const damaged = parted({ ...base, 'out/main/postgresql/c1.json': '{' }, {}, changed);
		assert.is((await checked(damaged)).length, 1);
	});

	test('takes a file that is no revision in the commit for none', async () => {
		const broken = { ...BASE, 'revisions/c1.ts': 'const = ;', 'revisions/d1.ts': 'export const x = 1;' };
		const root = parted(broken, {}, { ...file('c1', 'b1'), 'revisions/d1.ts': null });
		assert.equal(await checked(root), []);
	});

	test('follows links, and passes over helpers, folders and submodules', async () => {
		const root = repository({
			...CONFIG,
			'elsewhere/a1.ts': revisionText('a1', null),
			'revisions/_helper.ts': revisionText('h1', null),
			'revisions/sub/s1.ts': revisionText('s1', null),
		});
		symlinkSync('../elsewhere/a1.ts', join(root, 'revisions/one.ts'));
		symlinkSync('one.ts', join(root, 'revisions/_two.ts'));
		symlinkSync('../gone.ts', join(root, 'revisions/_gone.ts'));
		git(root, 'update-index', '--add', '--cacheinfo', `160000,${git(root, 'rev-parse', 'HEAD')},revisions/module.ts`);
		commit(root);
		assert.equal(await checked(root), []);
		git(root, 'checkout', '-q', '-b', 'feature');
		commit(root, { ...file('x1', null), 'elsewhere/a1.ts': revisionText('a1', 'x1') });
		assert.equal(
			(await checked(root)).map(({ code }) => code),
			['OUT_OF_ORDER'],
		);
	});

	test('looks into folders below where the project does', async () => {
		const base = {
			'gen-sql.config.ts': 'export default { recursiveVersionLocations: true };',
			'revisions/2024/a1.ts': revisionText('a1', null),
		};
		const root = parted(
			base,
			{ 'revisions/2025/b1.ts': revisionText('b1', 'a1') },
			{ 'revisions/c1.ts': revisionText('c1', 'a1') },
		);
		assert.equal(
			(await checked(root)).map(({ code }) => code),
			['HEADS_DIVERGED'],
		);
	});

	test('knows a project in a folder of its repository, and revisions that git ignores', async () => {
		const inner = Object.fromEntries(Object.entries(BASE).map(([path, text]) => [`a b/ü/${path}`, text]));
		const config = `export default { revisions: ['revisions', 'node_modules/shared'] };`;
		const root = repository({
			...inner,
			'a b/ü/gen-sql.config.ts': config,
			'a b/ü/revisions/b1.ts': revisionText('b1', ['a1', 's1']),
			'.gitignore': 'node_modules\n',
		});
		const folder = join(root, 'a b/ü');
		mkdirSync(join(folder, 'node_modules/shared'), { recursive: true });
		writeFileSync(join(folder, 'node_modules/shared/s1.ts'), revisionText('s1', null));
		assert.equal(await checked(folder), []);
	});

	test('ends with the code of git when git cannot tell', async () => {
		const root = parted(BASE, file('c1', 'b1'), {});
		const unknown = await run(root, ['check', '--graph-only', '--against', 'gone']);
		assert.equal([unknown.code, unknown.stdout], [5, '']);
		assert.match(unknown.stderr, /^error\[GIT_FAILED\]: git knows no commit "gone"\nhint: `git fetch` it/);
		assert.is((await run(root, ['check', '--against', '--format'])).code, 2);
		assert.is((await run(project(BASE), ['check', '--against', 'main'])).code, 5);
		const clone = join(project({}), 'x');
		git(root, 'clone', '-q', '--depth', '1', '--no-single-branch', `file://${root}`, clone);
		const shallow = await run(clone, ['check', '--graph-only', '--against', 'origin/main']);
		assert.is(shallow.code, 5);
		assert.match(shallow.stderr, /the clone is shallow.*\nhint: .*fetch-depth: 0/);
	});

	test('needs revisions that lie in one repository', async () => {
		const root = repository({ ...BASE, 'gen-sql.config.ts': `export default { revisions: ['revisions', 'more'] };` });
		mkdirSync(join(root, 'more'));
		git(join(root, 'more'), 'init', '-q');
		const { code, stderr } = await run(root, ['check', '--graph-only', '--against', 'main']);
		assert.is(code, 5);
		assert.match(stderr, 'lie in two git repositories');
	});
});
