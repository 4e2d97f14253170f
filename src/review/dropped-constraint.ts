import type { ConstraintKind } from '../dialects/postgresql/catalog/model.ts';
import { nodesOf } from '../dialects/postgresql/catalog/trees.ts';
import type { Action } from './rule.ts';
import type { Seen } from './seen.ts';

/** The kind of the constraint that DROP CONSTRAINT names; a guess by its name where the schema is not known. */
export function constraintOf({ cmd, table }: Action, seen: Seen): ConstraintKind | undefined {
	const known = seen.relation(table)?.constraints.find(({ name }) => name === cmd.name);
	if (known) return known.kind;
	const [added] = seen.earlier.constraintsAdded(table, cmd.name ?? '');
	if (added) return added.contype === 'CONSTR_FOREIGN' ? 'foreign key' : undefined;
	return /_fkey\d*$|^fk_/i.test(cmd.name ?? '') ? 'foreign key' : undefined;
}

/** Whether the same statement drops a column of it. */
export function isDroppedWithColumn({ cmd, table, statement }: Action, seen: Seen): boolean {
	const columns = seen.relation(table)?.constraints.find(({ name }) => name === cmd.name)?.columns ?? [];
	return nodesOf(statement.cmds, 'AlterTableCmd').some(
		({ subtype, name = '' }) => subtype === 'AT_DropColumn' && columns.includes(name),
	);
}
