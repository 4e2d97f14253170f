import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { upgrade } from '../../src/index.ts';
import { golden } from '../support/golden.ts';
import { printed, project, revisionText, run } from '../support/project.ts';
import { suite } from '../support/suite.ts';

const FILES = {
	'revisions/a.ts': revisionText(
		'aaaa',
		null,
		"op.createTable('account', [column('id', t.integer()), column('name', t.text())]); op.createTable('plan', [column('id', t.integer(), { primaryKey: true })]);",
		"op.dropTable('plan'); op.dropTable('account');",
	),
	'revisions/b.ts': revisionText(
		'bbbb',
		'aaaa',
		`op.addColumn('account', column('plan_id', t.integer()));
		op.createForeignKey('account_plan', 'account', 'plan', ['plan_id'], ['id']);
		op.createTable('log', [column('id', t.integer())]);
		op.alterColumn('account', 'name', { type: t.string(20) });`,
		`op.dropTable('log'); op.dropColumn('account', 'plan_id');`,
	),
};

/** The lines of the head that tell of locks. */
const locksIn = (text: string): readonly string[] => {
	const lines = text.split('\n');
	const from = lines.findIndex((line) => line.startsWith('-- Locks on'));
	return from < 0 ? [] : lines.slice(from, lines.indexOf('--', from));
};

suite('cli/upgrade --locks', (test) => {
	test('says at the head what the script locks of what is there before it', async () => {
		const text = await printed(project(FILES), 'upgrade', 'aaaa:bbbb', '--locks');
		golden('scripts/locks.sql', text);
		assert.equal(locksIn(text), [
			'-- Locks on what is there before, as PostgreSQL 14 takes them: what waits meanwhile, and the work.',
			'--   public.account  ACCESS EXCLUSIVE     reads writes DDL  rewrite',
			'--   public.plan     SHARE ROW EXCLUSIVE  writes DDL        scan',
		]);
	});

	test('tells the work under each lock, with those that the transaction holds already', async () => {
		const locksOf = async (...calls: readonly string[]): Promise<readonly string[]> => {
			const second = revisionText('bbbb', 'aaaa', calls.join('\n'), "op.execute('SELECT 1');");
			return locksIn(await printed(project({ ...FILES, 'revisions/b.ts': second }), 'upgrade', 'aaaa:bbbb', '--locks'));
		};
		const [add, index] = [
			"op.addColumn('account', column('email', t.text()));",
			"op.createIndex('account_name', 'account', ['name']);",
		];
		const held = ['--   public.account  ACCESS EXCLUSIVE  reads writes DDL  index build'];
		const apart = [
			'--   public.account  ACCESS EXCLUSIVE  reads writes DDL  instant',
			'--   public.account  SHARE             writes DDL        index build',
		];
		assert.equal((await locksOf(add, index)).slice(1), held);
		assert.equal((await locksOf(index, add)).slice(1), apart);
		const online = index.replace(');', ', { online: true });');
		const concurrently = [
			'ACCESS EXCLUSIVE        reads writes DDL  instant',
			'SHARE UPDATE EXCLUSIVE  DDL               index build',
		];
		assert.equal(
			(await locksOf(add, online)).slice(1),
			concurrently.map((row) => `--   public.account  ${row}`),
		);
	});

	test('changes nothing else of the script, and is the same each time', async () => {
		const root = project(FILES);
		for (const direction of ['upgrade aaaa:bbbb', 'downgrade bbbb:aaaa']) {
			const argv = direction.split(' ');
			const [plain, told, again] = [
				await printed(root, ...argv),
				await printed(root, ...argv, '--locks'),
				await printed(root, ...argv, '--locks'),
			];
			assert.is(told, again);
			const locks = locksIn(told);
			assert.ok(locks.length > 1);
			assert.is(told.replace(`--\n${locks.join('\n')}\n`, ''), plain);
		}
	});

	test('tells of the version that is asked for', async () => {
		const add = revisionText(
			'bbbb',
			'aaaa',
			"op.addColumn('account', column('n', t.integer(), { serverDefault: 0 }));",
		);
		const root = project({ ...FILES, 'revisions/b.ts': add });
		const text = await printed(root, 'upgrade', 'aaaa:bbbb', '--locks', '--pg-version', '16.2');
		assert.match(text, 'as PostgreSQL 16 takes them');
		const { text: same } = await upgrade({ cwd: root, env: {} }, 'aaaa:bbbb', { locks: { pgVersion: 16 } });
		assert.is(same, text);
	});

	test('says that nothing is locked, and nothing of an empty range', async () => {
		assert.equal(locksIn(await printed(project(FILES), 'upgrade', 'bbbb', '--locks')), [
			'-- Locks on what is there before, as PostgreSQL 14 takes them: what waits meanwhile, and the work.',
			'--   none',
		]);
		assert.equal(locksIn(await printed(project(FILES), 'upgrade', 'head:head', '--locks')), []);
	});

	test('keeps names in their line, and counts what cannot be parsed', async () => {
		const up = `op.dropTable('a\\n; DROP TABLE b; --\\u202e'); op.execute('SELEC 1');`;
		const root = project({ 'revisions/a.ts': revisionText('aaaa', null, up) });
		const locks = locksIn(await printed(root, 'upgrade', 'aaaa', '--locks'));
		assert.equal(locks.slice(1), [
			'--   public.a ; DROP TABLE b; --  ACCESS EXCLUSIVE  reads writes DDL  instant',
			'-- Statements that cannot be parsed, so that nothing is known of their locks: 1.',
		]);
	});

	test('is asked for by the configuration, too, and then not for versioned files', async () => {
		const root = project({ ...FILES, 'gen-sql.config.ts': 'export default { locks: true };' });
		const asked = await printed(root, 'upgrade', 'aaaa:bbbb', '--pg-version', '12');
		assert.match(asked, 'as PostgreSQL 12 takes them');
		assert.equal(locksIn(asked).length, 3);
		const { text } = await upgrade({ cwd: root, env: {} }, 'aaaa:bbbb', { locks: false });
		assert.is(text, await printed(project(FILES), 'upgrade', 'aaaa:bbbb'));
		assert.is((await run(root, ['build'])).code, 0);
		assert.is(readFileSync(join(root, 'out/main/postgresql/b.up.sql'), 'utf8'), text);
	});

	test('gives templates of the project the same', async () => {
		const template =
			'{{#if serverVersion}}{{#each locks}}-- {{this.name}}: {{this.lock}} blocks {{this.blocks}}, {{this.work}}\n{{/each}}-- unknown: {{unparsed}}\n{{/if}}';
		const root = project({ ...FILES, 'templates/script.sql.hbs': template });
		const text = await printed(root, 'downgrade', 'bbbb:aaaa', '--locks');
		assert.match(text, '-- public.account: ACCESS EXCLUSIVE blocks reads writes DDL, instant\n');
		assert.match(text, '\n-- unknown: 0\n');
		assert.not.match(await printed(root, 'downgrade', 'bbbb:aaaa'), 'public.account');
	});

	test('refuses other dialects, unknown versions, and a version without --locks', async () => {
		const root = project(FILES);
		const mysql = await run(root, ['upgrade', 'head', '--locks', '--dialect', 'mysql']);
		assert.equal([mysql.code, mysql.stdout], [2, '']);
		assert.match(mysql.stderr, 'error[USAGE_INVALID]: what statements of mysql do is not known');
		const old = await run(root, ['upgrade', 'head', '--locks', '--pg-version', '9']);
		assert.match(old.stderr, 'error[OPTION_INVALID]: "9" is no version of PostgreSQL that is known');
		const alone = await run(root, ['downgrade', '-1', '--pg-version', '15']);
		assert.match(alone.stderr, 'error[USAGE_INVALID]: --pg-version has no meaning here without --locks');
	});
});
