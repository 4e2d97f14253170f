import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { loadProject } from '../../src/config/project.ts';
import { loadGraph } from '../../src/revisions/load.ts';
import { resolveRange } from '../../src/revisions/range.ts';
import { renderRange } from '../../src/revisions/render.ts';
import { project, revisionText, run } from '../support/project.ts';
import { suite } from '../support/suite.ts';

/** Types over several lines, so that positions differ between the source and what runs. */
const HEAD = `import { column, t, type Op } from 'gen-sql';
import { guard, guardLater } from './lib/guard.ts';

export const revision: string = 'a1';
export const downRevision: string | string[] | null = null;

interface Settings {
	readonly name: string;
}
void guard; void guardLater; void column; void t;
`;

const GUARD = `import type { Op } from 'gen-sql';

export function guard(
	op: Op,
	value: Readonly<Record<string, string>>,
): void {
	if ('bad' in value) throw new Error('bad value');
	op.execute(value['sql'] as string);
}

export async function guardLater(op: Op, value: Record<string, string>): Promise<void> {
	await Promise.resolve();
	guard(op, value);
}
`;

/** `line:column` of a marker in a text. */
function placeOf(text: string, marker: string): string {
	const before = text.slice(0, text.indexOf(marker)).split('\n');
	return `${before.length}:${(before.at(-1) ?? '').length + 1}`;
}

const inUpgrade = (body: string, isAsync = false): string =>
	`${HEAD}export ${isAsync ? 'async ' : ''}function upgrade(\n\top: Op,\n\tsettings: Settings = { name: 'x' },\n): ${isAsync ? 'Promise<void>' : 'void'} {\n\tvoid settings;\n\tconst value: Map<string, Array<number>> = new Map(); void value; ${body}\n}\nexport function downgrade(): void {}\n`;

async function failed(text: string): Promise<{ readonly code: number; readonly stderr: string }> {
	const { code, stdout, stderr } = await run(project({ 'revisions/a.ts': text, 'revisions/lib/guard.ts': GUARD }), [
		'upgrade',
		'head',
	]);
	assert.is(stdout, '');
	return { code, stderr };
}

suite('revisions/render', (test) => {
	for (const [what, body, marker, isAsync] of [
		['throws', `throw new TypeError('here');`, 'new TypeError', false],
		['throws later', `await Promise.resolve(); throw new TypeError('here');`, 'new TypeError', true],
		[
			'throws in a callback',
			`[1].forEach((n: number): void => { throw new TypeError('here'); });`,
			'new TypeError',
			false,
		],
		['rejects', `return Promise.reject(new TypeError('here'));`, 'new TypeError', true],
	] as const) {
		test(`places an error when upgrade ${what}`, async () => {
			const text = inUpgrade(body, isAsync);
			const { code, stderr } = await failed(text);
			assert.is(code, 4);
			assert.is(
				stderr.split('\n')[0],
				`revisions/a.ts:${placeOf(text, marker)}: error[REVISION_THREW]: TypeError: here`,
			);
		});
	}

	for (const [name, isAsync] of [
		['guard', false],
		['guardLater', true],
	] as const) {
		test(`places an error of a helper, ${isAsync ? 'later' : 'at once'}`, async () => {
			const { code, stderr } = await failed(inUpgrade(`${isAsync ? 'await ' : ''}${name}(op, { bad: '' });`, isAsync));
			assert.is(code, 4);
			assert.is(
				stderr.split('\n')[0],
				`revisions/lib/guard.ts:${placeOf(GUARD, 'new Error')}: error[REVISION_THREW]: Error: bad value`,
			);
		});
	}

	for (const thrown of [`'text'`, 'undefined', 'null', '5', '{}', 'Object.create(null)', `Symbol('s')`]) {
		test(`names the revision when upgrade throws ${thrown}`, async () => {
			for (const isAsync of [false, true]) {
				const { code, stderr } = await failed(inUpgrade(`throw ${thrown};`, isAsync));
				assert.is(code, 4, stderr);
				assert.match(stderr, /^revisions\/a\.ts:\d+:\d+: error\[REVISION_THREW\]: threw /);
			}
		});
	}

	test('places a call that an operation refuses', async () => {
		const text = inUpgrade(`op.createTable('user', [column('id', t.uuid())], { iff: true } as never);`);
		const { code, stderr } = await failed(text);
		assert.is(code, 4);
		assert.match(stderr, new RegExp(`^revisions/a\\.ts:${placeOf(text, 'createTable')}: error\\[ARGUMENT_INVALID\\]`));
	});

	test('places a refused call of a helper in the revision', async () => {
		const text = inUpgrade(`guard(op, { sql: '' });`);
		const { stderr } = await failed(text);
		assert.match(stderr, new RegExp(`^revisions/a\\.ts:${placeOf(text, 'guard(op')}: error\\[ARGUMENT_INVALID\\]`));
	});

	test('places what the dialect refuses', async () => {
		const text = inUpgrade(`op.dropTable('${'x'.repeat(64)}');`);
		const { code, stderr } = await failed(text);
		assert.is(code, 4);
		assert.match(stderr, new RegExp(`^revisions/a\\.ts:${placeOf(text, 'dropTable')}: error\\[IDENTIFIER_INVALID\\]`));
	});

	test('reports an operation that does not exist, with the one that was meant', async () => {
		const text = inUpgrade(`(op as unknown as { createTabel(name: string): void }).createTabel('x');`);
		const { code, stderr } = await failed(text);
		assert.is(code, 4);
		assert.match(stderr, /^revisions\/a\.ts:\d+:\d+: error\[OPERATION_UNKNOWN\]/);
		assert.match(stderr, /did you mean "createTable"\?/);
	});

	test('reports a refused call even when the revision catches the error', async () => {
		const { code, stderr } = await failed(inUpgrade(`try { op.execute(''); } catch {} op.execute('select 1');`));
		assert.is(code, 4);
		assert.match(stderr, /error\[ARGUMENT_INVALID\]/);
	});

	test('reports a call that was not awaited', async () => {
		const text = inUpgrade(`void Promise.resolve().then(() => Promise.resolve())
		.then((): void => op.execute('select 1')).catch(() => undefined);`);
		const { code, stderr } = await failed(text);
		assert.is(code, 4);
		assert.match(stderr, new RegExp(`^revisions/a\\.ts:${placeOf(text, 'execute')}: error\\[OPERATION_LATE\\]`));
	});

	test('lets upgrade read a file beside the revision', async () => {
		const root = project({
			'revisions/a.ts': `import { readFile } from 'node:fs/promises';
export const revision = 'a1', downRevision = null;
export async function upgrade(op: { execute(sql: string): void }): Promise<void> {
	op.execute(await readFile(new URL('./sql/seed.sql', import.meta.url), 'utf8'));
}`,
			'revisions/sql/seed.sql': `insert into a values ('\ttab'), ('100 %');\r\ninsert into a values (':x')`,
		});
		const { code, stdout, stderr } = await run(root, ['upgrade', 'head']);
		assert.is(code, 0, stderr);
		assert.ok(stdout.includes(`insert into a values ('\ttab'), ('100 %');`));
		assert.ok(stdout.includes(`insert into a values (':x');`));
	});

	test('runs only the revisions of the range', async () => {
		const root = project({
			'revisions/a.ts': `throw new Error('never');\n${revisionText('a1', null)}`,
			'revisions/b.ts': revisionText('b1', 'a1', `op.execute('select 2')`),
			'revisions/c.ts': `throw new Error('never');\n${revisionText('c1', 'b1')}`,
		});
		const { code, stdout, stderr } = await run(root, ['upgrade', 'a1:b1']);
		assert.is(code, 0, stderr);
		assert.match(stdout, /select 2;/);
	});

	for (const extension of ['js', 'mjs', 'mts', 'ts']) {
		test(`runs a .${extension} revision with helpers and a file beside it, and places its errors`, async () => {
			const text = [
				`import { sql } from 'gen-sql';`,
				`import { name } from './_lib/name.${extension}';`,
				`export const revision = 'a1', downRevision = null;`,
				'export async function upgrade(op) {',
				'	await Promise.resolve();',
				`	op.execute(sql\`select \${name}\`);`,
				"	op.execute(op.readSql('view.sql'));",
				"	if (op.getContext().x.fail !== undefined) op.dropTable('');",
				'}',
				`export const downgrade = 'auto';`,
			].join('\n');
			const root = project({
				[`revisions/a.${extension}`]: text,
				[`revisions/_lib/name.${extension}`]: `export const name = "it's";`,
				'revisions/view.sql': 'select 2;',
			});
			const { code, stdout, stderr } = await run(root, ['upgrade', 'head']);
			assert.is(code, 0, stderr);
			assert.match(stdout, "select 'it''s';\n\nselect 2;\n");
			const failed = await run(root, ['upgrade', 'head', '-x', 'fail']);
			assert.ok(failed.stderr.startsWith(`revisions/a.${extension}:8:47: error[IDENTIFIER_INVALID]`), failed.stderr);
		});
	}

	test('tells a revision about the run, and does not let it change that', async () => {
		const text = `export const revision = 'a1', downRevision = null;
const say = (op: any): void => {
	const context = op.getContext();
	try { context.revision = 'x'; context.x.a = 'y'; } catch {}
	op.execute(\`select '\${JSON.stringify(context)}'\`);
};
export const upgrade = say, downgrade = say;`;
		const root = project({ 'revisions/a.ts': text });
		const shown = (direction: string): string =>
			`select '{"dialect":"postgresql","database":"main","direction":"${direction}","revision":"a1","offline":true,"x":{"a":"1","b":""}}';`;
		assert.ok((await run(root, ['upgrade', 'head', '-x', 'a=1', '-x', 'b'])).stdout.includes(shown('upgrade')));
		assert.ok((await run(root, ['downgrade', 'base', '-xa=1', '-x=b'])).stdout.includes(shown('downgrade')));
	});

	test('renders the same bytes twice in one process', async () => {
		const root = project({
			'revisions/a.ts': revisionText(
				'a1',
				null,
				`op.createTable('a', [column('id', t.integer())])`,
				`op.dropTable('a')`,
			),
		});
		const project_ = await loadProject({ cwd: root });
		const graph = await loadGraph(project_);
		const range = resolveRange(graph, 'upgrade', 'head');
		const [first, second] = [await renderRange(project_, graph, range), await renderRange(project_, graph, range)];
		assert.is(first.text, second.text);
		assert.equal(first.script.end, ['a1']);
	});

	test("uses the project's own header, and says what is wrong with it", async () => {
		const files = { 'revisions/a.ts': revisionText('a1', null, `op.execute('select 1')`) };
		const own = project({ ...files, 'templates/script.sql.hbs': '-- ours: {{direction}} {{to}}\r\n' });
		assert.ok((await run(own, ['upgrade', 'head'])).stdout.startsWith('-- ours: upgrade a1\n\nSET '));
		for (const template of ['{{unknown}}', '{{#if}', '{{#each revisions}}{{this.nope}}{{/each}}']) {
			const root = project({ ...files, 'templates/script.sql.hbs': template });
			const { code, stdout, stderr } = await run(root, ['upgrade', 'head']);
			assert.is(code, 3);
			assert.is(stdout, '');
			assert.ok(stderr.includes(`error[TEMPLATE_INVALID]: the template ${join(root, 'templates/script.sql.hbs')}`));
		}
	});
});
