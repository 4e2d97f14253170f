import { symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as assert from 'uvu/assert';
import type { ErrorCode, GenSqlError } from '../../src/core/error.ts';
import { ModuleRunner } from '../../src/modules/runner.ts';
import type { RevisionGraph } from '../../src/revisions/graph.ts';
import { loadBody, loadGraph } from '../../src/revisions/load.ts';
import { project, revisionText } from '../support/project.ts';
import { suite } from '../support/suite.ts';
import { rejectsCode } from '../support/throws.ts';

const runner = (): ModuleRunner => new ModuleRunner();

/** The graph of these files in `revisions/`. */
const load = (files: Readonly<Record<string, string>>, folders = ['revisions']): Promise<RevisionGraph> => {
	const root = project(Object.fromEntries(Object.entries(files).map(([path, text]) => [`revisions/${path}`, text])));
	return loadGraph({ revisions: folders.map((folder) => join(root, folder)), runner: runner() });
};

const failure = (text: string, code: ErrorCode): Promise<GenSqlError> => rejectsCode(load({ 'a.ts': text }), code);

const ids = (graph: RevisionGraph): readonly string[] => [...graph.nodes.keys()].sort();

const constants = (revision: string, more = ''): string =>
	`export const revision = ${revision};\nexport const downRevision = null;\n${more}`;

suite('revisions/load', (test) => {
	test('takes .ts, .mts, .js and .mjs files for revisions, and no others', async () => {
		const graph = await load({
			'a.ts': constants(`'a1'`),
			'b.mts': constants(`'b1'`),
			'c.js': constants(`'c1'`),
			'd.mjs': constants(`'d1'`),
			'_helper.ts': 'throw 1;',
			'.hidden.ts': 'throw 1;',
			'types.d.ts': 'export type A = 1;',
			'types.d.mts': 'export type A = 1;',
			'a.test.ts': 'throw 1;',
			'a.test.js': 'throw 1;',
			'README.md': 'no',
			'seed.sql': 'no',
			'old.cjs': 'no',
			'data.json': '{}',
			'view.tsx': 'no',
			'lib/helper.ts': 'throw 1;',
			'folder.ts/inside.ts': 'throw 1;',
			'grüße (2) 😀.ts': constants(`'e1'`),
		});
		assert.equal(ids(graph), ['a1', 'b1', 'c1', 'd1', 'e1']);
	});

	test('looks into folders below when it is told to, but not into those of helpers, editors and packages', async () => {
		const root = project({
			'revisions/a.ts': constants(`'a1'`),
			'revisions/2026/b.ts': constants(`'b1'`),
			'revisions/2026/01/c.js': constants(`'c1'`),
			'revisions/_lib/helper.ts': 'throw 1;',
			'revisions/.old/d.ts': 'throw 1;',
			'revisions/2026/node_modules/x/index.js': 'throw 1;',
		});
		const loader = { revisions: [join(root, 'revisions'), join(root, 'revisions/2026')], runner: runner() };
		assert.equal(ids(await loadGraph({ ...loader, recursiveVersionLocations: true })), ['a1', 'b1', 'c1']);
		assert.equal(ids(await loadGraph(loader)), ['a1', 'b1']);
	});

	test('reads several folders, a folder twice once; one that is not there is empty only for a new revision', async () => {
		const root = project({ 'one/a.ts': constants(`'a1'`), 'two/b.ts': constants(`'b1'`) });
		symlinkSync('one', join(root, 'same'));
		const revisions = ['one', 'two', 'one', 'same', 'gone'].map((name) => join(root, name));
		assert.equal(ids(await loadGraph({ revisions, runner: runner() }, true)), ['a1', 'b1']);
		const error = await rejectsCode(loadGraph({ revisions, runner: runner() }), 'CONFIG_INVALID');
		assert.match(error.message, /gone does not exist/);
	});

	test('places a constant of the wrong type where it is exported', async () => {
		const root = project({
			'one/a.ts': `/** a */\n\nexport const downRevision = null;\nexport const revision = 42;\n`,
		});
		const error = await rejectsCode(
			loadGraph({ revisions: [join(root, 'one')], runner: runner() }),
			'REVISION_INVALID',
		);
		assert.equal([error.at?.line, error.at?.column], [4, 14]);
	});

	test('passes over no file that cannot be read', async () => {
		const root = project({ 'one/a.ts': constants(`'a1'`) });
		symlinkSync('missing.ts', join(root, 'one/z.ts'));
		const error = await rejectsCode(loadGraph({ revisions: [join(root, 'one')], runner: runner() }), 'FILE_UNREADABLE');
		assert.match(error.message, /z\.ts: it does not exist/);
	});

	test('runs a module that export * may bring constants to', async () => {
		const root = project({
			'one/a.ts': `${constants(`'a1'`)}\nexport * from './lib/more.ts';`,
			'one/lib/more.ts': `export const branchLabels = ['lab'];`,
		});
		const graph = await loadGraph({ revisions: [join(root, 'one')], runner: runner() });
		assert.is(graph.labels.get('lab'), 'a1');
	});

	test('tells of all files that are no revisions at once', async () => {
		const root = project({ 'one/a.ts': 'export {};', 'one/b.ts': constants(`'b1'`), 'one/c.ts': constants('1') });
		const error = await rejectsCode(
			loadGraph({ revisions: [join(root, 'one')], runner: runner() }),
			'REVISION_INVALID',
		);
		assert.match(error.at?.file ?? '', /a\.ts$/);
		assert.equal(
			error.further.map(({ at, message }) => [at?.file.slice(-4), message]),
			[['c.ts', '"revision" must be a string, got 1']],
		);
	});

	test('refuses two files that would have the same files under out/', async () => {
		for (const other of ['a.mts', 'A.ts']) {
			const root = project({ 'one/a.ts': constants(`'a1'`), [`two/${other}`]: constants(`'b1'`) });
			const revisions = [join(root, 'one'), join(root, 'two')];
			const error = await rejectsCode(loadGraph({ revisions, runner: runner() }), 'GRAPH_BROKEN');
			assert.ok(error.message.includes('a.ts and ') && error.message.includes(`${other} would have the same files`));
		}
	});

	test('reports a folder that cannot be read', async () => {
		const root = project({ 'one/a.ts': '' });
		const error = await rejectsCode(
			loadGraph({ revisions: [join(root, 'one/a.ts')], runner: runner() }),
			'FILE_UNREADABLE',
		);
		assert.match(error.message, /not a folder/);
		assert.is(error.exitCode, 5);
	});

	test('does not run a module whose constants are literals', async () => {
		const graph = await load({
			'a.ts': `import './missing.ts';\n${constants(`'a1'`, `export const branchLabels = ['x'];\n`)}throw new Error('never');\n`,
			'b.ts': `export const revision: string = "b1";\nexport const downRevision: string | string[] | null = ['a1'];\nprocess.exit(1);\n`,
		});
		assert.equal(ids(graph), ['a1', 'b1']);
		assert.equal(graph.node('b1').downRevisions, ['a1']);
		assert.is(graph.labels.get('x'), 'a1');
	});

	test('runs a module whose constants are computed', async () => {
		const graph = await load({
			'a.ts': `const prefix: string = 'a';\nexport const revision = \`\${prefix}1\`;\nexport const downRevision = null;\n`,
			'b.ts': `export const revision = 'b1';\nexport const downRevision = ['a', '1'].join('');\n`,
			'c.ts': `import { parent } from './lib/ids.ts';\nexport const revision = 'c1';\nexport const downRevision = [parent];\n`,
			'lib/ids.ts': `export const parent: string = await Promise.resolve('b1');`,
		});
		assert.equal(ids(graph), ['a1', 'b1', 'c1']);
		assert.equal(graph.node('c1').downRevisions, ['b1']);
	});

	test('runs a module whose other constants are computed', async () => {
		const graph = await load({
			'a.ts': constants(`'a1'`, `export const branchLabels = ['x', 'y'].reverse();\n`),
			'b.ts': constants(`'b1'`, `export const dependsOn = ['a', '1'].join('');\n`),
		});
		assert.equal(graph.node('a1').branchLabels, ['y', 'x']);
		assert.equal(graph.node('b1').dependencies, ['a1']);
	});

	test('reads constants that come from another file', async () => {
		const lib = constants(
			`'a1'`,
			`export const dependsOn = null; export const upgrade = (): void => {}; export const downgrade = (): void => {};`,
		);
		for (const text of [
			`export { revision, downRevision, upgrade, downgrade } from './lib/a.ts';`,
			`export * from './lib/a.ts';`,
			`import { revision as r } from './lib/a.ts';\nexport { r as revision };\nexport const downRevision = null;\nexport * from './lib/a.ts';`,
		]) {
			const root = project({ 'revisions/a.ts': text, 'revisions/lib/a.ts': lib });
			const modules = runner();
			const graph = await loadGraph({ revisions: [join(root, 'revisions')], runner: modules });
			assert.equal(ids(graph), ['a1']);
			assert.type(await loadBody(graph.node('a1'), 'upgrade', modules), 'function');
		}
	});

	test('reads constants that a file exports under their names alone', async () => {
		const graph = await load({
			'a.ts': `const revision = 'a1', downRevision = null;\nexport { revision, downRevision };`,
			'b.ts': `const id = 'b1';\nlet parent: string | null = null;\nparent = 'a1';\nexport { id as revision, parent as downRevision };`,
		});
		assert.equal(graph.node('b1').downRevisions, ['a1']);
	});

	test('takes a parent, a dependency and a label alone or as a list', async () => {
		const graph = await load({
			'a.ts': constants(`'a1'`, `export const branchLabels = 'x';\nexport const dependsOn = null;\n`),
			'b.ts': `export const revision = 'b1';\nexport const downRevision = 'a1';\nexport const dependsOn = 'x';\n`,
			'c.ts': `export const revision = 'c1';\nexport const downRevision = ['a1'] as const;\nexport const branchLabels = undefined;\n`,
		});
		assert.equal(graph.labels.get('x'), 'a1');
		assert.equal(graph.node('b1').dependencies, ['a1']);
		assert.equal(graph.node('c1').downRevisions, ['a1']);
	});

	for (const [what, comment, title] of [
		['the first line of the first comment', '/**\n * create user\n *\n * more\n */', 'create user'],
		['one line', '/* create user */', 'create user'],
		['the second comment no more', '/* one */ /* two */', 'one'],
		['a line comment not', '// no title\n', 'a1'],
		['an empty comment not', '/***/', 'a1'],
		['a line without stars', '/*\n\n   create user\n*/', 'create user'],
		['stars of its own', '/** * stars */', '* stars'],
		['CRLF', '/**\r\n * create user\r\n * more\r\n */', 'create user'],
		['hidden characters not', '/** a\u202eb\u200bc\u0007d */', 'a b c d'],
		['other letters', '/** Größe 名前 😀 */', 'Größe 名前 😀'],
	] as const) {
		test(`takes for the title: ${what}`, async () => {
			const graph = await load({ 'a.ts': `${comment}\n${constants(`'a1'`)}` });
			assert.is(graph.node('a1').title, title);
		});
	}

	test('accepts ids of any other characters', async () => {
		const odd = [`o'brien`, 'a"b', '$gen_sql$', '0042', '1e5', 'é', '😀', 'a.b/c\\d', '__proto__', '__', '*/'];
		const graph = await load(
			Object.fromEntries(odd.map((id, index) => [`r${index}.ts`, constants(JSON.stringify(id))])),
		);
		assert.equal(ids(graph), [...odd].sort());
	});

	for (const id of [
		'',
		'a b',
		'a@b',
		'a:b',
		'a,b',
		'a+1',
		'a-1',
		'base',
		'head',
		'heads',
		'current',
		'a\u200bb',
		'a\nb',
		'a'.repeat(33),
	]) {
		test(`refuses the id ${JSON.stringify(id)}`, async () => {
			const error = await failure(constants(JSON.stringify(id)), 'REVISION_INVALID');
			assert.is(basename(error.at?.file ?? ''), 'a.ts');
			assert.is(error.exitCode, 3);
		});
	}

	for (const [text, message] of [
		['export const downRevision = null;', /no export "revision"/],
		[`export const revision = 'a1';`, /no export "downRevision"/],
		['export const revision = 5; export const downRevision = null;', /"revision" must be a string, got 5/],
		['export const revision = null; export const downRevision = null;', /"revision" must be a string, got null/],
		['export const revision = {}; export const downRevision = null;', /"revision" must be a string, got an object/],
		[`export const revision = 'a1'; export const downRevision = 5;`, /"downRevision" must be .+, got 5/],
		[`export const revision = 'a1'; export const downRevision = ['b', 5];`, /"downRevision" must be .+, got 5/],
		[`export const revision = 'a1'; export const downRevision = '';`, /"downRevision" must be .+, got ""/],
		[`export const revision = 'a1'; export const downRevision = ['b', 'b'];`, /"downRevision" names "b" twice/],
		[constants(`'a1'`, 'export const branchLabels = [1];'), /"branchLabels" must be .+, got 1/],
		[constants(`'a1'`, `export const branchLabels = ['head'];`), /"head" cannot be a branch label/],
		[constants(`'a1'`, 'export const dependsOn = {};'), /"dependsOn" must be .+, got an object/],
	] as const) {
		test(`refuses ${text.replaceAll('\n', ' ')}`, async () => {
			const error = await failure(text, 'REVISION_INVALID');
			assert.match(error.message, message);
			assert.is(basename(error.at?.file ?? ''), 'a.ts');
		});
	}

	for (const [name, meant] of [
		['down_revision', 'downRevision'],
		['downrevision', 'downRevision'],
		['Revision', 'revision'],
		['upgrad', 'upgrade'],
		['downgrades', 'downgrade'],
		['branch_labels', 'branchLabels'],
		['depends_on', 'dependsOn'],
	] as const) {
		test(`suggests ${meant} for an export ${name}`, async () => {
			const error = await failure(constants(`'a1'`, `export const ${name} = null;`), 'REVISION_INVALID');
			assert.ok(error.message.includes(`"${name}"`));
			assert.is(error.hint, `did you mean "${meant}"?`);
		});
	}

	test('suggests the export that was meant when it is the one that is missing', async () => {
		const error = await failure(
			`export const revision = 'a1';\nexport const down_revision = null;`,
			'REVISION_INVALID',
		);
		assert.is(error.hint, 'did you mean "downRevision"?');
	});

	test("leaves the author's own exports and types alone, and keeps the reserved ones", async () => {
		await load({ 'a.ts': constants(`'a1'`, `export type Upgrade = 1; export const tables = 1; export default 5;`) });
		for (const name of ['settings', 'replaces']) {
			const error = await failure(constants(`'a1'`, `export const ${name} = 1;`), 'REVISION_INVALID');
			assert.match(error.message, /reserved/);
		}
	});

	test('places a mistake in the grammar of a revision that nothing runs', async () => {
		const error = await failure(`${constants(`'a1'`)}export const = 1;\n`, 'REVISION_SYNTAX');
		assert.equal([basename(error.at?.file ?? ''), error.at?.line], ['a.ts', 3]);
		assert.is(error.exitCode, 4);
	});

	test('says when a revision lacks the function that is asked for', async () => {
		const root = project({
			'revisions/a.ts': constants(`'a1'`, `export const downgrade = 'later';`),
			'revisions/b.ts': revisionText('b1', 'a1'),
		});
		const modules = runner();
		const graph = await loadGraph({ revisions: [join(root, 'revisions')], runner: modules });
		const missing = await rejectsCode(loadBody(graph.node('a1'), 'upgrade', modules), 'REVISION_INVALID');
		assert.match(missing.message, /a1 has no export "upgrade"/);
		const wrong = await rejectsCode(loadBody(graph.node('a1'), 'downgrade', modules), 'REVISION_INVALID');
		assert.match(wrong.message, /"downgrade" that is no function/);
		assert.type(await loadBody(graph.node('b1'), 'upgrade', modules), 'function');
	});
});
