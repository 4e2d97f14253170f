import { isTried } from '../../dialects/postgresql/facts/add-constraint.ts';
import { type AddedConstraint, addingConstraint } from '../added-constraint.ts';
import { type Action, defineRule, NONE, type Problem } from '../rule.ts';
import type { Seen } from '../seen.ts';

export const constraintMayFail = defineRule({
	severity: 'info',
	group: 'rows',
	about: 'A check or a foreign key that is tried on rows that are there.',
	why: 'The first row that does not fit makes it fail, and the script stops there.',
	advice:
		'Ask for such rows first, and say in the script what becomes of them. Silent where the script itself added the constraint NOT VALID: all that is lost then is the validation, which can be run again.',
	op: "op.createCheckConstraint('price_positive', 'account', 'price > 0', { online: true });",
	sources: ['https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-VALIDATE-CONSTRAINT'],
	examples: {
		bad: [
			'ALTER TABLE account VALIDATE CONSTRAINT price_positive;',
			'ALTER TABLE app."Account" VALIDATE CONSTRAINT "Account_owner_fkey";',
			'ALTER TABLE tariff ADD CONSTRAINT price_positive CHECK (price > 0) NOT VALID;\nALTER TABLE account VALIDATE CONSTRAINT price_positive;',
		],
		good: [
			'ALTER TABLE account ADD CONSTRAINT price_positive CHECK (price > 0) NOT VALID;\nALTER TABLE account VALIDATE CONSTRAINT price_positive;',
			'CREATE TABLE IF NOT EXISTS account (id bigint PRIMARY KEY, price numeric CONSTRAINT price_positive CHECK (price > 0));\nALTER TABLE account VALIDATE CONSTRAINT price_positive;',
			'CREATE TABLE account (id bigint PRIMARY KEY, price numeric);\nALTER TABLE account ADD CONSTRAINT price_positive CHECK (price > 0);',
		],
	},
	actions: {
		AT_AddConstraint: (action, seen) => [...check(action, seen), ...foreignKey(action, seen)],
		AT_ValidateConstraint: ({ cmd, table, name: owner }, seen) => {
			const name = cmd.name ?? '';
			const isOwn = seen.earlier.constraintsAdded(table, name).length > 0;
			if (isOwn || seen.isNew(table) || isNotTried(table, name, seen)) return NONE;
			return [{ object: `${owner}.${name}`, message: `a row of "${owner}" that does not fit "${name}" makes it fail` }];
		},
	},
});

const tried = ({ constraint, owner }: AddedConstraint): Omit<Problem, 'object'> | undefined =>
	isTried(constraint) ? { message: `a row of "${owner}" that does not fit makes it fail` } : undefined;

const check = addingConstraint('CONSTR_CHECK', tried);
const foreignKey = addingConstraint('CONSTR_FOREIGN', tried);

/** Whether a constraint is known to be validated already, or not to be there. */
function isNotTried(table: Action['table'], name: string, seen: Seen): boolean {
	const relation = seen.relation(table);
	if (!relation) return false;
	return relation.constraints.find((each) => each.name === name)?.isValidated !== false;
}
