import * as assert from 'uvu/assert';
import { onServers } from '../support/on-servers.ts';
import { printed, project, revisionText } from '../support/project.ts';

/** What a client could take for more than a comment. */
const HOSTILE = [
	'no reader\\n\\\\! echo PWNED',
	'\\\\! echo PWNED',
	'\\\\g \\\\; DROP TABLE b; --',
	"*/ DROP TABLE b; /* it's $$ \\\" :name :'x'",
	'\\u2028DROP TABLE b;\\rDROP TABLE b;\\u0085DROP TABLE b;',
];

onServers('db/waivers', (_test, { open, needsPsql }) => {
	needsPsql('comments of waivers are nothing to psql and to the server', async () => {
		const waive = HOSTILE.map((reason) => `{ rule: 'drop-column', reason: "${reason}" }`).join(', ');
		const up = `op.dropColumn('a', 'c', { waive: [${waive}] });`;
		const script = await printed(project({ 'revisions/a.ts': revisionText('aa', null, up) }), 'upgrade', 'head');
		assert.is(script.match(/^-- gen-sql: allow /gm)?.length, HOSTILE.length);
		const database = await open();
		await database.exec('CREATE TABLE a (c int, d int); CREATE TABLE b ()');
		const { code, stdout, stderr } = await database.psql(script, {
			args: ['-v', 'ON_ERROR_STOP=1', '-v', 'name=PWNED'],
		});
		assert.is(code, 0, stderr);
		assert.not.match(stdout + stderr, 'PWNED');
		const found = await database.query(
			"SELECT table_name, column_name FROM information_schema.columns WHERE table_name = 'a'",
		);
		assert.equal(found, [{ table_name: 'a', column_name: 'd' }]);
		assert.equal(await database.query("SELECT to_regclass('b') IS NULL AS gone"), [{ gone: false }]);
	});
});
