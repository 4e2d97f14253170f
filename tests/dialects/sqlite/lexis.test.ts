import * as assert from 'uvu/assert';
import { lexis } from '../../../src/dialects/sqlite/lexis.ts';
import { splitStatements } from '../../../src/sql/scan.ts';
import { suite } from '../../support/suite.ts';
import { throwsCode } from '../../support/throws.ts';

const split = (text: string): readonly string[] => splitStatements(text, lexis).map((statement) => statement.text);

suite('dialects/sqlite/lexis', (test) => {
	test('what hides a semicolon', () => {
		for (const text of [
			"select 'a\\;'",
			'select "a"";"',
			'select `a``;`',
			'select [a;b]',
			'select 1 -- a;b',
			'select /* a;b /* */ 1',
			'CREATE TRIGGER t AFTER INSERT ON a BEGIN UPDATE a SET b = CASE WHEN c THEN 1 END; SELECT 1; END',
			'create temp trigger if not exists t after insert on a begin select 1; end',
		]) {
			assert.equal(split(text), [text], text);
		}
	});

	test('what hides none', () => {
		for (const parts of [
			["select 'a'", " select '\\'"],
			['select $$', ' select $$'],
			['select 1 # 2', ' select 3'],
			['begin', ' select 1', ' end'],
			['CREATE TABLE trigger (begin int)', ' select 1'],
			['create trigger t after insert on a begin select 1; end', ' select 2'],
		]) {
			assert.equal(split(parts.join(';')), parts);
		}
	});

	test('what sqlite3 would make something else of is refused', () => {
		for (const text of [
			'.shell ls',
			'select 1;\n.read x',
			'  .open x',
			'-- a\n.quit',
			'select 4\n/\n2',
			'select 4\ngo\n',
		]) {
			throwsCode(() => split(text), 'SQL_INVALID');
		}
		for (const text of ["select '\n.shell\n/\n'", 'select\n.5', 'select a\n/ b', 'select good\n, going']) {
			assert.equal(split(text), [text]);
		}
	});

	test('what is not closed is refused', () => {
		for (const text of ['select [a', 'select `a', '/* a']) throwsCode(() => split(text), 'SQL_INVALID');
	});
});
