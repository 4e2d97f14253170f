import * as assert from 'uvu/assert';
import { stamp } from '../../src/index.ts';
import { printed, project, revisionText, run } from '../support/project.ts';
import { suite } from '../support/suite.ts';

const files = {
	'revisions/a.ts': revisionText('a1', null, `throw new Error('was run')`),
	'revisions/b.ts': revisionText('b1', 'a1'),
	'revisions/c.ts': revisionText('c1', 'a1'),
	'revisions/d.ts': revisionText('d1', 'b1'),
	'revisions/m.ts': revisionText('m1', ['d1', 'c1']),
};
const root = project(files);

/** The changes of the version rows, in order. */
const changes = async (...argv: readonly string[]): Promise<readonly string[]> =>
	[...(await printed(root, 'stamp', ...argv)).matchAll(/^ *((?:INSERT|UPDATE|DELETE) [^;]*);$/gm)].map(
		([, text = '']) =>
			text
				.replaceAll(/gen_sql_version|version_num|[=()']|\b(?:INTO|SET|WHERE|FROM|VALUES)\b/g, '')
				.replaceAll(/ +/g, ' ')
				.trim(),
	);

suite('cli/stamp', (test) => {
	for (const [argv, expected] of [
		[['head'], ['INSERT m1']],
		[['a1'], ['INSERT a1']],
		[['a1:b1'], ['UPDATE b1 a1']],
		[
			['a1:b1', 'a1:c1'],
			['UPDATE b1 a1', 'INSERT c1'],
		],
		[['a1:b1,c1'], ['UPDATE b1 a1', 'INSERT c1']],
		[['d1,c1:m1'], ['DELETE c1', 'UPDATE m1 d1']],
		[['m1:c1'], ['UPDATE c1 m1']],
		[['b1,c1:d1'], ['UPDATE d1 b1']],
		[['heads:base'], ['DELETE m1']],
		[['b1,c1:base'], ['DELETE b1', 'DELETE c1']],
		[
			['b1', 'c1'],
			['INSERT b1', 'INSERT c1'],
		],
		[['b1:+1'], ['UPDATE d1 b1']],
		[
			['m1:c1', 'm1:d1'],
			['UPDATE c1 m1', 'INSERT d1'],
		],
		[['m1:m1'], []],
		[
			['--purge', 'b1', 'c1'],
			['DELETE', 'INSERT b1', 'INSERT c1'],
		],
		[['--purge', 'base'], ['DELETE']],
	] as const) {
		test(`changes rows for ${argv.join(' ')}`, async () => {
			assert.equal(await changes(...argv), expected);
		});
	}

	test('says at the head that it runs no revision, and where it starts', async () => {
		const text = await printed(root, 'stamp', 'a1:b1');
		assert.match(text, /^-- stamp a1 -> b1 \(postgresql, revisions: 1\)\n/);
		assert.match(text, /^-- It changes the table gen_sql_version alone, and runs no revision\.$/m);
		assert.match(text, /^-- It runs only where the table gen_sql_version says a1;/m);
		assert.match(text, /^-- Running stamp a1 -> b1: b1$/m);
		assert.match(text, /IS DISTINCT FROM ARRAY\['a1'\]/);
		const open = await printed(root, 'stamp', '--no-guard', 'a1:b1');
		assert.not.match(open, 'IS DISTINCT FROM');
	});

	test('says that a purge checks nothing', async () => {
		const { stdout, stderr } = await run(root, ['stamp', '--purge', 'a1']);
		assert.match(stdout, /^-- stamp anything -> a1 /);
		assert.match(stdout, /^-- All rows of that table go first, whatever they are/m);
		assert.match(stdout, /^-- Running stamp anything -> a1: a1$/m);
		assert.not.match(stdout, 'IS DISTINCT FROM');
		assert.is(stderr, 'stamp anything -> a1: 1 revision, postgresql\n');
	});

	test('begins where the project says, unless a start or a purge says otherwise', async () => {
		const own = project({
			...files,
			'gen-sql.config.ts': `export default { startingRevision: 'a1' };`,
		});
		const head = async (...argv: readonly string[]) => (await printed(own, 'stamp', ...argv)).split(' (')[0];
		assert.is(await head('b1'), '-- stamp a1 -> b1');
		assert.is(await head('base:b1'), '-- stamp base -> b1');
		assert.is(await head('--purge', 'b1'), '-- stamp anything -> b1');
		assert.is(await head('base'), '-- stamp a1 -> base');
	});

	test('names the tag', async () => {
		assert.match(await printed(root, 'stamp', 'b1', '--tag', 'release 7'), /^-- .*release 7$/m);
	});

	for (const [argv, code, message, hint] of [
		[[], 2, 'stamp needs <revisions...>', 'usage: gen-sql stamp <revisions...>'],
		[['a1', 'b1'], 3, 'names a1 beside b1, which comes after it', 'leave a1 out'],
		[['base'], 3, 'a script that only leads to the base has to start somewhere else', 'write start:base'],
		[['base', 'b1'], 3, 'names the base beside others', 'leave the base out'],
		[['a1:b1', 'c1'], 3, 'a stamp starts in one place', 'write the same start before each'],
		[['a1:b1', 'b1:c1'], 3, 'a stamp starts in one place', 'write the same start before each'],
		[['a1:b1:c1'], 3, '"a1:b1:c1" is no range', 'start:end'],
		[['a1:'], 3, '"a1:" is no range', 'start:end'],
		[['--purge', 'a1:b1'], 3, 'purging has no start, got "a1:b1"', 'leave the start out'],
		[['nope'], 3, '"nope"', 'history'],
	] as const) {
		test(`refuses ${JSON.stringify(argv)}`, async () => {
			const ended = await run(root, ['stamp', ...argv]);
			assert.equal([ended.code, ended.stdout], [code, '']);
			assert.match(ended.stderr, message);
			assert.match(ended.stderr, hint);
		});
	}

	test('is a function, too', async () => {
		const { script, text } = await stamp({ cwd: root }, ['b1', 'c1'], { guard: false });
		assert.equal([script.direction, script.start, script.end, script.guard], ['stamp', [], ['b1', 'c1'], false]);
		assert.match(text, /^-- stamp base -> b1, c1 /);
	});
});
