import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { loadProject } from '../../src/config/project.ts';
import { ModuleRunner } from '../../src/modules/runner.ts';
import { project, revisionText, run } from '../support/project.ts';
import { suite } from '../support/suite.ts';

const HELPER = `export function add(op: { execute(sql: string): void }, name: string): void {\n\top.execute(\`select '\${name}'\`);\n}\n`;

/** A project of two revisions and a helper, with a cache. */
const files = {
	'revisions/a.ts': revisionText('aaaa', null, `add(op, 'one')`, '', `import { add } from './lib/add.ts';`),
	'revisions/b.ts': revisionText('bbbb', 'aaaa', `add(op, 'two')`, '', `import { add } from './lib/add.ts';`),
	'revisions/lib/add.ts': HELPER,
};

const upgrade = (root: string, cache = 'cache') => run(root, ['upgrade', 'heads'], { GEN_SQL_CACHE: cache });

/** A project whose cache is filled, and what it rendered. */
async function warm(): Promise<{ readonly root: string; readonly file: string; readonly stdout: string }> {
	const root = project(files);
	const { code, stdout, stderr } = await upgrade(root);
	assert.is(code, 0, stderr);
	return { root, file: join(root, 'cache'), stdout };
}

suite('modules/cache', (test) => {
	test('gives the same script without it, cold and warm', async () => {
		const { root, stdout } = await warm();
		const [off, second, third] = [await upgrade(root, 'off'), await upgrade(root), await upgrade(root)];
		assert.is(off.stdout, stdout);
		assert.equal([second, third], [off, off]);
		assert.match(stdout, /select 'two'/);
	});

	test('is written once while nothing changes', async () => {
		const { root, file } = await warm();
		const { mtimeMs, ino } = statSync(file);
		await upgrade(root);
		assert.equal([statSync(file).mtimeMs, statSync(file).ino], [mtimeMs, ino]);
	});

	test('leaves no other file behind', async () => {
		const { root } = await warm();
		assert.equal(readdirSync(root).sort(), ['cache', 'revisions']);
	});

	test('notices that a revision or a helper has changed', async () => {
		const { root, stdout } = await warm();
		writeFileSync(join(root, 'revisions/lib/add.ts'), HELPER.replace('select', 'values'));
		assert.is((await upgrade(root)).stdout, stdout.replaceAll('select', 'values'));
		writeFileSync(join(root, 'revisions/b.ts'), revisionText('bbbb', 'aaaa', `op.execute('select 3')`));
		const changed = (await upgrade(root)).stdout;
		assert.match(changed, /values 'one'/);
		assert.match(changed, /select 3/);
		assert.is((await upgrade(root)).stdout, changed);
	});

	test('keeps positions right for modules that come out of it', async () => {
		const root = project({
			'revisions/a.ts': revisionText('aaaa', null, ''),
			'revisions/b.ts': `export const revision: string = 'bbbb';\nexport const downRevision = 'aaaa';\nexport function upgrade(\n\top: { execute(sql: string): void },\n): void {\n\top.execute('');\n}\n`,
		});
		const cold = await upgrade(root);
		const filled = await run(root, ['upgrade', 'aaaa'], { GEN_SQL_CACHE: 'cache' });
		const warmed = await upgrade(root);
		assert.is(filled.code, 0);
		assert.match(cold.stderr, /^revisions\/b\.ts:6:5: error/);
		assert.equal(warmed, cold);
	});

	test('tells the same text in TypeScript and in JavaScript apart', async () => {
		const source = 'export const value = typeof <any>(1 as unknown) ;';
		const root = project({ 'a.ts': source, 'a.js': source });
		const options = { cacheFile: join(root, 'cache') };
		const first = new ModuleRunner(options);
		assert.is((await first.run(join(root, 'a.ts')))['value'], 'number');
		first.save();
		const failed = await new ModuleRunner(options).run(join(root, 'a.js')).then(
			() => 'ran',
			(error: { readonly code: string }) => error.code,
		);
		assert.is(failed, 'REVISION_SYNTAX');
	});

	test('stands in the folder of packages when nothing is said, and only when there is one', async () => {
		const cacheOf = async (root: string): Promise<boolean> => {
			const env = { GEN_SQL_CACHE: undefined };
			const { runner } = await loadProject({ cwd: root, env });
			runner.outline(join(root, 'revisions/a.ts'));
			runner.save();
			return existsSync(join(root, 'node_modules/.cache/gen-sql/modules'));
		};
		assert.is(await cacheOf(project({ ...files, 'node_modules/.keep': '' })), true);
		const bare = project(files);
		assert.is(await cacheOf(bare), false);
		assert.equal(readdirSync(bare), ['revisions']);
	});

	for (const [what, damage] of [
		['is empty', () => Buffer.alloc(0)],
		['is no cache', () => Buffer.from('#!/bin/sh\n\0\xff')],
		['is another JSON', () => Buffer.from('[]\n')],
		['has an index that is another JSON', (bytes: Buffer) => withIndex(bytes, Buffer.from('[{"keys":[]}]'))],
		['has no index', (bytes: Buffer) => bytes.subarray(0, bytes.indexOf(10) + 1)],
		['says that its index is longer than it is', (bytes: Buffer) => withHead(bytes, { size: bytes.length * 2 })],
		['is cut off in the middle', (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length * 0.7))],
		['lacks all texts', (bytes: Buffer) => Buffer.concat(partsOf(bytes).slice(0, 2))],
		['has zeros where the texts were', zeroed],
		['has one byte that changed', (bytes: Buffer) => flipped(bytes, 0.5)],
		['has one byte of compiled code that changed', (bytes: Buffer) => flipped(bytes, 0.99)],
	] as const) {
		test(`is passed over in silence when it ${what}`, async () => {
			const { root, file, stdout } = await warm();
			writeFileSync(file, damage(readFileSync(file)));
			const again = await upgrade(root);
			assert.is(again.code, 0, again.stderr);
			assert.is(again.stdout, stdout);
			const healed = await upgrade(root);
			assert.is(healed.stdout, stdout);
		});
	}

	test('of another version is thrown away', async () => {
		const root = project({ 'a.ts': 'export const value = 1;' });
		const cacheFile = join(root, 'cache');
		const valueWith = async (stamp: string): Promise<unknown> => {
			const runner = new ModuleRunner({ stamp, cacheFile });
			const { value } = await runner.run(join(root, 'a.ts'));
			runner.save();
			return value;
		};
		await valueWith('0.0.1');
		const written = readFileSync(cacheFile, 'latin1');
		writeFileSync(cacheFile, written.replaceAll('value = 1', 'value = 9').replaceAll('0.0.1', '0.0.0'), 'latin1');
		assert.is(await valueWith('0.0.1'), 1);
		assert.match(readFileSync(cacheFile, 'latin1'), /0\.0\.1/);
	});

	for (const [what, setting] of [
		['is a folder', 'revisions'],
		['lies below a file', 'revisions/a.ts/cache'],
		['has a name that is too long', 'c'.repeat(300)],
	] as const) {
		test(`is done without, in silence, when it ${what}`, async () => {
			const root = project(files);
			const expected = await upgrade(root, 'off');
			assert.equal(await upgrade(root, setting), expected);
			assert.equal(readdirSync(root), ['revisions']);
			assert.equal(readdirSync(join(root, 'revisions')).sort(), ['a.ts', 'b.ts', 'lib']);
		});
	}

	test('is made with the folders above it, where GEN_SQL_CACHE says', async () => {
		const root = project(files);
		await upgrade(root, 'deep/er/cache');
		assert.ok(existsSync(join(root, 'deep/er/cache')));
		const absolute = join(project({}), 'cache');
		await upgrade(root, absolute);
		assert.ok(existsSync(absolute));
	});

	test('never replaces a file that is none', async () => {
		const root = project({ ...files, 'mine.ts': 'export {};\n' });
		assert.is((await upgrade(root, 'mine.ts')).code, 0);
		assert.is(readFileSync(join(root, 'mine.ts'), 'utf8'), 'export {};\n');
	});

	for (const off of ['off', 'OFF', 'false', '0']) {
		test(`is not made when GEN_SQL_CACHE is ${off}`, async () => {
			const root = project(files);
			assert.is((await upgrade(root, off)).code, 0);
			assert.equal(readdirSync(root), ['revisions']);
		});
	}

	test('leaves a device that GEN_SQL_CACHE names a device', async () => {
		const root = project(files);
		const device = join(root, 'null');
		if (spawnSync('mknod', [device, 'c', '1', '3']).status !== 0) return;
		assert.is((await upgrade(root, 'null')).code, 0);
		assert.ok(lstatSync(device).isCharacterDevice());
	});
});

/** The first line, the index and the bundles. */
function partsOf(bytes: Buffer): readonly [Buffer, Buffer, Buffer] {
	const end = bytes.indexOf(10) + 1;
	const { size } = JSON.parse(bytes.toString('utf8', 0, end)) as { readonly size: number };
	return [bytes.subarray(0, end), bytes.subarray(end, end + size), bytes.subarray(end + size)];
}

function withHead(bytes: Buffer, changes: object): Buffer {
	const [head, index, bundles] = partsOf(bytes);
	const changed = { ...(JSON.parse(head.toString()) as object), ...changes };
	return Buffer.concat([Buffer.from(`${JSON.stringify(changed)}\n`), index, bundles]);
}

function withIndex(bytes: Buffer, index: Buffer): Buffer {
	const [head, , bundles] = partsOf(withHead(bytes, { size: index.length }));
	return Buffer.concat([head, index, bundles]);
}

function zeroed(bytes: Buffer): Buffer {
	const [head, index, bundles] = partsOf(bytes);
	return Buffer.concat([head, index, Buffer.alloc(bundles.length)]);
}

function flipped(bytes: Buffer, part: number): Buffer {
	const copy = Buffer.from(bytes);
	const at = Math.floor(bytes.length * part);
	copy[at] = (copy[at] ?? 0) ^ 1;
	return copy;
}
