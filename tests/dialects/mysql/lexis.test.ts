import * as assert from 'uvu/assert';
import { lexis } from '../../../src/dialects/mysql/lexis.ts';
import { endsInLineComment, isOneExpression, splitStatements } from '../../../src/sql/scan.ts';
import { terminator } from '../../../src/sql/split.ts';
import { suite } from '../../support/suite.ts';
import { throwsCode } from '../../support/throws.ts';

const split = (text: string): readonly string[] => splitStatements(text, lexis).map((statement) => statement.text);

suite('dialects/mysql/lexis', (test) => {
	test('what hides a semicolon', () => {
		for (const text of [
			"select 'a\\';'",
			'select "a\\";"',
			"select 'it''s;'",
			'select `a;``b`',
			'select 1 # a;b',
			'select 1 -- a;b',
			'select 1 --\t;',
			'select /* a;b /* */ 1',
			"select '--;', '#;'",
			'create procedure p() begin if a then select 1; end if; select 2; end',
			'create definer = `a`@`b` procedure p() begin case a when 1 then select 1; end case; end',
			'CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW BEGIN WHILE a DO BEGIN SET x = 1; END; END WHILE; END',
			'create function f() returns int begin declare x int; select case when a then 1 end into x; return x; end',
		]) {
			assert.equal(split(text), [text], text);
		}
	});

	test('what hides none', () => {
		for (const parts of [
			["select '\\\\'", " select ';'"],
			['select `\\`', ' select 2'],
			['select $$', ' select $$'],
			['select 1--1', ' select 2'],
			['begin', ' select 1', ' end'],
			['create procedure p() begin begin end; end', ' select 2'],
			['create procedure p() begin if a then set x = 1; end if; end', ' select 2'],
			['select a as `begin`', ' select 2'],
		]) {
			assert.equal(split(parts.join(';')), parts);
		}
	});

	test('what clients would make something else of is refused', () => {
		for (const text of ['select 1 \\G', '/*!40101 SET x = 1 */', '/*M! SELECT 1 */', 'DELIMITER //\nselect 1']) {
			throwsCode(() => split(text), 'SQL_INVALID');
		}
		throwsCode(() => split('/* a'), 'SQL_INVALID');
		throwsCode(() => split("select 'a\\'"), 'SQL_INVALID');
	});

	test('a comment that ends a text gets a line end before the semicolon', () => {
		for (const text of ['a # b', 'a -- b', 'a --', '#']) assert.ok(endsInLineComment(text, lexis), text);
		for (const text of ['a--b', "'#'", '`--`', '/* # */', 'a # b\n'])
			assert.not.ok(endsInLineComment(text, lexis), text);
		assert.is(terminator('select 1 # one', lexis), '\n;');
		assert.not.ok(isOneExpression('a; # b', lexis));
	});
});
