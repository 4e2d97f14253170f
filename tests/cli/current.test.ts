import * as assert from 'uvu/assert';
import { current, currentQuery } from '../../src/index.ts';
import { printed, project, revisionText, run } from '../support/project.ts';
import { suite } from '../support/suite.ts';

const files = {
	'revisions/a.ts': revisionText('a1', null, `throw new Error('was run')`),
	'revisions/b.ts': revisionText('b1', 'a1'),
	'revisions/c.ts': revisionText('c1', 'a1'),
	'revisions/d.ts': revisionText('d1', ['b1', 'c1']),
};

suite('cli/current', (test) => {
	test('prints the query alone, for the table and the dialect of the project', async () => {
		const root = project({ ...files, 'gen-sql.config.ts': `export default { versionTable: 'v', dialect: 'mysql' };` });
		const query = 'SELECT version_num AS `gen-sql: the database is now at` FROM `v` ORDER BY 1;\n';
		const stderr = 'run it there, and pass what it answers: gen-sql current --current @FILE\n';
		assert.equal(await run(root, ['current']), { code: 0, stdout: query, stderr });
		assert.is(await currentQuery({ cwd: root }), query);
	});

	for (const [given, stdout, stderr] of [
		[
			['a1'],
			`a1 (current) (branchpoint), a1
missing 3 of 4 revisions:
    b1, b1
    c1, c1
    d1 (head) (mergepoint), d1
`,
			'next: gen-sql upgrade a1:heads\n',
		],
		[
			['b1', 'c1'],
			`b1 (current), b1
c1 (current), c1
missing 1 of 4 revisions:
    d1 (head) (mergepoint), d1
`,
			'next: gen-sql upgrade b1,c1:heads\n',
		],
		[['head'], 'd1 (head) (current) (mergepoint), d1\nnothing is missing: 4 revisions\n', ''],
		[
			['b1', 'a1'],
			`a1 (current) (branchpoint), a1
b1 (current), b1
surplus row: a1 lies below another row; no script leaves the table so
missing 2 of 4 revisions:
    c1, c1
    d1 (head) (mergepoint), d1
`,
			'to put the rows right: gen-sql stamp --purge b1\nnext: gen-sql upgrade b1:heads\n',
		],
	] as const) {
		test(`says what ${given.join(' and ')} means`, async () => {
			const argv = given.flatMap((id) => ['--current', id]);
			const ended = await run(project(files), ['current', ...argv]);
			assert.equal(
				[ended.code, ended.stdout.replace(/(?<=revisions:\n)( {4}.*\n)+/, sorted), ended.stderr],
				[0, stdout, stderr],
			);
		});
	}

	for (const [client, answer] of [
		['psql', ' gen-sql: the database is now at \n---------------------------------\n b1\n c1\n(2 rows)\n\n'],
		['psql -At', 'b1\nc1\n'],
		['psql with a frame', '+----+\n| gen-sql: the database is now at |\n|----+\n| b1 |\n| c1 |\n+----+\n(2 rows)\n'],
		['psql with lines', '┌────┐\n│ gen-sql: the database is now at │\n├────┤\n│ b1 │\n│ c1 │\n└────┘\n(2 rows)\n'],
		['sqlite3 -box', '╭────╮\n│ gen-sql: the database is now at │\n╞════╡\n│ b1 │\n│ c1 │\n╰────╯\n'],
		['mysql', 'gen-sql: the database is now at\r\nb1\r\nc1\r\n'],
		[
			'mysql -t',
			'+---+\n| gen-sql: the database is now at |\n+---+\n| b1 |\n| c1 |\n+---+\n2 rows in set (0.00 sec)\n',
		],
	] as const) {
		test(`reads the answer of ${client}`, async () => {
			const root = project({ ...files, 'answer.txt': answer });
			assert.match(
				await printed(root, 'current', '--current', '@answer.txt'),
				/^b1 \(current\), b1\nc1 \(current\), c1\n/,
			);
		});
	}

	test('takes an answer without rows for an empty database', async () => {
		const root = project({ ...files, answer: ' gen-sql: the database is now at \n-----\n(0 rows)\n' });
		const { code, stdout, stderr } = await run(root, ['current', '--current', '@answer']);
		assert.is(code, 0);
		assert.match(stdout, /^<base>: no revision is there\nmissing 4 of 4 revisions:\n {4}a1 /);
		assert.is(stderr, 'next: gen-sql upgrade base:heads\n');
	});

	test('refuses an answer of nothing at all, which a client that failed leaves too', async () => {
		const { code, stdout, stderr } = await run(project({ ...files, answer: '\n' }), [
			'current',
			'--current',
			'@answer',
		]);
		assert.equal([code, stdout], [2, '']);
		assert.is(
			stderr,
			'error[OPTION_INVALID]: the answer is empty, as after an error of the client\n' +
				'hint: when the table has no row, say so: --current base\n',
		);
	});

	test('repeats the database and the configuration in what comes next', async () => {
		const root = project({ ...files, 'a.ts': `export default { databases: { main: {}, other: {} } };` });
		const argv = ['current', '--current', 'b1', '--current', 'a1', '--config', 'a.ts', '--name', 'other'];
		assert.is(
			(await run(root, argv)).stderr,
			'to put the rows right: gen-sql stamp --purge b1 --config a.ts --name other\n' +
				'next: gen-sql upgrade b1:heads --config a.ts --name other\n',
		);
	});

	test('lists all that is missing with --verbose only', async () => {
		const many = Array.from({ length: 25 }, (_, at) => [
			`revisions/${at}.ts`,
			revisionText(`r${at}`, at === 0 ? null : `r${at - 1}`),
		]);
		const root = project(Object.fromEntries(many));
		assert.match(await printed(root, 'current', '--current', 'base'), /^ {4}and 5 more; --verbose lists them$/m);
		const all = await printed(root, 'current', '-v', '--current', 'r1');
		assert.match(all, /^Rev: r1 \(current\)\nParent: r0\n/);
		assert.is(all.match(/^ {4}r\d+/gm)?.length, 23);
	});

	test('ends with 1 when heads are to be there and are not', async () => {
		const root = project(files);
		const code = async (...argv: readonly string[]) => (await run(root, ['current', '--check-heads', ...argv])).code;
		assert.is(await code('--current', 'b1'), 1);
		assert.is(await code('--current', 'heads'), 0);
		assert.is(await code('--current', 'd1', '--current', 'a1'), 1);
	});

	test('is JSON when that is asked for, and a function', async () => {
		const root = project(files);
		const state = JSON.parse(await printed(root, 'current', '--current', 'b1', '--format', 'json'));
		assert.equal([state.applied, state.surplus, state.missing.length], [2, [], 2]);
		assert.equal(state, JSON.parse(JSON.stringify(await current({ cwd: root }, ['b1']))));
	});

	for (const [argv, code, message] of [
		[['--current', '@answer'], 3, 'the database is at "zzz", which is no revision of this project'],
		[['--check-heads'], 2, '--check-heads says nothing of the query'],
		[['-v'], 2, '--verbose says nothing of the query'],
		[['--format', 'json'], 2, '--format says nothing of the query'],
		[['--current', 'zzz'], 3, '"zzz"'],
	] as const) {
		test(`refuses ${argv.join(' ')}`, async () => {
			const ended = await run(project({ ...files, answer: 'zzz\n' }), ['current', ...argv]);
			assert.equal([ended.code, ended.stdout], [code, '']);
			assert.match(ended.stderr, message);
		});
	}
});

/** What the graph leaves free may come in either order. */
const sorted = (lines: string): string =>
	lines
		.split(/(?<=\n)/)
		.sort()
		.join('');
