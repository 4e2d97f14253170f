import { addingColumn, clauseBody, later } from '../added-column.ts';
import { defineRule } from '../rule.ts';
import { spelled } from '../spelled.ts';

export const addColumnInlineCheck = defineRule({
	severity: 'warning',
	group: 'locks',
	about: 'ADD COLUMN … CHECK (…).',
	why: 'All rows are read to try the check, although each has the default, and nobody can use the table meanwhile.',
	advice: 'Add the check in a statement of its own, NOT VALID, and validate it in another transaction.',
	op: "op.addColumn('account', column('seats', t.bigInteger()));\nop.createCheckConstraint('account_seats_check', 'account', 'seats > 0', { online: true });",
	sources: ['https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-ADD-COLUMN'],
	examples: {
		bad: [
			'ALTER TABLE account ADD COLUMN seats bigint CHECK (seats > 0);',
			'ALTER TABLE app.account ADD COLUMN seats bigint DEFAULT 1 CONSTRAINT seats_given CHECK (seats > 0);',
			'ALTER TABLE "Account" ADD COLUMN "Seats" bigint CHECK ("Seats" > 0);',
			"ALTER TABLE account ADD COLUMN plan text NOT NULL DEFAULT 'free' CHECK (plan IN ('free', 'pro'));",
		],
		good: [
			'ALTER TABLE account ADD COLUMN seats bigint, ADD CONSTRAINT seats_given CHECK (seats > 0) NOT VALID;',
			'CREATE TABLE account (id bigint PRIMARY KEY);\nALTER TABLE account ADD COLUMN seats bigint CHECK (seats > 0);',
			'ALTER TABLE account ADD COLUMN seats bigint CHECK (seats > 0) NOT ENFORCED;',
		],
	},
	actions: {
		AT_AddColumn: addingColumn((column) => {
			const check = column.has('CONSTR_CHECK');
			if (!check || check.is_enforced === false || column.has('CONSTR_ATTR_NOT_ENFORCED')) return undefined;
			const name = spelled(check.conname ?? `${column.action.table.relname}_${column.def.colname}_check`);
			return {
				message: `the check of "${column.object}" is tried on each row`,
				instead: later(
					column,
					['CHECK'],
					`ALTER TABLE ${column.table} ADD CONSTRAINT ${name} CHECK ${clauseBody(column, 'CHECK')} NOT VALID;`,
					`ALTER TABLE ${column.table} VALIDATE CONSTRAINT ${name};`,
				),
			};
		}),
	},
});
