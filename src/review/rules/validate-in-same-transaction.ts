import { defineRule, NONE } from '../rule.ts';
import { spelled } from '../spelled.ts';

export const validateInSameTransaction = defineRule({
	severity: 'error',
	group: 'locks',
	about: 'VALIDATE CONSTRAINT in the transaction that added the constraint NOT VALID.',
	why: 'The lock of the first statement is held until the end, so that the table is blocked while its rows are read.',
	advice: 'Commit between the two.',
	sources: ['https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES'],
	beside: ['constraint-may-fail'],
	examples: {
		bad: [
			'BEGIN;\nALTER TABLE account ADD CONSTRAINT seats_given CHECK (seats > 0) NOT VALID;\nALTER TABLE account VALIDATE CONSTRAINT seats_given;\nCOMMIT;',
			'BEGIN;\nALTER TABLE app.account ADD CONSTRAINT c CHECK (a > 0) NOT VALID;\nALTER TABLE app.account VALIDATE CONSTRAINT c;\nCOMMIT;',
			'START TRANSACTION;\nALTER TABLE "Account" ADD CONSTRAINT c CHECK (a > 0) NOT VALID;\nSELECT 1;\nALTER TABLE "Account" VALIDATE CONSTRAINT c;\nCOMMIT;',
		],
		good: [
			'BEGIN;\nALTER TABLE account ADD CONSTRAINT seats_given CHECK (seats > 0) NOT VALID;\nCOMMIT;\nALTER TABLE account VALIDATE CONSTRAINT seats_given;',
			'ALTER TABLE account ADD CONSTRAINT seats_given CHECK (seats > 0) NOT VALID;\nALTER TABLE account VALIDATE CONSTRAINT seats_given;',
			'BEGIN;\nALTER TABLE account VALIDATE CONSTRAINT seats_given;\nCOMMIT;',
		],
	},
	covers: ['validate-under-stronger-lock'],
	actions: {
		AT_ValidateConstraint: ({ cmd, table, name: owner }, seen) => {
			if (seen.facts.transaction === undefined || seen.isNew(table)) return NONE;
			const added = seen.earlier.sinceBegin().constraintsAdded(table);
			if (!added.some(({ conname }) => conname === cmd.name)) return NONE;
			const name = cmd.name ?? '';
			const message = `the rows of "${owner}" are read while the lock that added "${name}" is held`;
			const validate = `ALTER TABLE ${spelled(table)} VALIDATE CONSTRAINT ${spelled(name)};`;
			return [{ object: `${owner}.${name}`, message, instead: `COMMIT;\n${validate}\nBEGIN;` }];
		},
	},
});
