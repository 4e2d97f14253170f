import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { check } from '../../src/index.ts';
import { project, revisionText, run } from '../support/project.ts';
import { suite } from '../support/suite.ts';

const base = { 'revisions/a.ts': revisionText('a1', null, `op.execute('select 1')`, `op.execute('select 2')`) };
const labelled = (id: string, parent: string | null, label: string): string =>
	`${revisionText(id, parent)}export const branchLabels = '${label}';\n`;

suite('cli/check', (test) => {
	test('says that nothing is wrong', async () => {
		const root = project({ ...base, 'revisions/b.ts': revisionText('b1', 'a1') });
		assert.equal(await run(root, ['check']), {
			code: 0,
			stdout: '2 revisions, head b1: all can be rendered, there and back\n',
			stderr: '',
		});
		assert.is((await run(root, ['check', '--graph-only'])).stdout, '2 revisions, head b1: the graph is sound\n');
	});

	test('has nothing against an empty project', async () => {
		const root = project({ 'gen-sql.config.ts': 'export default {};', 'revisions/.gitkeep': '' });
		assert.is((await run(root, ['check', '--graph-only'])).stdout, '0 revisions, heads base: the graph is sound\n');
	});

	test('lists every problem of the graph, each with its file and line', async () => {
		const root = project({
			...base,
			'revisions/b.ts': revisionText('b1', 'gone'),
			'revisions/c.ts': labelled('c1', 'a1', 'a1'),
			'revisions/d.ts': revisionText('a1', null),
		});
		for (const argv of [['check'], ['check', '--graph-only']]) {
			const { code, stdout, stderr } = await run(root, argv);
			assert.equal([code, stderr], [1, '']);
			assert.match(stdout, /^revisions\/b\.ts:\d+:\d+: error\[GRAPH_BROKEN\]: .*parent "gone", which does not exist$/m);
			assert.match(stdout, /^revisions\/c\.ts:\d+:\d+: error\[GRAPH_BROKEN\]: the branch label "a1" .* is taken by/m);
			assert.match(stdout, /^revisions\/d\.ts:\d+:\d+: error\[GRAPH_BROKEN\]: the revision a1 stands in two files/m);
			assert.match(stdout, /^3 problems\n$/m);
		}
	});

	test('lists every file that is no revision', async () => {
		const root = project({
			...base,
			'revisions/b.ts': 'export const x = 1;',
			'revisions/c.ts': `export const revision = 'c1';`,
			'revisions/d.ts': 'const = 1;',
		});
		const { code, stdout } = await run(root, ['check', '--graph-only']);
		assert.is(code, 1);
		assert.match(stdout, /^revisions\/b\.ts:1:1: error\[REVISION_INVALID\]: the file has no export "revision"$/m);
		assert.match(stdout, /^revisions\/c\.ts:1:1: error\[REVISION_INVALID\]: the file has no export "downRevision"$/m);
		assert.match(stdout, /^revisions\/d\.ts:1:7: error\[REVISION_SYNTAX\]/m);
		assert.match(stdout, /^3 problems$/m);
	});

	test('asks for a merge of heads that no label tells apart', async () => {
		const fork = { ...base, 'revisions/b.ts': revisionText('b1', 'a1'), 'revisions/c.ts': revisionText('c1', 'a1') };
		const { code, stdout } = await run(project(fork), ['check', '--graph-only']);
		assert.is(code, 1);
		assert.is(
			stdout,
			'revisions/b.ts:5:14: error[HEADS_MULTIPLE]: there are 2 heads: b1, c1\nhint: `gen-sql merge b1 c1` joins them; a branch that is to stay has a label of its own\n1 problem\n',
		);
		const wanted = { ...fork, 'revisions/c.ts': labelled('c1', 'a1', 'audit') };
		assert.is((await run(project(wanted), ['check', '--graph-only'])).code, 0);
		const apart = {
			...wanted,
			'revisions/d.ts': revisionText('d1', 'c1'),
			'revisions/e.ts': revisionText('e1', 'c1'),
		};
		const within = await run(project(apart), ['check', '--graph-only']);
		assert.match(within.stdout, 'there are 2 heads of audit: d1, e1\n');
	});

	test('wants as many heads as were declared', async () => {
		const fork = {
			...base,
			'revisions/b.ts': revisionText('b1', 'a1'),
			'revisions/c.ts': labelled('c1', 'a1', 'audit'),
		};
		const checked = async (heads: number, files = {}) => {
			const root = project({ ...fork, ...files, 'gen-sql.config.ts': `export default { heads: ${heads} };` });
			return run(root, ['check', '--graph-only']);
		};
		assert.is((await checked(2)).code, 0);
		const { code, stdout } = await checked(1);
		assert.is(code, 1);
		assert.match(
			stdout,
			'b.ts:5:14: error[HEADS_MULTIPLE]: there are 2 heads, and the setting "heads" says 1: b1, c1\n',
		);
		assert.match(stdout, 'hint: `gen-sql merge b1 c1` joins them all');
		const joined = await checked(2, { 'revisions/d.ts': revisionText('d1', ['b1', 'c1']) });
		assert.match(
			joined.stdout,
			'd.ts:5:14: error[HEADS_MULTIPLE]: there is 1 head, and the setting "heads" says 2: d1\n',
		);
		const unlabelled = { 'revisions/c.ts': revisionText('c1', 'a1') };
		assert.is((await checked(2, unlabelled)).code, 0);
	});

	test('tells of a conflict that git has left in the file of the heads', async () => {
		const heads = '# a1\n<<<<<<< HEAD\nb1\n=======\nc1\n>>>>>>> side\n';
		const root = project({ ...base, 'revisions/HEADS': heads });
		const { code, stdout } = await run(root, ['check', '--graph-only']);
		assert.is(code, 1);
		assert.match(stdout, /^revisions\/HEADS:2:1: error\[HEADS_CONFLICT\]: git has left a conflict/);
		const sound = project({ ...base, 'revisions/HEADS': '# a1\na1\n' });
		assert.is((await run(sound, ['check', '--graph-only'])).code, 0);
	});

	test('wants no number of heads in a project without a revision', async () => {
		const root = project({ 'gen-sql.config.ts': 'export default { heads: 2 };', 'revisions/.gitkeep': '' });
		assert.is((await run(root, ['check'])).code, 0);
	});

	test('runs every revision, in both directions', async () => {
		const root = project({
			...base,
			'revisions/b.ts': revisionText('b1', 'a1', 'op.dropTable()'),
			'revisions/c.ts': revisionText('c1', 'b1', '', `throw new Error('on the way back')`),
			'revisions/d.ts': `import { irreversible } from 'gen-sql';
export const revision = 'd1', downRevision = 'c1', downgrade = irreversible('data is gone');
export function upgrade() {}`,
		});
		assert.is((await run(root, ['check', '--graph-only'])).code, 0);
		const { code, stdout } = await run(root, ['check']);
		assert.is(code, 1);
		assert.match(stdout, /^revisions\/b\.ts:6:\d+: error\[ARGUMENT_INVALID\]/m);
		assert.match(stdout, /^revisions\/c\.ts:7:\d+: error\[REVISION_THREW\]: Error: on the way back$/m);
		assert.match(stdout, /^2 problems$/m);
	});

	test('is JSON when that is asked for, and a function', async () => {
		const root = project({ ...base, 'revisions/b.ts': revisionText('b1', 'gone') });
		const { code, stdout } = await run(root, ['check', '--format', 'json']);
		assert.is(code, 1);
		const [report] = JSON.parse(stdout);
		assert.equal([report.revisions, report.heads, report.rendered], [2, [], false]);
		assert.equal(report.problems.length, 1);
		const [{ code: problem, file, line, hint }] = report.problems;
		assert.equal([problem, file], ['GRAPH_BROKEN', 'revisions/b.ts']);
		assert.ok(line >= 1 && hint.length > 0);
		const { problems } = await check({ cwd: root }, { graphOnly: true });
		assert.equal(
			problems.map((each) => each.code),
			['GRAPH_BROKEN'],
		);
	});

	test('looks at all databases, or at the one that is named, and tells once what they share', async () => {
		const config = `export default { databases: { one: {}, two: {}, three: { dialect: 'sqlite', revisions: 'log' } } };`;
		const root = project({ ...base, 'log/x.ts': revisionText('x1', null), 'gen-sql.config.ts': config });
		const sound = 'all can be rendered, there and back';
		assert.is(
			(await run(root, ['check'])).stdout,
			`one: 1 revision, head a1: ${sound}\ntwo: 1 revision, head a1: ${sound}\nthree: 1 revision, head x1: ${sound}\n`,
		);
		assert.is((await run(root, ['check', '--name', 'three'])).stdout, `1 revision, head x1: ${sound}\n`);
		writeFileSync(join(root, 'revisions/b.ts'), revisionText('b1', 'gone'));
		const { code, stdout } = await run(root, ['check']);
		assert.equal([code, stdout.match(/GRAPH_BROKEN/g)?.length], [1, 1]);
		assert.match(stdout, /^1 problem$/m);
		const reports = JSON.parse((await run(root, ['check', '--format', 'json'])).stdout) as { database: string }[];
		assert.equal(
			reports.map(({ database }) => database),
			['one', 'two', 'three'],
		);
	});

	test('does not take a folder that is missing for a finding', async () => {
		const { code, stderr } = await run(project({ 'gen-sql.config.ts': 'export default {};' }), ['check']);
		assert.is(code, 3);
		assert.match(stderr, 'error[CONFIG_INVALID]');
	});
});
