import { whyVolatile } from '../../dialects/postgresql/facts/volatility.ts';
import { addingColumn, clauseBody, later } from '../added-column.ts';
import { defineRule } from '../rule.ts';
import { isUnknown } from '../volatile-default.ts';

export const addColumnVolatileDefault = defineRule({
	severity: 'error',
	group: 'locks',
	about: 'ADD COLUMN with a default that may differ from row to row, such as random() or gen_random_uuid().',
	why: 'Nobody can read or write the table while all of it and all of its indexes are written anew.',
	advice:
		'Add the column, then give it the default, then fill the old rows in batches. A default that is constant, or the same for the whole statement as now() is, costs nothing.',
	op: "op.addColumn('account', column('token', t.uuid()));\nop.alterColumn('account', 'token', { serverDefault: sql`gen_random_uuid()` });",
	sources: ['https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES'],
	covers: ['add-column-unknown-default'],
	examples: {
		bad: [
			'ALTER TABLE account ADD COLUMN token uuid DEFAULT gen_random_uuid();',
			'ALTER TABLE app.account ADD COLUMN lot double precision NOT NULL DEFAULT random() * 10;',
			'ALTER TABLE account ADD COLUMN seen timestamptz DEFAULT clock_timestamp();',
			'ALTER TABLE account ADD COLUMN token uuid NOT NULL DEFAULT extensions.uuid_generate_v4();',
			"CREATE FUNCTION next_code() RETURNS text LANGUAGE plpgsql VOLATILE AS 'BEGIN RETURN 1; END';\nALTER TABLE account ADD COLUMN code text DEFAULT next_code();",
		],
		good: [
			'ALTER TABLE account ADD COLUMN created_at timestamptz NOT NULL DEFAULT now();',
			"ALTER TABLE account ADD COLUMN plan text NOT NULL DEFAULT 'free';",
			'ALTER TABLE account ADD COLUMN seats bigint DEFAULT -1;',
			'CREATE TABLE account (id bigint PRIMARY KEY);\nALTER TABLE account ADD COLUMN token uuid DEFAULT gen_random_uuid();',
			'ALTER TABLE account ADD COLUMN day date DEFAULT (current_date);',
		],
	},
	actions: {
		AT_AddColumn: addingColumn((column) => {
			const reason = whyVolatile(column.value, column.seen.context);
			if (reason === undefined || isUnknown(reason)) return undefined;
			return {
				message: `the default of "${column.object}" is computed for each row: ${reason}`,
				instead: later(
					column,
					['DEFAULT', 'NOT'],
					`ALTER TABLE ${column.table} ALTER COLUMN ${column.column} SET DEFAULT ${clauseBody(column, 'DEFAULT')};`,
				),
			};
		}),
	},
});
