import { serialType } from '../../dialects/postgresql/catalog/type-names.ts';
import { columnsOfType } from '../column-type.ts';
import { defineRule } from '../rule.ts';

export const preferIdentity = defineRule({
	severity: 'info',
	group: 'design',
	about: 'A new column of the type serial.',
	why: 'The sequence has privileges of its own, and can be changed apart from the column.',
	advice: 'Take GENERATED … AS IDENTITY.',
	sources: ['https://www.postgresql.org/docs/current/ddl-identity-columns.html'],
	examples: {
		bad: [
			'CREATE TABLE log (id bigserial PRIMARY KEY);',
			'CREATE TABLE app.log (id serial8 PRIMARY KEY);',
			'CREATE TABLE log (id bigserial NOT NULL PRIMARY KEY, body text);',
		],
		good: [
			'CREATE TABLE log (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);',
			'CREATE TABLE log (id bigint PRIMARY KEY);',
			'CREATE TEMP TABLE log (id bigserial);',
		],
	},
	every: columnsOfType((_type, written) => serialType(written) !== undefined, 'is serial, and no identity column'),
});
