import * as assert from 'uvu/assert';
import { lexis } from '../../src/dialects/postgresql/lexis.ts';
import { endsInLineComment, isOneExpression, splitStatements } from '../../src/sql/scan.ts';
import { fc } from '../support/property.ts';
import { suite } from '../support/suite.ts';
import { throwsCode } from '../support/throws.ts';

const split = (text: string): readonly string[] => splitStatements(text, lexis).map((statement) => statement.text);

suite('sql/scan', (test) => {
	test('a semicolon ends a statement', () => {
		assert.equal(split('select 1; select 2'), ['select 1', ' select 2']);
		assert.equal(split('select 1;'), ['select 1']);
		assert.equal(split(''), []);
	});

	test('a statement knows where it stands, and whether it is one', () => {
		assert.equal(splitStatements('a;; -- c\n;/* d */ b', lexis), [
			{ text: 'a', start: 0, empty: false },
			{ text: '', start: 2, empty: true },
			{ text: ' -- c\n', start: 3, empty: true },
			{ text: '/* d */ b', start: 10, empty: false },
		]);
	});

	test('what hides a semicolon', () => {
		const whole = [
			"select ';'",
			"select 'it''s;'",
			'select "a;b"',
			'select "a"";b"',
			"select E'a\\';b'",
			"select e'\\\\\\';'",
			"select 'a\\', ';'",
			"select U&'\\0041;'",
			"select B'1;', X';', N';'",
			'select $$;$$',
			"select $body$ ; ' $$ ; $other$ $body$",
			'select $é$;$é$',
			'select 1 -- a;b\n',
			'select 1 -- a;b\r',
			'select /* a;b */ 1',
			'select /* a /* b; */ c; */ 1',
			"select /* ' */ 1, '/*;'",
			'select "--;"',
			'CREATE RULE r AS ON UPDATE TO t DO ALSO (INSERT INTO a VALUES (1); DELETE FROM b; )',
			'CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT 2; END',
			'create or replace procedure p() begin atomic select case when a then 1 end; select 2; end',
			'CREATE FUNCTION f(a int DEFAULT 1) RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT CASE WHEN a > 0 THEN CASE a WHEN 1 THEN 2 END END; END',
		];
		for (const text of whole) assert.equal(split(text), [text], text);
	});

	test('what hides none', () => {
		const parts: readonly (readonly string[])[] = [
			["select 'a\\'", " select ';'"],
			["select note'\\'", " select 'b'"],
			['select $1', ' select $2'],
			['select a$b$', ' select a$c$'],
			['BEGIN', ' SELECT 1', ' END'],
			['CREATE TABLE atomic (begin int)', ' SELECT 1'],
			['CREATE FUNCTION f() RETURNS int AS $$ BEGIN ATOMIC $$ LANGUAGE sql', ' SELECT 1'],
			['CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; END', ' SELECT 2'],
			['select a - - b', ' select 1 / * 2'],
			['select (1)', ' select )', ' select (2)'],
		];
		for (const statements of parts) assert.equal(split(statements.join(';')), statements);
	});

	test('a string goes on after a line end, in the same way', () => {
		const text = "select E'a'\n'it\\'s; still'";
		assert.equal(split(`${text}; select 2`), [text, ' select 2']);
	});

	test('a parenthesis that is not closed is refused: psql would wait for it to the end of the script', () => {
		throwsCode(() => splitStatements('select (1; select 2', lexis), 'SQL_INVALID');
		throwsCode(() => splitStatements('CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1;', lexis), 'SQL_INVALID');
	});

	test('an expression has no comma outside brackets', () => {
		for (const text of ['1, 2', 'a], b[1', 'f(1), 2']) assert.not.ok(isOneExpression(text, lexis), text);
		for (const text of ['f(1, 2)', 'ARRAY[1, 2]', "'a, b'", 'numeric(10, 2)'])
			assert.ok(isOneExpression(text, lexis), text);
	});

	test('what is not closed is placed', () => {
		const refused: readonly (readonly [string, string])[] = [
			["select 'a", "SQL text, column 8: the quote ' is not closed"],
			['select 1;\n  select "a', 'SQL text, line 2, column 10: the quote " is not closed'],
			["select E'a\\'", "SQL text, column 9: the quote ' is not closed"],
			['select $x$ a $$', 'SQL text, column 8: the quote $x$ is not closed'],
			['a\n\n/* /* */', 'SQL text, line 3, column 1: a comment is not closed'],
			['select 1 \\gexec', 'SQL text, column 10: a backslash outside quotes is not SQL'],
		];
		for (const [text, message] of refused) {
			const error = throwsCode(() => splitStatements(text, lexis), 'SQL_INVALID');
			assert.is(error.message, message);
			assert.ok(error.hint);
		}
	});

	test('knows where a line comment is the last thing', () => {
		for (const text of ['a -- b', '--', 'a\n-- b', "'a' --'"]) assert.ok(endsInLineComment(text, lexis), text);
		for (const text of ['', 'a', 'a -- b\n', "'--'", '/* -- */', '$$ --$$', 'a - - b', '"a\n--"']) {
			assert.not.ok(endsInLineComment(text, lexis), text);
		}
	});

	test('knows one expression', () => {
		for (const text of ['a', 'f(a, (b))', "';('", 'a -- )']) assert.ok(isOneExpression(text, lexis), text);
		for (const text of ['', ' ', '-- a', 'a;', '(', ')(', 'a; b']) assert.not.ok(isOneExpression(text, lexis), text);
	});

	test('statements that are joined come apart again', () => {
		const piece = fc.constantFrom(
			'select',
			' ',
			'\n',
			'a',
			'1',
			'.',
			',',
			'=',
			'-',
			'(b)',
			'((;))',
			"''",
			"';'",
			"'it''s'",
			"E'\\';'",
			'";"',
			'$$;$$',
			'$x$;$$;$x$',
			'/*;*/',
			'/* /*;*/ ; */',
			'--;\n',
			'begin',
			'end',
			'atomic',
			'E',
			'$1',
			'é',
			'😀',
		);
		const statement = fc
			.array(piece, { maxLength: 8 })
			.map((pieces) => `x ${pieces.join(' ')}`)
			.filter((text) => !text.includes('- -'));
		fc.assert(
			fc.property(fc.array(statement, { minLength: 1, maxLength: 5 }), (statements) => {
				assert.equal(split(statements.join(';')), statements);
			}),
		);
	});

	test('reads a literal of millions of quotes', () => {
		const quotes = `'${"''".repeat(4_000_000)}'`;
		assert.is(splitStatements(`select ${quotes}; select E${quotes}; select 1`, lexis).length, 3);
	});

	test('reads a string that goes on after a line end as it began', () => {
		assert.is(splitStatements(`select E'a\\';'\n  ';' ; select 'a\\'\n';'; select 'a' \n 'b;''c'`, lexis).length, 3);
	});
});
