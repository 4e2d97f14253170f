import * as assert from 'uvu/assert';
import { asOneQuery } from '../support/clients.ts';
import { onServers } from '../support/on-servers.ts';
import type { Database } from '../support/postgres.ts';
import { printed, project, revisionText } from '../support/project.ts';

const up = [
	`op.createTable('note', [column('body', t.text()), column('number', t.integer()), column('day', t.date())]);`,
	`const body = param('body', t.text(), { default: 'none' });`,
	`const number = param('number', t.integer());`,
	`op.execute(sql\`insert into note values (\${body}, 1 -\${number}, \${param('day', t.date())})\`);`,
	`op.execute(sql\`alter table note rename column body to \${param('column', 'identifier')}\`);`,
].join('\n');

const root = project({ 'revisions/a.ts': revisionText('aaaa', null, up) });
const text = `it's :body, "x" \\ $$ é`;

const script = (cwd: string, ...params: readonly string[]): Promise<string> =>
	printed(cwd, 'upgrade', 'head', ...params.flatMap((each) => ['--param', each]));

const stored = (database: Database, column: string) =>
	database.query(`SELECT "${column}" AS body, number, day::text FROM note`);

onServers('db/parameters', (test, { open, needsPsql }) => {
	test('arrive as they were given when the script was rendered', async () => {
		const database = await open();
		await asOneQuery(database, await script(root, `body=${text}`, 'number=-2', 'day=2024-02-29', 'column=The "Text"'));
		assert.equal(await stored(database, 'The ""Text""'), [{ body: text, number: 3, day: '2024-02-29' }]);
	});

	needsPsql('arrive as psql is told when the script runs', async () => {
		const database = await open();
		const args = ['-v', 'ON_ERROR_STOP=1', '-v', `number=(-2)`, '-v', `day='2024-02-29'`, '-v', 'column=b'];
		const { code, stderr } = await database.psql(await script(root), { args });
		assert.is(code, 0, stderr);
		assert.equal(await stored(database, 'b'), [{ body: 'none', number: 3, day: '2024-02-29' }]);
	});

	needsPsql('stop psql when it is not told', async () => {
		const database = await open();
		const { code, stderr } = await database.psql(await script(root), { args: ['-v', 'ON_ERROR_STOP=1'] });
		assert.is(code, 3);
		assert.match(stderr, 'syntax error at or near ":"');
		assert.equal(await database.query(`SELECT to_regclass('note') AS note`), [{ note: null }]);
	});

	needsPsql('take the values of sql as well', async () => {
		const insert = `op.execute(sql\`create table kept as select \${"it's"}::text as a, 1 -\${-2} as b\`);`;
		const placeholders = project({
			'revisions/a.ts': revisionText('aaaa', null, insert),
			'gen-sql.config.ts': 'export default { literalBinds: false };',
		});
		const rendered = await script(placeholders);
		const defaults = [...rendered.matchAll(/^-- {3}:(\w+) {2}value, default (.*)$/gm)];
		const args = defaults.flatMap(([, name, value]) => ['-v', `${name}=${value}`]);
		assert.is(args.length, 4);
		const database = await open();
		const { code, stderr } = await database.psql(rendered, { args: ['-v', 'ON_ERROR_STOP=1', ...args] });
		assert.is(code, 0, stderr);
		assert.equal(await database.query('SELECT * FROM kept'), [{ a: "it's", b: 3 }]);
	});
});
