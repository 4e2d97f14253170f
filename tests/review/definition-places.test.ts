import * as assert from 'uvu/assert';
import { suite } from '../support/suite.ts';
import { reviewed } from './reviewing.ts';

const placesOf = (text: string, rule: string): readonly (readonly [line: number, column: number])[] =>
	reviewed(text, { preset: 'strict' })
		.found.filter((each) => each.rule === rule)
		.map(({ line, column }) => [line, column]);

suite('review/definition-places', (test) => {
	test('are those of the columns of a new table', () => {
		const text = 'SELECT 1;\nCREATE TABLE a (\n\tid bigint PRIMARY KEY,\n\t"größe" text, b char(3),\n\tc char(3)\n);';
		assert.equal(placesOf(text, 'char-type'), [
			[4, 16],
			[5, 2],
		]);
	});

	test('are those of added columns, and of constraints', () => {
		const text = 'ALTER TABLE a\n\tADD COLUMN b bigint UNIQUE,\n\tADD CONSTRAINT c CHECK (b > 0);';
		assert.equal(placesOf(text, 'add-column-inline-unique'), [[2, 13]]);
		assert.equal(placesOf(text, 'add-check-scan'), [[3, 6]]);
		assert.equal(placesOf(text, 'missing-lock-timeout'), [[1, 1]]);
	});

	test('are those of foreign keys of the table, and of the columns of others', () => {
		const added =
			'CREATE TABLE a (b bigint, c bigint);\nALTER TABLE a ADD b2 bigint,\n\tADD FOREIGN KEY (b, c) REFERENCES d NOT VALID;';
		assert.equal(placesOf(added, 'foreign-key-without-index'), [[3, 6]]);
		const created = 'CREATE TABLE a (\n\tb bigint REFERENCES d,\n\tc bigint,\n\tFOREIGN KEY (c) REFERENCES d);';
		assert.equal(placesOf(created, 'foreign-key-without-index').toSorted(), [
			[2, 2],
			[4, 2],
		]);
	});

	test('are those of the text with its placeholders', () => {
		const text = 'ALTER TABLE #{schema}.a ADD COLUMN :"name" text, ADD COLUMN b bigint UNIQUE;'.replaceAll('#', '$');
		assert.equal(placesOf(text, 'add-column-inline-unique'), [[1, text.indexOf('b bigint') + 1]]);
	});

	test('are those of constraints without a name', () => {
		assert.equal(placesOf('CREATE TABLE a (\n\tid bigint CHECK (id > 0),\n\tCHECK (id < 9));', 'unnamed-constraint'), [
			[2, 12],
			[3, 2],
		]);
	});

	test('tell where the statement begins, too', () => {
		const [found] = reviewed('  CREATE TABLE a (\n\tb char(3));').found.filter(({ rule }) => rule === 'char-type');
		assert.equal(found?.begin, { line: 1, column: 3 });
	});

	test('are that of the statement for what stands in a DO block', () => {
		const text = 'SELECT 1;\nDO $$ BEGIN\n\tCREATE TABLE a (\nb char(3)); END $$;';
		assert.equal(placesOf(text, 'char-type'), [[3, 2]]);
	});
});
