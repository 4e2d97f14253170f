import type { ColumnType } from '../../dialects/postgresql/catalog/model.ts';
import { nodeOf } from '../../dialects/postgresql/catalog/trees.ts';
import { baseOf, shownType } from '../../dialects/postgresql/facts/type-change.ts';
import { defineRule } from '../rule.ts';
import { changingType } from '../type-change.ts';

export const alterColumnTypeBreaksClients = defineRule({
	severity: 'info',
	group: 'clients',
	about: 'ALTER COLUMN … TYPE to a type that clients read in another way.',
	why: 'A client gets another kind of value than it was written for, and a statement that was prepared before fails with "cached plan must not change result type".',
	advice:
		'Add a column with the new type, have clients move over, and drop the old one. Silent where only the length changes, and between text and varchar: there, prepared statements fail once, and values are read as before.',
	sources: ['https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-DATA-TYPE'],
	beside: ['alter-column-type-rewrite', 'prefer-text'],
	examples: {
		bad: [
			'CREATE TABLE IF NOT EXISTS account (id bigint PRIMARY KEY, plan text, seats bigint);\nALTER TABLE account ALTER COLUMN seats TYPE numeric;',
			'CREATE TABLE IF NOT EXISTS app.account (id bigint PRIMARY KEY, tags text);\nALTER TABLE app.account ALTER tags SET DATA TYPE text[] USING ARRAY[tags], ADD COLUMN note text;',
			'CREATE TABLE IF NOT EXISTS account (id bigint PRIMARY KEY, "From" cidr);\nALTER TABLE account ALTER COLUMN "From" TYPE inet;',
		],
		good: [
			'CREATE TABLE IF NOT EXISTS account (id bigint PRIMARY KEY, plan text, name varchar(20));\nALTER TABLE account ALTER COLUMN name TYPE varchar(40);\nALTER TABLE account ALTER COLUMN plan TYPE varchar;',
			'CREATE DOMAIN slug AS text;\nCREATE TABLE IF NOT EXISTS account (id bigint PRIMARY KEY, plan text);\nALTER TABLE account ALTER COLUMN plan TYPE slug;',
			'CREATE TABLE account (id bigint PRIMARY KEY, seats bigint);\nALTER TABLE account ALTER COLUMN seats TYPE numeric;',
		],
	},
	actions: {
		AT_AlterColumnType: changingType(({ action, seen, object, from }) => {
			const named = nodeOf(action.cmd.def, 'ColumnDef')?.typeName;
			const to = named && seen.known.columnType(named);
			const isOwn = seen.history.addedColumn(action.table, action.cmd.name ?? '', seen.known);
			if (!from || !to || isOwn) return undefined;
			const { context } = seen;
			if (asRead(baseOf(from, context).type) === asRead(baseOf(to, context).type)) return undefined;
			return { message: `clients that read "${object}" get ${shownType(to)} instead of ${shownType(from)}` };
		}),
	},
});

/** What a driver goes by: the type without its length. */
const asRead = ({ name, arrayDimensions }: ColumnType): string =>
	`${name === 'varchar' ? 'text' : name}${arrayDimensions > 0 ? '[]' : ''}`;
