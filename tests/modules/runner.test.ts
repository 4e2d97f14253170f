import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as assert from 'uvu/assert';
import { ModuleRunner, type Namespace } from '../../src/modules/runner.ts';
import { project } from '../support/project.ts';
import { suite } from '../support/suite.ts';
import { rejectsCode } from '../support/throws.ts';

const newRunner = (): ModuleRunner => new ModuleRunner();

const run = (files: Readonly<Record<string, string>>): Promise<Namespace> =>
	newRunner().run(join(project(files), 'main.ts'));

suite('modules/runner', (test) => {
	test('takes types off, and runs what TypeScript adds', async () => {
		const { value } = await run({
			'main.ts': `
import { type Shape, size } from './lib.ts';
import { Only } from './types.ts';
enum Plan { Free = 'free', Paid = 'paid' }
namespace Limits { export const rows: number = 10; }
class Box<T> { constructor(readonly item: T) {} }
const shape = { w: 2, h: 3 } satisfies Shape as Shape;
const only: Only | null = null;
export const value = [Plan.Paid, Limits.rows, new Box<number>(7).item, size(shape!), only];`,
			'lib.ts': `export interface Shape { w: number; h: number }\nexport const size = ({ w, h }: Shape): number => w * h;`,
			'types.ts': 'export interface Only { a: string }',
		});
		assert.equal(value, ['paid', 10, 7, 6, null]);
	});

	test('awaits at the top level, in helpers too', async () => {
		const { value } = await run({
			'main.ts': `import { later } from './later.ts'; export const value = [later, await Promise.resolve(2)];`,
			'later.ts': `import { setTimeout } from 'node:timers/promises'; export const later = await setTimeout(2, 1);`,
		});
		assert.equal(value, [1, 2]);
	});

	test('imports while running, by a name that is computed or a file URL', async () => {
		const { value } = await run({
			'main.ts': `
const part = 'a';
const { a } = await import(\`./\${part}.ts\`);
const { a: same } = await import(new URL('./a.ts', import.meta.url).href);
export const value = [a, a === same];`,
			'a.ts': 'export const a = { n: 1 as number };',
		});
		assert.equal(value, [{ n: 1 }, true]);
	});

	test('exports again what it imports, under any name', async () => {
		const namespace = await run({
			'main.ts': `export * from './lib.ts';\nexport { b as renamed, default } from './lib.ts';\nexport * as all from './lib.ts';\nexport const a = 'own';`,
			'lib.ts': `export const a = 'lib'; export const b = 2; export default 3; export type T = string;`,
		});
		assert.is(namespace['a'], 'own');
		assert.is(namespace['b'], 2);
		assert.is(namespace['renamed'], 2);
		assert.is(namespace['default'], 3);
		assert.equal(Object.keys(namespace['all'] as object).sort(), ['a', 'b', 'default']);
		assert.equal(Object.keys(namespace).sort(), ['a', 'all', 'b', 'default', 'renamed']);
	});

	test('leaves out a default that export * comes across', async () => {
		const namespace = await run({ 'main.ts': `export * from './lib.ts';`, 'lib.ts': 'export default 1;' });
		assert.equal(Object.keys(namespace), []);
	});

	test('keeps imports live', async () => {
		const { value } = await run({
			'main.ts': `import { count, increase } from './counter.ts'; increase(); increase(); export const value = count;`,
			'counter.ts': 'export let count = 0; export function increase(): void { count++; }',
		});
		assert.is(value, 2);
	});

	test('lets helpers import each other', async () => {
		const { value } = await run({
			'main.ts': `import { even } from './even.ts'; export const value = [even(10), even(7)];`,
			'even.ts': `import { odd } from './odd.ts'; export function even(n: number): boolean { return n === 0 || odd(n - 1); }`,
			'odd.ts': `import { even } from './even.ts'; export const odd = (n: number): boolean => n !== 0 && even(n - 1);`,
		});
		assert.equal(value, [true, false]);
	});

	test('comes through a circle of three that begins with dynamic imports', async () => {
		const { value } = await run({
			'main.ts': `const all = await Promise.all(['a', 'b', 'c'].map((name) => import(\`./\${name}.ts\`))); export const value = all.map((module) => module.name());`,
			'a.ts': `import * as next from './b.ts'; export const name = (): string => 'a' + typeof next;`,
			'b.ts': `import * as next from './c.ts'; export const name = (): string => 'b' + typeof next;`,
			'c.ts': `import * as next from './a.ts'; export const name = (): string => 'c' + typeof next;`,
		});
		assert.equal(value, ['aobject', 'bobject', 'cobject']);
	});

	test('imports itself', async () => {
		const { value } = await run({ 'main.ts': `import * as self from './main.ts'; export const value = () => self;` });
		assert.type((value as () => Namespace)()['value'], 'function');
	});

	test('runs a helper once, whoever imports it and however', async () => {
		const root = project({
			'one.ts': `import { state } from './lib/state.ts'; state.push('one'); export { state };`,
			'two.ts': `import { state } from './lib/state'; state.push('two'); export { state };`,
			'lib/state.ts': 'export const state: string[] = [];',
		});
		const runner = newRunner();
		const one = await runner.run(join(root, 'one.ts'));
		const two = await runner.run(join(root, 'two.ts'));
		assert.is(one['state'], two['state']);
		assert.equal(two['state'], ['one', 'two']);
		assert.is(await runner.run(join(root, 'one.ts')), one);
	});

	test('tells a module where it stands', async () => {
		const root = project({ 'a (b)/grüße 😀.ts': 'export const meta = { ...import.meta };' });
		const file = join(root, 'a (b)/grüße 😀.ts');
		const { meta } = await newRunner().run(file);
		assert.equal(meta, { url: pathToFileURL(file).href, filename: file, dirname: join(root, 'a (b)') });
	});

	test('reads a file beside it through its own place', async () => {
		const { value } = await run({
			'main.ts': `import { readFileSync } from 'node:fs';\nexport const value = readFileSync(new URL('./seed.sql', import.meta.url), 'utf8');`,
			'seed.sql': 'select 1',
		});
		assert.is(value, 'select 1');
	});

	test('reads files with CRLF and with a byte order mark', async () => {
		const { value } = await run({
			'main.ts': `\ufeffimport { a } from './a.ts';\r\nexport const value: string = \`\${a}\r\nb\`;\r\n`,
			'a.ts': '\ufeffexport const a: number = 1;\r\n',
		});
		assert.is(value, '1\nb');
	});

	test('runs in strict mode, without the variables of CommonJS', async () => {
		const { value } = await run({
			'main.ts': `export const value = [typeof require, typeof module, (function (this: unknown) { return this; })()];`,
		});
		assert.equal(value, ['undefined', 'undefined', undefined]);
	});

	test('lets a module catch that an import fails, each time', async () => {
		const { value } = await run({
			'main.ts': `
const load = () => import('./bad.ts').then(() => 'loaded', (error: Error) => error.message);
export const value = [await load(), await load()];`,
			'bad.ts': `throw new Error('not today');`,
		});
		assert.equal(value, ['Error: not today', 'Error: not today']);
	});

	test('reports a module that failed again when another one imports it', async () => {
		const root = project({
			'one.ts': `import './bad.ts';`,
			'two.ts': `import { a } from './bad.ts'; export const b = a;`,
			'bad.ts': `export const a = 1; throw new Error('not today');`,
		});
		const runner = newRunner();
		await rejectsCode(runner.run(join(root, 'one.ts')), 'REVISION_THREW');
		const error = await rejectsCode(runner.run(join(root, 'two.ts')), 'REVISION_THREW');
		assert.is(error.message, 'Error: not today');
	});
});
