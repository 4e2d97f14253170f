import { defineRule } from '../rule.ts';
import { listed, spelled } from '../spelled.ts';
import { changingType, type TypeChange } from '../type-change.ts';

export const alterColumnTypeReindex = defineRule({
	severity: 'warning',
	group: 'locks',
	about: 'ALTER COLUMN … TYPE that leaves the rows as they are, and has indexes of the column built anew.',
	why: 'The new type, or collation, sorts in another way. The table is read for each of these indexes, and nobody can read or write it meanwhile.',
	advice:
		'Drop the index before, and create it concurrently afterwards, where queries can do without it that long. Silent where the whole table is written anew, which another rule tells.',
	sources: ['https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES'],
	beside: ['alter-column-type-breaks-clients', 'implicit-transaction'],
	examples: {
		bad: [
			'CREATE TABLE IF NOT EXISTS account (id bigint PRIMARY KEY, code oid);\nCREATE INDEX CONCURRENTLY account_code ON account (code);\nALTER TABLE account ALTER COLUMN code TYPE integer;',
			'CREATE TABLE IF NOT EXISTS app.account (id bigint PRIMARY KEY, plan text UNIQUE);\nALTER TABLE app.account ALTER plan TYPE text COLLATE "C";',
			'CREATE TABLE IF NOT EXISTS account (id bigint PRIMARY KEY, "Plan" text);\nCREATE INDEX CONCURRENTLY account_plan ON account (lower("Plan"));\nALTER TABLE account ALTER COLUMN "Plan" SET DATA TYPE varchar, ADD COLUMN note text;',
		],
		good: [
			'CREATE TABLE IF NOT EXISTS account (id bigint PRIMARY KEY, plan text, seats bigint);\nCREATE INDEX CONCURRENTLY account_seats ON account (seats);\nALTER TABLE account ALTER COLUMN plan TYPE varchar;',
			'CREATE TABLE IF NOT EXISTS account (id bigint PRIMARY KEY, plan text);\nCREATE INDEX CONCURRENTLY account_plan ON account (plan);\nALTER TABLE account ALTER COLUMN plan TYPE varchar;',
			'CREATE TABLE IF NOT EXISTS account (id bigint PRIMARY KEY, code oid UNIQUE);\nALTER TABLE account ALTER COLUMN code TYPE regclass;',
			'CREATE TABLE account (id bigint PRIMARY KEY, plan text UNIQUE);\nALTER TABLE account ALTER COLUMN plan TYPE text COLLATE "C";',
		],
	},
	actions: {
		AT_AlterColumnType: changingType((change) => {
			const { indexes } = change.facts;
			if (indexes.length === 0) return undefined;
			return { message: `${listed(indexes)} of "${change.object}" is built anew`, instead: withoutIndexes(change) };
		}),
	},
});

/** The change while the indexes are away; undefined when one of them cannot be away, or is no plain one. */
function withoutIndexes({ action: { statement, table }, seen, facts: { indexes } }: TypeChange): string | undefined {
	if (statement.cmds?.length !== 1) return undefined;
	const schema = seen.relation(table)?.schema;
	const made = indexes.map((name) => {
		const index = seen.relation({ name, ...(schema !== undefined && { schema }) })?.index;
		const columns = index?.keys.flatMap(({ column, collation, operatorClass, isDescending, areNullsFirst }) =>
			column === undefined || collation || operatorClass || isDescending || areNullsFirst ? [] : spelled(column),
		);
		const isPlain = index?.method === 'btree' && !index.isUnique && !index.predicate && index.include.length === 0;
		if (!isPlain || columns?.length !== index.keys.length) return undefined;
		return `CREATE INDEX CONCURRENTLY ${spelled(name)} ON ${spelled(table)} (${columns.join(', ')});`;
	});
	if (made.includes(undefined)) return undefined;
	const { schemaname } = table;
	const named = (name: string): string => spelled(schemaname === undefined ? { name } : { schema: schemaname, name });
	return [...indexes.map((name) => `DROP INDEX CONCURRENTLY ${named(name)};`), `${seen.text};`, ...made].join('\n');
}
