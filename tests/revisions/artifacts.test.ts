import * as assert from 'uvu/assert';
import { sha256 } from '../../src/core/hash.ts';
import { loadGraph, loadProject, renderArtifacts } from '../../src/index.ts';
import { project, revisionText } from '../support/project.ts';
import { suite } from '../support/suite.ts';

suite('revisions/artifacts', (test) => {
	test('a revision that cannot be undone has a file that says why', async () => {
		const text = revisionText('a1', null, `op.createTable('a', []);`).replace(
			/export function downgrade.*/,
			"export const downgrade = irreversible('the passwords are\\n gone');",
		);
		const cwd = project({ 'revisions/a.ts': `import { irreversible } from 'gen-sql';\n${text}` });
		const own = await loadProject({ cwd });
		const [up, down, facts] = await renderArtifacts(own, await loadGraph(own), 'a1');
		assert.match(up?.text ?? '', 'CREATE TABLE a ()');
		const comment = /^-- the revision a1 cannot be undone: the passwords are gone\n--\n-- Restore a backup/;
		assert.match(down?.text ?? '', comment);
		assert.match(down?.text ?? '', "RAISE EXCEPTION USING MESSAGE = 'gen-sql: the revision a1 cannot be undone");
		assert.equal(JSON.parse(facts?.text ?? '').downgrade, {
			irreversible: 'the passwords are gone',
			sha256: sha256(down?.text ?? ''),
		});
	});

	test('databases that share revisions have files of their own, and a revision knows which it is run for', async () => {
		const cwd = project({
			'gen-sql.config.ts': `export default { databases: { chat: { dialect: 'mysql' }, audit: {} } };`,
			'revisions/a.ts': revisionText('a1', null, "op.execute('select 1 as ' + op.getContext().database);"),
		});
		for (const [database, dialect] of [
			['chat', 'mysql'],
			['audit', 'postgresql'],
		] as const) {
			const own = await loadProject({ cwd, database });
			const [up] = await renderArtifacts(own, await loadGraph(own), 'a1');
			assert.is(up?.file, `${own.out}/${database}/${dialect}/a.up.sql`);
			assert.match(up?.text ?? '', `-- Database: ${database}\n`);
			assert.match(up?.text ?? '', `\nselect 1 as ${database};\n`);
		}
	});

	test('a project that names no database has none in the head of its scripts', async () => {
		const own = await loadProject({ cwd: project({ 'revisions/a.ts': revisionText('a1', null) }) });
		const [up] = await renderArtifacts(own, await loadGraph(own), 'a1');
		assert.is(up?.file, `${own.out}/main/postgresql/a.up.sql`);
		assert.not.match(up?.text ?? '', 'Database:');
	});
});
