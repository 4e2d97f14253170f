import { type AddedColumn, addingColumn, later } from '../added-column.ts';
import { notNullSafely } from '../not-null-proof.ts';
import { defineRule } from '../rule.ts';
import { spelled } from '../spelled.ts';

export const addColumnInlineUnique = defineRule({
	severity: 'error',
	group: 'locks',
	about: 'ADD COLUMN … UNIQUE or PRIMARY KEY.',
	why: 'An index is built while nobody can read or write the table.',
	advice: 'Build the index concurrently, and give it to the constraint.',
	op: "op.addColumn('account', column('slug', t.text()));\nop.createUniqueConstraint('account_slug_key', 'account', ['slug'], { online: true });",
	sources: [
		'https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-ADD-TABLE-CONSTRAINT-USING-INDEX',
	],
	beside: ['unique-may-fail'],
	examples: {
		bad: [
			'ALTER TABLE account ADD COLUMN slug text UNIQUE;',
			'ALTER TABLE app.account ADD slug text CONSTRAINT slugs UNIQUE;',
			'ALTER TABLE account ADD COLUMN number bigint DEFAULT 1 PRIMARY KEY;',
			'ALTER TABLE account ADD COLUMN code bigint PRIMARY KEY;',
		],
		good: [
			'CREATE TABLE account (id bigint PRIMARY KEY);\nALTER TABLE account ADD COLUMN slug text UNIQUE;',
			'ALTER TABLE account ADD COLUMN slug text;',
			'ALTER TABLE IF EXISTS account ADD COLUMN slug text COLLATE "C" NULL;',
		],
	},
	actions: {
		AT_AddColumn: addingColumn((column) => {
			const key = column.has('CONSTR_UNIQUE') ?? column.has('CONSTR_PRIMARY');
			if (!key) return undefined;
			const kind = key.contype === 'CONSTR_UNIQUE' ? 'UNIQUE' : 'PRIMARY';
			const words = kind === 'UNIQUE' ? 'UNIQUE' : 'PRIMARY KEY';
			const suffix = kind === 'UNIQUE' ? `${column.def.colname}_key` : 'pkey';
			const name = spelled(key.conname ?? `${column.action.table.relname}_${suffix}`);
			return {
				message: `an index on "${column.object}" is built under the strongest lock`,
				instead: later(
					column,
					[kind],
					...(kind === 'PRIMARY' && mayBeNull(column) ? notNullOf(column) : []),
					`CREATE UNIQUE INDEX CONCURRENTLY ${name} ON ${column.table} (${column.column});`,
					`ALTER TABLE ${column.table} ADD CONSTRAINT ${name} ${words} USING INDEX ${name};`,
				),
			};
		}),
	},
});

/** Whether the column lets NULL in without its key. */
const mayBeNull = ({ has, isSerial }: AddedColumn): boolean =>
	!isSerial && !has('CONSTR_NOTNULL') && !has('CONSTR_IDENTITY');

/** A key makes its columns NOT NULL, for which it would read all rows under the strongest lock. */
const notNullOf = ({ action, def, seen }: AddedColumn): readonly string[] =>
	notNullSafely(action.table, def.colname ?? '', seen.version);
