import { basename, join } from 'node:path';
import * as assert from 'uvu/assert';
import type { ErrorCode, GenSqlError } from '../../src/core/error.ts';
import { ModuleRunner } from '../../src/modules/runner.ts';
import { project } from '../support/project.ts';
import { suite } from '../support/suite.ts';
import { rejectsCode } from '../support/throws.ts';

async function failure(files: Readonly<Record<string, string>>, code: ErrorCode): Promise<GenSqlError> {
	const runner = new ModuleRunner();
	return rejectsCode(runner.run(join(project(files), 'main.ts')), code);
}

/** `main.ts:3:7` */
const place = ({ at }: GenSqlError): string => (at ? `${basename(at.file)}:${at.line}:${at.column}` : 'nowhere');

/** Where a marker stands in a text, as an error would say it. */
function placeOf(file: string, text: string, marker: string): string {
	const before = text.slice(0, text.indexOf(marker)).split('\n');
	return `${file}:${before.length}:${(before.at(-1) ?? '').length + 1}`;
}

/** Much that the compiler takes off stands before the throw, on its line too. */
const TYPED = `import type { Op } from 'gen-sql';

interface Options {
	readonly first: string;
	readonly second: Record<string, readonly (string | number)[]>;
}

type Body = (
	op: Op,
	options: Options,
) => Promise<void>;

export const typed: Body = async (
	op: Op,
	options: Options,
): Promise<void> => {};

enum Level { Low, High }

export const level: Level = Level.High; const failed: Error | null = new Error('here');
`;

suite('modules/transform', (test) => {
	test('places an error that is thrown below types over several lines', async () => {
		const text = `${TYPED}if (level as unknown as boolean) { const x: Record<string, unknown> = {}; x; throw failed!; }\n`;
		const error = await failure({ 'main.ts': text }, 'REVISION_THREW');
		assert.is(place(error), placeOf('main.ts', text, `new Error('here')`));
		assert.is(error.message, 'Error: here');
	});

	test('places a call to what is no function', async () => {
		const text = `${TYPED}\n\tconst none: any = undefined as unknown as (() => void); none();\n`;
		const error = await failure({ 'main.ts': text }, 'REVISION_THREW');
		assert.is(place(error), placeOf('main.ts', text, 'none();'));
		assert.match(error.message, /^TypeError: none is not a function/);
	});

	test('places an error of a helper in the helper', async () => {
		const helper = `export function check<T>(\n\tvalue: T,\n): T {\n\tthrow new RangeError(String(value));\n}\n`;
		const error = await failure(
			{ 'main.ts': `import { check } from './lib/check.ts';\ncheck<number>(5);\n`, 'lib/check.ts': helper },
			'REVISION_THREW',
		);
		assert.is(place(error), placeOf('check.ts', helper, 'new RangeError'));
		assert.is(error.message, 'RangeError: 5');
	});

	test("places an error of Node's own code at the call of the author", async () => {
		const text = `${TYPED}export const parsed: unknown =\n\tJSON.parse('{');\n`;
		const error = await failure({ 'main.ts': text }, 'REVISION_THREW');
		assert.is(
			place(error),
			placeOf('main.ts', text, `JSON.parse`).replace(/\d+$/, (n) => String(Number(n) + 5)),
		);
	});

	test('places an error in files with CRLF, a byte order mark and characters of several bytes', async () => {
		const text = `${TYPED}const 名前: string = '😀'; throw new Error(名前);\n`;
		const error = await failure({ 'main.ts': `\ufeff${text.replaceAll('\n', '\r\n')}` }, 'REVISION_THREW');
		assert.is(place(error), placeOf('main.ts', text, 'new Error(名前)'));
	});

	test('places an error in a path with spaces, parentheses and colons', async () => {
		const helper = `const a: number = 1;\nthrow new Error('here');\n`;
		const error = await failure(
			{ 'main.ts': `import './a (b):1:2/grüße 😀.ts';`, 'a (b):1:2/grüße 😀.ts': helper },
			'REVISION_THREW',
		);
		assert.is(place(error), 'grüße 😀.ts:2:7');
	});

	test('places a mistake in the grammar', async () => {
		const text = `${TYPED}const 名前 = '😀'; export const broken: = 1;\n`;
		const error = await failure({ 'main.ts': text }, 'REVISION_SYNTAX');
		assert.is(place(error), placeOf('main.ts', text, '= 1;'));
		assert.ok(error.message.length > 5 && !error.message.endsWith('.'), error.message);
	});

	test('places a mistake in the grammar of a helper, and of JSON', async () => {
		const helper = await failure(
			{ 'main.ts': `import './lib/a.ts';`, 'lib/a.ts': `export const a = 1;\nexport const b = ;\n` },
			'REVISION_SYNTAX',
		);
		assert.is(place(helper), 'a.ts:2:18');
		const json = await failure(
			{ 'main.ts': `import a from './a.json';\nvoid a;`, 'a.json': '{\n\t"a": ,\n}' },
			'REVISION_SYNTAX',
		);
		assert.is(place(json), 'a.json:2:7');
	});

	test('refuses what only a parser of modules notices', async () => {
		assert.is(place(await failure({ 'main.ts': 'const a = 1;\nreturn a;\n' }, 'REVISION_SYNTAX')), 'main.ts:2:1');
		assert.is(
			place(await failure({ 'main.ts': 'export const a = 1;\nexport const a = 2;\n' }, 'REVISION_SYNTAX')).slice(0, 8),
			'main.ts:',
		);
	});

	test('places a mistake that only the engine notices in the file and line it is in', async () => {
		const lib = `interface Shape {\n\treadonly w: number;\n}\nexport const size = ({ w }: Shape): number => w;\nexport const wrong = /(/;\n`;
		const error = await failure(
			{ 'main.ts': `import { size } from './lib.ts';\nvoid size;\n`, 'lib.ts': lib },
			'REVISION_SYNTAX',
		);
		assert.match(place(error), /^lib\.ts:5:/);
		assert.match(error.message, /Invalid regular expression/);
	});

	test('places an import that leads nowhere at its name', async () => {
		const text = `${TYPED}import { a } from './lib/missing.ts';\nvoid a;\n`;
		const error = await failure({ 'main.ts': text }, 'REVISION_THREW');
		assert.is(place(error), placeOf('main.ts', text, `'./lib/missing.ts'`));
		assert.match(error.message, /"\.\/lib\/missing\.ts"/);
		const packaged = await failure({ 'main.ts': `\nimport 'no-such-package';\n` }, 'REVISION_THREW');
		assert.is(place(packaged), 'main.ts:2:8');
		assert.match(packaged.hint ?? '', /installed/);
	});

	test('places an import of a subpath that its package does not export', async () => {
		const error = await failure(
			{
				'main.ts': `\n\nimport 'closed/inside.js';\n`,
				'node_modules/closed/package.json': JSON.stringify({ name: 'closed', exports: './index.js' }),
				'node_modules/closed/index.js': '',
				'node_modules/closed/inside.js': '',
			},
			'REVISION_THREW',
		);
		assert.is(place(error), 'main.ts:3:8');
	});

	test('reports a name that the imported file does not export', async () => {
		const error = await failure(
			{
				'main.ts': `\nimport { present, absent } from './lib.ts';\nvoid present;\nvoid absent;\n`,
				'lib.ts': 'export const present = 1;',
			},
			'REVISION_THREW',
		);
		assert.match(error.message, /"?absent"?/);
		assert.not.match(error.message, /__vite/);
		assert.match(place(error), /^main\.ts:2:/);
	});

	test('reports a name that gen-sql does not export', async () => {
		const error = await failure(
			{ 'main.ts': `import { colum } from 'gen-sql';\nexport const a = colum('id');\n` },
			'REVISION_THREW',
		);
		assert.match(error.message, /colum/);
		assert.not.match(error.message, /__vite/);
		assert.match(place(error), /^main\.ts:1:/);
	});

	test('reports a name that is passed on and does not exist', async () => {
		const error = await failure(
			{ 'main.ts': `export { absent as a } from './lib.ts';\n`, 'lib.ts': 'export const present = 1;' },
			'REVISION_THREW',
		);
		assert.match(error.message, /absent/);
		assert.match(place(error), /^main\.ts:1:/);
	});

	for (const [title, thrown, message] of [
		['a string', `'plain'`, 'threw plain'],
		['nothing', 'undefined', 'threw undefined'],
		['null', 'null', 'threw null'],
		['an object', '{ a: 1 }', 'threw [object Object]'],
		['an object without a prototype', 'Object.create(null)', 'threw'],
		['a symbol', `Symbol('s')`, 'threw Symbol(s)'],
	] as const) {
		test(`names the file when ${title} is thrown`, async () => {
			const error = await failure({ 'main.ts': `export const a = 1;\nthrow ${thrown};\n` }, 'REVISION_THREW');
			assert.match(place(error), /^main\.ts:\d+:\d+$/);
			assert.ok(error.message.startsWith(message), error.message);
		});
	}

	test('survives an error whose stack, name or message is odd', async () => {
		for (const change of [
			`Object.defineProperty(error, 'stack', { value: undefined });`,
			`Object.defineProperty(error, 'stack', { value: 5 });`,
			`Object.defineProperty(error, 'message', { value: undefined });`,
			`error.name = '';`,
			`Object.freeze(error);`,
		]) {
			const error = await failure(
				{ 'main.ts': `const error = new Error('odd');\n${change}\nthrow error;\n` },
				'REVISION_THREW',
			);
			assert.match(place(error), /^main\.ts:1:/);
		}
	});

	test('shows the first line of a message that has several', async () => {
		const error = await failure({ 'main.ts': `throw new Error('first\\nsecond');` }, 'REVISION_THREW');
		assert.is(error.message, 'Error: first');
	});
});
