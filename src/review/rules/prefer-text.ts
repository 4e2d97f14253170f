import { columnsOfType } from '../column-type.ts';
import { defineRule } from '../rule.ts';

export const preferText = defineRule({
	severity: 'info',
	group: 'design',
	about: 'A new column of the type varchar with a length.',
	why: 'It stores nothing better than text does. A shorter length later writes the whole table anew; a check can be replaced without that.',
	advice:
		'Take text, with a check of its length where there has to be one. A longer length costs nothing. Silent for the version table of a migration tool.',
	op: "op.addColumn('log', column('name', t.text()));",
	sources: ['https://www.postgresql.org/docs/current/datatype-character.html'],
	examples: {
		bad: [
			'CREATE TABLE log (id bigint PRIMARY KEY, name varchar(255));',
			'ALTER TABLE app.log ADD COLUMN "Name" character varying (20), ADD COLUMN note text;',
			'CREATE TABLE log (id bigint PRIMARY KEY, names varchar(9)[]);',
		],
		good: [
			'CREATE TABLE log (id bigint PRIMARY KEY, name text CHECK (length(name) <= 255));',
			'CREATE TABLE log (id bigint PRIMARY KEY, name varchar);',
			'CREATE TEMPORARY TABLE log (name varchar(255));',
			'CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY);',
			'CREATE FUNCTION short(name text) RETURNS varchar(20) LANGUAGE sql AS $$SELECT name::varchar(20)$$;',
		],
	},
	every: columnsOfType(
		(type, { typmods }) => type === 'varchar' && typmods !== undefined,
		'has a length as its type',
		// The table of a tool that keeps versions is none of the author.
		({ object }) => /(?:version|migrations)\.version(?:_num)?$/.test(object),
	),
});
