import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as assert from 'uvu/assert';
import { PLAIN_PAGE } from '../../src/cli/io.ts';
import { main } from '../../src/cli/main.ts';
import { fakeIo } from '../support/io.ts';
import { project, revisionText, run } from '../support/project.ts';
import { suite } from '../support/suite.ts';

const WORDS = 'a title that is longer than the line of a terminal, which people still write';

const root = project({
	'revisions/a.ts': revisionText('a1', null).replace('/** a1 */', `/**\n * ${WORDS}\n *\n * Below: ${WORDS}\n */`),
	'revisions/b.ts': revisionText('b1', 'a1'),
	'revisions/c.ts': revisionText('c1', 'a1'),
});

const paint = {
	revision: (text: string) => `<${text}>`,
	mark: (text: string) => `{${text}}`,
	added: String,
	removed: String,
};

/** What a command prints on a page. */
async function on(columns: number, argv: readonly string[], env: Readonly<Record<string, string>> = {}) {
	const io = Object.assign(fakeIo(root, env), { page: { columns, paint } });
	assert.is(await main(argv, io), 0);
	return io.stdout;
}

suite('cli/page', (test) => {
	for (const [argv, expected] of [
		[
			['history'],
			`a1 -> <b1>{ (head)}, b1
a1 -> <c1>{ (head)}, c1
<base> -> <a1>{ (branchpoint)}, a title that is
    longer than the line of a terminal, which
    people still write
`,
		],
		[
			['history', '--graph'],
			`* <b1>{ (head)}, b1
│ * <c1>{ (head)}, c1
├─╯
* <a1>{ (branchpoint)}, a title that is longer
      than the line of a terminal, which people
      still write
`,
		],
		[['heads'], '<b1>{ (head)}\n<c1>{ (head)}\n'],
		[
			['branches'],
			`<base> -> <a1>{ (branchpoint)}, a title that is
    longer than the line of a terminal, which
    people still write
    -> <b1>{ (head)}, b1
    -> <c1>{ (head)}, c1
`,
		],
		[
			['show', 'a1'],
			`Rev: <a1>{ (branchpoint)}
Parent: <base>
Branches into: b1, c1
Path: revisions/a.ts
Title: a title that is longer than the line of a
    terminal, which people still write

    Below: a title that is longer than the line
    of a terminal, which people still write
`,
		],
		[
			['current', '--current', 'base'],
			`<base>: no revision is there
missing 3 of 3 revisions:
    <a1>{ (branchpoint)}, a title that is longer
        than the line of a terminal, which
        people still write
    <c1>{ (head)}, c1
    <b1>{ (head)}, b1
`,
		],
	] as const) {
		test(`${argv.join(' ')} wraps and colours`, async () => {
			assert.is(await on(48, argv), expected);
		});
	}

	test('is plain where colours are unwanted, and as wide', async () => {
		const plain = await on(48, ['history', '--no-color']);
		assert.match(plain, /^a1 -> b1 \(head\), b1\n/);
		assert.match(plain, '<base> -> a1 (branchpoint), a title that is\n    longer');
		assert.is(await on(48, ['history'], { NO_COLOR: '1' }), plain);
	});

	test('is plain in a file, and wraps at 80', async () => {
		await on(48, ['history', '--output', 'list.txt']);
		const text = readFileSync(join(root, 'list.txt'), 'utf8');
		assert.match(text, '<base> -> a1 (branchpoint), a title that is longer than the line of a terminal,\n    which');
		assert.is(PLAIN_PAGE.columns, 80);
	});

	test('neither wraps nor colours JSON', async () => {
		const json = JSON.parse(await on(20, ['history', '--format', 'json']));
		assert.is(json[2].title, WORDS);
		assert.is(await on(20, ['show', 'a1', '--format', 'json']), `${JSON.stringify([json[2]], null, 2)}\n`);
	});

	for (const command of [['history'], ['heads'], ['branches'], ['current', '--current', 'base']]) {
		test(`refuses ${command[0]} as a block and as JSON at once`, async () => {
			const { code, stdout, stderr } = await run(root, [...command, '-v', '--format', 'json']);
			assert.equal([code, stdout], [2, '']);
			assert.is(
				stderr,
				'error[OPTION_INVALID]: --verbose cannot be shown as json\nhint: leave it out: JSON holds all that is known\n',
			);
		});
	}

	const hasScript = spawnSync('script', ['--version']).stdout?.includes('util-linux') ?? false;
	(hasScript ? test : test.skip)('is as wide and as colourful as a terminal', () => {
		const call = ['--import', import.meta.resolve('tsx'), fileURLToPath(new URL('../../src/bin.ts', import.meta.url))];
		const terminal = (line: string): string =>
			spawnSync('script', ['-qec', `stty cols 48; ${line}`, '/dev/null'], { cwd: root, encoding: 'utf8' }).stdout;
		const quoted = [process.execPath, ...call].map((word) => `'${word}'`).join(' ');
		const coloured = terminal(`${quoted} history`);
		assert.match(
			coloured,
			'\u001b[33ma1\u001b[39m\u001b[36m (branchpoint)\u001b[39m, a title that is\r\n    longer than',
		);
		assert.not.match(terminal(`${quoted} history --no-color`), '\u001b');
		assert.match(
			terminal(`${quoted} history | cat`),
			'a title that is longer than the line of a terminal,\r\n    which',
		);
	});
});
