import { constraintOf, isDroppedWithColumn } from '../dropped-constraint.ts';
import { defineRule, NONE } from '../rule.ts';

export const dropConstraint = defineRule({
	severity: 'info',
	group: 'clients',
	about: 'DROP CONSTRAINT of a check, a unique constraint or a primary key that is not added again.',
	why: 'Rows that the constraint kept out may get in from then on, and clients rely on it, as ON CONFLICT does.',
	advice:
		'Silent where the script adds a constraint to the table again, where the script added the constraint itself, and of a foreign key, which has a rule of its own.',
	sources: ['https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-DROP-CONSTRAINT'],
	examples: {
		bad: [
			'ALTER TABLE account DROP CONSTRAINT account_email_key;',
			'ALTER TABLE app.account DROP CONSTRAINT IF EXISTS seats_positive;',
			'ALTER TABLE account DROP CONSTRAINT account_pkey;',
		],
		good: [
			'ALTER TABLE account DROP CONSTRAINT seats_positive;\nALTER TABLE account ADD CONSTRAINT seats_positive CHECK (seats >= 0) NOT VALID;',
			'ALTER TABLE account ADD CONSTRAINT email_given CHECK (email IS NOT NULL) NOT VALID;\nALTER TABLE account DROP CONSTRAINT email_given;',
			'ALTER TABLE account DROP CONSTRAINT seats_positive, ADD CONSTRAINT seats_positive CHECK (seats >= 0) NOT VALID;',
			'CREATE TABLE account (id bigint PRIMARY KEY);\nALTER TABLE account DROP CONSTRAINT account_pkey;',
		],
	},
	actions: {
		AT_DropConstraint: (action, seen) => {
			const { cmd, table, name } = action;
			const kind = constraintOf(action, seen);
			if (seen.isNew(table) || kind === 'foreign key') return NONE;
			const isOwn = seen.earlier.constraintsAdded(table, cmd.name ?? '').length > 0;
			const isBack = seen.onward.addsConstraint(table);
			if (isOwn || isBack || isDroppedWithColumn(action, seen)) return NONE;
			const message = `the ${kind ?? 'constraint'} "${cmd.name ?? ''}" of "${name}" is dropped`;
			return [{ object: `${name}.${cmd.name ?? ''}`, message }];
		},
	},
});
