import { existsSync, lstatSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { explain, main } from '../../src/cli/main.ts';
import { ERRORS } from '../../src/core/error.ts';
import { packageVersion } from '../../src/modules/files.ts';
import { fakeIo } from '../support/io.ts';
import { project, revisionText, run } from '../support/project.ts';
import { suite } from '../support/suite.ts';

const files = {
	'revisions/a.ts': revisionText('a1', null, `op.execute('select 1')`),
	'revisions/b.ts': revisionText('b1', 'a1', `op.execute('select 2')`),
};

/** A project of one revision with this text. */
const one = (text: string): string => project({ 'revisions/a.ts': text });

suite('cli/main', (test) => {
	test('shows help without arguments and ends with 0', async () => {
		const { code, stdout, stderr } = await run('/nowhere', []);
		assert.equal([code, stderr], [0, '']);
		assert.match(stdout, /^Usage\n.*\nAvailable Commands\n.*[^\n]\n$/s);
		assert.is((await run('/nowhere', ['--help'])).stdout, stdout);
	});

	test('shows the version, wherever it is', async () => {
		assert.equal(await run('/nowhere', ['--version']), {
			code: 0,
			stdout: `gen-sql ${packageVersion()}\n`,
			stderr: '',
		});
	});

	test('tells of all that is wrong with the graph, each with its line and its hint', async () => {
		const root = project({
			'revisions/a.ts': revisionText('a1', 'gone'),
			'revisions/b.ts': revisionText('b1', 'lost'),
		});
		const { code, stderr } = await run(root, ['heads']);
		assert.is(code, 3);
		assert.match(
			stderr,
			/^revisions\/a\.ts:\d+:\d+: error\[GRAPH_BROKEN\]: .*"gone".*\nhint: .*\nrevisions\/b\.ts:\d+:\d+: .*"lost".*\nhint: .*\n$/,
		);
		assert.not.match(stderr, /:1:1:/);
	});

	for (const [what, code, error, root, argv] of [
		['a wrong command', 2, 'USAGE_INVALID', () => '/nowhere', ['upgrad']],
		['a wrong option', 2, 'OPTION_UNKNOWN', () => '/nowhere', ['upgrade', 'head', '--hed']],
		['a missing value', 2, 'OPTION_INVALID', () => '/nowhere', ['upgrade', 'head', '--output']],
		['a missing argument', 2, 'USAGE_INVALID', () => '/nowhere', ['upgrade']],
		['no project', 3, 'PROJECT_MISSING', () => project({}), ['heads']],
		['a wrong setting', 3, 'CONFIG_INVALID', () => project({ 'gen-sql.config.ts': 'export default 1;' }), ['heads']],
		['a broken graph', 3, 'GRAPH_BROKEN', () => one(revisionText('a1', 'gone')), ['heads']],
		['a revision without an id', 3, 'REVISION_INVALID', () => one('export {};'), ['history']],
		['an unknown revision', 3, 'REVISION_NOT_FOUND', () => project(files), ['upgrade', 'nope']],
		['a wrong range', 3, 'RANGE_INVALID', () => project(files), ['upgrade', 'b1:a1']],
		['an unknown dialect', 2, 'OPTION_INVALID', () => project(files), ['upgrade', 'head', '--dialect', 'db2']],
		[
			'a dialect that is not rendered',
			3,
			'DIALECT_UNKNOWN',
			() => project({ 'gen-sql.config.ts': `export default { dialect: 'db2' };` }),
			['heads'],
		],
		[
			'an error in a revision',
			4,
			'REVISION_THREW',
			() => one(revisionText('a1', null, 'throw 1')),
			['upgrade', 'head'],
		],
		['a mistake in the grammar', 4, 'REVISION_SYNTAX', () => one('export const = 1;'), ['heads']],
		[
			'a refused call',
			4,
			'ARGUMENT_INVALID',
			() => one(revisionText('a1', null, `op.execute('')`)),
			['upgrade', 'head'],
		],
		[
			'no folder for the output',
			5,
			'FILE_UNWRITABLE',
			() => project(files),
			['upgrade', 'head', '--output', 'no/a.sql'],
		],
		['a file that cannot be read', 5, 'FILE_UNREADABLE', () => project({ ...files, '.env/a': '' }), ['heads']],
	] as const) {
		test(`ends with ${code} and an empty stdout for ${what}`, async () => {
			const { code: ended, stdout, stderr } = await run(root(), argv);
			assert.is(ended, code, stderr);
			assert.is(stdout, '');
			assert.match(stderr, new RegExp(`^(\\S+:\\d+:\\d+: )?error\\[${error}\\]: .*[^.]\\n(hint: .*\\n)?$`));
		});
	}

	test('names a file below the folder by its path from there, and one elsewhere in full', async () => {
		const root = one(revisionText('a1', 'gone'));
		assert.match((await run(root, ['heads'])).stderr, /^revisions\/a\.ts:5:14: error/);
		const elsewhere = project({
			'gen-sql.config.ts': `export default { revisions: ${JSON.stringify(`${root}/revisions`)} };`,
		});
		assert.ok((await run(elsewhere, ['heads'])).stderr.startsWith(`${root}/revisions/a.ts:5:14: error`));
	});

	test('colours errors unless that is unwanted', async () => {
		const painted = async (argv: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<string> => {
			const io = { ...fakeIo('/nowhere', env), paint: { error: (text: string) => `<${text}>`, hint: String } };
			let stderr = '';
			await main(argv, {
				...io,
				err: (text) => {
					stderr += text;
				},
			});
			return stderr;
		};
		assert.match(await painted(['nope']), /^<error>\[/);
		assert.match(await painted(['nope', '--no-color']), /^error\[/);
		assert.match(await painted(['nope'], { NO_COLOR: '1' }), /^error\[/);
		assert.match(await painted(['nope'], { NO_COLOR: '' }), /^<error>\[/);
	});

	test('says what it did on stderr, and nothing with --quiet', async () => {
		const root = project(files);
		const loud = await run(root, ['upgrade', 'head']);
		assert.is(loud.stderr, 'upgrade base -> b1: 2 revisions, postgresql\n');
		assert.equal(await run(root, ['-q', 'upgrade', 'head']), { ...loud, stderr: '' });
		assert.match((await run(root, ['-q', 'upgrade', 'nope'])).stderr, /^error/);
	});

	test('names the target of a database URL', async () => {
		const { stderr } = await run(project(files), ['upgrade', 'head'], { DATABASE_URL: 'postgres://a:b@db/chat' });
		assert.is(stderr, 'upgrade base -> b1: 2 revisions, postgresql, for chat on db\n');
	});

	test('writes to a file instead of stdout, the same bytes', async () => {
		const root = project({ ...files, 'deploy.sql': 'old' });
		const { stdout } = await run(root, ['upgrade', 'head']);
		const written = await run(root, ['upgrade', 'head', '--output', 'deploy.sql']);
		assert.equal([written.code, written.stdout], [0, '']);
		assert.is(readFileSync(join(root, 'deploy.sql'), 'utf8'), stdout);
		assert.is((await run(root, ['heads', '--output', join(root, 'heads.txt')])).code, 0);
		assert.is(readFileSync(join(root, 'heads.txt'), 'utf8'), 'b1 (head)\n');
	});

	test('keeps the file as it was, and makes none, when there is an error', async () => {
		const root = project({ ...files, 'deploy.sql': 'old' });
		assert.is((await run(root, ['upgrade', 'nope', '--output', 'deploy.sql'])).code, 3);
		assert.is(readFileSync(join(root, 'deploy.sql'), 'utf8'), 'old');
		assert.is((await run(root, ['upgrade', 'nope', '--output', 'new.sql'])).code, 3);
		assert.not.ok(existsSync(join(root, 'new.sql')));
		assert.equal(readdirSync(root).sort(), ['deploy.sql', 'revisions']);
	});

	test('writes to a device and through a link', async () => {
		const root = project({ ...files, 'real/deploy.sql': 'old' });
		symlinkSync('real/deploy.sql', join(root, 'link.sql'));
		assert.is((await run(root, ['upgrade', 'head', '--output', 'link.sql'])).code, 0);
		assert.ok(lstatSync(join(root, 'link.sql')).isSymbolicLink());
		assert.match(readFileSync(join(root, 'real/deploy.sql'), 'utf8'), /select 2/);
		const nothing = await run(root, ['upgrade', 'head', '--output', '/dev/null']);
		assert.equal([nothing.code, nothing.stdout], [0, '']);
		assert.ok(lstatSync('/dev/null').isCharacterDevice());
	});

	test('prints no password, no control character, and one line of an error', async () => {
		const root = project(files);
		const url = 'postgres://app:s3c@s3cr3t@db/chat';
		for (const argv of [
			['heads', '--dialect', url],
			['upgrade', 'head', url],
			['heads', '--config', url],
		]) {
			const { stderr } = await run(root, argv);
			assert.not.match(stderr, 's3cr3t');
		}
		const odd = project({
			'revisions/a.ts': revisionText('a1', null, `op.createTable('x\\n\\u001b[31m'.repeat(20), [])`),
		});
		const { stderr } = await run(odd, ['upgrade', 'head']);
		assert.is(stderr.split('\n').length, 3, stderr);
		assert.not.ok(stderr.includes('\u001b'));
	});

	test('shows the line in the revision, and below it the line in the helper', async () => {
		const root = project({
			'revisions/a.ts': revisionText('a1', null, 'add(op);', '', `import { add } from './lib/h.ts';`),
			'revisions/lib/h.ts': `import type { Op } from 'gen-sql';\n\nexport const add = (op: Op) => op.dropTable('');`,
		});
		const { stderr } = await run(root, ['upgrade', 'head']);
		assert.match(
			stderr,
			/^revisions\/a\.ts:6:\d+: error\[IDENTIFIER_INVALID\].*\ncalled in revisions\/lib\/h\.ts:3:\d+\n/,
		);
	});

	test('writes nothing when the output cannot be written', async () => {
		const root = project(files);
		const { code, stdout } = await run(root, ['revision', '-m', 'x', '--output', 'missing/file']);
		assert.equal([code, stdout], [5, '']);
		assert.equal(readdirSync(join(root, 'revisions')).length, Object.keys(files).length);
	});

	test('refuses an output without a name', async () => {
		const { code, stdout, stderr } = await run(project(files), ['upgrade', 'head', '--output=']);
		assert.is(code, 2, stderr);
		assert.is(stdout, '');
	});

	test('ends with 5 when stdout refuses, with 141 when it is closed', async () => {
		for (const [refusal, code, said] of [
			['ENOSPC', 5, /^error\[FILE_UNWRITABLE\]: cannot write to stdout: the disk is full\n/m],
			['EPIPE', 141, /^$/],
		] as const) {
			const io = fakeIo(project(files));
			const refuse = (): never => {
				throw Object.assign(new Error(refusal), { code: refusal });
			};
			assert.is(await main(['--quiet', 'upgrade', 'head'], { ...io, out: refuse, err: io.err }), code);
			assert.match(io.stderr, said);
		}
	});

	test('calls what it cannot explain a bug', async () => {
		for (const bug of [new TypeError('oops'), 'oops']) {
			const io = fakeIo();
			assert.is(explain(bug, io), 70);
			assert.match(io.stderr, /^internal error: (TypeError: )?oops/);
			assert.match(io.stderr, /please report it/);
		}
	});

	test('has an exit code from 2 to 5 for every error, and a line about it', () => {
		for (const [code, { exitCode, about }] of Object.entries(ERRORS)) {
			assert.ok([2, 3, 4, 5].includes(exitCode), code);
			assert.match(about, /^\S.*\.$/);
		}
	});
});
