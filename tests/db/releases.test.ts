import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { catalog, isEmpty, withoutPositions } from '../support/catalog.ts';
import { byPsql } from '../support/clients.ts';
import { onServers } from '../support/on-servers.ts';
import type { Database } from '../support/postgres.ts';
import { printed, project, revisionText } from '../support/project.ts';
import { repository, sample } from '../support/sample.ts';

/** Where the first release ends. */
const FIRST = '71e0c5b94fa8';

const names = readdirSync(join(repository, 'revisions'), { recursive: true, encoding: 'utf8' });
const files = new Map(
	names
		.filter((name) => /\.(?:ts|sql|json)$/.test(name))
		.map((name) => [name, readFileSync(join(repository, 'revisions', name), 'utf8')]),
);

/** A revision with a parameter: its script has a placeholder. */
const note = revisionText(
	'note',
	'5ea90d3c81f6',
	`op.createTable('note', [column('body', t.text())]); op.execute(sql\`insert into note values (\${param('body', t.text())})\`);`,
	"op.dropTable('note');",
);

/** The sample project, released twice. */
async function released(): Promise<string> {
	const { graph } = await sample();
	const first = new Set([...graph.ancestors([FIRST]), FIRST]);
	const isLater = (name: string): boolean => {
		const [id = ''] = name.split('_');
		return graph.nodes.has(id) && !first.has(id);
	};
	const early = [...files].filter(([name]) => !isLater(name)).map(([name, text]) => [`revisions/${name}`, text]);
	const root = project({ 'gen-sql.config.ts': 'export default {};\n', ...Object.fromEntries(early) });
	await printed(root, 'build');
	await printed(root, 'release', 'v1');
	for (const [name, text] of files) writeFileSync(join(root, 'revisions', name), text);
	writeFileSync(join(root, 'revisions/note.ts'), note);
	await printed(root, 'build');
	await printed(root, 'release', 'v2');
	return root;
}

const made = released();

const script = async (name: string): Promise<string> =>
	readFileSync(join(await made, 'out/releases', name, 'main/postgresql/upgrade.sql'), 'utf8');

/** As a DBA runs a script that has a placeholder. */
async function filledIn(database: Database, text: string): Promise<void> {
	const { code, stderr } = await database.psql(text, { args: ['-v', 'ON_ERROR_STOP=1', '-v', "body='it''s done'"] });
	assert.is(code, 0, stderr);
}

onServers('db/releases', (_, { open, needsPsql }) => {
	needsPsql('lead from release to release to where one script leads, and back', async () => {
		const root = await made;
		const apply = byPsql();
		const [database, other] = [await open(), await open()];
		await apply(database, await script('v1'));
		const first = await catalog(database);
		await filledIn(database, await script('v2'));
		const second = await catalog(database);
		assert.equal(await database.query('SELECT body FROM note'), [{ body: "it's done" }]);

		await filledIn(other, await printed(root, 'upgrade', 'base:heads'));
		assert.equal(await catalog(other), second);

		await apply(database, await printed(root, 'downgrade', 'v2:v1'));
		assert.equal(withoutPositions(await catalog(database)), withoutPositions(first));
		await apply(database, await printed(root, 'downgrade', 'v1:base'));
		assert.ok(isEmpty(await catalog(database)));
	});

	needsPsql('change nothing in a database that is at another release', async () => {
		const database = await open();
		const { code, stderr } = await database.psql(await script('v2'), {
			args: ['-v', 'ON_ERROR_STOP=1', '-v', "body='x'"],
		});
		assert.is.not(code, 0);
		assert.match(stderr, /this script starts at/);
		assert.ok(isEmpty(await catalog(database)));
	});
});
