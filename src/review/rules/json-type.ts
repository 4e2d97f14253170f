import { columnsOfType } from '../column-type.ts';
import { defineRule } from '../rule.ts';

export const jsonType = defineRule({
	severity: 'warning',
	group: 'design',
	about: 'A new column of the type json.',
	why: 'The type has no equality: DISTINCT, UNION and GROUP BY fail on it, and each use reads the text anew.',
	advice: 'Take jsonb.',
	sources: ['https://www.postgresql.org/docs/current/datatype-json.html'],
	examples: {
		bad: [
			'CREATE TABLE log (id bigint PRIMARY KEY, body json);',
			'ALTER TABLE log ADD COLUMN body json;',
			'CREATE TABLE app.log (id bigint PRIMARY KEY, body pg_catalog.json NOT NULL);',
		],
		good: [
			'CREATE TABLE log (id bigint PRIMARY KEY, body jsonb);',
			'ALTER TABLE log ADD COLUMN body jsonb;',
			'CREATE TEMP TABLE log (body json);',
		],
	},
	every: columnsOfType((type) => type === 'json', 'is json, which cannot be compared'),
});
