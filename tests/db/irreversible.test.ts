import * as assert from 'uvu/assert';
import { loadGraph, loadProject, renderArtifacts } from '../../src/index.ts';
import { byStatement, messageOf } from '../support/clients.ts';
import { hasMariadb, mariadb } from '../support/mariadb.ts';
import { onServers } from '../support/on-servers.ts';
import { project, revisionText } from '../support/project.ts';
import { sqliteDatabase } from '../support/sqlite.ts';
import { suite } from '../support/suite.ts';

const SAYS = 'gen-sql: the revision aaa cannot be undone: it\'s gone; really "gone" %';

/** The script that would lead back from a revision from which nothing does. */
async function noWayBack(dialect: string): Promise<string> {
	const reason = `irreversible('it\\'s gone;\\n really "gone" %')`;
	const text = revisionText('aaa', null).replace(/export function downgrade.*/, `export const downgrade = ${reason};`);
	const cwd = project({ 'revisions/a.ts': `import { irreversible } from 'gen-sql';\n${text}` });
	const own = await loadProject({ cwd, dialect });
	const [, down] = await renderArtifacts(own, await loadGraph(own), 'aaa');
	return down?.text ?? '';
}

onServers('db/irreversible', (test, { open }) => {
	test('the script fails and says why, in any client', async () => {
		const database = await open();
		const script = await noWayBack('postgresql');
		assert.match(await messageOf(database.exec(script)), SAYS);
		assert.match(await messageOf(byStatement(database, script)), SAYS);
	});
});

suite('db/irreversible elsewhere', (test) => {
	test('SQLite fails, and says why', async () => {
		const script = await noWayBack('sqlite');
		assert.throws(
			() => sqliteDatabase().exec(script),
			({ message }: Error) => message.includes(SAYS),
		);
	});

	(hasMariadb ? test : test.skip)('MariaDB fails, and says why', async () => {
		const { code, stderr } = (await mariadb())(await noWayBack('mysql'));
		assert.is(code, 1);
		// It cuts keys in messages.
		assert.match(stderr, "gen-sql: the revision aaa cannot be undone: it's gone");
	});
});
