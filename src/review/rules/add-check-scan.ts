import { isTried } from '../../dialects/postgresql/facts/add-constraint.ts';
import { addingConstraint, validatedLater } from '../added-constraint.ts';
import { defineRule } from '../rule.ts';

export const addCheckScan = defineRule({
	severity: 'error',
	group: 'locks',
	about: 'ADD CONSTRAINT … CHECK without NOT VALID.',
	why: 'All rows are read to try the check, and nobody can read or write the table meanwhile.',
	advice: 'Add it NOT VALID, and validate it in another transaction, which reads the rows while others work on.',
	op: "op.createCheckConstraint('seats_given', 'account', 'seats > 0', { online: true });",
	sources: ['https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES'],
	covers: ['constraint-may-fail'],
	examples: {
		bad: [
			'ALTER TABLE account ADD CONSTRAINT seats_given CHECK (seats > 0);',
			'ALTER TABLE app.account ADD CHECK (seats > 0);',
			'ALTER TABLE account ADD COLUMN seats bigint, ADD CONSTRAINT seats_given CHECK (seats > 0) NO INHERIT;',
		],
		good: [
			'ALTER TABLE account ADD CONSTRAINT seats_given CHECK (seats > 0) NOT VALID;',
			'CREATE TABLE account (id bigint PRIMARY KEY, seats bigint);\nALTER TABLE account ADD CONSTRAINT seats_given CHECK (seats > 0);',
			'ALTER TABLE account ADD CONSTRAINT seats_given CHECK (seats > 0) NOT ENFORCED;',
		],
	},
	actions: {
		AT_AddConstraint: addingConstraint('CONSTR_CHECK', (added) =>
			isTried(added.constraint)
				? { message: `each row of "${added.owner}" is tried under the strongest lock`, instead: validatedLater(added) }
				: undefined,
		),
	},
});
