import * as assert from 'uvu/assert';
import { suite } from '../support/suite.ts';
import { reviewed } from './reviewing.ts';

const foundIn = (text: string, before?: string) =>
	reviewed(text, {}, '', before === undefined ? 'nothing' : { text: before }).found.filter(
		({ rule }) => rule === 'opaque-sql' || rule === 'syntax-error',
	);

const messagesIn = (text: string): readonly string[] => foundIn(text).map(({ message }) => message);

suite('review/client-commands', (test) => {
	test('tells of files, at the command', () => {
		const [found, ...more] = foundIn('SELECT 1;\n  \\ir tables.sql\nSELECT 2;');
		assert.equal(
			[found?.message, found?.line, found?.column, found?.text, more],
			['the file tables.sql is run, and not looked at', 2, 3, '\\ir tables.sql', []],
		);
	});

	test('tells of the result of a query, at the query', () => {
		const [found] = foundIn("-- all of them\nSELECT 'ANALYZE a'\n\\gexec");
		assert.equal([found?.line, found?.text], [2, "SELECT 'ANALYZE a'"]);
	});

	test('tells of programs', () => {
		assert.equal(messagesIn('\\! ls\n\\o |cat\nSELECT 1 \\g | cat\n\\set day `date`\n\\copy a TO PROGRAM cat'), [
			'\\! runs a program of the client',
			'\\o runs a program of the client',
			'\\g runs a program of the client',
			'\\set runs a program of the client',
			'\\copy runs a program of the client',
		]);
	});

	test('finds each of several commands on a line, and the SQL behind them', () => {
		assert.equal(messagesIn('\\set a b \\i one.sql \\i two.sql \\\\ DROP TABLE account;'), [
			'the file one.sql is run, and not looked at',
			'the file two.sql is run, and not looked at',
			'the SQL behind a command on its line is not looked at',
		]);
	});

	test('is quiet about what a dump has', () => {
		const dump =
			"\\restrict k\n\\connect shop\nCOPY public.account (id) FROM stdin;\n1\n\\.\n\\unrestrict k\n\\echo '\\i file'";
		assert.equal(foundIn(dump), []);
	});

	test('takes a statement that is a variable for no error', () => {
		assert.equal(messagesIn(`:statement;\n\${statement};`), [
			'what :statement holds is run as SQL, and not looked at',
			`what \${statement} holds is run as SQL, and not looked at`,
		]);
	});

	test('says nothing of what was there before', () => {
		const found = foundIn('\\i one.sql\n\\i two.sql\n\\i two.sql', '\\i two.sql\n\\i one.sql');
		assert.equal(
			found.map(({ line }) => line),
			[3],
		);
	});

	test('can be allowed in a comment before the command', () => {
		const { found, waived } = reviewed(
			'-- gen-sql: allow opaque-sql because reviewed by itself\n\\i one.sql\nSELECT 1;\n\n-- gen-sql: allow opaque-sql because of few tables\n:all;',
		);
		assert.equal(found, []);
		assert.equal(
			waived.map(({ line, reason }) => [line, reason]),
			[
				[2, 'reviewed by itself'],
				[6, 'of few tables'],
			],
		);
	});
});
