import { nodeOf } from '../catalog/trees.ts';
import { type Command, constraintOf } from './alter-command.ts';
import { referencedBy } from './drops.ts';

/**
 * Rows are read under a lock that reads and writes pass; those of the table referred to are looked up.
 *
 * @see https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-VALIDATE-CONSTRAINT
 */
export function validateConstraint({ cmd, targets, context }: Command): void {
	for (const each of targets) {
		const constraint = constraintOf(each, cmd.name);
		if (constraint?.isValidated && constraint.isEnforced) continue;
		context.scan(each, `the constraint ${cmd.name ?? ''} is tried on each row`);
		const other = constraint && referencedBy(constraint, context);
		if (!other) continue;
		context.lock(other, 'ROW SHARE', 'the rows of the foreign key are looked for in it');
		context.scan(other, 'the rows of the foreign key are looked for in it');
	}
}

/** Deferrability is metadata; a constraint that comes into force is tried on each row. */
export function alterConstraint({ cmd, targets, context }: Command): void {
	const change = nodeOf(cmd.def, 'ATAlterConstraint');
	for (const each of targets) {
		const constraint = constraintOf(each, change?.conname);
		const other = constraint && referencedBy(constraint, context);
		if (!change?.alterEnforceability) continue;
		if (other) context.lock(other, 'SHARE ROW EXCLUSIVE', 'a foreign key refers to it');
		if (!change.is_enforced || (constraint?.isEnforced && constraint.isValidated)) continue;
		context.scan(each, 'the constraint is tried on each row');
		if (other) context.scan(other, 'the rows of the foreign key are looked for in it');
	}
}
