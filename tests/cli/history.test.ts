import * as assert from 'uvu/assert';
import { show } from '../../src/index.ts';
import { project, revisionText, run } from '../support/project.ts';
import { suite } from '../support/suite.ts';

/** A revision with literals alone, that fails when it is run. */
const listed = (id: string, parents: readonly string[], more = ''): string =>
	`/** title of ${id} */\nexport const revision = '${id}';\nexport const downRevision = ${JSON.stringify(parents)};\n${more}\nthrow new Error('was run');\n`;

const files = {
	'revisions/z.ts': listed('1975', []),
	'revisions/y.ts': listed('ae10', ['1975'], `export const branchLabels = ['audit'];`),
	'revisions/x.ts': listed('27c6', ['1975']),
	'revisions/w.ts': listed('53ff', ['ae10', '27c6']),
	'revisions/v.ts': listed('0042', [], `export const dependsOn = ['audit'];`),
};

const line = {
	'revisions/a.ts': revisionText('a1', null),
	'revisions/b.ts': revisionText('b1', 'a1'),
	'revisions/c.ts': revisionText('c1', 'b1'),
	'revisions/d.ts': revisionText('d1', 'c1'),
	'revisions/e.ts': revisionText('e1', 'd1'),
};

const HISTORY = `<base> (ae10) -> 0042 (head), title of 0042
ae10, 27c6 -> 53ff (head) (mergepoint), title of 53ff
1975 -> 27c6, title of 27c6
1975 -> ae10 (audit), title of ae10
<base> -> 1975 (branchpoint), title of 1975
`;

async function output(root: string, ...argv: readonly string[]): Promise<string> {
	const { code, stdout, stderr } = await run(root, argv);
	assert.is(code, 0, stderr);
	assert.is(stderr, '');
	return stdout;
}

const ids = (text: string): readonly string[] => [...text.matchAll(/-> (\w+)/g)].map(([, id = '']) => id);

suite('cli/history', (test) => {
	test('lists revisions that are never run, newest first', async () => {
		assert.is(await output(project(files), 'history'), HISTORY);
	});

	test('shows all that is known with --verbose', async () => {
		const text = await output(project(files), 'history', '-v');
		assert.ok(
			text.includes(`Rev: 53ff (head) (mergepoint)
Merges: ae10, 27c6
Path: revisions/w.ts
Title: title of 53ff

Rev: 27c6
Parent: 1975
Path: revisions/x.ts
Title: title of 27c6

Rev: ae10
Parent: 1975
Required by: 0042
Branch names: audit
Path: revisions/y.ts
Title: title of ae10
`),
			text,
		);
		assert.ok(text.includes('Parent: <base>\nAlso depends on: ae10\n'), text);
		assert.ok(text.includes('Branches into: 27c6, ae10\n'), text);
	});

	test('is JSON when that is asked for, before the command or after', async () => {
		const root = project(files);
		const text = await output(root, '--format', 'json', 'history');
		assert.is(await output(root, 'history', '--format=json'), text);
		const revisions = JSON.parse(text) as readonly Record<string, unknown>[];
		assert.equal(
			revisions.map(({ revision }) => revision),
			['0042', '53ff', '27c6', 'ae10', '1975'],
		);
		assert.equal(revisions[1], {
			revision: '53ff',
			downRevision: ['ae10', '27c6'],
			branchLabels: [],
			dependsOn: [],
			dependencies: [],
			children: [],
			requiredBy: [],
			head: true,
			title: 'title of 53ff',
			description: '',
			file: 'revisions/w.ts',
		});
		assert.equal([revisions[0]?.['dependsOn'], revisions[0]?.['dependencies']], [['audit'], ['ae10']]);
		assert.equal([revisions[3]?.['children'], revisions[3]?.['requiredBy']], [['53ff'], ['0042']]);
	});

	for (const [argv, expected] of [
		[['-r-3:head'], ['e1', 'd1', 'c1', 'b1']],
		[
			['-r', '-3:head'],
			['e1', 'd1', 'c1', 'b1'],
		],
		[['--rev-range=-3:head'], ['e1', 'd1', 'c1', 'b1']],
		[
			['--rev-range', '-3:'],
			['e1', 'd1', 'c1', 'b1'],
		],
		[
			['-r', 'b1:d1'],
			['d1', 'c1', 'b1'],
		],
		[
			['-r', 'b:+1'],
			['c1', 'b1'],
		],
		[
			['-r', ':b1'],
			['b1', 'a1'],
		],
		[
			['-r', 'base:b1'],
			['b1', 'a1'],
		],
		[
			['-r', 'd1:'],
			['e1', 'd1'],
		],
		[
			['-r', ':'],
			['e1', 'd1', 'c1', 'b1', 'a1'],
		],
		[['-r', 'c1:c1'], ['c1']],
		[
			['-r', 'head-1:head'],
			['e1', 'd1'],
		],
	] as const) {
		test(`lists the range ${argv.join(' ')}`, async () => {
			assert.equal(ids(await output(project(line), 'history', ...argv)), expected);
		});
	}

	for (const [range, code, error] of [
		['head', 3, 'RANGE_INVALID'],
		['a:b:c', 3, 'RANGE_INVALID'],
		['d1:b1', 3, 'RANGE_INVALID'],
		['nope:', 3, 'REVISION_NOT_FOUND'],
		['-9:head', 3, 'RANGE_INVALID'],
		['', 3, 'RANGE_INVALID'],
	] as const) {
		test(`refuses the range ${JSON.stringify(range)}`, async () => {
			const { code: ended, stdout, stderr } = await run(project(line), ['history', `--rev-range=${range}`]);
			assert.equal([ended, stdout], [code, '']);
			assert.ok(stderr.startsWith(`error[${error}]`), stderr);
		});
	}

	for (const [argv, expected] of [
		[
			['-i', 'b1', '-r', 'current:head'],
			['e1', 'd1', 'c1', 'b1'],
		],
		[
			['--current', 'b1', '-r', '-1:current'],
			['b1', 'a1'],
		],
		[
			['-i', 'base', '-r', 'current:b1'],
			['b1', 'a1'],
		],
		[
			['-r', 'a1:+1'],
			['b1', 'a1'],
		],
	] as const) {
		test(`lists the range ${argv.join(' ')} from where it ends or begins`, async () => {
			assert.equal(ids(await output(project(line), 'history', ...argv)), expected);
		});
	}

	test('marks where the database is', async () => {
		const root = project({ ...files, answer: ' gen-sql: the database is now at \n---\n ae10\n 27c6\n(2 rows)\n' });
		for (const argv of [['-i', 'ae10', '-i', '27c6'], ['--current=ae10,27c6'], ['--current', '@answer']]) {
			const text = await output(root, 'history', ...argv);
			assert.match(text, /^1975 -> 27c6 \(current\), /m);
			assert.match(text, /^1975 -> ae10 \(audit\) \(current\), /m);
			assert.is(text.match(/\(current\)/g)?.length, 2);
		}
		const parsed = JSON.parse(await output(root, 'history', '-i', '1975', '--format', 'json')) as object[];
		assert.equal(
			parsed.map((facts) => 'current' in facts && facts.current),
			[false, false, false, false, true],
		);
	});

	for (const [argv, code, message] of [
		[['-r', 'current:'], 3, 'nothing says what "current" is\nhint: gen-sql never connects'],
		[['-i', 'nope'], 3, 'error[REVISION_NOT_FOUND]'],
		[['-i', '@answer'], 3, 'the database is at "197", which is no revision of this project'],
		[['-i', '@missing'], 5, 'error[FILE_UNREADABLE]'],
		[['-i', '@answer', '-i', '1975'], 2, '--current @answer --current 1975 is not one answer'],
		[['-i', '@'], 2, '--current @ is not one answer'],
		[['-i'], 2, '-i needs a value'],
	] as const) {
		test(`refuses ${argv.join(' ')}`, async () => {
			const ended = await run(project({ ...files, answer: '197\n' }), ['history', ...argv]);
			assert.equal([ended.code, ended.stdout], [code, '']);
			assert.ok(ended.stderr.includes(message), ended.stderr);
		});
	}

	test('shows below the title what else the comment says', async () => {
		const comment =
			'/**\n * create x\n *\n * Why it is there.\n *\n * Revision ID: a1\n * Revises:\n * Author: me\n */';
		const root = project({ 'revisions/a.ts': listed('a1', []).replace(/^.*\n/, `${comment}\n`) });
		assert.is(
			await output(root, 'history', '-v'),
			'Rev: a1 (head)\nParent: <base>\nPath: revisions/a.ts\nTitle: create x\n\n    Why it is there.\n\n    Author: me\n',
		);
	});

	test('does not depend on the names of files', async () => {
		const renamed = Object.fromEntries(
			Object.values(files).map((text, index) => [`revisions/${(index * 3) % 5}.ts`, text]),
		);
		assert.is(await output(project(renamed), 'history'), HISTORY);
	});

	test('keeps a title on its line', async () => {
		const text = listed('a1', []).replace('title of a1', 'one\u2028two\u001b[2Jthree\u202e');
		assert.is(await output(project({ 'revisions/a.ts': text }), 'history'), '<base> -> a1 (head), one two [2Jthree\n');
	});

	test('is empty without revisions', async () => {
		const root = project({ 'gen-sql.config.ts': 'export default {};', 'revisions/.gitkeep': '' });
		assert.is(await output(root, 'history'), '');
		assert.is(await output(root, 'history', '--format', 'json'), '[]\n');
	});
});

suite('cli/heads', (test) => {
	test('lists the heads without running a revision, effective ones too', async () => {
		const { 'revisions/w.ts': _, ...open } = files;
		assert.is(await output(project(open), 'heads'), '0042 (head)\n27c6 (head)\nae10 (audit) (effective head)\n');
		assert.is(await output(project(files), 'heads'), '0042 (head)\n53ff (head)\n');
		assert.is(await output(project(open), 'heads', '--resolve-dependencies'), '0042 (head)\n27c6 (head)\n');
	});

	test('shows all that is known, as text and as JSON', async () => {
		const root = project(line);
		assert.is(await output(root, 'heads', '-v'), 'Rev: e1 (head)\nParent: d1\nPath: revisions/e.ts\nTitle: e1\n');
		const [head] = JSON.parse(await output(root, 'heads', '--format', 'json')) as readonly Record<string, unknown>[];
		assert.is(head?.['revision'], 'e1');
	});

	test('runs a revision whose constants are computed', async () => {
		const text = `export const revision = ['a', '1'].join('');\nexport const downRevision = null;\n`;
		assert.is(await output(project({ 'revisions/a.ts': text }), 'heads'), 'a1 (head)\n');
		const { code, stderr } = await run(project({ 'revisions/a.ts': `${text}throw new Error('was run');\n` }), [
			'heads',
		]);
		assert.is(code, 4);
		assert.is(stderr.split('\n')[0], 'revisions/a.ts:3:7: error[REVISION_THREW]: Error: was run');
	});
});

suite('cli/branches', (test) => {
	test('lists what follows each revision where branches begin', async () => {
		const root = project(files);
		assert.is(
			await output(root, 'branches'),
			`<base> -> 1975 (branchpoint), title of 1975
    -> 27c6, title of 27c6
    -> ae10 (audit), title of ae10
`,
		);
		assert.match(await output(root, 'branches', '-v'), /^Title: title of 1975\n {4}-> 27c6, title of 27c6$/m);
		const [point] = JSON.parse(await output(root, 'branches', '--format', 'json'));
		assert.equal(
			point.branches.map(({ revision }: { revision: string }) => revision),
			['27c6', 'ae10'],
		);
		assert.is(point.revision, '1975');
	});

	test('is empty where nothing branches', async () => {
		assert.is(await output(project(line), 'branches'), '');
		assert.is(await output(project(line), 'branches', '--format', 'json'), '[]\n');
	});
});

suite('cli/show', (test) => {
	test('shows a revision, by any argument that means one', async () => {
		const root = project(line);
		const text = 'Rev: c1\nParent: b1\nPath: revisions/c.ts\nTitle: c1\n';
		for (const argument of ['c1', 'c', 'head-2', '-2', 'base+3', 'a1+2']) {
			assert.is(await output(root, 'show', argument), text, argument);
		}
		assert.equal(await run(root, ['show', 'base']), { code: 0, stdout: '', stderr: '"base" means no revision\n' });
	});

	test('takes an id that looks like a number for an id', async () => {
		const root = project({
			'revisions/a.ts': revisionText('0042', null),
			'revisions/b.ts': revisionText('1e5', '0042'),
			'revisions/c.ts': revisionText('100000', '1e5'),
		});
		for (const id of ['0042', '1e5', '100000'])
			assert.match(await output(root, 'show', id), new RegExp(`^Rev: ${id}\\b`));
		assert.match(await output(root, 'upgrade', '-q', '0042:1e5'), /version_num = '1e5'/);
		assert.is((await run(root, ['show', '42'])).code, 3);
	});

	test('shows several when several are meant', async () => {
		const text = await output(project(files), 'show', 'heads', '--format', 'json');
		const revisions = JSON.parse(text) as readonly Record<string, unknown>[];
		assert.equal(
			revisions.map(({ revision }) => revision),
			['0042', '53ff'],
		);
	});

	test('shows the SQL of both directions, run for it, parameters unfilled', async () => {
		const up = `op.execute(sql\`select \${param('n', t.integer())}\`); op.createIndex('i', 'a', ['b'], { postgresql: { concurrently: true } });`;
		const root = project({
			'revisions/a.ts': revisionText('a1', null, up, `op.execute('select 2 -- two\\n  , 3')`),
			'revisions/b.ts': `import { irreversible } from 'gen-sql';
export const revision = 'b1', downRevision = 'a1', downgrade = irreversible('data is gone');
export function upgrade() {}`,
		});
		assert.is(
			await output(root, 'show', 'a1', '--sql'),
			`Rev: a1
Parent: <base>
Path: revisions/a.ts
Title: a1

Upgrade:

    select :n;

    -- outside a transaction
    CREATE INDEX CONCURRENTLY i ON a (b);

Downgrade:

    select 2 -- two
      , 3;
`,
		);
		const text = await output(root, 'show', 'b1', '--sql');
		assert.ok(text.endsWith('\nUpgrade: nothing\n\nDowngrade: irreversible, data is gone\n'), text);
		const [json] = JSON.parse(await output(root, 'show', 'a1', '--sql', '--format', 'json'));
		assert.equal(json.sql, {
			upgrade: [
				{ sql: 'select :n;', transaction: 'any' },
				{ sql: 'CREATE INDEX CONCURRENTLY i ON a (b);', transaction: 'never' },
			],
			downgrade: [{ sql: 'select 2 -- two\n  , 3;', transaction: 'any' }],
		});
		const [facts] = await show({ cwd: root }, 'b1', { sql: true });
		assert.equal(facts?.sql, { upgrade: [], downgrade: { irreversible: 'data is gone' } });
	});

	test('tells of an error in the SQL, and prints nothing then', async () => {
		const root = project({ 'revisions/a.ts': revisionText('a1', null, 'op.dropTable()') });
		const { code, stdout } = await run(root, ['show', 'a1', '--sql']);
		assert.equal([code, stdout], [4, '']);
	});

	test('refuses what means none', async () => {
		for (const argument of ['nope', '', '+1', 'a1:b1']) {
			const { code, stdout } = await run(project(line), ['show', argument]);
			assert.equal([code, stdout], [3, ''], argument);
		}
	});
});
