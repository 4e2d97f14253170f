import { columnsOfType } from '../column-type.ts';
import { defineRule } from '../rule.ts';

export const charType = defineRule({
	severity: 'warning',
	group: 'design',
	about: 'A new column of the type char.',
	why: 'Values are filled with blanks, which count in some comparisons and not in others, and nothing is gained by it.',
	advice: 'Take text, with a check of its length where there has to be one.',
	sources: ['https://www.postgresql.org/docs/current/datatype-character.html'],
	examples: {
		bad: [
			'CREATE TABLE log (id bigint PRIMARY KEY, code char(3));',
			'ALTER TABLE log ADD COLUMN code character(3);',
			'CREATE TABLE log (id bigint PRIMARY KEY, code char);',
		],
		good: [
			'CREATE TABLE log (id bigint PRIMARY KEY, code text);',
			'ALTER TABLE log ADD COLUMN code varchar;',
			'CREATE TEMP TABLE log (code char(3));',
		],
	},
	every: columnsOfType((type) => type === 'bpchar', 'is char, which is filled with blanks'),
});
