import { renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { review } from '../../src/index.ts';
import { commit, git, repository } from '../support/git.ts';
import { project, revisionText, run } from '../support/project.ts';
import { suite } from '../support/suite.ts';

interface Found {
	readonly rules: readonly (readonly [rule: string, place: string])[];
	readonly counts: readonly [changed: number, unchanged: number];
}

async function found(root: string, ...argv: readonly string[]): Promise<Found> {
	const { code, stdout, stderr } = await run(root, ['review', '--format', 'json', ...argv]);
	assert.ok(code <= 1, stderr);
	const { findings, against } = JSON.parse(stdout);
	return {
		rules: findings.map(({ rule, sql }: { rule: string; sql: { file: string; line: number } }) => [
			rule,
			`${sql.file}:${sql.line}`,
		]),
		counts: [against.changed, against.unchanged],
	};
}

const rulesOf = ({ rules }: Found): readonly string[] => rules.map(([rule]) => rule);

const NOTHING: Found = { rules: [], counts: [0, 0] };

const COLUMNS = `[column('id', t.integer(), { primaryKey: true }), column('name', t.text())]`;

const REVISIONS = {
	'revisions/a1_account.ts': revisionText(
		'a1',
		null,
		`op.createTable('account', ${COLUMNS});`,
		`op.dropTable('account');`,
	),
	'revisions/b1_drop.ts': revisionText('b1', 'a1', `op.dropColumn('account', 'name');`),
};

const DROP = { 'revisions/c1_drop.ts': revisionText('c1', 'b1', `op.dropTable('account');`) };

/** The repository of a project whose first commit has two revisions, with their versioned files or without them. */
async function released({ isBuilt }: { readonly isBuilt: boolean }): Promise<string> {
	const root = repository({ ...REVISIONS, 'gen-sql.config.ts': 'export default {};' });
	if (isBuilt) {
		assert.is((await run(root, ['build'])).code, 0);
		commit(root);
	}
	return root;
}

suite('cli/review --against, revisions', (test) => {
	for (const isBuilt of [true, false]) {
		const kind = isBuilt ? 'with versioned files' : 'without versioned files';

		test(`says nothing of revisions that the commit has, ${kind}`, async () => {
			const root = await released({ isBuilt });
			assert.ok((await run(root, ['review', 'base:heads'])).stdout.includes('prefer-bigint'));
			assert.equal(await found(root, '--against', 'main'), { ...NOTHING, counts: [0, 2] });
			const { code, stdout } = await run(root, ['review', '--against', 'main']);
			assert.equal([code, stdout], [0, 'no findings in 0 statements new or changed since main, 2 unchanged\n']);
		});

		test(`reviews a new revision, to which the tables of others are there, ${kind}`, async () => {
			const root = await released({ isBuilt });
			commit(root, {
				...DROP,
				'revisions/d1_log.ts': revisionText(
					'd1',
					'c1',
					`op.createTable('log', ${COLUMNS}); op.dropColumn('log', 'name');`,
				),
			});
			const whole = await run(root, ['review', 'base:heads']);
			assert.not.match(whole.stdout, 'missing-lock-timeout');
			const since = await found(root, '--against', 'HEAD~1');
			// The table that a new revision creates is new; the one of the commit is not.
			const hazards = rulesOf(since).filter((rule) => !rule.startsWith('prefer'));
			assert.equal(hazards, ['drop-table', 'missing-lock-timeout']);
			assert.equal(since.counts, [3, 2]);
		});

		test(`finds a revision whose file has another name, ${kind}`, async () => {
			const root = await released({ isBuilt });
			for (const path of [
				'revisions/b1_drop.ts',
				...(isBuilt ? ['up.sql', 'down.sql', 'json'].map((end) => `out/main/postgresql/b1_drop.${end}`) : []),
			]) {
				renameSync(join(root, path), join(root, path.replace('b1_drop', 'b1_renamed')));
			}
			assert.equal(await found(root, '--against', 'main'), { ...NOTHING, counts: [0, 2] });
		});

		test(`sees no difference in line ends, ${kind}`, async () => {
			const root = await released({ isBuilt });
			const clone = join(project({}), 'clone');
			git(root, '-c', 'core.autocrlf=true', 'clone', '-q', root, clone, '-c', 'core.autocrlf=true');
			assert.equal(await found(clone, '--against', 'main'), { ...NOTHING, counts: [0, 2] });
		});
	}

	test('reviews the statements that a revision got since, and those alone', async () => {
		const root = await released({ isBuilt: true });
		const body = `op.execute('SELECT 1'); op.dropColumn('account', 'name'); op.dropTable('account');`;
		writeFileSync(join(root, 'revisions/b1_drop.ts'), revisionText('b1', 'a1', body));
		const since = await found(root, '--against', 'main');
		assert.ok(rulesOf(since).includes('drop-table'));
		assert.not.ok(rulesOf(since).includes('drop-column'));
		assert.equal(since.counts, [2, 2]);
	});

	test('takes a revision for new whose module has changed, where the commit has no versioned files', async () => {
		const root = await released({ isBuilt: false });
		const body = `op.dropColumn('account', 'name'); op.dropTable('account');`;
		writeFileSync(join(root, 'revisions/b1_drop.ts'), revisionText('b1', 'a1', body));
		const since = await found(root, '--against', 'main');
		assert.ok(rulesOf(since).includes('drop-column'));
		assert.equal(since.counts, [2, 1]);
	});

	test('compares what a revision means, whatever its module looks like', async () => {
		const root = await released({ isBuilt: true });
		const body = `op.execute('alter  table account drop COLUMN "name"');`;
		writeFileSync(join(root, 'revisions/b1_drop.ts'), revisionText('b1', 'a1', body));
		assert.equal(await found(root, '--against', 'main'), { ...NOTHING, counts: [0, 2] });
	});

	test('finds a project below the top of the repository, through a link, and with versioned files elsewhere', async () => {
		const files = Object.entries({ ...REVISIONS, 'gen-sql.config.ts': 'export default {};' });
		const root = repository(Object.fromEntries(files.map(([path, text]) => [`apps/shop/${path}`, text])));
		const shop = join(root, 'apps/shop');
		assert.is((await run(shop, ['build'])).code, 0);
		commit(root);
		const body = `op.dropColumn('account', 'name'); op.dropTable('account');`;
		writeFileSync(join(shop, 'revisions/b1_drop.ts'), revisionText('b1', 'a1', body));
		const link = join(project({}), 'shop');
		symlinkSync(shop, link);
		for (const folder of [shop, link]) {
			const since = await found(folder, '--against', 'main');
			assert.equal([rulesOf(since).includes('drop-column'), since.counts], [false, [1, 2]]);
		}
		const elsewhere = join(project({}), 'out');
		writeFileSync(join(shop, 'gen-sql.config.ts'), `export default { out: ${JSON.stringify(elsewhere)} };`);
		assert.equal((await found(shop, '--against', 'main')).counts, [2, 1]);
	});

	test('compares the revisions of one database of several', async () => {
		const config = `export default { databases: { shop: { revisions: 'shop' }, audit: { revisions: 'audit' } } };`;
		const text = revisionText('a1', null, `op.execute('SELECT 1');`);
		const root = repository({
			'gen-sql.config.ts': config,
			'shop/a.ts': text,
			'audit/b.ts': text.replaceAll('a1', 'b1'),
		});
		assert.is((await run(root, ['build'])).code, 0);
		commit(root);
		writeFileSync(join(root, 'audit/b.ts'), text.replaceAll('a1', 'b1').replace('SELECT 1', 'SELECT 2'));
		assert.equal((await found(root, '--against', 'main', '--name', 'shop')).counts, [0, 1]);
		assert.equal((await found(root, '--against', 'main', '--name', 'audit')).counts, [1, 0]);
		const { stdout } = await run(root, ['review', '--against', 'main', '--name', 'audit', '--format', 'markdown']);
		assert.match(stdout, /^<!-- gen-sql review audit -->\n/);
	});

	test('takes a range and a downgrade', async () => {
		const root = await released({ isBuilt: true });
		commit(root, DROP);
		assert.equal((await found(root, 'b1', '--against', 'HEAD~1')).counts, [0, 2]);
		const body = `op.dropColumn('account', 'id'); op.dropTable('account');`;
		writeFileSync(
			join(root, 'revisions/a1_account.ts'),
			revisionText('a1', null, `op.createTable('account', ${COLUMNS});`, body),
		);
		const back = await found(root, '--downgrade', '--against', 'main');
		assert.equal(
			rulesOf(back).filter((rule) => rule.startsWith('drop')),
			['drop-column'],
		);
	});

	test('shows in one document what differs, and what has gone, without what stands around the calls', async () => {
		const root = await released({ isBuilt: true });
		const body = `op.dropTable('account');`;
		commit(root, {
			'revisions/a0_first.ts': revisionText('a0', null, `op.execute('SELECT 0');`),
			'revisions/a1_account.ts': REVISIONS['revisions/a1_account.ts'].replace('null', '"a0"'),
			'revisions/b1_drop.ts': revisionText('b1', 'a1', body),
		});
		const { stdout } = await run(root, ['review', '--against', 'HEAD~1', '--format', 'markdown']);
		assert.match(stdout, /^<!-- gen-sql review -->\n### Review failed/);
		assert.equal(stdout.match(/^[+-][^+-].*$/gm), [
			'+SELECT 0',
			'-ALTER TABLE account DROP COLUMN name',
			'+DROP TABLE account',
		]);
		assert.match(stdout, '| `a0` a0 | 1 × SELECT |');
		assert.match(stdout, '| `b1` b1, **changed** | 1 × DROP TABLE | error |');
		assert.not.match(stdout, '`a1`');
	});

	test('is a function of the library', async () => {
		const root = await released({ isBuilt: true });
		const { against, reviewed } = await review({ cwd: root, env: {} }, [], { against: 'main' });
		assert.equal(against, { ref: 'main', changed: 0, unchanged: 2 });
		assert.equal(
			reviewed.map(({ changed }) => changed),
			[0, 0],
		);
	});

	test('says what git does not know', async () => {
		const root = await released({ isBuilt: true });
		const unknown = await run(root, ['review', '--against', 'gone']);
		assert.equal([unknown.code, unknown.stdout], [5, '']);
		assert.match(unknown.stderr, 'error[GIT_FAILED]: git knows no commit "gone"\nhint: `git fetch` it');
		const none = await run(project(REVISIONS), ['review', '--against', 'main']);
		assert.match(none.stderr, 'lies in no git repository');
		const other = repository(DROP);
		writeFileSync(
			join(root, 'gen-sql.config.ts'),
			`export default { revisions: ['revisions', '${other}/revisions'] };`,
		);
		assert.match((await run(root, ['review', '--against', 'main'])).stderr, 'lie in two git repositories');
	});
});

const FILES = {
	'db/1.sql': 'CREATE TABLE account (id bigint PRIMARY KEY, name text);\n',
	'db/2.sql': "SET lock_timeout = '2s';\nALTER TABLE account DROP COLUMN name;\nDROP TABLE old;\n",
};

suite('cli/review --against, files', (test) => {
	test('reviews the statements that are new or mean something else', async () => {
		const root = repository(FILES);
		assert.equal(await found(root, 'db', '--against', 'main'), { ...NOTHING, counts: [0, 4] });
		writeFileSync(
			join(root, 'db/2.sql'),
			"SET lock_timeout = '2s';\ndrop table OLD;\n\nALTER TABLE account DROP COLUMN name;\nDROP TABLE new;\nDROP TABLE old;\n",
		);
		const since = await found(root, 'db/*.sql', '--against', 'main');
		assert.equal(since, {
			rules: [
				['drop-table', 'db/2.sql:2'],
				['drop-table', 'db/2.sql:5'],
			],
			counts: [2, 4],
		});
	});

	test('tells a statement what a statement that was there before would have been told', async () => {
		const root = repository({ 'a.sql': 'ALTER TABLE account ADD COLUMN a text;\n' });
		writeFileSync(
			join(root, 'a.sql'),
			'ALTER TABLE account ADD COLUMN a text;\nALTER TABLE account ADD COLUMN b text;\n',
		);
		assert.equal((await found(root, 'a.sql', '--against', 'main')).rules, [['missing-lock-timeout', 'a.sql:2']]);
	});

	test('reviews all of a new file, and nothing of one that has moved', async () => {
		const root = repository(FILES);
		renameSync(join(root, 'db/2.sql'), join(root, 'db/3.sql'));
		writeFileSync(join(root, 'db/4.sql'), 'DROP TABLE account;\n');
		const since = await found(root, 'db', '--against', 'main', '--rule', 'missing-lock-timeout=off');
		assert.equal(since, { rules: [['drop-table', 'db/4.sql:1']], counts: [1, 4] });
		writeFileSync(join(root, 'db/3.sql'), `${FILES['db/2.sql']}DROP TABLE other;\n`);
		commit(root);
		assert.equal((await found(root, 'db/3.sql', '--against', 'HEAD~1')).rules, [['drop-table', 'db/3.sql:4']]);
	});

	test('sees no difference in line ends, a byte order mark and layout', async () => {
		const root = repository(FILES);
		for (const [path, text] of Object.entries(FILES)) {
			writeFileSync(join(root, path), `\ufeff-- why\n${text}`.replaceAll('\n', '\r\n'));
		}
		assert.equal(await found(root, 'db', '--against', 'main'), { ...NOTHING, counts: [0, 4] });
		commit(root);
		for (const [path, text] of Object.entries(FILES)) writeFileSync(join(root, path), text);
		assert.equal(await found(root, 'db', '--against', 'main'), { ...NOTHING, counts: [0, 4] });
	});

	test('compares what cannot be parsed as its text', async () => {
		const root = repository({ 'a.sql': "SELEC 1;\nSELECT 'open;\n" });
		writeFileSync(join(root, 'a.sql'), "SELEC 1;\nSELEC 2;\nSELECT 'open;\n");
		assert.equal((await found(root, 'a.sql', '--against', 'main')).rules, [['syntax-error', 'a.sql:2']]);
	});

	test('reads files in a folder of the repository, from there and through a link', async () => {
		const root = repository({ 'x/a.sql': 'DROP TABLE a;\n' });
		assert.equal((await found(join(root, 'x'), 'a.sql', '--against', 'main')).counts, [0, 1]);
	});

	test('says what cannot be compared', async () => {
		const root = repository(FILES);
		const stdin = await run(root, ['review', '-', '--against', 'main']);
		assert.equal([stdin.code, stdin.stdout], [2, '']);
		assert.match(stdin.stderr, 'error[USAGE_INVALID]: standard input cannot be compared with "main"');
		const elsewhere = project({ 'a.sql': 'SELECT 1;' });
		const outside = await run(root, ['review', join(elsewhere, 'a.sql'), '--against', 'main']);
		assert.match(outside.stderr, /error\[GIT_FAILED\]: ".*a\.sql" lies outside the git work tree/);
		assert.match((await run(elsewhere, ['review', 'a.sql', '--against', 'main'])).stderr, 'lies in no git repository');
	});
});
