import { isTried } from '../../dialects/postgresql/facts/add-constraint.ts';
import { addingConstraint, validatedLater } from '../added-constraint.ts';
import { defineRule } from '../rule.ts';
import { shown } from '../spelled.ts';

export const addForeignKeyScan = defineRule({
	severity: 'error',
	group: 'locks',
	about: 'ADD CONSTRAINT … FOREIGN KEY without NOT VALID.',
	why: 'All rows are read, and nobody can write to the tables meanwhile.',
	advice: 'Add it NOT VALID, and validate it in another transaction, while others read and write.',
	op: "op.createForeignKey('payer', 'invoice', 'account', ['account_id'], ['id'], { online: true });",
	sources: ['https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES'],
	covers: ['constraint-may-fail'],
	beside: ['foreign-key-without-index'],
	examples: {
		bad: [
			'ALTER TABLE invoice ADD CONSTRAINT payer FOREIGN KEY (account_id) REFERENCES account (id);',
			'ALTER TABLE app.invoice ADD FOREIGN KEY (account_id) REFERENCES account ON DELETE CASCADE;',
			'CREATE TABLE account (id bigint PRIMARY KEY);\nALTER TABLE invoice ADD CONSTRAINT payer FOREIGN KEY (account_id) REFERENCES account (id);',
		],
		good: [
			'ALTER TABLE invoice ADD CONSTRAINT payer FOREIGN KEY (account_id) REFERENCES account (id) NOT VALID;',
			'CREATE TABLE account (id bigint PRIMARY KEY);\nCREATE TABLE invoice (id bigint PRIMARY KEY, account_id bigint);\nALTER TABLE invoice ADD CONSTRAINT payer FOREIGN KEY (account_id) REFERENCES account (id);',
			'ALTER TABLE invoice ADD CONSTRAINT payer FOREIGN KEY (account_id) REFERENCES account (id) NOT ENFORCED;',
		],
	},
	actions: {
		AT_AddConstraint: addingConstraint('CONSTR_FOREIGN', (added) => {
			const { constraint, owner } = added;
			if (!isTried(constraint) || !constraint.pktable) return undefined;
			const referenced = shown(constraint.pktable);
			const message =
				referenced === owner
					? `writes to "${owner}" wait while its rows are read`
					: `writes to "${owner}" and "${referenced}" wait while their rows are read`;
			return { message, instead: validatedLater(added) };
		}),
	},
});
