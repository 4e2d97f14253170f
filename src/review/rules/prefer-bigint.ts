import { columnsOfType, refersToItsType } from '../column-type.ts';
import { defineRule } from '../rule.ts';

export const preferBigint = defineRule({
	severity: 'info',
	group: 'design',
	about: 'A new column of the type integer, or serial.',
	why: 'It ends at 2,147,483,647, and a change to bigint writes the whole table anew.',
	advice: 'Take bigint, for keys above all. Silent where the column refers to a key that is an integer.',
	sources: ['https://www.postgresql.org/docs/current/datatype-numeric.html'],
	beside: ['prefer-identity'],
	examples: {
		bad: [
			'CREATE TABLE log (id integer PRIMARY KEY);',
			'ALTER TABLE log ADD COLUMN size int;',
			'CREATE TABLE log (id serial PRIMARY KEY);',
		],
		good: [
			'CREATE TABLE log (id bigint PRIMARY KEY);',
			'ALTER TABLE log ADD COLUMN size bigint;',
			'CREATE TEMP TABLE log (id int);',
		],
	},
	every: columnsOfType((type) => /^(?:int4|serial4?)$/.test(type), 'ends at 2,147,483,647', refersToItsType),
});
