import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { command, type Ended, gensql, spawned } from '../support/process.ts';
import { project, revisionText } from '../support/project.ts';
import { repository } from '../support/sample.ts';
import { suite } from '../support/suite.ts';
import { isReachable, isRoot, NOBODY } from '../support/user.ts';

/** The command line in a shell, where `$@` is gen-sql. */
const inShell = (cwd: string, script: string): Promise<Ended> =>
	spawned(cwd, ['bash', '-c', script, 'bash', ...command()]);

const one = (up: string, imports = ''): string =>
	project({ 'revisions/a.ts': revisionText('a1', null, up, '', imports) });

/** A script that fills a pipe several times over. */
const LONG = `for (let n = 0; n < 2000; n++) op.execute("select '" + 'x'.repeat(150) + "'");`;

/** Titles with a promise each, so that the processes run side by side; they are most of the time of these tests. */
const LOCKED = 'keeps the old file in a folder that nobody may write to';

const cases: Readonly<Record<string, () => Promise<void>>> = {
	'prints the script on stdout, and what a revision prints on stderr': async () => {
		const root = one(
			`console.log('log'); console.info('info'); process.stdout.write('written\\n'); op.execute('select 1');`,
			`console.log('at the top');`,
		);
		const { code, stdout, stderr } = await gensql(root, 'upgrade', 'head');
		assert.is(code, 0, stderr);
		assert.match(stdout, /^-- upgrade base -> a1 .*select 1;.*COMMIT;\n.*RESET client_encoding;\n$/s);
		assert.not.match(stdout, /log|info|written|at the top/);
		assert.equal(stderr.split('\n').slice(0, 4), ['at the top', 'log', 'info', 'written']);
	},

	'renders the same bytes in another time zone, locale and folder': async () => {
		const created = `op.bulkInsert(op.createTable('Iİıi', [column('at', t.dateTime({ timezone: true })), column('day', t.date())]),
			[{ at: new Date(0), day: new Date('2024-02-29T23:59:59Z') }]); op.execute(sql\`SELECT \${new Date(1e12)}, \${1e-7}\`);`;
		const root = project({
			'gen-sql.config.ts': 'export default {};',
			...Object.fromEntries(
				['i', 'I', 'ä', 'z', 'Z', 'a'].map((id, at) => [`revisions/${id}${at}.ts`, revisionText(id, null, created)]),
			),
		});
		const here = await gensql(root, 'upgrade', 'heads');
		assert.is(here.code, 0, here.stderr);
		const config = join(root, 'gen-sql.config.ts');
		for (const env of [
			{ TZ: 'Asia/Kathmandu', LANG: 'tr_TR.UTF-8' },
			{ TZ: 'Pacific/Kiritimati', LC_ALL: 'C' },
			{ TZ: 'America/New_York', LC_ALL: 'sv_SE.UTF-8' },
		]) {
			const there = await spawned(tmpdir(), command('upgrade', 'heads', '--config', config), {
				...env,
				GEN_SQL_CACHE: 'off',
			});
			assert.equal([there.code, there.stdout], [0, here.stdout], there.stderr);
		}
	},

	'ends with 4 when a revision leaves the process': async () => {
		const { code, stdout, stderr } = await gensql(one('process.exit(0);'), 'upgrade', 'head');
		assert.equal([code, stdout], [4, '']);
		assert.match(stderr, /^error\[REVISION_THREW\]: the process ended before the command was done\nhint: /);
	},

	'ends with 4 when a revision never ends': async () => {
		const { code, stdout, stderr } = await gensql(one('return new Promise(() => {}) as never;'), 'upgrade', 'head');
		assert.equal([code, stdout], [4, '']);
		assert.match(stderr, /awaits something that never happens/);
	},

	'ends with 4 when a call comes late and nobody handles it': async () => {
		const { code, stdout, stderr } = await gensql(
			one(`void Promise.resolve().then(() => Promise.resolve()).then(() => op.execute('select 1'));`),
			'upgrade',
			'head',
		);
		assert.equal([code, stdout], [4, '']);
		assert.match(stderr, /^revisions\/a\.ts:6:\d+: error\[OPERATION_LATE\]/);
	},

	'ends with 4 when a call comes after everything': async () => {
		const { code, stderr } = await gensql(one(`setTimeout(() => op.execute('select 1'), 30);`), 'upgrade', 'head');
		assert.is(code, 4);
		assert.match(stderr, /revisions\/a\.ts:6:\d+: error\[OPERATION_LATE\]/);
	},

	'ends with 4 and no bug report when the code of a revision fails in the background': async () => {
		const { code, stdout, stderr } = await gensql(
			one(`void Promise.reject(new Error('in the background')); op.execute('select 1');`),
			'upgrade',
			'head',
		);
		assert.equal([code, stdout], [4, ''], stderr);
		assert.match(stderr, /^revisions\/a\.ts:6:\d+: error\[REVISION_THREW\]: Error: in the background/);
	},

	'ends in silence when the pipe is closed': async () => {
		const root = one(LONG);
		const { stdout, stderr, code } = await inShell(root, `"$@" -q upgrade head | head -1; exit \${PIPESTATUS[0]}`);
		assert.is(stderr, '');
		assert.match(stdout, /^-- upgrade base -> a1 .*\n$/);
		assert.ok(code === 141, String(code));
	},

	'writes a long script to a pipe, all of it': async () => {
		const root = one(LONG);
		const { stdout, code } = await gensql(root, 'upgrade', 'head');
		assert.is(code, 0);
		assert.is(stdout.match(/^select 'x+';$/gm)?.length, 2000);
		assert.ok(stdout.endsWith('RESET client_encoding;\n'));
	},

	'ends with 5 when stdout is a full disk': async () => {
		const { code, stderr } = await inShell(one(`op.execute('select 1')`), '"$@" upgrade head > /dev/full');
		assert.is(code, 5);
		assert.match(stderr, /^error\[FILE_UNWRITABLE\]: cannot write to stdout: the disk is full\n/);
	},

	'writes to a named pipe, and to a pipe that has no name': async () => {
		const root = one(`op.execute('select 1')`);
		const { code, stdout, stderr } = await inShell(
			root,
			'mkfifo p; "$@" -q upgrade head --output p & cat p > got; wait $! && "$@" -q upgrade head --output /dev/stdout',
		);
		assert.is(code, 0, stderr);
		assert.match(readFileSync(join(root, 'got'), 'utf8'), /select 1;/);
		assert.is(stdout, readFileSync(join(root, 'got'), 'utf8'));
	},

	[LOCKED]: async () => {
		const root = one(`op.execute('select 1')`);
		mkdirSync(join(root, 'locked'));
		spawnSync('sh', ['-c', 'echo old > locked/a.sql; chmod 666 locked/a.sql'], { cwd: root });
		chmodSync(join(root, 'locked'), 0o555);
		chmodSync(root, 0o755);
		const unprivileged = isRoot ? ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'] : [];
		const { code, stdout, stderr } = await spawned(root, [
			...unprivileged,
			...command('upgrade', 'head', '--output', 'locked/new.sql'),
		]);
		chmodSync(join(root, 'locked'), 0o755);
		assert.equal([code, stdout], [5, ''], stderr);
		assert.match(stderr, /error\[FILE_UNWRITABLE\]: cannot write .*locked\/new\.sql: permission denied\n/);
		assert.equal(readdirSync(join(root, 'locked')), ['a.sql']);
		assert.is(readFileSync(join(root, 'locked/a.sql'), 'utf8'), 'old\n');

		// A folder that is open does not make a file writable that is read-only.
		chmodSync(join(root, 'locked'), 0o777);
		chmodSync(join(root, 'locked/a.sql'), 0o444);
		const readOnly = await spawned(root, [...unprivileged, ...command('upgrade', 'head', '--output', 'locked/a.sql')]);
		assert.equal([readOnly.code, readOnly.stdout], [5, ''], readOnly.stderr);
		assert.equal(readdirSync(join(root, 'locked')), ['a.sql']);
		assert.is(readFileSync(join(root, 'locked/a.sql'), 'utf8'), 'old\n');
	},

	'keeps the old file, and leaves no part of a new one, when the disk is full': async () => {
		const root = one(LONG);
		mkdirSync(join(root, 'disk'));
		const mount = ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', join(root, 'disk')];
		const mounted = isRoot ? spawnSync('mount', mount) : undefined;
		if (mounted?.status !== 0) {
			process.stderr.write('not tested: a full disk (no right to mount one)\n');
			return;
		}
		try {
			const { code, stdout, stderr } = await inShell(
				root,
				'echo old > disk/a.sql; "$@" upgrade head --output disk/a.sql',
			);
			assert.equal([code, stdout], [5, ''], stderr);
			assert.match(stderr, /error\[FILE_UNWRITABLE\]: cannot write .*disk\/a\.sql: the disk is full\n/);
			assert.equal(readdirSync(join(root, 'disk')), ['a.sql']);
			assert.is(readFileSync(join(root, 'disk/a.sql'), 'utf8'), 'old\n');
		} finally {
			spawnSync('umount', [join(root, 'disk')]);
		}
	},
};

suite('cli/bin', (test) => {
	// Another user has to be able to read this checkout.
	const canChangeUser = !isRoot || isReachable(repository);
	if (!canChangeUser) test.skip(LOCKED);
	const running = new Map(
		Object.entries(cases)
			.filter(([title]) => canChangeUser || title !== LOCKED)
			.map(([title, run]) => {
				const done = run();
				done.catch(() => undefined);
				return [title, done] as const;
			}),
	);
	for (const [title, done] of running) test(title, () => done);

	for (const [what, code] of [
		['formats stacks and fails', `Error.prepareStackTrace = () => { throw new Error('no'); }; throw new Error('x');`],
		[
			'throws what fails when it is read',
			`throw new (class extends Error { override get message(): string { throw 1; } })();`,
		],
		['freezes Error', `Object.freeze(Error); op.execute('');`],
	] as const) {
		test(`tells the error of a revision that ${what}`, async () => {
			const { code: ended, stderr, stdout } = await gensql(project({ 'revisions/a.ts': one(code) }), 'upgrade', 'head');
			assert.is(ended, 4, stderr);
			assert.is(stdout, '');
			assert.match(stderr, /error\[\w+\]/);
			assert.not.match(stderr, '    at ');
		});
	}
});
