import { addingColumn, later } from '../added-column.ts';
import { defineRule } from '../rule.ts';

export const addColumnRequired = defineRule({
	severity: 'error',
	group: 'locks',
	about: 'ADD COLUMN … NOT NULL without a default.',
	why: 'It fails as soon as the table has one row.',
	advice:
		'Add the column without NOT NULL, fill the rows in batches, and set NOT NULL then. Or give it a default that is constant.',
	op: "op.addColumn('account', column('plan', t.text()));",
	sources: ['https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-ADD-COLUMN'],
	covers: ['set-not-null-scan'],
	examples: {
		bad: [
			'ALTER TABLE account ADD COLUMN plan text NOT NULL;',
			'ALTER TABLE app.account ADD plan text CONSTRAINT given NOT NULL;',
			'ALTER TABLE account ADD COLUMN plan text NOT NULL DEFAULT NULL;',
		],
		good: [
			"ALTER TABLE account ADD COLUMN plan text NOT NULL DEFAULT 'free';",
			'CREATE TABLE account (id bigint PRIMARY KEY);\nALTER TABLE account ADD COLUMN plan text NOT NULL;',
			'ALTER TABLE account ADD COLUMN plan text;',
		],
	},
	actions: {
		AT_AddColumn: addingColumn((column) => {
			const { has, isSerial, value, object } = column;
			const isFilled = value || isSerial || has('CONSTR_IDENTITY') || has('CONSTR_GENERATED');
			if (isFilled || !has('CONSTR_NOTNULL')) return undefined;
			return {
				message: `no row that is there has a value for "${object}"`,
				instead: later(column, ['NOT', 'DEFAULT']),
			};
		}),
	},
});
