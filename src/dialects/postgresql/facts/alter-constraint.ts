import type { Constraint } from '../catalog/model.ts';
import { nodeOf } from '../catalog/trees.ts';
import { type Command, constraintOf } from './alter-command.ts';
import type { Context } from './context.ts';
import type { Target } from './target.ts';

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
		const other = constraint && context.referenced(constraint);
		if (!other) continue;
		context.lock(other, 'ROW SHARE', 'the rows of the foreign key are looked for in it');
		context.scan(other, 'the rows of the foreign key are looked for in it');
	}
}

/** Deferrability is metadata; a constraint that comes into force is tried on each row. */
export function alterConstraint({ cmd, targets, context }: Command): void {
	const change = nodeOf(cmd.def, 'ATAlterConstraint');
	if (!change?.alterEnforceability) return;
	for (const each of targets) enforce(each, constraintOf(each, change.conname), change.is_enforced ?? false, context);
}

function enforce(target: Target, constraint: Constraint | undefined, isEnforced: boolean, context: Context): void {
	const other = constraint && context.referenced(constraint);
	if (other) context.lock(other, isEnforced ? 'SHARE ROW EXCLUSIVE' : 'ACCESS EXCLUSIVE', 'a foreign key refers to it');
	if (!isEnforced || (constraint?.isEnforced && constraint.isValidated)) return;
	context.scan(target, 'the constraint is tried on each row');
	if (other) context.scan(other, 'the rows of the foreign key are looked for in it');
}
