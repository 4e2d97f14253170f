import { spawn, spawnSync } from 'node:child_process';
import {
	existsSync,
	lstatSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import * as assert from 'uvu/assert';
import { command } from '../support/process.ts';
import { project, revisionText, run } from '../support/project.ts';
import { suite } from '../support/suite.ts';

const A = revisionText('aaaa', null, `op.createTable('user', [column('id', t.integer())]);`, `op.dropTable('user');`);
const B = revisionText('bbbb', 'aaaa', `op.execute('select 1');`, `op.execute('select 2');`);
const files = { 'revisions/a.ts': A, 'revisions/b.ts': B };
const FOLDER = 'out/main/postgresql';
const SIX = ['a.down.sql', 'a.json', 'a.up.sql', 'b.down.sql', 'b.json', 'b.up.sql'];

const listed = (root: string): readonly string[] => readdirSync(join(root, FOLDER)).sort();
const read = (root: string, name: string): string => readFileSync(join(root, FOLDER, name), 'utf8');
const write = (root: string, name: string, text: string): void => writeFileSync(join(root, FOLDER, name), text);
const modified = (root: string): readonly number[] => SIX.map((name) => statSync(join(root, FOLDER, name)).mtimeMs);

/** A project that is built. */
async function built(more: Readonly<Record<string, string>> = {}): Promise<string> {
	const root = project({ ...files, ...more });
	const { code, stderr } = await run(root, ['build']);
	assert.is(code, 0, stderr);
	return root;
}

suite('cli/build', (test) => {
	test('writes three files for each revision and one of the heads, and says so', async () => {
		const root = project(files);
		assert.equal(await run(root, ['build']), {
			code: 0,
			stdout: '',
			stderr: `${FOLDER}: 2 revisions, 7 files written\n`,
		});
		assert.equal(listed(root), SIX);
		assert.match(read(root, 'a.up.sql'), /CREATE TABLE "user"/);
		assert.match(read(root, 'a.down.sql'), /DROP TABLE "user"/);
		assert.is(JSON.parse(read(root, 'b.json')).revision, 'bbbb');
		assert.match(readFileSync(join(root, 'revisions/HEADS'), 'utf8'), /^bbbb$/m);
	});

	test('writes nothing when nothing has changed', async () => {
		const root = await built();
		const before = modified(root);
		assert.is((await run(root, ['build'])).stderr, `${FOLDER}: 2 revisions, nothing has changed\n`);
		assert.equal(modified(root), before);
	});

	test('writes the files of the revision that has changed, and no other', async () => {
		const root = await built();
		const before = modified(root);
		writeFileSync(join(root, 'revisions/b.ts'), B.replace('select 1', 'select 3'));
		assert.is((await run(root, ['build'])).stderr, `${FOLDER}: 2 revisions, 2 files written\n`);
		assert.match(read(root, 'b.up.sql'), /select 3;/);
		const changed = SIX.filter((_, index) => modified(root)[index] !== before[index]);
		assert.equal(changed, ['b.json', 'b.up.sql']);
	});

	test('puts a file in the place of a link, and leaves alone what that leads to', async () => {
		const root = await built();
		const text = read(root, 'b.up.sql');
		writeFileSync(join(root, 'mine.sql'), text);
		rmSync(join(root, FOLDER, 'b.up.sql'));
		symlinkSync(join(root, 'mine.sql'), join(root, FOLDER, 'b.up.sql'));
		assert.match((await run(root, ['check'])).stdout, /error\[OUT_EDITED\]: b\.up\.sql: changed by hand/);
		writeFileSync(join(root, 'mine.sql'), 'mine');
		assert.is((await run(root, ['build'])).stderr, `${FOLDER}: 2 revisions, 1 file written\n`);
		assert.equal([read(root, 'b.up.sql'), readFileSync(join(root, 'mine.sql'), 'utf8')], [text, 'mine']);
		assert.not.ok(lstatSync(join(root, FOLDER, 'b.up.sql')).isSymbolicLink());
		assert.is((await run(root, ['check'])).code, 0);
	});

	test('changes no file of others but that of the heads when a revision is added', async () => {
		const root = await built();
		const before = modified(root);
		writeFileSync(join(root, 'revisions/c.ts'), revisionText('cccc', 'bbbb'));
		assert.is((await run(root, ['build'])).stderr, `${FOLDER}: 3 revisions, 4 files written\n`);
		assert.equal(modified(root), before);
		assert.match(readFileSync(join(root, 'revisions/HEADS'), 'utf8'), /^cccc$/m);
	});

	test('moves the files of a revision along with its own', async () => {
		const root = await built();
		renameSync(join(root, 'revisions/b.ts'), join(root, 'revisions/Ünï code.ts'));
		assert.is((await run(root, ['build'])).stderr, `${FOLDER}: 2 revisions, 3 files written, 3 removed\n`);
		assert.equal(listed(root), [...SIX.slice(0, 3), 'Ünï code.down.sql', 'Ünï code.json', 'Ünï code.up.sql']);
	});

	test('removes the files of a revision that is gone, and none that it has not written', async () => {
		const root = await built();
		const own = { 'README.md': 'x', 'c.up.sql': 'select 1;', 'd.json': '{}', 'e.json': 'no json', 'f.json': 'null' };
		for (const [name, text] of Object.entries(own)) write(root, name, text);
		rmSync(join(root, 'revisions/b.ts'));
		assert.is((await run(root, ['build'])).stderr, `${FOLDER}: 1 revision, 1 file written, 3 removed\n`);
		assert.equal(listed(root), [...SIX.slice(0, 3), ...Object.keys(own)].sort());
		for (const [name, text] of Object.entries(own)) assert.is(read(root, name), text);
	});

	test('leaves the script of a revision that is gone when somebody has changed it', async () => {
		const root = await built();
		write(root, 'b.up.sql', 'select 99;\n');
		rmSync(join(root, 'revisions/b.ts'));
		const { code, stderr } = await run(root, ['build']);
		assert.is(code, 0);
		assert.match(
			stderr,
			/1 revision, 1 file written, 2 removed\nleft alone, since somebody has changed it: .*b\.up\.sql$/m,
		);
		assert.is(read(root, 'b.up.sql'), 'select 99;\n');
	});

	test('takes files whose lines a checkout has ended with CRLF as they are', async () => {
		const root = await built();
		for (const name of SIX) write(root, name, read(root, name).replaceAll('\n', '\r\n'));
		const before = modified(root);
		assert.is((await run(root, ['build', '--check'])).code, 0);
		assert.is((await run(root, ['build'])).stderr, `${FOLDER}: 2 revisions, nothing has changed\n`);
		assert.equal(modified(root), before);
		rmSync(join(root, 'revisions/b.ts'));
		assert.match((await run(root, ['build'])).stderr, /1 file written, 3 removed/);
	});

	test('puts right what was cut off, emptied or damaged', async () => {
		const root = await built();
		const whole = SIX.map((name) => read(root, name));
		write(root, 'a.up.sql', read(root, 'a.up.sql').slice(0, 100));
		write(root, 'a.json', '');
		rmSync(join(root, FOLDER, 'b.down.sql'));
		write(root, 'b.json', read(root, 'b.json').slice(0, -9));
		assert.match((await run(root, ['build'])).stderr, /4 files written/);
		assert.equal(
			SIX.map((name) => read(root, name)),
			whole,
		);
	});

	test('writes nothing when a revision cannot be rendered, and tells of all', async () => {
		const root = await built();
		writeFileSync(join(root, 'revisions/b.ts'), B.replace('select 1', 'select 3'));
		writeFileSync(join(root, 'revisions/c.ts'), revisionText('cccc', 'bbbb', `throw new Error('oh')`));
		writeFileSync(join(root, 'revisions/d.ts'), revisionText('dddd', 'cccc', `op.createTable(5 as never, []);`));
		const before = modified(root);
		const { code, stderr } = await run(root, ['build']);
		assert.is(code, 4);
		assert.match(stderr, /^revisions\/c\.ts:\d+:\d+: error\[REVISION_THREW\]/m);
		assert.match(stderr, /^revisions\/d\.ts:\d+:\d+: error\[ARGUMENT_INVALID\]/m);
		assert.equal([modified(root), listed(root)], [before, SIX]);
	});

	test('builds all databases, or the one that is named', async () => {
		const config = `export default { databases: { main: {}, 'log-2': { dialect: 'sqlite', revisions: 'log' } } };`;
		const two = { ...files, 'log/x.ts': revisionText('xxxx', null), 'gen-sql.config.ts': config };
		const root = project(two);
		assert.is(
			(await run(root, ['build'])).stderr,
			`${FOLDER}: 2 revisions, 7 files written\nout/log-2/sqlite: 1 revision, 4 files written\n`,
		);
		assert.is(
			(await run(root, ['build', '--name', 'log-2'])).stderr,
			'out/log-2/sqlite: 1 revision, nothing has changed\n',
		);
		const other = project(two);
		await run(other, ['build', '--name', 'main']);
		assert.equal(readdirSync(join(other, 'out')), ['main']);
	});

	test('names the heads of databases that share only their first folder in a file for each', async () => {
		const root = project({
			...files,
			'log/x.ts': revisionText('xxxx', 'aaaa'),
			'gen-sql.config.ts': `export default { databases: {
				main: {}, copy: { revisions: ['./revisions/'] }, log: { revisions: ['revisions', 'log'] } } };`,
		});
		await run(root, ['build']);
		const heads = readdirSync(join(root, 'revisions')).filter((name) => name.endsWith('HEADS'));
		assert.equal(heads, ['copy.HEADS', 'log.HEADS', 'main.HEADS']);
		assert.match(readFileSync(join(root, 'revisions/main.HEADS'), 'utf8'), /^bbbb$/m);
		assert.match(readFileSync(join(root, 'revisions/log.HEADS'), 'utf8'), /^bbbb\nxxxx$/m);
		assert.is((await run(root, ['build', '--check'])).code, 0);
	});

	test('names the heads of databases that share all their revisions in one file', async () => {
		const config = `export default { databases: { main: {}, lite: { dialect: 'sqlite' } } };`;
		const root = project({ ...files, 'gen-sql.config.ts': config });
		await run(root, ['build']);
		assert.equal(
			readdirSync(join(root, 'revisions')).filter((name) => name.endsWith('HEADS')),
			['HEADS'],
		);
		assert.is((await run(root, ['build', '--check'])).code, 0);
	});

	test('says what the system refuses', async () => {
		const root = project({ ...files, out: 'a file' });
		const { code, stderr } = await run(root, ['build']);
		assert.is(code, 5);
		assert.match(
			stderr,
			/error\[FILE_UN(?:READABLE|WRITABLE)\]: cannot \w+ .*\/out\/[\w/]+: a part of its path is not a folder/,
		);
	});

	test('removes what a run has left that was killed while it wrote, when it is old', async () => {
		const root = await built();
		write(root, '.gen-sql-0123456789ab.tmp', 'half');
		write(root, '.gen-sql-notes.tmp', 'mine');
		writeFileSync(join(root, 'revisions/b.ts'), B.replace('select 1', 'select 3'));
		await run(root, ['build']);
		assert.ok(listed(root).includes('.gen-sql-0123456789ab.tmp'), 'another run may be writing it now');
		const { utimesSync } = await import('node:fs');
		utimesSync(join(root, FOLDER, '.gen-sql-0123456789ab.tmp'), 0, 0);
		writeFileSync(join(root, 'revisions/b.ts'), B);
		await run(root, ['build']);
		assert.equal(
			listed(root).filter((name) => name.startsWith('.')),
			['.gen-sql-notes.tmp'],
		);
	});

	test('writes nothing for an empty project', async () => {
		const root = project({ 'gen-sql.config.ts': 'export default {};', 'revisions/.gitkeep': '' });
		assert.is((await run(root, ['build'])).stderr, `${FOLDER}: 0 revisions, nothing has changed\n`);
		assert.not.ok(existsSync(join(root, FOLDER)));
	});
});

suite('cli/build --check', (test) => {
	test('writes nothing, and ends with 1 when a file is missing, outdated, changed or extra', async () => {
		const changes: Readonly<Record<string, (root: string) => void>> = {
			missing: (root) => rmSync(join(root, FOLDER, 'a.down.sql')),
			outdated: (root) => writeFileSync(join(root, 'revisions/b.ts'), B.replace('select 1', 'select 3')),
			edited: (root) => write(root, 'a.up.sql', `${read(root, 'a.up.sql')}-- and more\n`),
			extra: (root) => rmSync(join(root, 'revisions/b.ts')),
		};
		for (const [what, change] of Object.entries(changes)) {
			const root = await built();
			change(root);
			const before = listed(root).map((name) => read(root, name));
			const { code, stderr } = await run(root, ['build', '--check']);
			assert.is(code, 1, what);
			assert.match(stderr, /not as it should be/, what);
			assert.equal(
				listed(root).map((name) => read(root, name)),
				before,
				what,
			);
		}
	});

	test('prints a patch that does what a build would', async () => {
		const root = await built();
		rmSync(join(root, FOLDER, 'a.down.sql'));
		write(root, 'a.up.sql', `${read(root, 'a.up.sql')}-- and more`);
		write(root, 'b.up.sql', read(root, 'b.up.sql').replaceAll('\n', '\r\n'));
		rmSync(join(root, 'revisions/b.ts'));
		writeFileSync(join(root, 'revisions/c d.ts'), revisionText('cccc', 'aaaa'));
		const { code, stdout } = await run(root, ['build', '--check']);
		assert.is(code, 1);
		write(root, 'b.up.sql', read(root, 'b.up.sql').replaceAll('\r\n', '\n'));
		const { status, stderr } = spawnSync('git', ['apply', '-'], { cwd: root, input: stdout, encoding: 'utf8' });
		assert.is(status, 0, stderr);
		assert.is((await run(root, ['build'])).stderr, `${FOLDER}: 2 revisions, nothing has changed\n`);
	});

	test('ends with 0 when nothing differs', async () => {
		const root = await built();
		assert.equal(await run(root, ['build', '--check']), {
			code: 0,
			stdout: '',
			stderr: `${FOLDER}: 2 revisions, nothing has changed\n`,
		});
	});
});

/** Bodies that render differently each time, and the line that does it. */
const UNSTABLE: Readonly<Record<string, string>> = {
	'draws lots': `op.execute('select 1'); op.execute(\`select \${Math.random()}\`);`,
	'asks a clock': `op.execute(\`select '\${process.hrtime.bigint()}'\`);`,
	'has drawn lots when it was loaded': `op.execute(\`select \${LOT}\`);`,
	'has another number of statements': `COUNT.n++; for (let n = 0; n < COUNT.n; n++) op.execute('select 1');`,
};

suite('cli/build of what changes by itself', (test) => {
	for (const [title, body] of Object.entries(UNSTABLE)) {
		test(`names a revision that ${title}`, async () => {
			const constants = `const LOT = Math.random();\nconst COUNT = ((globalThis as never as { counted: { n: number } }).counted ??= { n: 0 });\n`;
			const text = revisionText('cccc', 'bbbb', body).replace(
				'export const revision',
				`${constants}export const revision`,
			);
			const root = project({ ...files, 'revisions/c.ts': text });
			for (const argv of [['build'], ['build', '--check'], ['build', '--check']]) {
				const { code, stderr } = await run(root, argv);
				assert.is(code, 4, stderr);
				assert.match(
					stderr,
					/^revisions\/c\.ts:\d+:\d+: error\[REVISION_UNSTABLE\]: the revision cccc renders differently each time$/m,
				);
			}
			assert.not.ok(existsSync(join(root, FOLDER, 'c.up.sql')));
			mkdirSync(join(root, 'out'), { recursive: true });
			const { code, stdout } = await run(root, ['check']);
			assert.is(code, 1);
			assert.match(stdout, /error\[REVISION_UNSTABLE\]/);
		});
	}
});

suite('cli/build of a file that changes meanwhile', (test) => {
	test('says that it may be built again', async () => {
		const constants = `const CALLS = ((globalThis as never as { calls: { n: number } }).calls ??= { n: 0 });\n`;
		const text = revisionText('cccc', 'bbbb', `CALLS.n++; op.execute('select ' + Math.min(CALLS.n, 2));`);
		const root = project({ ...files, 'revisions/c.ts': text.replace('export const', `${constants}export const`) });
		const { code, stderr } = await run(root, ['build']);
		assert.is(code, 4);
		assert.match(stderr, /REVISION_UNSTABLE.*\nhint: .*If a file was changed meanwhile, build again$/m);
		assert.is((await run(root, ['build'])).code, 0);
	});
});

suite('cli/check of the versioned files', (test) => {
	test('names each file that is not as it should be, with its line', async () => {
		const root = await built();
		assert.is((await run(root, ['check'])).code, 0);
		write(root, 'a.up.sql', read(root, 'a.up.sql').replace('CREATE TABLE "user"', 'CREATE TABLE "users"'));
		writeFileSync(join(root, 'revisions/b.ts'), B.replace('select 1', 'select 3'));
		writeFileSync(join(root, 'revisions/c.ts'), revisionText('cccc', 'bbbb'));
		const { code, stdout } = await run(root, ['check']);
		assert.is(code, 1);
		const line =
			read(root, 'a.up.sql')
				.split('\n')
				.findIndex((text) => text.includes('CREATE TABLE "users"')) + 1;
		assert.match(
			stdout,
			new RegExp(`^${FOLDER}/a\\.up\\.sql:${line}:1: error\\[OUT_EDITED\\]: a\\.up\\.sql: changed by hand$`, 'm'),
		);
		assert.match(
			stdout,
			/^out\/main\/postgresql\/b\.up\.sql:\d+:1: error\[OUT_OUTDATED\]: b\.up\.sql, b\.json: not what the revisions render to$/m,
		);
		assert.match(stdout, /^revisions\/c\.ts:1:1: error\[OUT_OUTDATED\]: c\.up\.sql, c\.down\.sql, c\.json: missing$/m);
		assert.match(stdout, /^4 problems$/m);
	});

	test('looks at none where there is no folder for them', async () => {
		assert.is((await run(project(files), ['check'])).code, 0);
	});
});

suite('cli/build --watch', (test) => {
	test('builds, then again after each change, also after one that is wrong', async () => {
		const root = project({ ...files, 'revisions/lib/name.ts': `export const name: string = 'one';\n` });
		const [program = '', ...argv] = command('build', '--watch');
		const child = spawn(program, argv, { cwd: root, env: { ...process.env, GEN_SQL_CACHE: 'off' } });
		let said = '';
		child.stderr.on('data', (text) => {
			said += text;
		});
		const until = async (what: RegExp): Promise<void> => {
			for (let tries = 0; tries < 400 && !what.test(said); tries++) await setTimeout(50);
			assert.match(said, what);
			said = '';
		};
		try {
			await until(/2 revisions, 7 files written\n/);
			const using = revisionText(
				'bbbb',
				'aaaa',
				"op.execute('select 1 as ' + name);",
				'',
				`import { name } from './lib/name.ts';`,
			);
			writeFileSync(join(root, 'revisions/b.ts'), using);
			await until(/2 revisions, 3 files written\n/);
			writeFileSync(join(root, 'revisions/lib/name.ts'), `export const name: string = 'two';\n`);
			await until(/2 revisions, 2 files written\n/);
			assert.match(read(root, 'b.up.sql'), /select 1 as two;/);
			writeFileSync(join(root, 'revisions/b.ts'), 'const = 1;');
			await until(/^revisions\/b\.ts:1:7: error\[REVISION_SYNTAX\]/m);
			rmSync(join(root, 'revisions/b.ts'));
			await until(/1 revision, 1 file written, 3 removed\n/);
		} finally {
			child.kill();
		}
	});

	test('does not go with --check', async () => {
		const { code, stderr } = await run(project(files), ['build', '--watch', '--check']);
		assert.is(code, 2);
		assert.match(stderr, /error\[USAGE_INVALID\]: --watch writes what --check would only show/);
	});
});
