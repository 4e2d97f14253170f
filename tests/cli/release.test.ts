import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { printed, project, revisionText, run } from '../support/project.ts';
import { suite } from '../support/suite.ts';

const A = revisionText('aaaa', null, `op.createTable('user', [column('id', t.integer())]);`, `op.dropTable('user');`);
const B = revisionText('bbbb', 'aaaa', `op.execute('select 1');`, `op.execute('select 2');`);
const C = revisionText('cccc', 'bbbb', `op.execute('select 3');`, `op.execute('select 4');`);
const files = { 'revisions/a.ts': A, 'revisions/b.ts': B };
const AMEND = ['release', '--amend'] as const;

const read = (root: string, file: string): string => readFileSync(join(root, file), 'utf8');
const write = (root: string, file: string, text: string): void => writeFileSync(join(root, file), text);
const replace = (root: string, file: string, text: string, other: string): void => {
	const before = read(root, file);
	assert.ok(before.includes(text), `${file} has no ${text}`);
	write(root, file, before.replace(text, other));
};
/** All files below a folder, with what they hold. */
const tree = (root: string, folder: string): Readonly<Record<string, string>> =>
	Object.fromEntries(
		readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
			.sort()
			.map((file) => [file, read(root, file)]),
	);

async function build(root: string): Promise<void> {
	await printed(root, 'build');
}

/** Build, and make a release. */
async function release(root: string, name: string, ...argv: readonly string[]): Promise<void> {
	await build(root);
	await printed(root, 'release', name, ...argv);
}

/** A project with a release v1.0. */
async function released(more: Readonly<Record<string, string>> = {}): Promise<string> {
	const root = project({ ...files, ...more });
	await release(root, 'v1.0');
	return root;
}

/** `check` and `build` are content. */
async function quiet(root: string): Promise<void> {
	await build(root);
	for (const argv of [['check'], ['build', '--check']]) {
		const { code, stdout, stderr } = await run(root, argv);
		assert.is(code, 0, stdout + stderr);
	}
}

/** `build` and `check` say this, and `build` writes nothing. */
async function loud(root: string, message: RegExp): Promise<void> {
	const before = tree(root, 'out');
	const built = await run(root, ['build']);
	assert.is(built.code, 3, built.stderr);
	assert.match(built.stderr, message);
	assert.equal(tree(root, 'out'), before);
	const checked = await run(root, ['check']);
	assert.is(checked.code, 1);
	assert.match(checked.stdout, message);
}

async function refused(root: string, argv: readonly string[], message: RegExp, code = 3): Promise<void> {
	const before = tree(root, 'out');
	const ended = await run(root, argv);
	assert.match(ended.stderr, message);
	assert.is(ended.code, code);
	assert.equal(tree(root, 'out'), before);
}

suite('cli/release', (test) => {
	test('copies the versioned files, with one script and a record beside them', async () => {
		const root = project(files);
		await build(root);
		assert.equal(await run(root, ['release', 'v1.0']), {
			code: 0,
			stdout: '',
			stderr: 'out/releases/v1.0/main/postgresql: 2 revisions frozen\n',
		});
		const folder = 'out/releases/v1.0';
		const {
			[`${folder}/release.json`]: record = '',
			[`${folder}/main/postgresql/upgrade.sql`]: script,
			...copies
		} = tree(root, folder);
		assert.equal(
			Object.entries(copies).map(([file, text]) => [file.replace(folder, 'out'), text]),
			Object.entries(tree(root, 'out/main')),
		);
		assert.is(script, await printed(root, 'upgrade', 'base:head'));
		const { previous, databases } = JSON.parse(record);
		assert.equal(previous, []);
		assert.equal(databases[0].heads, ['bbbb']);
		assert.equal(
			databases[0].revisions.map(({ revision, downRevision }: Record<string, unknown>) => [revision, downRevision]),
			[
				['aaaa', []],
				['bbbb', ['aaaa']],
			],
		);
		await quiet(root);
	});

	test('freezes what is new since the release before, and is chained to it', async () => {
		const root = await released({ 'revisions/c.ts': C });
		write(root, 'revisions/d.ts', revisionText('dddd', 'cccc', `op.execute('select 5');`));
		await release(root, 'v1.1');
		assert.equal(readdirSync(join(root, 'out/releases/v1.1/main/postgresql')), [
			'd.down.sql',
			'd.json',
			'd.up.sql',
			'upgrade.sql',
		]);
		assert.is(read(root, 'out/releases/v1.1/main/postgresql/upgrade.sql'), await printed(root, 'upgrade', 'cccc:dddd'));
		const [previous] = JSON.parse(read(root, 'out/releases/v1.1/release.json')).previous;
		assert.is(previous.release, 'v1.0');
		await quiet(root);
		replace(root, 'out/releases/v1.0/release.json', '"stem": "a"', '"stem" : "a"');
		const { code, stdout } = await run(root, ['check']);
		assert.is(code, 1);
		assert.match(
			stdout,
			/^out\/releases\/v1\.0\/release\.json:1:1: error\[RELEASE_DAMAGED\]: a file of a release was changed after v1\.1 was made$/m,
		);
	});

	test('keeps parameters placeholders in the script', async () => {
		const up = `op.execute(sql\`SET ROLE \${param('role', 'identifier', { default: 'app' })}\`)`;
		const root = await released({ 'revisions/c.ts': revisionText('cccc', 'bbbb', up) });
		assert.match(read(root, 'out/releases/v1.0/main/postgresql/upgrade.sql'), /^SET ROLE :role;$/m);
		assert.match(await printed(root, 'upgrade', 'head'), /^SET ROLE app;$/m);
	});

	test('is made again where a run was killed before it was done', async () => {
		const root = await released();
		const whole = tree(root, 'out');
		rmSync(join(root, 'out/releases/v1.0/release.json'));
		rmSync(join(root, 'out/releases/v1.0/main/postgresql/b.json'));
		write(root, 'out/releases/v1.0/main/postgresql/b.up.sql', 'half');
		await quiet(root);
		await refused(root, ['upgrade', 'v1.0'], /error\[REVISION_NOT_FOUND\]/, 3);
		await printed(root, 'release', 'v1.0');
		assert.equal(tree(root, 'out'), whole);
	});

	test('is not made without versioned files that are current, nor of revisions that cannot be rendered', async () => {
		const root = project(files);
		mkdirSync(join(root, 'out'));
		await refused(root, ['release', 'v1.0'], /error\[OUT_OUTDATED\]: a\.up\.sql, a\.down\.sql, a\.json: missing/);
		await build(root);
		replace(root, 'revisions/b.ts', 'select 1', 'select 7');
		await refused(root, ['release', 'v1.0'], /error\[OUT_OUTDATED\]: b\.up\.sql, b\.json: not what/);
		replace(root, 'revisions/b.ts', 'select 7', 'select 1');
		replace(root, 'out/main/postgresql/b.up.sql', 'select 1', 'select 8');
		await refused(root, ['release', 'v1.0'], /error\[OUT_EDITED\]: b\.up\.sql: changed by hand/);
		replace(root, 'revisions/b.ts', `op.execute('select 1')`, 'op.execute(5 as never)');
		await refused(root, ['release', 'v1.0'], /error\[ARGUMENT_INVALID\]/, 4);
		assert.not.ok(existsSync(join(root, 'out/releases')));
	});

	test('is not made of nothing, nor when a released revision has changed', async () => {
		await refused(
			project({ 'gen-sql.config.ts': 'export default {};', 'revisions/.gitkeep': '', 'out/x': '' }),
			['release', 'v1'],
			/no revision since the base/,
		);
		const root = await released();
		await refused(root, ['release', 'v1.1'], /error\[RELEASE_INVALID\]: there is no revision since v1\.0/);
		write(root, 'revisions/c.ts', C);
		await build(root);
		replace(root, 'revisions/b.ts', 'select 1', 'select 7');
		await refused(root, ['release', 'v1.1'], /error\[RELEASE_CHANGED\]: the revision bbbb, released with v1\.0/);
	});

	test('follows both of two releases that were made on two branches', async () => {
		const root = await released();
		const folders: string[] = [];
		for (const [id, name] of [
			['cccc', 'v1.1'],
			['dddd', 'v1.0.1'],
		] as const) {
			const branch = project({});
			cpSync(root, branch, { recursive: true });
			write(branch, `revisions/${id}.ts`, revisionText(id, 'bbbb', `op.execute('select ${id.length}');`));
			await release(branch, name);
			folders.push(branch);
		}
		for (const branch of folders) cpSync(branch, root, { recursive: true });
		write(root, 'revisions/e.ts', revisionText('eeee', ['cccc', 'dddd']));
		await quiet(root);
		await release(root, 'v1.2');
		const { previous, databases } = JSON.parse(read(root, 'out/releases/v1.2/release.json'));
		assert.equal(previous.map(({ release: name }: { readonly release: string }) => name).sort(), ['v1.0.1', 'v1.1']);
		assert.equal(
			databases[0].revisions.map(({ revision }: { readonly revision: string }) => revision),
			['eeee'],
		);
		assert.match(await printed(root, 'upgrade', 'v1.0:v1.1'), /^-- upgrade bbbb -> cccc /);
		assert.match(await printed(root, 'upgrade', 'v1.0.1:v1.2'), /^-- upgrade dddd -> eeee /);
		await quiet(root);
	});

	test('freezes several heads, merges and dependencies', async () => {
		const text = revisionText('dddd', 'aaaa').replace(
			'export function upgrade',
			`export const dependsOn = ['bbbb'];\nexport function upgrade`,
		);
		const root = await released({ 'revisions/c.ts': revisionText('cccc', 'aaaa'), 'revisions/d.ts': text });
		const record = JSON.parse(read(root, 'out/releases/v1.0/release.json'));
		assert.equal(record.databases[0].heads, ['cccc', 'dddd']);
		assert.equal(
			record.databases[0].revisions.find(({ revision }: { readonly revision: string }) => revision === 'dddd')
				.dependencies,
			['bbbb'],
		);
		write(root, 'revisions/e.ts', revisionText('eeee', ['bbbb', 'cccc', 'dddd']));
		await quiet(root);
		await release(root, 'v1.1');
		assert.match(read(root, 'out/releases/v1.1/main/postgresql/upgrade.sql'), /^-- upgrade cccc, dddd -> eeee /);
		assert.is(read(root, 'out/releases/v1.1/main/postgresql/upgrade.sql'), await printed(root, 'upgrade', 'v1.0:v1.1'));
		replace(root, 'revisions/d.ts', `['bbbb']`, '[]');
		await loud(
			root,
			/^revisions\/d\.ts:6:14: error\[RELEASE_CHANGED\]: the revision dddd, released with v1\.0, depends on base now, and did bbbb$/m,
		);
	});

	test('freezes all databases together, or the one that is named', async () => {
		const config = `export default { databases: { main: {}, log: { dialect: 'sqlite', revisions: 'log' } } };`;
		const two = {
			...files,
			'log/x.ts': revisionText('xxxx', null, `op.execute('select 9')`),
			'gen-sql.config.ts': config,
		};
		const root = await released(two);
		assert.equal(readdirSync(join(root, 'out/releases/v1.0')), ['log', 'main', 'release.json']);
		assert.match(await printed(root, 'upgrade', 'v1.0', '--name', 'log'), /select 9;/);
		// What is new in one of them is enough, and the name leads to the old heads of the other.
		write(root, 'log/y.ts', revisionText('yyyy', 'xxxx'));
		await release(root, 'v1.1');
		assert.match(await printed(root, 'upgrade', 'v1.1', '--name', 'main'), /^-- upgrade base -> bbbb /);
		await quiet(root);
		replace(root, 'log/x.ts', 'select 9', 'select 8');
		await loudIn(root, 'log', /the revision xxxx, released with v1\.0, has another upgrade now/);
		const alone = project(two);
		await build(alone);
		await printed(alone, 'release', 'v1.0', '--name', 'log');
		assert.equal(readdirSync(join(alone, 'out/releases/v1.0')), ['log', 'release.json']);
		await refused(alone, ['upgrade', 'v1.0', '--name', 'main'], /error\[REVISION_NOT_FOUND\]/, 3);
		await refused(alone, ['release', 'v1.0', '--name', 'main'], /there is a release v1\.0/);
		await printed(alone, 'release', 'v1.1');
		const { databases } = JSON.parse(read(alone, 'out/releases/v1.1/release.json'));
		assert.equal(
			databases.map(({ database, revisions }: { readonly database: string; readonly revisions: unknown[] }) => [
				database,
				revisions.length,
			]),
			[
				['main', 2],
				['log', 0],
			],
		);
	});
});

/** The same as `loud` for one of several databases. */
async function loudIn(root: string, name: string, message: RegExp): Promise<void> {
	const built = await run(root, ['build', '--name', name]);
	assert.is(built.code, 3);
	assert.match(built.stderr, message);
	const checked = await run(root, ['check', '--name', name]);
	assert.is(checked.code, 1);
	assert.match(checked.stdout, message);
}

suite('cli/release: names', (test) => {
	const refusals: Readonly<Record<string, RegExp>> = {
		'': /it names a folder/,
		'a/b': /it names a folder/,
		'..': /it names a folder/,
		'.hidden': /it names a folder/,
		'v1.': /it names a folder/,
		'v 1': /it names a folder/,
		'v1:2': /it names a folder/,
		'a@b': /it names a folder/,
		'a,b': /it names a folder/,
		'v+1': /it names a folder/,
		vé: /it names a folder/,
		'v1-2': /in a range its end would mean steps back.*\nhint: write v1\.2$/,
		Base: /the word has a meaning/,
		HEAD: /the word has a meaning/,
		heads: /the word has a meaning/,
		current: /the word has a meaning/,
		amendments: /the word has a meaning/,
		con: /Windows has no such folder/,
		'NUL.1': /Windows has no such folder/,
		aaaa: /a revision or a branch has that name/,
		app: /a revision or a branch has that name/,
		'V1.0': /there is a release v1\.0/,
		'v1.0': /there is a release v1\.0/,
	};
	const labelled = A.replace(
		'export function upgrade',
		`export const branchLabels = ['app'];\nexport function upgrade`,
	);

	for (const [name, message] of Object.entries(refusals)) {
		test(`refuses "${name}"`, async () => {
			const root = await released({ 'revisions/a.ts': labelled });
			write(root, 'revisions/c.ts', C);
			await build(root);
			await refused(root, ['release', name], new RegExp(`error\\[RELEASE_INVALID\\]: .*${message.source}`, 'm'));
		});
	}

	for (const name of ['1', 'v1.4-rc1', 'v1.4-rc.2', '2024.01.31', 'v1_0', '_x', 'aa']) {
		test(`takes "${name}", as the end of ranges, too`, async () => {
			const root = project(files);
			await release(root, name);
			write(root, 'revisions/c.ts', C);
			assert.match(await printed(root, 'upgrade', name), /^-- upgrade base -> bbbb /);
			assert.match(await printed(root, 'upgrade', `${name}:head`), /^-- upgrade bbbb -> cccc /);
			assert.match(await printed(root, 'upgrade', `${name}+1`), /^-- upgrade base -> cccc /);
			assert.match(await printed(root, 'upgrade', `${name}-1`), /^-- upgrade base -> aaaa /);
		});
	}

	test('needs a name', async () => {
		const root = await released();
		await refused(root, ['release'], /error\[USAGE_INVALID\]: a release needs a name/, 2);
		await refused(root, ['release', 'v2', '--reason', 'why'], /error\[USAGE_INVALID\]: --reason goes with --amend/, 2);
	});

	test('stand for the heads of a release in every command that takes a range or a revision', async () => {
		const root = await released({ 'revisions/a.ts': labelled });
		write(root, 'revisions/c.ts', C);
		await release(root, 'v1.1');
		write(root, 'revisions/d.ts', revisionText('dddd', 'cccc'));
		for (const [argv, wanted] of [
			[['upgrade', 'v1.0:v1.1'], /^-- upgrade bbbb -> cccc /],
			[['upgrade', 'v1.1:head'], /^-- upgrade cccc -> dddd /],
			[['upgrade', 'v1.0:+1'], /^-- upgrade bbbb -> cccc /],
			[['upgrade', 'app@v1.0'], /^-- upgrade base -> bbbb /],
			[['downgrade', 'v1.1:v1.0'], /^-- downgrade cccc -> bbbb /],
			[['downgrade', 'v1.0'], /^-- downgrade dddd -> bbbb /],
			[['downgrade', 'v1.0:base'], /^-- downgrade bbbb -> base /],
			[['stamp', 'v1.0'], /^-- stamp \S+ -> bbbb /],
			[['history', '-r', 'v1.0:v1.1'], /cccc/],
			[['show', 'v1.1'], /cccc/],
			[['current', '--current', 'v1.1'], /cccc/],
		] as const) {
			assert.match(await printed(root, ...argv), wanted, argv.join(' '));
		}
	});

	test('come after ids and labels, and before the beginnings of ids', async () => {
		const root = project(files);
		await release(root, 'bb');
		write(root, 'revisions/c.ts', revisionText('bb01', 'bbbb'));
		assert.match(await printed(root, 'upgrade', 'bb'), /^-- upgrade base -> bbbb /);
		await release(root, 'v2');
		assert.match(await printed(root, 'upgrade', 'bb:v2'), /^-- upgrade bbbb -> bb01 /);
	});

	test('of a release whose head is gone say so', async () => {
		const root = await released({ 'revisions/c.ts': C });
		rmSync(join(root, 'revisions/c.ts'));
		await refused(
			root,
			['upgrade', 'v1.0'],
			/error\[REVISION_NOT_FOUND\]: the release v1\.0 ends at cccc, which is gone/,
			3,
		);
	});
});

suite('cli/release: what is released', (test) => {
	const cases: readonly (readonly [string, RegExp, (root: string) => void])[] = [
		[
			'its upgrade',
			/^revisions\/b\.ts:6:44: error\[RELEASE_CHANGED\]: the revision bbbb, released with v1\.0, has another upgrade now: "select 7" instead of "select 1"\nhint: write a new revision; if no database has run this one: `gen-sql release --amend bbbb --reason "…"`$/m,
			(root) => replace(root, 'revisions/b.ts', 'select 1', 'select 7'),
		],
		[
			'its downgrade',
			/^revisions\/b\.ts:7:46: error\[RELEASE_CHANGED\]: .* has another downgrade now: "select 7" instead of "select 2"$/m,
			(root) => replace(root, 'revisions/b.ts', 'select 2', 'select 7'),
		],
		[
			'one statement less',
			/^revisions\/a\.ts:6:17: error\[RELEASE_CHANGED\]: .* upgrade now: "CREATE TABLE .*" is not there any more$/m,
			(root) => replace(root, 'revisions/a.ts', `op.createTable('user', [column('id', t.integer())]);`, ''),
		],
		[
			'one statement more',
			/^revisions\/b\.ts:6:68: error\[RELEASE_CHANGED\]: .* upgrade now: "select 5" is new$/m,
			(root) => replace(root, 'revisions/b.ts', `('select 1');`, `('select 1'); op.execute('select 5');`),
		],
		[
			'no way back',
			/^revisions\/b\.ts:8:14: error\[RELEASE_CHANGED\]: .* has another downgrade now: there is no way back$/m,
			(root) =>
				replace(
					root,
					'revisions/b.ts',
					`export function downgrade(op: Op): void { op.execute('select 2'); }`,
					`import { irreversible } from 'gen-sql';\nexport const downgrade = irreversible('x');`,
				),
		],
		[
			'its parents',
			/^revisions\/b\.ts:5:14: error\[RELEASE_CHANGED\]: .* follows base now, and did aaaa$/m,
			(root) => replace(root, 'revisions/b.ts', `downRevision = "aaaa"`, 'downRevision = null'),
		],
		[
			'its id',
			/^out\/releases\/v1\.0\/main\/postgresql\/b\.up\.sql:1:1: error\[RELEASE_CHANGED\]: the revision bbbb, released with v1\.0, is gone$/m,
			(root) => replace(root, 'revisions/b.ts', `'bbbb'`, `'bbbc'`),
		],
		['its being there', /error\[RELEASE_CHANGED\]: .* is gone$/m, (root) => rmSync(join(root, 'revisions/b.ts'))],
	];
	const withRole = (type: string, options: string): string =>
		revisionText('cccc', 'bbbb', `op.execute(sql\`SELECT \${param('role', ${type}, ${options})}\`)`);
	for (const [what, type, options, message] of [
		[
			'another default',
			`t.string(20)`,
			`{ default: 'admin' }`,
			`"role varchar\\(20\\), default 'admin'" instead of "role varchar\\(20\\), default 'app'"`,
		],
		['no default', `t.string(20)`, '{}', `"role varchar\\(20\\)" instead of "role varchar\\(20\\), default 'app'"`],
		[
			'another type',
			`t.string(30)`,
			`{ default: 'app' }`,
			`"role varchar\\(30\\), default 'app'" instead of "role varchar\\(20\\), default 'app'"`,
		],
	] as const) {
		test(`may not change: ${what} of a parameter`, async () => {
			const root = await released({ 'revisions/c.ts': withRole('t.string(20)', `{ default: 'app' }`) });
			write(root, 'revisions/c.ts', withRole('t.string(20)', `{ default: 'app', description: 'who runs it' }`));
			await quiet(root);
			write(root, 'revisions/c.ts', withRole(type, options));
			await loud(
				root,
				new RegExp(
					`^revisions/c\\.ts:6:17: error\\[RELEASE_CHANGED\\]: .* upgrade now: the parameter ${message}$`,
					'm',
				),
			);
		});
	}

	test('may not change: a value that is a placeholder', async () => {
		const root = await released({
			'gen-sql.config.ts': 'export default { literalBinds: false };',
			'revisions/c.ts': revisionText('cccc', 'bbbb', `op.execute(sql\`SELECT \${'one'}\`)`),
		});
		assert.match(read(root, 'out/main/postgresql/c.up.sql'), /^SELECT :value_1;$/m);
		replace(root, 'revisions/c.ts', `'one'`, `'two'`);
		await loud(
			root,
			/upgrade now: the parameter "value_1 value, default 'two'" instead of "value_1 value, default 'one'"$/m,
		);
	});

	for (const [what, message, change] of cases) {
		test(`may not change: ${what}`, async () => {
			const root = await released();
			change(root);
			await loud(root, message);
		});
	}

	test('is told of in full', async () => {
		const root = await released();
		replace(root, 'revisions/b.ts', 'select 1', 'select 7');
		replace(root, 'revisions/b.ts', 'select 2', 'select 8');
		rmSync(join(root, 'revisions/a.ts'));
		replace(root, 'revisions/b.ts', `downRevision = "aaaa"`, 'downRevision = null');
		const { stderr } = await run(root, ['build']);
		assert.is(stderr.match(/error\[RELEASE_CHANGED\]/g)?.length, 4, stderr);
	});

	test('may have its file renamed, its lines ended otherwise, and be said in other words', async () => {
		const root = await released();
		renameSync(join(root, 'revisions/b.ts'), join(root, 'revisions/other.ts'));
		write(root, 'revisions/a.ts', `// a comment\n${A}`.replaceAll('\n', '\r\n'));
		replace(root, 'revisions/other.ts', `op.execute('select 1')`, `const query = 'SELECT 1 -- one'; op.execute(query)`);
		replace(root, 'revisions/other.ts', '/** bbbb */', '/** another title */');
		await quiet(root);
	});

	test('is compared without what gen-sql says around it, which another version or other settings say otherwise', async () => {
		const root = await released({
			'revisions/c.ts': revisionText(
				'cccc',
				'bbbb',
				`op.execute('select 3'); op.autocommitBlock(() => op.execute('vacuum'));`,
			),
		});
		write(
			root,
			'gen-sql.config.ts',
			`export default { versionTable: 'other_version', guard: false, transactionPerMigration: true };`,
		);
		mkdirSync(join(root, 'templates'));
		write(root, 'templates/script.sql.hbs', '-- another head; DROP TABLE "user";\n');
		await quiet(root);
		assert.match(
			read(root, 'out/main/postgresql/c.up.sql'),
			/^-- another head; DROP TABLE "user";\n[\s\S]*UPDATE other_version /,
		);
		replace(root, 'revisions/c.ts', 'vacuum', 'vacuum analyze');
		await loud(
			root,
			/the revision cccc, released with v1\.0, has another upgrade now: "vacuum analyze" instead of "vacuum"$/m,
		);
		write(root, 'gen-sql.config.ts', 'export default { transactionalDdl: false };');
		replace(root, 'revisions/c.ts', 'vacuum analyze', 'vacuum');
		await quiet(root);
	});

	test('is compared with what another version has written around it', async () => {
		const root = await released();
		// The release of that version: another head, another guard, and facts and digests that go with them.
		const folder = 'out/releases/v1.0/main/postgresql';
		const text = read(root, `${folder}/b.up.sql`)
			.replace(/^-- It runs only.*\n/m, '')
			.replace(/^DO \$gen_sql\$\n[\s\S]*?\n\$gen_sql\$;\n/m, `SELECT 'a guard of another version';\n`);
		const line = text.split('\n').indexOf('select 1;') + 1;
		const facts = JSON.parse(read(root, `${folder}/b.json`));
		Object.assign(facts.upgrade.statements[0], { line, lastLine: line });
		const record = JSON.parse(read(root, 'out/releases/v1.0/release.json'));
		const [, revision] = record.databases[0].revisions;
		for (const [name, written, key] of [
			['b.up.sql', text, 'upgrade'],
			['b.json', JSON.stringify(facts), 'facts'],
		] as const) {
			write(root, `${folder}/${name}`, written);
			revision[key] = createHash('sha256').update(written).digest('hex');
		}
		write(root, 'out/releases/v1.0/release.json', JSON.stringify(record));
		await quiet(root);
		replace(root, 'revisions/b.ts', 'select 1', 'select 7');
		await loud(root, /"select 7" instead of "select 1"/);
	});

	test('stays what it is when a checkout ends all lines of all files with CRLF', async () => {
		const root = await released({ 'revisions/c.ts': C });
		write(root, 'revisions/d.ts', revisionText('dddd', 'cccc'));
		await release(root, 'v1.1');
		for (const folder of ['out', 'revisions'])
			for (const [file, text] of Object.entries(tree(root, folder))) write(root, file, text.replaceAll('\n', '\r\n'));
		for (const argv of [['check'], ['build', '--check']]) {
			const { code, stdout, stderr } = await run(root, argv);
			assert.is(code, 0, stdout + stderr);
		}
		replace(root, 'revisions/b.ts', 'select 1', 'select 7');
		await loud(root, /"select 7" instead of "select 1"/);
	});

	test('is compared by its parents alone in another dialect', async () => {
		const root = await released();
		write(root, 'gen-sql.config.ts', `export default { dialect: 'sqlite' };`);
		await quiet(root);
		replace(root, 'revisions/b.ts', `downRevision = "aaaa"`, 'downRevision = null');
		await loud(root, /the revision bbbb, released with v1\.0, follows base now, and did aaaa/);
	});

	test('is not looked at with --graph-only', async () => {
		const root = await released();
		replace(root, 'revisions/b.ts', 'select 1', 'select 7');
		assert.is((await run(root, ['check', '--graph-only'])).code, 0);
	});
});

suite('cli/release: damaged files', (test) => {
	const folder = 'out/releases/v1.0/main/postgresql';
	const damages: readonly (readonly [string, RegExp, (root: string) => void])[] = [
		[
			'a script that was changed',
			/^out\/releases\/v1\.0\/main\/postgresql\/b\.up\.sql:1:1: error\[RELEASE_DAMAGED\]: a file of a release was changed$/m,
			(root) => replace(root, `${folder}/b.up.sql`, 'select 1', 'select 7'),
		],
		[
			'a script that is gone',
			/b\.down\.sql:1:1: error\[RELEASE_DAMAGED\]: .* is missing$/m,
			(root) => rmSync(join(root, `${folder}/b.down.sql`)),
		],
		[
			'facts that are gone',
			/a\.json:1:1: error\[RELEASE_DAMAGED\]: .* is missing$/m,
			(root) => rmSync(join(root, `${folder}/a.json`)),
		],
		[
			'the script of all that was changed',
			/upgrade\.sql:1:1: error\[RELEASE_DAMAGED\]: .* was changed$/m,
			(root) => write(root, `${folder}/upgrade.sql`, ''),
		],
		[
			'a record that is no JSON',
			/release\.json:1:1: error\[RELEASE_DAMAGED\]: .* cannot be read$/m,
			(root) => write(root, 'out/releases/v1.0/release.json', '<<<<<<<'),
		],
		[
			'a record of something else',
			/release\.json:1:1: error\[RELEASE_DAMAGED\]: .* cannot be read$/m,
			(root) => write(root, 'out/releases/v1.0/release.json', '{"release":"v1.0"}'),
		],
	];
	for (const [what, message, damage] of damages) {
		test(`are noticed by check: ${what}`, async () => {
			const root = await released();
			damage(root);
			const { code, stdout } = await run(root, ['check']);
			assert.is(code, 1);
			assert.match(stdout, message);
			write(root, 'revisions/c.ts', C);
			await printed(root, 'build').catch(() => '');
			const again = await run(root, ['release', 'v1.1']);
			assert.is(again.code, 3, again.stderr);
			assert.match(again.stderr, message);
		});
	}

	test('do not let a revision change together with its copy', async () => {
		const root = await released();
		for (const file of ['revisions/b.ts', `${folder}/b.up.sql`]) replace(root, file, 'select 1', 'select 7');
		await loud(root, /b\.up\.sql:1:1: error\[RELEASE_DAMAGED\]: a file of a release was changed$/m);
	});

	test('do not let a revision change together with its facts', async () => {
		const root = await released();
		replace(root, 'revisions/b.ts', `op.execute('select 1');`, '');
		const facts = JSON.parse(read(root, `${folder}/b.json`));
		facts.upgrade.statements = [];
		write(root, `${folder}/b.json`, JSON.stringify(facts));
		await loud(root, /b\.json:1:1: error\[RELEASE_DAMAGED\]: a file of a release was changed$/m);
	});

	test('are a release that follows one that is gone', async () => {
		const root = await released();
		write(root, 'revisions/c.ts', C);
		await release(root, 'v1.1');
		rmSync(join(root, 'out/releases/v1.0'), { recursive: true });
		const { code, stdout } = await run(root, ['check']);
		assert.is(code, 1);
		assert.match(
			stdout,
			/v1\.1\/release\.json:1:1: error\[RELEASE_DAMAGED\]: a file of a release follows v1\.0, which is not there$/m,
		);
	});

	test('of a record keep build from writing', async () => {
		const root = await released();
		write(root, 'out/releases/v1.0/release.json', '<<<<<<<');
		replace(root, 'revisions/b.ts', 'select 1', 'select 7');
		await loud(root, /release\.json:1:1: error\[RELEASE_DAMAGED\]: a file of a release cannot be read$/m);
	});
});

suite('cli/release --amend', (test) => {
	test('lets a released revision be what it is now', async () => {
		const root = await released();
		replace(root, 'revisions/b.ts', 'select 1', 'select 7');
		assert.equal(await run(root, [...AMEND, 'bb', '--reason', ' no database\nhas run it ']), {
			code: 0,
			stdout: '',
			stderr: 'out/releases/amendments/bbbb.1: written; `gen-sql build` comes next\n',
		});
		const amendment = JSON.parse(read(root, 'out/releases/amendments/bbbb.1/amendment.json'));
		assert.equal([amendment.revision, amendment.number, amendment.reason], ['bbbb', 1, 'no database has run it']);
		await quiet(root);
		assert.match(read(root, 'out/releases/v1.0/main/postgresql/b.up.sql'), /select 1;/);
		// It is frozen as it is now.
		replace(root, 'revisions/b.ts', 'select 7', 'select 1');
		await loud(
			root,
			/the revision bbbb, released with v1\.0, has another upgrade now: "select 1" instead of "select 7"/,
		);
		await printed(root, ...AMEND, 'bbbb', '--reason', 'back again');
		assert.equal(readdirSync(join(root, 'out/releases/amendments')), ['bbbb.1', 'bbbb.2']);
		await quiet(root);
		write(root, 'revisions/c.ts', C);
		await release(root, 'v1.1');
		assert.equal(
			JSON.parse(read(root, 'out/releases/v1.1/release.json')).databases[0].revisions.map(
				({ revision }: { readonly revision: string }) => revision,
			),
			['cccc'],
		);
		await quiet(root);
	});

	test('lets parents change', async () => {
		const root = await released({ 'revisions/c.ts': C });
		replace(root, 'revisions/c.ts', `"bbbb"`, `"aaaa"`);
		await printed(root, ...AMEND, 'cccc', '--reason', 'x');
		await build(root);
		replace(root, 'revisions/c.ts', `"aaaa"`, `"bbbb"`);
		await loud(root, /^revisions\/c\.ts:5:14: error\[RELEASE_CHANGED\]: .* follows bbbb now, and did aaaa$/m);
	});

	test('lets a revision go, and come back', async () => {
		const root = await released({ 'revisions/c.ts': C });
		rmSync(join(root, 'revisions/c.ts'));
		await loud(root, /the revision cccc, released with v1\.0, is gone/);
		await printed(root, ...AMEND, 'cc', '--reason', 'no database has it');
		await quiet(root);
		write(root, 'revisions/c.ts', C);
		await loud(
			root,
			/^revisions\/c\.ts:\d+:\d+: error\[RELEASE_CHANGED\]: the revision cccc, released with v1\.0, is there again/m,
		);
		await printed(root, ...AMEND, 'cc', '--reason', 'a database has it');
		await quiet(root);
		replace(root, 'revisions/c.ts', 'select 3', 'select 7');
		await loud(root, /the revision cccc, released with v1\.0, has another upgrade now/);
	});

	test('amends what is released in several databases in all of them', async () => {
		const config = `export default { databases: { main: {}, log: { dialect: 'sqlite' } } };`;
		const root = await released({ 'gen-sql.config.ts': config });
		replace(root, 'revisions/b.ts', 'select 1', 'select 7');
		await printed(root, ...AMEND, 'bbbb', '--reason', 'x');
		assert.equal(readdirSync(join(root, 'out/releases/amendments/bbbb.1')), ['amendment.json', 'log', 'main']);
		await build(root);
		for (const name of ['main', 'log']) await printed(root, 'check', '--name', name);
	});

	test('of one database alone leaves the others as they were', async () => {
		const config = `export default { databases: { main: {}, log: { dialect: 'sqlite' } } };`;
		const root = await released({ 'gen-sql.config.ts': config });
		replace(root, 'revisions/b.ts', 'select 1', 'select 7');
		await printed(root, ...AMEND, 'bbbb', '--reason', 'x', '--name', 'main');
		await printed(root, 'build', '--name', 'main');
		await loudIn(root, 'log', /the revision bbbb, released with v1\.0, has another upgrade now/);
	});

	test('notices when the files of an amendment are changed', async () => {
		const root = await released();
		replace(root, 'revisions/b.ts', 'select 1', 'select 7');
		await printed(root, ...AMEND, 'bbbb', '--reason', 'x');
		for (const file of ['revisions/b.ts', 'out/releases/amendments/bbbb.1/main/postgresql/b.up.sql'])
			replace(root, file, 'select 7', 'select 8');
		await loud(root, /amendments\/bbbb\.1\/main\/postgresql\/b\.up\.sql:1:1: error\[RELEASE_DAMAGED\]/);
	});

	test('is made again where a run was killed', async () => {
		const root = await released();
		replace(root, 'revisions/b.ts', 'select 1', 'select 7');
		await printed(root, ...AMEND, 'bbbb', '--reason', 'x');
		const whole = tree(root, 'out');
		rmSync(join(root, 'out/releases/amendments/bbbb.1/amendment.json'));
		await loud(root, /the revision bbbb, released with v1\.0, has another upgrade now/);
		await printed(root, ...AMEND, 'bbbb', '--reason', 'x');
		assert.equal(tree(root, 'out'), whole);
	});

	test('refuses what is not released, not changed, not told apart, or has no reason', async () => {
		const root = await released({ 'revisions/b2.ts': revisionText('bbb2', 'bbbb') });
		write(root, 'revisions/c.ts', C.replace('"bbbb"', '"bbb2"'));
		for (const [argv, message, code] of [
			[['cccc', '--reason', 'x'], /error\[RELEASE_INVALID\]: no released revision begins with "cccc"/, 3],
			[['', '--reason', 'x'], /error\[RELEASE_INVALID\]: no released revision begins with ""/, 3],
			[
				['bbb', '--reason', 'x'],
				/error\[RELEASE_INVALID\]: several released revisions begin with "bbb"\nhint: bbbb, bbb2/,
				3,
			],
			[
				['bbbb', '--reason', 'x'],
				/error\[RELEASE_INVALID\]: the revision bbbb means what it meant when it was released/,
				3,
			],
			[['bbbb'], /error\[RELEASE_INVALID\]: an amendment needs a reason/, 3],
			[['bbbb', '--reason', ' \n'], /error\[RELEASE_INVALID\]: an amendment needs a reason/, 3],
			[['bbbb', '--reason', 'x', 'v1.1'], /error\[USAGE_INVALID\]: --amend makes no release "v1\.1"/, 2],
		] as const) {
			await refused(root, [...AMEND, ...argv], message, code);
		}
	});
});
