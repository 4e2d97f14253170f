import * as assert from 'uvu/assert';
import { ensureVersion } from '../../src/index.ts';
import { printed, project, run } from '../support/project.ts';
import { suite } from '../support/suite.ts';

const files = { 'gen-sql.config.ts': `export default { versionTable: 'v', versionTableSchema: 'ops' };` };

suite('cli/ensure-version', (test) => {
	test('prints a script that creates the table, and its schema on request', async () => {
		const root = project(files);
		const text = await printed(root, 'ensure-version');
		assert.match(text, /^-- create the table ops\.v where it is not there \(postgresql\)\n--\n/);
		assert.match(text, /^BEGIN;\n\nDO \$gen_sql\$$.*^ {8}CREATE TABLE ops\.v \($.*^\$gen_sql\$;\n\nCOMMIT;$/ms);
		const both = await printed(root, 'ensure-version', '--create-schema');
		assert.match(both, /^BEGIN;\n\nCREATE SCHEMA IF NOT EXISTS ops;\n\nDO \$gen_sql\$$/m);
		assert.equal(await ensureVersion({ cwd: root }, { createSchema: true }), { text: both });
	});

	test('needs no revisions', async () => {
		const text = await printed(project({ 'gen-sql.config.ts': 'export default {};' }), 'ensure-version');
		assert.match(text, 'CREATE TABLE IF NOT EXISTS gen_sql_version (');
	});

	test('speaks the dialect of the project', async () => {
		const root = project({ 'gen-sql.config.ts': 'export default {};' });
		const sqlite = await printed(root, 'ensure-version', '--dialect', 'sqlite');
		assert.match(sqlite, /^SAVEPOINT gen_sql_script;$.*^RELEASE gen_sql_script;$/ms);
		assert.not.match(await printed(root, 'ensure-version', '--dialect', 'mysql'), 'BEGIN');
	});

	for (const [argv, config, code, message] of [
		[['--create-schema'], '{}', 2, 'no schema of its own that could be created\nhint: set versionTableSchema'],
		[['--create-schema', '--dialect', 'sqlite'], `{ versionTableSchema: 'ops' }`, 4, 'error[OPERATION_UNSUPPORTED]'],
	] as const) {
		test(`refuses ${argv.join(' ')} with ${config}`, async () => {
			const root = project({ 'gen-sql.config.ts': `export default ${config};` });
			const ended = await run(root, ['ensure-version', ...argv]);
			assert.equal([ended.code, ended.stdout], [code, '']);
			assert.ok(ended.stderr.includes(message), ended.stderr);
		});
	}
});

suite('cli/list-templates', (test) => {
	test('lists the kinds of projects, and needs none', async () => {
		const { code, stdout, stderr } = await run(project({}), ['list-templates']);
		assert.is(code, 0);
		assert.match(stdout, /^generic +One database\.\nmultidb +\S/);
		assert.is(stderr, 'next: gen-sql init --template generic\n');
	});
});
