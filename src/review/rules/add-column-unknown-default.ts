import { whyVolatile } from '../../dialects/postgresql/facts/volatility.ts';
import { addingColumn, clauseBody, later } from '../added-column.ts';
import { defineRule } from '../rule.ts';
import { isUnknown } from '../volatile-default.ts';

export const addColumnUnknownDefault = defineRule({
	severity: 'info',
	group: 'locks',
	about: 'ADD COLUMN with a default that calls a function of which nothing is known.',
	why: 'A function is volatile unless it is declared otherwise, and then the whole table is written anew while nobody can use it.',
	advice: 'Declare the function STABLE or IMMUTABLE where it is; otherwise add the default in a second statement.',
	op: "op.addColumn('account', column('code', t.text()));\nop.alterColumn('account', 'code', { serverDefault: sql`new_code()` });",
	sources: ['https://www.postgresql.org/docs/current/xfunc-volatility.html'],
	examples: {
		bad: [
			'ALTER TABLE account ADD COLUMN code text DEFAULT new_code();',
			"ALTER TABLE account ADD COLUMN code text NOT NULL DEFAULT app.code_of('a');",
			'ALTER TABLE account ADD COLUMN code text DEFAULT upper(new_code());',
		],
		good: [
			"ALTER TABLE account ADD COLUMN space uuid DEFAULT uuid_generate_v5(uuid_ns_url(), 'a');",
			"CREATE FUNCTION new_code() RETURNS text LANGUAGE sql STABLE AS 'SELECT current_user::text';\nALTER TABLE account ADD COLUMN code text DEFAULT new_code();",
			"ALTER TABLE account ADD COLUMN code text DEFAULT lower('A');",
			'CREATE TABLE account (id bigint PRIMARY KEY);\nALTER TABLE account ADD COLUMN code text DEFAULT new_code();',
		],
	},
	actions: {
		AT_AddColumn: addingColumn((column) => {
			const reason = whyVolatile(column.value, column.seen.context);
			if (reason === undefined || !isUnknown(reason)) return undefined;
			return {
				message: `the default of "${column.object}" may be computed for each row: ${reason}`,
				instead: later(
					column,
					['DEFAULT', 'NOT'],
					`ALTER TABLE ${column.table} ALTER COLUMN ${column.column} SET DEFAULT ${clauseBody(column, 'DEFAULT')};`,
				),
			};
		}),
	},
});
