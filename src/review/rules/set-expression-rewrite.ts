import { defineRule, NONE } from '../rule.ts';
import { shown } from '../spelled.ts';

export const setExpressionRewrite = defineRule({
	severity: 'error',
	group: 'locks',
	about: 'ALTER COLUMN … SET EXPRESSION of a stored generated column, which PostgreSQL has from version 17 on.',
	why: 'The expression is computed for each row: the whole table is written anew, and nobody can read or write it meanwhile.',
	advice:
		'Add a new column that triggers keep, fill it in batches, and let readers change to it. A virtual column is computed when it is read: silent, unless a constraint relies on it. Where nothing tells the two apart, from version 18 on, it is a warning.',
	sources: ['https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-EXPRESSION'],
	given: { version: 17 },
	examples: {
		bad: [
			'ALTER TABLE invoice ALTER COLUMN gross SET EXPRESSION AS (net * 1.2);',
			'CREATE TABLE IF NOT EXISTS app."Invoice" (net bigint PRIMARY KEY, gross bigint GENERATED ALWAYS AS (net * 2) STORED);\nALTER TABLE app."Invoice" ALTER COLUMN gross SET EXPRESSION AS (net * 3);',
			'CREATE TABLE IF NOT EXISTS invoice (net bigint PRIMARY KEY, gross bigint GENERATED ALWAYS AS (net * 2) VIRTUAL CHECK (gross > 0));\nALTER TABLE invoice ALTER COLUMN gross SET EXPRESSION AS (net * 3);',
		],
		good: [
			'CREATE TABLE invoice (net bigint PRIMARY KEY, gross bigint GENERATED ALWAYS AS (net * 2) STORED);\nALTER TABLE invoice ALTER COLUMN gross SET EXPRESSION AS (net * 3);',
			'CREATE TABLE IF NOT EXISTS invoice (net bigint PRIMARY KEY, gross bigint GENERATED ALWAYS AS (net * 2) VIRTUAL);\nALTER TABLE invoice ALTER COLUMN gross SET EXPRESSION AS (net * 3);',
			'ALTER TABLE invoice ALTER COLUMN gross SET STATISTICS 200;',
		],
	},
	actions: {
		AT_SetExpression: ({ cmd, table, name }, seen) => {
			const column = seen.column(table, cmd.name);
			const object = `${name}.${shown({ name: cmd.name ?? '' })}`;
			if (column?.generated === 'virtual')
				return seen.goesThrough(table, 'scan')
					? [{ object, message: `the constraints of "${object}" are tried on each row` }]
					: NONE;
			if (!seen.goesThrough(table, 'rewrite')) return NONE;
			const mayBeVirtual = !column && seen.version >= 18;
			const message = `"${name}" is written anew for the expression of "${cmd.name}"`;
			return [{ object, message, ...(mayBeVirtual && { severity: 'warning' as const }) }];
		},
	},
});
