import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { exportPosition, type Outline, outlined } from '../../src/modules/outline.ts';
import { ModuleRunner } from '../../src/modules/runner.ts';
import { transform } from '../../src/modules/transform.ts';
import { project } from '../support/project.ts';
import { suite } from '../support/suite.ts';
import { throwsCode } from '../support/throws.ts';

const outlineOf = (source: string, file = '/a.ts'): Outline => outlined(source, transform(file, source)).outline;

/** Constants that are read without running the module. */
const PLAIN: Readonly<Record<string, string>> = {
	'a string': `export const a = 'x';`,
	'a string with a type': `export const a: string | null = "x" as const;`,
	'an escape': String.raw`export const a = 'x\u0041\n\'"\\';`,
	'quotes of both kinds': String.raw`export const a = ['it\'s', 'say "x"', "it's \"x\""];`,
	'text of other scripts': `export const a = ['名前', '😀', 'ü'];`,
	null: `export const a: string | null = null;`,
	'an empty list': `export const a: string[] = [];`,
	'a list over several lines': `export const a = [\n\t'x', // one\n\t/* two */ 'y',\n] as const;`,
	'a list of names': `const a = 'x'; export { a };`,
	'another name': `const b = 'x'; export { b as a };`,
	'a comment in between': `export const a = /* 'x' */ 'y';`,
	'a line that begins with a comment': `/** 'z' */ export const a = 'x';`,
	'code before it': `function f() {\n\tconst a = 'inner';\n\treturn a;\n}\nf();\nexport const a = 'x';`,
};

/** Values that only running tells, and texts that look like constants and are none. */
const NOT_PLAIN: Readonly<Record<string, string>> = {
	'a sum': `export const a = 'x' + 'y';`,
	'a call': `export const a = String('x');`,
	'another constant': `const b = 'x'; export const a = b;`,
	'a control character': String.raw`export const a = 'x\0';`,
	'a template with a value': `const b = 1; export const a = \`x\${b}\`;`,
	'a number': 'export const a = 5;',
	'a list with a value': `const b = 'x'; export const a = ['y', b];`,
	'a variable': `export let a = 'x'; a = 'y';`,
	'two at once': `export const a = 'x', b = null;`,
	'a pattern': `export const [a] = ['x'];`,
	'another file': `export { a } from './b.ts';`,
	'a property': `export const a = 'x'.length;`,
	'a property of null': `export const a = null ?? String('x');`,
	'a line in a template before it': `export const text = \`\nconst a = "fake";\n\`;\nexport const a = String('x');`,
	'a line in a template of a function': `export function f() { return \`\nconst a = "fake";\n\`; }\nexport const a = String('x');`,
	'a line in a comment before it': `f(/*\nconst a = "fake";\n*/);\nfunction f() {}\nexport const a = String('x');`,
	'a line in a comment of its own': `/*\nconst a = "fake";\n*/\nexport const a = String('x');`,
	'an export in a comment': `/*\nObject.defineProperty(__vite_ssr_exports__, "b", {\n*/\nexport const a = String('x');`,
};

async function ran(source: string): Promise<Readonly<Record<string, unknown>>> {
	const root = project({ 'a.ts': source, 'b.ts': `export const a = 'from b'; export const c = 1;` });
	return new ModuleRunner().run(join(root, 'a.ts'));
}

suite('modules/outline', (test) => {
	for (const [what, source] of Object.entries(PLAIN)) {
		test(`takes ${what} for a literal, with the value that running gives`, async () => {
			const { literals, exports } = outlineOf(source);
			assert.ok(exports.includes('a'));
			assert.equal(literals['a'], (await ran(source))['a']);
		});
	}

	for (const [what, source] of Object.entries(NOT_PLAIN)) {
		test(`does not take ${what} for a literal`, async () => {
			const { literals, exports } = outlineOf(source);
			assert.not.ok(Object.hasOwn(literals, 'a'));
			assert.equal([...exports].sort(), Object.keys(await ran(source)).sort());
		});
	}

	test('reads the constants of a revision', () => {
		const { literals } = outlineOf(`/** title */
import { sql, type Op } from 'gen-sql';

export const revision = '0042';
export const downRevision: string | string[] | null = null;
/** None. */
export const branchLabels: readonly string[] = [];
export const dependsOn: Array<string> = [
	"ae10",
	'27c6',
] as const;

export function upgrade(op: Op): void { op.execute(sql\`select 1\`); }
`);
		assert.equal(literals, { revision: '0042', downRevision: null, branchLabels: [], dependsOn: ['ae10', '27c6'] });
	});

	test('lists what a module exports, types apart', () => {
		const { exports, hasStar } = outlineOf(
			`export type T = string; export interface I {} export const a = 1; export function f() {} export class C {}
const x = 1, y = 2; export { x, y as z }; export * as all from './b.ts'; export * from './c.ts'; export type { U } from './d.ts';
export { type V, w } from './e.ts'; export const { p, q: [r = 1] } = f(); export enum E { A } export default 5; export { x as 'odd "name"' };`,
		);
		assert.equal(
			[...exports].sort(),
			['C', 'E', 'a', 'all', 'default', 'f', 'odd "name"', 'p', 'r', 'w', 'x', 'z'].sort(),
		);
		assert.ok(hasStar);
		assert.not.ok(outlineOf(`export * as all from './b.ts';`).hasStar);
	});

	test('reads the first block comment, wherever it stands', () => {
		assert.is(outlineOf(`// line\nimport 'x';\n/** title */ /* second */`).comment, '* title ');
		assert.is(outlineOf(`const a = '/* no comment */'; // /* nor this */`).comment, null);
		assert.is(outlineOf(`const a = \`/* no comment \${1 /* but this */}\`;`).comment, ' but this ');
		assert.is(outlineOf('const a = /[/*]/; /* this */').comment, ' this ');
		assert.is(outlineOf('#!/usr/bin/env node\r\n/* this\r\none */').comment, ' this\r\none ');
	});

	test('places a mistake, counting lines and columns from 1 and characters as editors do', () => {
		const error = throwsCode(() => outlineOf(`const ü = '😀';\nconst 名 = '😀'; let = ;`), 'REVISION_SYNTAX');
		assert.equal(error.at, { file: '/a.ts', line: 2, column: 23 });
	});

	test('reads JavaScript as JavaScript', () => {
		assert.equal(outlineOf(`export const revision = 'x';`, '/a.js').literals, { revision: 'x' });
		throwsCode(() => outlineOf('export const a: string = 1;', '/a.js'), 'REVISION_SYNTAX');
	});

	for (const [source, name, line, column] of [
		[`const upgrde = 1;\nexport function upgrde2() {}\nexport { upgrde };`, 'upgrde', 3, 10],
		[`export const a = 1,\n\tb = 2;`, 'b', 2, 2],
		[`const ü = '😀'; export default ü;`, 'default', 1, 24],
		[`const x = 1;\nexport { x as 'odd name' };`, 'odd name', 2, 15],
		[`export const a = 1;`, 'absent', 1, 1],
	] as const) {
		test(`finds where "${name}" is exported in ${JSON.stringify(source)}`, () => {
			assert.equal(exportPosition('/a.ts', source, name), { file: '/a.ts', line, column });
		});
	}

	test('exports what never changes without getters, each statement on its line', () => {
		const source = `import { x } from './b.ts';\nexport const a = 'x', n = 1;\nexport const revision = 'it\\'s';\nexport const none = null;\nexport const list = ['x'];\nexport function upgrade() { return x; }\nexport async function later() {}\nexport let v = 1;\nexport { upgrade as up };\n`;
		const code = transform('/a.ts', source);
		const { code: direct } = outlined(source, code);
		const getters = [...direct.matchAll(/defineProperty\(__vite_ssr_exports__, "(\w+)", \{\n/g)].map(
			([, name]) => name,
		);
		assert.equal(getters, ['a', 'n', 'list', 'upgrade', 'v', 'up'], 'upgrade has two names');
		assert.match(direct, `"revision", { enumerable: true, value: "it's" });`);
		assert.is(direct.split('\n').length, code.split('\n').length);
		assert.is(direct.indexOf('\nlet v'), direct.length - (code.length - code.indexOf('\nlet v')));
	});

	test('keeps what may change live', async () => {
		const namespace = await ran(
			`export function f() { return 1; }\nexport function set() { f = () => 2; n = 2; }\nexport let n = 1;\nexport function g() { return 3; }`,
		);
		const call = (name: string) => (namespace[name] as () => unknown)();
		assert.equal([call('f'), namespace['n'], call('g')], [1, 1, 3]);
		call('set');
		assert.equal([call('f'), namespace['n'], call('g')], [2, 2, 3]);
	});

	test('reads many comments in a line in no time', () => {
		const start = performance.now();
		outlineOf(`const f = () => 1; export const z = ${'/* @__PURE__ */ f() + '.repeat(2000)}1;`);
		assert.ok(performance.now() - start < 1000);
	});

	test('passes over what speaks to the engine', async () => {
		const root = project({
			'a.ts': `#!/usr/bin/env node\nexport const a = 'sourceURL';\n//# sourceURL=x.js\nexport const b = 1; /*# sourceMappingURL=y */\n//@ sourceURL=z`,
		});
		const runner = new ModuleRunner();
		assert.equal({ ...(await runner.run(join(root, 'a.ts'))) }, { a: 'sourceURL', b: 1 });
		assert.is(outlineOf(`#!/usr/bin/env node\nexport const a = 'x';`).literals['a'], 'x');
	});
});
