import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as assert from 'uvu/assert';
import { resolveImport } from '../../src/modules/resolve.ts';
import { ModuleRunner, type Namespace } from '../../src/modules/runner.ts';
import { project } from '../support/project.ts';
import { suite } from '../support/suite.ts';

const run = (root: string, file = 'main.ts'): Promise<Namespace> => new ModuleRunner().run(join(root, file));

const value = async (files: Readonly<Record<string, string>>): Promise<unknown> => (await run(project(files)))['value'];

suite('modules/resolve', (test) => {
	test('finds relative .ts, .mts, .js and .mjs files', async () => {
		const found = await value({
			'main.ts': [
				`import { a } from './lib/a.ts';`,
				`import { b } from './lib/b.mts';`,
				`import { c } from './lib/c.js';`,
				`import { d } from './lib/d.mjs';`,
				'export const value = [a, b, c, d];',
			].join('\n'),
			'lib/a.ts': `export const a: string = 'ts';`,
			'lib/b.mts': `export const b: string = 'mts';`,
			'lib/c.js': `export const c = 'js';`,
			'lib/d.mjs': `export const d = 'mjs';`,
		});
		assert.equal(found, ['ts', 'mts', 'js', 'mjs']);
	});

	test('finds a file without its extension, in a folder above too', async () => {
		const root = project({
			'deep/down/main.ts': `import { a } from '../a'; import { b } from '../../b'; export const value = a + b;`,
			'deep/a.ts': 'export const a: number = 1;',
			'b.js': 'export const b = 2;',
		});
		assert.is((await run(root, 'deep/down/main.ts'))['value'], 3);
	});

	test('takes the name of the compiled file for the TypeScript beside it', async () => {
		const found = await value({
			'main.ts': `import { a } from './a.js'; import { b } from './b.mjs'; export const value = a + b;`,
			'a.ts': 'export const a: number = 1;',
			'b.mts': 'export const b: number = 2;',
		});
		assert.is(found, 3);
	});

	test('finds a file whose name has a dot in it, without its extension', async () => {
		assert.is(
			await value({
				'main.ts': `import { a } from './audit.v2'; export const value = a;`,
				'audit.v2.ts': 'export const a: number = 2;',
			}),
			2,
		);
	});

	test('reads JSON, as what it is', async () => {
		const found = await value({
			'main.ts': `import plans from './plans.json' with { type: 'json' };\nimport more from './more';\nexport const value = [plans, more];`,
			'plans.json': '\ufeff{ "free": 0, "list": [1, null] }',
			'more.json': '"text"',
		});
		assert.equal(found, [{ free: 0, list: [1, null] }, 'text']);
	});

	test('takes a folder for the index file in it', async () => {
		const found = await value({
			'main.ts': `import { a } from './lib'; import { b } from './js'; export const value = a + b;`,
			'lib/index.ts': 'export const a: number = 1;',
			'js/index.js': 'export const b = 2;',
		});
		assert.is(found, 3);
	});

	test('takes . and .. for the index file of the folder and the one above', async () => {
		const root = project({ 'deep/index.ts': '', 'index.ts': '' });
		const importer = join(root, 'deep/main.ts');
		assert.equal(await resolveImport('.', importer), { kind: 'source', file: join(root, 'deep/index.ts') });
		assert.equal(await resolveImport('..', importer), { kind: 'source', file: join(root, 'index.ts') });
	});

	test('prefers the file to the folder of that name', async () => {
		assert.is(
			await value({
				'main.ts': `import { a } from './lib'; export const value = a;`,
				'lib.ts': `export const a = 'file';`,
				'lib/index.ts': `export const a = 'folder';`,
			}),
			'file',
		);
	});

	test('runs a package that is ESM only', async () => {
		const found = await value({
			'main.ts': `import plus, { one } from 'adder'; import { two } from 'adder/two'; export const value = plus(one, two);`,
			'node_modules/adder/package.json': JSON.stringify({
				name: 'adder',
				type: 'module',
				exports: { '.': { import: './esm.js' }, './two': { import: './two.js' } },
			}),
			'node_modules/adder/esm.js': 'export const one = 1; export default (a, b) => a + b;',
			'node_modules/adder/two.js': 'export const two = 2;',
		});
		assert.is(found, 3);
	});

	test('runs a package that is CommonJS, by its default and by its names', async () => {
		const found = await value({
			'main.ts': `import whole, { one } from 'old'; export const value = [one, whole.two()];`,
			'node_modules/old/package.json': JSON.stringify({ name: 'old', main: 'lib/main' }),
			'node_modules/old/lib/main.js': `exports.one = 1; exports.two = () => require('./two');`,
			'node_modules/old/lib/two.js': 'module.exports = 2;',
		});
		assert.equal(found, [1, 2]);
	});

	test('runs a .cjs file beside the revision', async () => {
		assert.is(
			await value({
				'main.ts': `import old from './old.cjs'; export const value = old.one;`,
				'old.cjs': 'module.exports = { one: 1 };',
			}),
			1,
		);
	});

	test('runs a linked package of the workspace that is TypeScript', async () => {
		const root = project({
			'db/main.ts': `import { audit, shape } from '@acme/audit'; import { deep } from '@acme/audit/deep'; export const value = [audit(1), deep, typeof shape];`,
			'packages/audit/package.json': JSON.stringify({
				name: '@acme/audit',
				type: 'module',
				exports: { '.': './src/index.ts', './deep': { import: './src/deep.ts' } },
			}),
			'packages/audit/src/index.ts': `import { t } from 'gen-sql';\nenum Level { Low = 1 }\nexport const audit = (n: number): number => n + Level.Low;\nexport const shape = t.integer;`,
			'packages/audit/src/deep.ts': 'export const deep: string = "deep";',
			'node_modules/@acme/.keep': '',
		});
		symlinkSync('../../packages/audit', join(root, 'node_modules/@acme/audit'));
		assert.equal(await resolveImport('@acme/audit', join(root, 'db/main.ts')), {
			kind: 'source',
			file: join(root, 'packages/audit/src/index.ts'),
		});
		assert.equal((await run(root, 'db/main.ts'))['value'], [2, 'deep', 'function']);
	});

	test('leads gen-sql to the copy that runs, even where another is installed', async () => {
		const own = await import('../../src/index.ts');
		const found = (await value({
			'main.ts': `import * as all from 'gen-sql'; import { sql, GenSqlError } from 'gen-sql'; export const value = { all, sql, GenSqlError };`,
			'node_modules/gen-sql/package.json': JSON.stringify({ name: 'gen-sql', type: 'module', exports: './index.js' }),
			'node_modules/gen-sql/index.js': 'export const sql = 1, GenSqlError = 2;',
		})) as { readonly all: unknown; readonly sql: unknown; readonly GenSqlError: unknown };
		assert.is(found.sql, own.sql);
		assert.is(found.GenSqlError, own.GenSqlError);
		assert.is(found.all, own);
	});

	test("knows Node's own modules, with and without node:", async () => {
		const found = await value({
			'main.ts': `import { join } from 'node:path';
import { pathToFileURL } from 'node:url'; import { sep } from 'path'; import fs from 'node:fs/promises'; export const value = [join('a', 'b'), sep, typeof fs.readFile];`,
		});
		assert.equal(found, [join('a', 'b'), '/', 'function']);
	});

	test('follows the imports map of the nearest package.json', async () => {
		assert.is(
			await value({
				'package.json': JSON.stringify({ type: 'module', imports: { '#audit': './src/audit.ts' } }),
				'main.ts': `import { a } from '#audit'; export const value = a;`,
				'src/audit.ts': 'export const a: number = 1;',
			}),
			1,
		);
	});

	test('leaves packages and CommonJS to Node', async () => {
		const root = project({
			'node_modules/adder/package.json': JSON.stringify({ name: 'adder', type: 'module', exports: './index.js' }),
			'node_modules/adder/index.js': '',
			'old.cjs': '',
		});
		const importer = join(root, 'main.ts');
		assert.equal(await resolveImport('adder', importer), {
			kind: 'native',
			url: pathToFileURL(join(root, 'node_modules/adder/index.js')).href,
		});
		assert.equal(await resolveImport('./old.cjs', importer), {
			kind: 'native',
			url: pathToFileURL(join(root, 'old.cjs')).href,
		});
		assert.equal(await resolveImport('fs', importer), { kind: 'native', url: 'fs' });
	});

	test('follows a link to the file behind it, so that it is one module', async () => {
		const root = project({ 'real/a.ts': '', 'main.ts': '' });
		symlinkSync('real', join(root, 'linked'));
		assert.equal(await resolveImport('./linked/a.ts', join(root, 'main.ts')), {
			kind: 'source',
			file: join(root, 'real/a.ts'),
		});
	});

	test('finds nothing where there is nothing', async () => {
		const root = project({ 'folder/other.txt': '', 'closed/package.json': '' });
		for (const specifier of ['./nothing', './folder', 'nothing', '@acme/nothing', '#nothing', 'node_modules']) {
			assert.is(await resolveImport(specifier, join(root, 'main.ts')), undefined, specifier);
		}
	});
});
