import * as assert from 'uvu/assert';
import { project, revisionText, run } from '../support/project.ts';
import { suite } from '../support/suite.ts';

/** Upgrade one revision with this function. */
const upgraded = (onVersionApply: string, ...argv: readonly string[]) =>
	run(
		project({
			'gen-sql.config.ts': `import { param, sql, t } from 'gen-sql';\nexport default { onVersionApply: ${onVersionApply} };`,
			'revisions/a.ts': revisionText('aaaa', null, `op.execute('select 1')`),
		}),
		['upgrade', 'head', ...argv],
	);

/** What follows the version row. */
const after = (text: string): string => text.split("VALUES ('aaaa');\n\n")[1]?.split('\n\nCOMMIT;')[0] ?? 'nothing';

suite('revisions/version-applied', (test) => {
	for (const [what, body, expected] of [
		['one text', `() => "select ':x', '%'"`, "select ':x', '%';"],
		['several statements', `() => 'select 1; select 2'`, 'select 1;\n\nselect 2;'],
		['several texts, later', `async () => ['select 1', sql\`select \${"it's"}\`]`, "select 1;\n\nselect 'it''s';"],
		[
			'a function',
			`() => 'create function f() returns int language sql begin atomic select 1; end'`,
			'create function f() returns int language sql begin atomic select 1; end;',
		],
	] as const) {
		test(`puts ${what} beside the version row`, async () => {
			const { code, stdout, stderr } = await upgraded(body);
			assert.is(code, 0, stderr);
			assert.is(after(stdout), expected);
		});
	}

	for (const body of ['() => undefined', '() => null', '() => []', 'async () => {}']) {
		test(`leaves the script as it is for ${body}`, async () => {
			const { code, stdout } = await upgraded(body);
			assert.is(code, 0);
			assert.match(stdout, "VALUES ('aaaa');\n\nCOMMIT;");
		});
	}

	test('fills in the parameters of its SQL, and lists them in the head', async () => {
		const body = `() => sql\`insert into log values (\${param('who', t.text())})\``;
		const { stdout } = await upgraded(body, '--param', 'who=me');
		assert.match(stdout, "--   who = 'me'\n");
		assert.is(after(stdout), "insert into log values ('me');");
		assert.is(after((await upgraded(body)).stdout), 'insert into log values (:who);');
	});

	for (const [body, message] of [
		['() => 5', 'onVersionApply, called for aaaa: execute: sql must be an SQL expression'],
		["() => '  '", 'onVersionApply, called for aaaa: execute: sql must be an SQL expression'],
		["() => '-- nothing'", 'onVersionApply, called for aaaa: the text given to execute holds no statement'],
		[`() => "select 'x"`, 'onVersionApply, called for aaaa: '],
	] as const) {
		test(`refuses what ${body} returns`, async () => {
			const { code, stdout, stderr } = await upgraded(body);
			assert.equal([code, stdout], [3, ''], stderr);
			assert.ok(stderr.startsWith(`error[CONFIG_INVALID]: ${message}`), stderr);
		});
	}

	test('says where it throws', async () => {
		const { code, stderr } = await upgraded(`() => { throw new Error('no') }`);
		assert.is(code, 4);
		assert.match(stderr, /^gen-sql\.config\.ts:2:\d+: error\[REVISION_THREW\]: Error: no\n/);
	});

	test('cannot change what it is told', async () => {
		const { code, stderr } = await upgraded(`(step) => { step.rows.push('x'); }`);
		assert.is(code, 4);
		assert.match(stderr, /not extensible/);
	});
});
