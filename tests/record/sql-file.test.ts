import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as assert from 'uvu/assert';
import { operations, record } from '../../src/index.ts';
import { printed, project, revisionText, run } from '../support/project.ts';
import { suite } from '../support/suite.ts';
import { rejectsCode, throwsCode } from '../support/throws.ts';

const readSql = (file: string): string => `-- ${file}\nselect 1`;

suite('record/sql-file', (test) => {
	test('create reads nothing; recording puts the text in', async () => {
		const draft = operations.sqlFile.create('a.sql');
		assert.equal(draft, { kind: 'sqlFile', file: 'a.sql' });
		const [called, invoked] = await record(
			(op) => {
				op.sqlFile('a.sql');
				op.invoke(draft);
			},
			{ readSql },
		);
		assert.equal(called, {
			kind: 'sqlFile',
			file: 'a.sql',
			sql: { kind: 'sql', chunks: [{ kind: 'text', text: '-- a.sql\nselect 1' }] },
		});
		assert.equal(invoked, called);
	});

	test('what is recorded again is not read again', async () => {
		const first = await record((op) => op.sqlFile('a.sql'), { readSql });
		const again = await record((op) => {
			for (const operation of first) op.invoke(operation);
		});
		assert.equal(again, first);
	});

	test('readSql gives the text', async () => {
		let text = '';
		await record(
			(op) => {
				text = op.readSql('../views/a.sql');
			},
			{ readSql },
		);
		assert.is(text, '-- ../views/a.sql\nselect 1');
	});

	test('refuses a path that is another on another machine', async () => {
		for (const wrong of [
			'',
			'/etc/a.sql',
			'C:/a.sql',
			'sql\\a.sql',
			'a\0.sql',
			5,
			undefined,
			new URL('file:///a.sql'),
		]) {
			const { message, hint } = throwsCode(() => operations.sqlFile.create(wrong as string), 'ARGUMENT_INVALID');
			assert.match(message, 'sqlFile: file must be the path of a file, with / between its parts, got ');
			assert.is(hint, 'it counts from the folder of the revision');
			const call = record((op) => void op.readSql(wrong as string), { readSql });
			assert.match((await rejectsCode(call, 'ARGUMENT_INVALID')).message, 'readSql: file must be ');
		}
		await rejectsCode(
			record((op) => void (op.readSql as (...args: readonly unknown[]) => string)('a.sql', 'utf8'), { readSql }),
			'ARGUMENT_INVALID',
		);
	});

	test('without files to read it says what is missing', async () => {
		const { message, hint } = await rejectsCode(
			record((op) => op.sqlFile('a.sql')),
			'FILE_UNREADABLE',
		);
		assert.is(message, 'cannot read a.sql: this recording is of no file');
		assert.is(hint, 'give record() the option readSql');
	});
});

/** A project whose revision has these files beside it. */
function projectWith(body: string, files: Readonly<Record<string, string | Uint8Array>>): string {
	const root = project({ 'revisions/a.ts': revisionText('a1', null, body) });
	for (const [name, text] of Object.entries(files)) {
		const path = join(root, 'revisions', name);
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, text);
	}
	return root;
}

const upgrade = (root: string): Promise<string> => printed(root, 'upgrade', 'head', '--no-guard');

suite('record/sql-file of a project', (test) => {
	test('the path counts from the folder of the revision, also in a helper', async () => {
		const body = "op.sqlFile('sql/own.sql'); op.sqlFile('../shared.sql'); help(op);";
		const helper =
			"import type { Op } from 'gen-sql';\nexport const help = (op: Op) => op.sqlFile('sql/helped.sql');\n";
		const root = project({
			'revisions/a.ts': revisionText('a1', null, body, '', "import { help } from '../lib/help.ts';"),
			'revisions/sql/own.sql': 'select 1',
			'revisions/sql/helped.sql': 'select 3',
			'shared.sql': 'select 2',
			'lib/help.ts': helper,
		});
		assert.match(await upgrade(root), 'select 1;\n\nselect 2;\n\nselect 3;\n');
	});

	test('the same text comes out whatever a checkout does to it', async () => {
		const body = "op.sqlFile('a.sql'); op.createView('v', op.readSql('v.sql'));";
		const plain = await upgrade(projectWith(body, { 'a.sql': "select 'ä',\n\t:a;\n", 'v.sql': 'select 1\nas a\n' }));
		const other = projectWith(body, {
			'a.sql': "\ufeffselect 'ä',\r\n\t:a;\r\n",
			'v.sql': '\ufeffselect 1\r\nas a\r\n',
		});
		assert.is(await upgrade(other), plain);
		assert.match(plain, "select 'ä',\n\t:a;\n\nCREATE VIEW v AS\nselect 1\nas a;\n");
	});

	test('what cannot be read is told with the line of the call', async () => {
		const cases = [
			[{}, /cannot read .*a\.sql: it does not exist/],
			[{ 'a.sql/b.sql': '' }, /cannot read .*a\.sql: it is a folder/],
			[{ 'a.sql': Uint8Array.of(0x73, 0xe4, 0x20) }, /cannot read .*a\.sql: it is not UTF-8/],
		] as const;
		for (const [files, expected] of cases) {
			const { code, stdout, stderr } = await run(projectWith("op.sqlFile('a.sql');", files), ['upgrade', 'head']);
			assert.is(code, 5);
			assert.is(stdout, '');
			assert.match(stderr, expected);
			assert.match(stderr, /^revisions\/a\.ts:\d+:\d+: error\[FILE_UNREADABLE\]/);
		}
	});

	test('a mistake in the text is told with the name of the file', async () => {
		const { code, stderr } = await run(
			projectWith("op.sqlFile('sql/a.sql');", { 'sql/a.sql': "select 1;\nselect 'a" }),
			['upgrade', 'head'],
		);
		assert.is(code, 4);
		assert.match(
			stderr,
			/^revisions\/a\.ts:\d+:\d+: error\[SQL_INVALID\]: sql\/a\.sql: SQL text, line 2, column 8: the quote/,
		);
	});
});
