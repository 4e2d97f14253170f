import { columnsOfType, isChecked, refersToItsType } from '../column-type.ts';
import { defineRule } from '../rule.ts';

export const preferBigintOverSmallint = defineRule({
	severity: 'info',
	group: 'design',
	about: 'A new column of the type smallint, or smallserial.',
	why: 'It ends at 32,767, and a change to a larger type writes the whole table anew. The two or six bytes are often lost again as padding.',
	advice:
		'Take bigint, or integer. Silent where a check says which values there are, and where the column refers to a key that is smallint.',
	op: "op.addColumn('log', column('size', t.bigInteger()));",
	sources: ['https://www.postgresql.org/docs/current/datatype-numeric.html'],
	beside: ['prefer-identity'],
	examples: {
		bad: [
			'CREATE TABLE log (id bigint PRIMARY KEY, size smallint);',
			'ALTER TABLE app.log ADD COLUMN IF NOT EXISTS note text, ADD COLUMN "Size" int2;',
			'CREATE TABLE log (id smallserial PRIMARY KEY);',
			'CREATE TABLE log (id bigint PRIMARY KEY, sizes smallint[]);',
		],
		good: [
			'CREATE TABLE log (id bigint PRIMARY KEY, size bigint);',
			'CREATE TABLE log (id bigint PRIMARY KEY, day smallint CHECK (day BETWEEN 1 AND 7), hour int2, CONSTRAINT hours CHECK (hour < 24));',
			'CREATE TEMP TABLE log (size smallint);',
			'CREATE TABLE kind (id int2 CHECK (id > 0) PRIMARY KEY);\nCREATE TABLE log (id bigint PRIMARY KEY, kind_id smallint UNIQUE REFERENCES kind);',
			'CREATE TABLE IF NOT EXISTS log (id bigint PRIMARY KEY);\nALTER TABLE log ALTER COLUMN id SET STATISTICS 100;',
		],
	},
	every: columnsOfType(
		(type) => /^(?:int2|serial2|smallserial)$/.test(type),
		'ends at 32,767',
		(column, seen) => isChecked(column) || refersToItsType(column, seen),
	),
});
