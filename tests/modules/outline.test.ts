import * as assert from 'uvu/assert';
import { readOutline } from '../../src/modules/outline.ts';
import { suite } from '../support/suite.ts';
import { throwsCode } from '../support/throws.ts';

const literals = (source: string) => readOutline('/a.ts', source).literals;

suite('modules/outline', (test) => {
	test('reads constants that are plain literals', () => {
		assert.equal(
			literals(`
export const revision = '0042';
export const downRevision: string | string[] | null = null;
export const branchLabels: readonly string[] = [];
export const dependsOn: Array<string> = [
	"ae10",
	'27c6',
] as const;
`),
			{
				revision: '0042',
				downRevision: null,
				branchLabels: [],
				dependsOn: ['ae10', '27c6'],
			},
		);
	});

	for (const [what, declaration] of [
		['a sum', `export const a = 'x' + 'y';`],
		['a call', `export const a = id('x');`],
		['another constant', `const b = 'x'; export const a = b;`],
		['an escape', `export const a = 'x\\u0041';`],
		['a template with a value', `const b = 1; export const a = \`x\${b}\`;`],
		['a number', 'export const a = 5;'],
		['a list with a value', `const b = 'x'; export const a = ['y', b];`],
		['a variable', `export let a = 'x'; a = 'y';`],
		['two at once', `export const a = 'x', b = null;`],
		['a pattern', `export const [a] = ['x'];`],
		['a list of names', `const a = 'x'; export { a };`],
		['another name', `const b = 'x'; export { b as a };`],
		['another file', `export { a } from './b.ts';`],
		['a comment in between', `export const a = /* 'x' */ make();`],
		['a property', `export const a = 'x'.length;`],
		['a property of null', `export const a = null ?? make();`],
	] as const) {
		test(`does not take ${what} for a literal`, () => {
			const outline = readOutline('/a.ts', declaration);
			assert.not.ok(Object.hasOwn(outline.literals, 'a'));
			assert.ok(outline.exports.includes('a'));
		});
	}

	test('lists what a module exports, types apart', () => {
		const { exports } = readOutline(
			'/a.ts',
			`export type T = string; export interface I {} export const a = 1; export function f() {} export class C {}
const x = 1, y = 2; export { x, y as z }; export * as all from './b.ts'; export * from './c.ts'; export type { U } from './d.ts';
export { type V, w } from './e.ts';`,
		);
		assert.equal([...exports].sort(), ['C', 'a', 'all', 'f', 'w', 'x', 'z']);
	});

	test('reads the first block comment, wherever it stands', () => {
		assert.is(readOutline('/a.ts', `// line\nimport 'x';\n/** title */ /* second */`).comment, '* title ');
		assert.is(readOutline('/a.ts', `const a = '/* no comment */'; // /* nor this */`).comment, null);
	});

	test('places a mistake, counting lines and columns from 1 and characters as editors do', () => {
		const error = throwsCode(
			() => readOutline('/a.ts', `const ü = '😀';\nconst 名 = '😀'; let = ;`),
			'REVISION_SYNTAX',
		);
		assert.equal(error.at, { file: '/a.ts', line: 2, column: 23 });
	});

	test('reads JavaScript as JavaScript', () => {
		assert.equal(readOutline('/a.js', `export const revision = 'x';`).literals, { revision: 'x' });
		throwsCode(() => readOutline('/a.js', 'export const a: string = 1;'), 'REVISION_SYNTAX');
	});
});
