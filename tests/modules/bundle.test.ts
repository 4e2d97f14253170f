import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { command, type Ended, spawned } from '../support/process.ts';
import { project, revisionText, run } from '../support/project.ts';
import { suite } from '../support/suite.ts';

const HELPER = `export interface Executor {\n\texecute(sql: string): void;\n}\n\nexport function add(op: Executor, sql: string): void {\n\top.execute(sql);\n}\n`;

const body = (up: string) => `add(op, 'select 1');\n\tsame(op, ${up});`;
const imports = `import { add } from './lib/add.ts';\nimport { add as same } from './lib/same.ts';`;

/** Two revisions and a helper that stands there twice, so that two files have one text. */
const files = (second: string): Readonly<Record<string, string>> => ({
	'revisions/a.ts': revisionText('aaaa', null, body(`'select 2'`), '', imports),
	'revisions/b.ts': revisionText('bbbb', 'aaaa', body(second), '', imports),
	'revisions/lib/add.ts': HELPER,
	'revisions/lib/same.ts': HELPER,
});

/** A process of its own, since what the engine compiled is taken up once in a process. */
const upgrade = (root: string, ...flags: readonly string[]): Promise<Ended> => {
	const [node = '', ...rest] = command('upgrade', 'heads');
	return spawned(root, [node, ...flags, ...rest], { GEN_SQL_CACHE: 'cache' });
};

const identity = (file: string): readonly number[] => [statSync(file).ino, statSync(file).mtimeMs];

suite('modules/bundle', (test) => {
	test('is compiled once for all processes, and gives the same script each time', async () => {
		const root = project(files(`'select 3'`));
		const cold = await upgrade(root);
		assert.is(cold.code, 0, cold.stderr);
		const kept = identity(join(root, 'cache'));
		assert.equal(await upgrade(root), cold);
		assert.equal(identity(join(root, 'cache')), kept, 'nothing is left to compile');
	});

	test('gets the compiled text with the first run, when only the outlines were read before', async () => {
		const root = project(files(`'select 3'`));
		const [node = '', ...rest] = command('heads');
		await spawned(root, [node, ...rest], { GEN_SQL_CACHE: 'cache' });
		const outlines = statSync(join(root, 'cache')).size;
		await upgrade(root);
		assert.ok(statSync(join(root, 'cache')).size > outlines);
	});

	test('places a call in the revision and in the helper of the same text that made it, cold and warm', async () => {
		const root = project(files(`''`));
		const cold = await upgrade(root);
		assert.match(
			cold.stderr,
			/^revisions\/b\.ts:8:2: error\[ARGUMENT_INVALID\].*\ncalled in revisions\/lib\/same\.ts:6:5\n$/,
		);
		assert.equal(await upgrade(root), cold);
	});

	test('is compiled anew by an engine with other settings', async () => {
		const root = project(files(`''`));
		const cold = await upgrade(root);
		const kept = readFileSync(join(root, 'cache'));
		assert.equal(await upgrade(root, '--no-opt'), cold);
		assert.not.equal(readFileSync(join(root, 'cache')), kept);
	});

	test('leaves out a text that only the engine refuses, and says which it is', async () => {
		const refused = `op.execute(String(/(?<x>.)(?<x>.)/));`;
		const root = project({ ...files(`'select 3'`), 'revisions/c.ts': revisionText('cccc', 'bbbb', refused) });
		const first = await run(root, ['upgrade', 'heads'], { GEN_SQL_CACHE: 'cache' });
		assert.is(first.code, 4);
		assert.match(first.stderr, /^revisions\/c\.ts:\d+:\d+: error\[REVISION_SYNTAX\]/);
		assert.equal(await run(root, ['upgrade', 'heads'], { GEN_SQL_CACHE: 'cache' }), first);
	});

	test('tells two projects of the same text in one process apart', async () => {
		const [first, second] = [project(files(`''`)), project(files(`''`))];
		const [one, two] = [await run(first, ['upgrade', 'heads']), await run(second, ['upgrade', 'heads'])];
		assert.is(one.code, 4);
		assert.equal(two, one);
		assert.equal(await run(first, ['upgrade', 'heads']), one);
	});

	test('holds more modules than one bundle does', async () => {
		const ids = Array.from({ length: 600 }, (_, index) => `r${String(index).padStart(4, '0')}`);
		const entries = ids.map((id, index) => [
			`revisions/${id}.ts`,
			revisionText(id, ids[index - 1] ?? null, index === 599 ? `throw new Error('last');` : 'op.execute(`select 1`);'),
		]);
		const root = project(Object.fromEntries(entries));
		const cold = await upgrade(root);
		assert.match(cold.stderr, /^revisions\/r0599\.ts:6:47: error\[REVISION_THREW\]/);
		assert.equal(await upgrade(root), cold);
	});

	test('places what stands behind unusual line ends, and in the modules after them', async () => {
		const odd = `export const text = \`${'\u2028\u2029\r\n'.repeat(10)}\`;\n`;
		const root = project({
			'revisions/a.ts': revisionText('aaaa', null, '', '', odd),
			'revisions/b.ts': revisionText('bbbb', 'aaaa', `op.execute('');`, '', `${odd}\n/* \u2028 */`),
		});
		const { stderr } = await run(root, ['upgrade', 'heads'], { GEN_SQL_CACHE: 'cache' });
		assert.match(stderr, /^revisions\/b\.ts:18:44: error/);
	});

	test('puts modules that were added one by one together', async () => {
		const root = project({ 'revisions/a0.ts': revisionText('a0', null) });
		const bundles = (): number => {
			const [head = '', ...rest] = readFileSync(join(root, 'cache'), 'latin1').split('\n');
			const { size } = JSON.parse(head) as { readonly size: number };
			return (JSON.parse(rest.join('\n').slice(0, size)) as unknown[]).length;
		};
		const most = { count: 0 };
		let last = '';
		for (let index = 1; index <= 20; index++) {
			writeFileSync(
				join(root, `revisions/a${index}.ts`),
				revisionText(`a${index}`, `a${index - 1}`, `op.execute('select ${index}')`),
			);
			last = (await run(root, ['upgrade', 'head'], { GEN_SQL_CACHE: 'cache' })).stdout;
			most.count = Math.max(most.count, bundles());
		}
		assert.ok(most.count <= 16 && bundles() < 16, `${most.count}, at the end ${bundles()}`);
		assert.is((await run(root, ['upgrade', 'head'], { GEN_SQL_CACHE: 'off' })).stdout, last);
		assert.is((await upgrade(root)).stdout, last);
	});

	test('reads a second file of the same text as the first, what speaks to the engine left out', async () => {
		const helper = `#!/usr/bin/env node\n${HELPER}//# sourceURL=elsewhere.js\n`;
		const root = project({ ...files(`''`), 'revisions/lib/add.ts': helper, 'revisions/lib/same.ts': helper });
		const { stderr } = await run(root, ['upgrade', 'heads'], { GEN_SQL_CACHE: 'off' });
		assert.match(
			stderr,
			/^revisions\/b\.ts:8:2: error\[ARGUMENT_INVALID\].*\ncalled in revisions\/lib\/same\.ts:7:5\n$/,
		);
	});
});
