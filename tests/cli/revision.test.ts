import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { loadProject, merge, revision, writeRevision } from '../../src/index.ts';
import { project, revisionText, run } from '../support/project.ts';
import { suite } from '../support/suite.ts';

const base = { 'revisions/a.ts': revisionText('aaaa', null), 'gen-sql.config.ts': 'export default {};' };
const fork = {
	...base,
	'revisions/b.ts': revisionText('bbbb', 'aaaa'),
	'revisions/c.ts': revisionText('cccc', 'aaaa'),
};

const files = (root: string): readonly string[] => readdirSync(join(root, 'revisions')).sort();

/** Make a revision and read it back: its path, its text, and what show says of it. */
async function made(root: string, ...argv: readonly string[]) {
	const { code, stdout, stderr } = await run(root, ['revision', ...argv]);
	assert.is(code, 0, stderr);
	const path = stdout.trimEnd();
	const text = readFileSync(join(root, path), 'utf8');
	const listed = await run(root, ['history', '--format', 'json']);
	assert.is(listed.code, 0, `${listed.stderr}\n${text}`);
	const revisions = JSON.parse(listed.stdout) as readonly Record<string, unknown>[];
	const shown = revisions.find(({ file }) => file === path);
	assert.ok(shown, `${path} is not among the revisions`);
	for (const command of [
		['upgrade', 'heads'],
		['downgrade', 'base'],
	]) {
		const rendered = await run(root, command);
		assert.is(rendered.code, 0, rendered.stderr);
		assert.ok(rendered.stdout.includes(`'${String(shown['revision']).replaceAll("'", "''")}'`));
	}
	return { path, text, shown };
}

async function refused(root: string, ...argv: readonly string[]) {
	const before = files(root);
	const { code, stdout, stderr } = await run(root, ['revision', ...argv]);
	assert.is(stdout, '');
	assert.equal(files(root), before);
	return { code, stderr };
}

suite('cli/revision', (test) => {
	test('makes the first revision of a project', async () => {
		const root = project({ 'gen-sql.config.ts': 'export default {};' });
		const { path, text, shown } = await made(root, '-m', 'Create user table', '--rev-id', '1975');
		assert.is(path, 'revisions/1975_create_user_table.ts');
		assert.equal(shown, {
			revision: '1975',
			downRevision: [],
			branchLabels: [],
			dependsOn: [],
			dependencies: [],
			children: [],
			requiredBy: [],
			title: 'Create user table',
			description: '',
			head: true,
			file: path,
		});
		assert.match(text, /^export const revision = '1975';$/m);
		assert.match(text, /^export const downRevision: string \| string\[\] \| null = null;$/m);
	});

	test('follows the only head, with a new id of twelve digits', async () => {
		const root = project(base);
		const { shown } = await made(root, '-m', 'next');
		assert.match(String(shown['revision']), /^[0-9a-f]{12}$/);
		assert.equal(shown['downRevision'], ['aaaa']);
		const again = await made(root, '-m', 'next');
		assert.equal(again.shown['downRevision'], [shown['revision']]);
		assert.is(files(root).length, 3);
	});

	test('asks which head is meant when there are several', async () => {
		const { code, stderr } = await refused(project(fork), '-m', 'next');
		assert.is(code, 3);
		assert.match(stderr, /^error\[HEADS_MULTIPLE\]: there are 2 heads: bbbb, cccc/);
		assert.match(stderr, 'hint: say which it follows, --head bbbb, or join them first: gen-sql merge heads\n');
	});

	for (const [argv, line] of [
		[[], 'gen-sql show dddd --sql'],
		[['--config', 'a b.ts', '--name', 'main'], "gen-sql show dddd --sql --config 'a b.ts' --name main"],
	] as const) {
		test(`tells the call that shows the SQL of ${argv.join(' ')}`, async () => {
			const root = project({ ...fork, 'a b.ts': 'export default { databases: { main: {} } };' });
			const { code, stderr } = await run(root, ['revision', '-m', 'next', '--rev-id', 'dddd', '--head', 'bb', ...argv]);
			assert.is(code, 0, stderr);
			assert.match(stderr, `look at the SQL: ${line}\n`);
			const shown = await run(root, ['show', 'dddd', '--sql', ...argv]);
			assert.is(shown.code, 0, shown.stderr);
		});
	}

	test('follows the head that is named, by the beginning of its id too', async () => {
		assert.equal((await made(project(fork), '-m', 'next', '--head', 'bb')).shown['downRevision'], ['bbbb']);
		assert.equal((await made(project(base), '-m', 'next', '--head', 'head')).shown['downRevision'], ['aaaa']);
	});

	test('merges two heads, and all of them', async () => {
		const named = await made(project(fork), '-m', 'merge', '--head', 'cccc', '--head', 'bbbb', '--head', 'cccc');
		assert.equal(named.shown['downRevision'], ['cccc', 'bbbb']);
		assert.match(named.text, /Revises: cccc, bbbb/);
		assert.equal((await made(project(fork), '-m', 'merge', '--head', 'heads')).shown['downRevision'], ['bbbb', 'cccc']);
	});

	test('begins a branch at a revision that is no head only when that is allowed', async () => {
		const root = project(fork);
		const { code, stderr } = await refused(root, '-m', 'branch', '--head', 'aaaa');
		assert.is(code, 3);
		assert.match(stderr, /aaaa is not a head\nhint: pass --splice/);
		const { shown } = await made(root, '-m', 'branch', '--head', 'aaaa', '--splice');
		assert.equal(shown['downRevision'], ['aaaa']);
	});

	test('makes a second base', async () => {
		assert.equal((await made(project(base), '-m', 'other', '--head', 'base')).shown['downRevision'], []);
	});

	test('names branches and dependencies', async () => {
		const root = project(fork);
		const first = await made(
			root,
			'-m',
			'x',
			'--head',
			'bbbb',
			'--branch-label',
			'audit',
			'--depends-on',
			'cc',
			'--rev-id',
			'dddd',
		);
		assert.equal(first.shown['branchLabels'], ['audit']);
		assert.equal(first.shown['dependsOn'], ['cccc']);
		const second = await made(root, '-m', 'y', '--head', 'cccc', '--depends-on', 'audit', '--rev-id', 'eeee');
		assert.equal(second.shown['dependsOn'], ['audit']);
	});

	for (const [what, argv, message] of [
		['an id that is taken', ['-m', 'x', '--rev-id', 'aaaa'], /"aaaa" is taken/],
		['a label that is taken by an id', ['-m', 'x', '--branch-label', 'aaaa'], /"aaaa" is taken/],
		['a label that is its own id', ['-m', 'x', '--rev-id', 'eeee', '--branch-label', 'eeee'], /"eeee" is taken/],
		['the same label twice', ['-m', 'x', '--branch-label', 'l', '--branch-label', 'l'], /"l" is taken/],
		['an unknown head', ['-m', 'x', '--head', 'nope'], /no revision id is or starts with "nope"/],
		['an unknown dependency', ['-m', 'x', '--depends-on', 'nope'], /no revision id is or starts with "nope"/],
		['a dependency that is none', ['-m', 'x', '--depends-on', 'base'], /"base" is not one revision/],
		['an id with a space', ['-m', 'x', '--rev-id', 'a b'], /cannot be a revision id/],
		['an id that is too long', ['-m', 'x', '--rev-id', 'x'.repeat(33)], /33 characters|cannot be a revision id/],
		['an id that is a word of ranges', ['-m', 'x', '--rev-id', 'head'], /cannot be a revision id/],
		['an empty id', ['-m', 'x', '--rev-id='], /empty/],
		['a label with a colon', ['-m', 'x', '--branch-label', 'a:b'], /cannot be a branch label/],
	] as const) {
		test(`refuses ${what}`, async () => {
			const { code, stderr } = await refused(project(base), ...argv);
			assert.is(code, 3, stderr);
			assert.match(stderr, message);
		});
	}

	for (const argv of [[], ['-m', ''], ['-m', '  \n'], ['-m', '\u200b\u202e']]) {
		test(`refuses to do without a message: ${JSON.stringify(argv)}`, async () => {
			const { code, stderr } = await refused(project(base), ...argv);
			assert.is(code, 2);
			assert.match(stderr, /^error\[OPTION_INVALID\]: revision needs -m/);
		});
	}

	test('refuses to write over a file that is no revision of the project', async () => {
		const root = project({ ...base, 'revisions/bbbb_next.ts': revisionText('other', 'aaaa') });
		const { code, stderr } = await refused(root, '-m', 'next', '--rev-id', 'bbbb');
		assert.is(code, 3);
		assert.match(stderr, /error\[PROJECT_EXISTS\]/);
		assert.match(readFileSync(join(root, 'revisions/bbbb_next.ts'), 'utf8'), /'other'/);
	});

	for (const [message, path, title] of [
		['Größe ändern: 名前 😀!', 'bbbb_größe_ändern_名前.ts', 'Größe ändern: 名前 😀!'],
		['end */ of ** comment /* here', 'bbbb_end_of_comment_here.ts', 'end * / of ** comment /* here'],
		[`it's "quoted" \`\${x}\` {{id}} \\n`, 'bbbb_it_s_quoted_x_id_n.ts', `it's "quoted" \`\${x}\` {{id}} \\n`],
		['two\nlines\u2028and\u202emore', 'bbbb_two_lines_and_more.ts', 'two lines and more'],
		['*/', 'bbbb_revision.ts', '* /'],
		['/', 'bbbb_revision.ts', '/'],
		['* star', 'bbbb_star.ts', '* star'],
		['../../etc/passwd', 'bbbb_etc_passwd.ts', '../../etc/passwd'],
		['$& $1 $$', 'bbbb_1.ts', '$& $1 $$'],
		['test', 'bbbb_test.ts', 'test'],
		['a.test.b', 'bbbb_a_test_b.ts', 'a.test.b'],
		['é'.repeat(300), `bbbb_${'é'.repeat(40)}.ts`, 'é'.repeat(300)],
		['one two three four five six seven eight nine ten', 'bbbb_one_two_three_four_five_six_seven_eight.ts', undefined],
	] as const) {
		test(`takes the message ${JSON.stringify(message.slice(0, 40))}`, async () => {
			const { path: file, shown } = await made(project(base), '-m', message, '--rev-id', 'bbbb');
			assert.is(file, `revisions/${path}`);
			assert.is(shown['title'], title ?? message);
		});
	}

	for (const id of [
		`o'brien`,
		'a"b`c',
		'$gen_sql$',
		'0042',
		'1e5',
		'é',
		'😀',
		'a\\b',
		'_x',
		'.x',
		'a.test.b',
		'x.d',
		'a/b',
		'../up',
		'*/x',
		'__proto__',
	]) {
		test(`makes a revision that is found again with the id ${id}`, async () => {
			const root = project(base);
			const { path, shown } = await made(root, '-m', 'odd id', '--rev-id', id);
			assert.is(shown['revision'], id);
			assert.is(path.split('/').length, 2, path);
			assert.equal(files(root).length, 2);
			const next = await made(root, '-m', 'after it');
			assert.equal(next.shown['downRevision'], [id]);
		});
	}

	test("uses the project's own template, and folder", async () => {
		const root = project({
			'gen-sql.config.ts': `export default { revisions: ['db/one', 'db/two'], templates: 'db/templates' };`,
			'db/two/.gitkeep': '',
			'db/templates/revision.ts.hbs': `/* ours: {{message}} */\nexport const revision = {{literal upRevision}}, downRevision = {{literal downRevision}};\nexport const upgrade = () => {}, downgrade = upgrade;\n`,
		});
		const { path, shown } = await made(root, '-m', 'first', '--rev-id', 'aaaa');
		assert.is(path, 'db/one/aaaa_first.ts');
		assert.is(shown['title'], 'ours: first');
		const next = await made(root, '-m', 'second', '--rev-id', 'bbbb');
		assert.equal(next.shown['downRevision'], ['aaaa']);
	});

	test('names the file by its path from where one is', async () => {
		const root = project({ ...base, 'sub/.keep': '' });
		const { stdout, code } = await run(join(root, 'sub'), [
			'revision',
			'-m',
			'x',
			'--rev-id',
			'bbbb',
			'--config',
			'../gen-sql.config.ts',
		]);
		assert.equal([code, stdout], [0, '../revisions/bbbb_x.ts\n']);
	});

	test('makes nothing in a project that is broken', async () => {
		const { code } = await refused(project({ ...base, 'revisions/z.ts': revisionText('zzzz', 'gone') }), '-m', 'x');
		assert.is(code, 3);
	});

	test('names files, and folders below, by fileTemplate, and finds them again', async () => {
		const root = project({
			'gen-sql.config.ts':
				"export default { fileTemplate: '%(slug)s/%(rev)s', recursiveVersionLocations: true, truncateSlugLength: 6 };",
		});
		const first = await made(root, '-m', 'create users', '--rev-id', 'aaaa');
		assert.is(first.path, 'revisions/create/aaaa.ts');
		const next = await made(root, '-m', 'more', '--rev-id', 'bbbb');
		assert.is(next.path, 'revisions/more/bbbb.ts');
		assert.equal(next.shown['downRevision'], ['aaaa']);
	});

	test('gives the template the date in the time zone, and variables of the project', async () => {
		const root = project({
			'gen-sql.config.ts': `export default { timezone: 'Asia/Tokyo', templateArgs: { owner: () => 'chat', rules: ['a', 'b'] } };`,
			'templates/revision.ts.hbs': `/* {{createDate}} {{owner}} {{comma rules}} */\nexport const revision = {{literal upRevision}}, downRevision = {{literal downRevision}};\nexport const upgrade = () => {}, downgrade = upgrade;`,
		});
		const { shown } = await made(root, '-m', 'x', '--rev-id', 'aaaa');
		assert.match(String(shown['title']), /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\+09:00 chat a, b$/);
	});

	for (const extension of ['mts', 'js', 'mjs']) {
		test(`makes a .${extension} file where the project has such a template`, async () => {
			const root = project({
				[`templates/revision.${extension}.hbs`]: `/** {{comment message}} */\nexport const revision = {{literal upRevision}};\nexport const downRevision = {{literal downRevision}};\nexport function upgrade(op) { op.execute('select 1'); }\nexport const downgrade = upgrade;\n`,
				'gen-sql.config.js': 'export default {};',
			});
			const { path } = await made(root, '-m', 'one', '--rev-id', 'aaaa');
			assert.is(path, `revisions/aaaa_one.${extension}`);
			const { code, stdout } = await run(root, ['upgrade', 'head']);
			assert.is(code, 0);
			assert.match(stdout, /^select 1;$/m);
		});
	}

	test('stands beside its first parent, or in the folder that is named', async () => {
		const root = project({
			'gen-sql.config.ts': `export default { revisions: ['one', 'two'] };`,
			'revisions/.keep': '',
			'one/a.ts': revisionText('aaaa', null),
			'two/b.ts': revisionText('bbbb', null),
		});
		assert.is((await made(root, '-m', 'x', '--head', 'bbbb', '--rev-id', 'cccc')).path, 'two/cccc_x.ts');
		assert.is((await made(root, '-m', 'y', '--head', 'base', '--rev-id', 'dddd')).path, 'one/dddd_y.ts');
		const named = await made(root, '-m', 'z', '--head', 'cccc', '--rev-id', 'eeee', '--version-path', 'one');
		assert.is(named.path, 'one/eeee_z.ts');
		const { code, stderr } = await refused(root, '-m', 'z', '--head', 'eeee', '--version-path', 'three');
		assert.is(code, 2);
		assert.match(stderr, /three is no folder of revisions\nhint: folders: one, two\n/);
	});

	test('goes to a folder below one of revisions only where these are looked into', async () => {
		const files = { 'revisions/.keep': '' };
		const flat = project({ ...files, 'gen-sql.config.ts': 'export default {};' });
		assert.is((await refused(flat, '-m', 'x', '--version-path', 'revisions/new')).code, 2);
		const deep = project({ ...files, 'gen-sql.config.ts': 'export default { recursiveVersionLocations: true };' });
		const { path } = await made(deep, '-m', 'x', '--version-path', 'revisions/new', '--rev-id', 'aaaa');
		assert.is(path, 'revisions/new/aaaa_x.ts');
	});

	test('refuses a file that another revision has but for its case or its folder', async () => {
		const upper = `export const revision = 'bbbb', downRevision = 'aaaa'; export function upgrade() {}`;
		const files = { 'revisions/a.ts': revisionText('aaaa', null), 'revisions/B_NEXT.js': upper };

		const root = project({ ...files, 'gen-sql.config.ts': `export default { revisions: ['revisions', 'more'] };` });
		const same = await refused(root, '-m', 'next', '--rev-id', 'b');
		assert.is(same.code, 3);
		assert.match(same.stderr, /B_NEXT\.js would have the same files under out\//);
		const other = await refused(root, '-m', 'next', '--rev-id', 'b', '--version-path', 'more');
		assert.match(other.stderr, /would have the same files under out\//);
	});

	test('shows the SQL of a revision that it does not make', async () => {
		const root = project({
			...base,
			'templates/revision.ts.hbs': `import { name } from './_name.ts';
export const revision = {{literal upRevision}}, downRevision = {{literal downRevision}};
export const upgrade = (op) => op.execute('select ' + name), downgrade = 'auto';`,
			'revisions/_name.ts': `export const name = 42;`,
		});
		const before = files(root);
		const { code, stdout, stderr } = await run(root, ['revision', '-m', 'next', '--rev-id', 'bbbb', '--sql-preview']);
		assert.is(code, 0, stderr);
		assert.match(stdout, /^-- upgrade aaaa -> bbbb .*^select 42;$/ms);
		assert.match(stdout, /IS DISTINCT FROM ARRAY\['aaaa'\]/);
		assert.is(stderr, 'revisions/bbbb_next.ts is not written\n');
		assert.equal(files(root), before);
	});

	test('tells of an error in what it shows, and makes nothing', async () => {
		const root = project({
			...base,
			'templates/revision.ts.hbs': `export const revision = {{literal upRevision}}, downRevision = {{literal downRevision}};
export const upgrade = (op) => op.dropTable(), downgrade = 'auto';`,
		});
		const { code, stderr } = await refused(root, '-m', 'next', '--rev-id', 'bbbb', '--sql-preview');
		assert.is(code, 4);
		assert.match(stderr, /^revisions\/bbbb_next\.ts:2:35: error\[ARGUMENT_INVALID\]/);
	});

	test('is a function that writes nothing, and another that does', async () => {
		const root = project(base);
		const draft = await revision({ cwd: root }, { message: 'next', id: 'bbbb' });
		assert.equal([draft.id, draft.downRevisions, draft.file], ['bbbb', ['aaaa'], join(root, 'revisions/bbbb_next.ts')]);
		assert.equal(files(root), ['a.ts']);
		await writeRevision(await loadProject({ cwd: root }), draft, () => undefined);
		assert.equal(files(root), ['a.ts', 'bbbb_next.ts']);
	});
});

suite('cli/merge', (test) => {
	test('joins the heads, or the revisions that are named, in their order', async () => {
		for (const [argv, parents] of [
			[['heads'], ['bbbb', 'cccc']],
			[
				['cccc', 'bbbb'],
				['cccc', 'bbbb'],
			],
			[['cc,bb'], ['cccc', 'bbbb']],
		] as const) {
			const root = project(fork);
			const { code, stdout, stderr } = await run(root, ['merge', '--rev-id', 'dddd', ...argv]);
			assert.is(code, 0, stderr);
			assert.match(stdout, /^revisions\/dddd_merge_\w+_\w+\.ts\n$/);
			assert.match(stderr, `it joins ${parents.join(' and ')}, `);
			const { stdout: shown } = await run(root, ['show', 'head', '--format', 'json']);
			const [facts] = JSON.parse(shown) as readonly { readonly downRevision: object; readonly title: string }[];
			assert.equal([facts?.downRevision, facts?.title], [parents, `merge ${parents.join(', ')}`]);
			assert.is((await run(root, ['upgrade', 'head'])).code, 0);
		}
	});

	test('takes a message and a label', async () => {
		const root = project(fork);
		await run(root, ['merge', 'heads', '-m', 'together', '--branch-label', 'all', '--rev-id', 'dddd']);
		assert.match((await run(root, ['show', 'all'])).stdout, /^Rev: dddd .*^Title: together$/ms);
	});

	for (const [argv, code, message] of [
		[[], 2, 'merge needs <revisions...>'],
		[['bbbb'], 3, 'there is nothing to merge: bbbb means bbbb'],
		[['bbbb', 'bb'], 3, 'there is nothing to merge: bbbb bb means bbbb'],
		[['base', 'bbbb'], 3, 'there is nothing to merge: base bbbb means bbbb'],
		[['aaaa', 'bbbb', '--splice'], 3, 'aaaa comes before bbbb: there is nothing to merge'],
		[['nope', 'bbbb'], 3, '"nope"'],
		[['heads', '--rev-id', 'aaaa'], 3, '"aaaa" is taken'],
	] as const) {
		test(`refuses ${JSON.stringify(argv)}`, async () => {
			const root = project(fork);
			const before = files(root);
			const ended = await run(root, ['merge', ...argv]);
			assert.equal([ended.code, ended.stdout], [code, '']);
			assert.match(ended.stderr, message);
			assert.equal(files(root), before);
		});
	}

	test('joins revisions that are no heads only with --splice', async () => {
		const root = project({ ...fork, 'revisions/d.ts': revisionText('dddd', 'bbbb') });
		assert.match((await run(root, ['merge', 'bbbb', 'cccc'])).stderr, 'bbbb is not a head\nhint: pass --splice');
		assert.is((await run(root, ['merge', 'bbbb', 'cccc', '--splice'])).code, 0);
	});

	test('is a function that writes nothing', async () => {
		const root = project(fork);
		const draft = await merge({ cwd: root }, ['heads'], { id: 'dddd' });
		assert.equal([draft.downRevisions, files(root).length], [['bbbb', 'cccc'], 3]);
	});
});
