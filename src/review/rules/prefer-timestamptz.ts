import { columnsOfType } from '../column-type.ts';
import { defineRule } from '../rule.ts';

export const preferTimestamptz = defineRule({
	severity: 'warning',
	group: 'design',
	about: 'A new column of the type timestamp without time zone.',
	why: 'It does not say which moment it means: each client reads it in the time zone it takes for right.',
	advice: 'Take timestamptz.',
	sources: ['https://www.postgresql.org/docs/current/datatype-datetime.html'],
	examples: {
		bad: [
			'CREATE TABLE log (id bigint PRIMARY KEY, at timestamp);',
			'ALTER TABLE log ADD COLUMN at timestamp(3) without time zone;',
			'CREATE TABLE log (id bigint PRIMARY KEY, at timestamp NOT NULL DEFAULT now());',
		],
		good: [
			'CREATE TABLE log (id bigint PRIMARY KEY, at timestamptz);',
			'ALTER TABLE log ADD COLUMN at timestamp with time zone;',
			'CREATE TEMP TABLE log (at timestamp);',
		],
	},
	every: columnsOfType((type) => type === 'timestamp', 'has no time zone'),
});
