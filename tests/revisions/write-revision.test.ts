import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { project, run } from '../support/project.ts';
import { suite } from '../support/suite.ts';

const PRINTED = 'revisions/new/aaaa_x.ts';

/** Make a revision in a folder that is not there yet, in a project with these hooks. */
async function made(hooks: string, files: Readonly<Record<string, string>> = {}, ...argv: readonly string[]) {
	const config = `export default { recursiveVersionLocations: true, postWriteHooks: ${hooks} };`;
	const root = project({ 'gen-sql.config.js': config, 'revisions/.keep': '', ...files });
	for (const path of Object.keys(files)) if (path.includes('.bin/')) chmodSync(join(root, path), 0o755);
	const folder = ['--version-path', 'revisions/new'];
	const ended = await run(root, ['revision', '-m', 'x', '--rev-id', 'aaaa', ...folder, ...argv]);
	return { ...ended, root, file: join(root, PRINTED) };
}

/** A hook of Node.js that runs this text; its arguments begin at 1. */
const node = (text: string, ...args: readonly string[]): string =>
	JSON.stringify({ name: 'node', command: ['node', '-e', text, ...args] });

const APPEND = `require('fs').appendFileSync(process.argv.at(-1), '// ' + process.argv.slice(1, -1).join() + '\\n')`;

suite('revisions/write-revision', (test) => {
	test('runs programs and functions in their order, the path as the last argument', async () => {
		const change = `{ name: 'f', async run(file) { (await import('node:fs')).appendFileSync(file, '// function\\n'); } }`;
		const { code, stdout, stderr, file } = await made(`[${node(APPEND, 'a b', '$HOME')}, ${change}]`);
		assert.equal([code, stdout], [0, `${PRINTED}\n`], stderr);
		assert.match(readFileSync(file, 'utf8'), '}\n// a b,$HOME\n// function\n');
	});

	test('puts the path where the token stands', async () => {
		const { file, stderr } = await made(
			`[${node(`${APPEND.replace('at(-1)', 'at(1).slice(5)')}`, 'file:REVISION_SCRIPT_FILENAME', 'z')}]`,
		);
		assert.match(readFileSync(file, 'utf8'), `// file:${file}\n`, stderr);
	});

	test('sends what a hook prints to stderr, and nothing with --quiet', async () => {
		const talk = `[${node("console.log('out'); console.error('err')")}]`;
		const { stdout, stderr } = await made(talk);
		assert.is(stdout, `${PRINTED}\n`);
		assert.match(stderr, /^out$/m);
		assert.match(stderr, /^err$/m);
		assert.is((await made(talk, {}, '--quiet')).stderr, '');
	});

	test('finds the programs of packages, and runs where it is told to', async () => {
		const tool = `#!/bin/sh\necho "$PWD" > where.txt\n`;
		const { code, root, stderr } = await made(`[{ name: 'tool', command: ['tool'], cwd: 'sub' }]`, {
			'node_modules/.bin/tool': tool,
			'sub/.keep': '',
		});
		assert.is(code, 0, stderr);
		assert.is(readFileSync(join(root, 'sub/where.txt'), 'utf8').trim(), join(root, 'sub'));
	});

	for (const [what, hooks, message] of [
		[
			'ends with another exit code',
			`[${node("console.error('one\\n\\n two \\n'); process.exitCode = 7")}]`,
			'the post-write hook "node" ended with exit code 7: two',
		],
		['says nothing', `[${node('process.exitCode = 1')}]`, 'the post-write hook "node" ended with exit code 1'],
		[
			'is killed',
			`[${node("process.kill(process.pid, 'SIGKILL')")}]`,
			'the post-write hook "node" ended with the signal SIGKILL',
		],
		['throws', `[{ name: 'f', run() { throw new Error('no'); } }]`, 'the post-write hook "f" threw: no'],
		[
			'takes the file away',
			`[${node("require('fs').unlinkSync(process.argv[1])")}]`,
			'the post-write hook "node" has taken the file away',
		],
	] as const) {
		test(`leaves no file behind when a hook ${what}`, async () => {
			const { code, stdout, stderr, root } = await made(hooks);
			assert.equal([code, stdout], [3, '']);
			assert.match(stderr, `error[HOOK_FAILED]: ${message}\nhint: the new revision file was removed\n`);
			assert.equal(readdirSync(join(root, 'revisions')), ['.keep']);
		});
	}

	test('says which program is not there', async () => {
		const { code, stderr, root } = await made(`[{ name: 'a', command: ['no-such-program'] }]`);
		assert.is(code, 3);
		assert.match(stderr, `the post-write hook "a" cannot run no-such-program in ${root}: `);
	});

	test('prints what a hook said when it fails, with --quiet too', async () => {
		const { stderr } = await made(`[${node("console.log('one\\ntwo'); process.exitCode = 1")}]`, {}, '--quiet');
		assert.match(stderr, /^one\ntwo\nerror\[HOOK_FAILED\]/);
	});

	test('runs no hook when there is no file', async () => {
		const hook = node("require('fs').writeFileSync('ran.txt', '')");
		const { code, root } = await made(`[${hook}]`, {}, '--head', 'nope');
		assert.is(code, 3);
		assert.not(existsSync(join(root, 'ran.txt')));
	});

	for (const [what, template, message] of [
		[
			'leaves out the id',
			`export const downRevision = null;`,
			'the template makes no revision: the file has no export "revision" in line 1',
		],
		[
			'has an id of its own',
			`export const revision = 'z', downRevision = null;`,
			'the template makes a revision with another revision: "z", not "aaaa"',
		],
		[
			'leaves out the labels',
			`export const revision = {{literal upRevision}}, downRevision = null;`,
			'the template makes a revision with another branchLabels: "", not "audit"',
		],
		['is no TypeScript', `export const = {{literal upRevision}}`, 'the template makes no revision: '],
	] as const) {
		test(`leaves no file behind when the template ${what}`, async () => {
			const argv = ['--branch-label', 'audit'];
			const { code, stderr, root } = await made('[]', { 'templates/revision.ts.hbs': template }, ...argv);
			assert.is(code, 3, stderr);
			assert.ok(stderr.startsWith(`error[TEMPLATE_INVALID]: ${message}`), stderr);
			assert.equal(readdirSync(join(root, 'revisions')), ['.keep']);
		});
	}

	test('keeps a folder that was there, and what others put into a new one', async () => {
		const root = project({
			'gen-sql.config.js': `import { writeFileSync } from 'node:fs';
export default { postWriteHooks: [{ name: 'f', run(file) { writeFileSync(file + '.bak', ''); throw new Error('no'); } }] };`,
		});
		assert.is((await run(root, ['revision', '-m', 'x', '--rev-id', 'aaaa'])).code, 3);
		assert.equal(readdirSync(join(root, 'revisions')), ['aaaa_x.ts.bak']);
		writeFileSync(join(root, 'gen-sql.config.js'), 'export default {};');
		assert.is((await run(root, ['revision', '-m', 'x', '--rev-id', 'aaaa'])).code, 0);
	});
});
