import { constraintOf, isDroppedWithColumn } from '../dropped-constraint.ts';
import { defineRule, NONE } from '../rule.ts';

export const dropForeignKey = defineRule({
	severity: 'warning',
	group: 'clients',
	about: 'DROP CONSTRAINT of a foreign key that is not added again.',
	why: 'Rows may refer to nothing from then on. Both tables are locked against reads and writes while it goes.',
	advice:
		'What kind a constraint is, is told by the schema; where that is not known, by a name that ends in _fkey or begins with fk_. Silent where the script adds a foreign key to the table again, or drops a column of it in the same statement.',
	sources: ['https://www.postgresql.org/docs/current/ddl-constraints.html#DDL-CONSTRAINTS-FK'],
	examples: {
		bad: [
			'ALTER TABLE invoice DROP CONSTRAINT invoice_account_id_fkey;',
			'ALTER TABLE app.invoice DROP CONSTRAINT IF EXISTS fk_invoice_account;',
			'ALTER TABLE invoice ADD CONSTRAINT payer FOREIGN KEY (account_id) REFERENCES account (id) NOT VALID;\nALTER TABLE invoice DROP CONSTRAINT payer;',
		],
		good: [
			'ALTER TABLE invoice DROP CONSTRAINT invoice_account_id_fkey;\nALTER TABLE invoice ADD CONSTRAINT invoice_account_id_fkey FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE NOT VALID;',
			'ALTER TABLE invoice DROP CONSTRAINT payer_fkey, ADD CONSTRAINT payer_fkey FOREIGN KEY (payer) REFERENCES account (id) NOT VALID;',
			'CREATE TABLE invoice (id bigint PRIMARY KEY);\nALTER TABLE invoice DROP CONSTRAINT IF EXISTS invoice_account_id_fkey;',
			'ALTER TABLE invoice RENAME CONSTRAINT fk_a TO fk_b;',
		],
	},
	covers: ['drop-locks-referenced'],
	actions: {
		AT_DropConstraint: (action, seen) => {
			const { cmd, table, name } = action;
			if (seen.isNew(table) || constraintOf(action, seen) !== 'foreign key') return NONE;
			const isBack = seen.onward.addsConstraint(table, ({ contype }) => contype === 'CONSTR_FOREIGN');
			if (isBack || isDroppedWithColumn(action, seen)) return NONE;
			const message = `the foreign key "${cmd.name ?? ''}" of "${name}" is dropped`;
			return [{ object: `${name}.${cmd.name ?? ''}`, message }];
		},
	},
});
