import { ALTER_COLUMN } from './alter-column.ts';
import { ALTER_CONSTRAINT } from './alter-constraint.ts';
import { ALTER_FLAGS } from './alter-flags.ts';
import { ALTER_PARTITION } from './alter-partition.ts';
import type { Actions, AlterType } from './altering.ts';
import type { State } from './state.ts';
import { type NodeOf, nodesOf, rangeName } from './trees.ts';

/** What each part of ALTER TABLE does. Parts that are not here change nothing that the catalog holds. */
const ACTIONS: Actions = { ...ALTER_COLUMN, ...ALTER_CONSTRAINT, ...ALTER_FLAGS, ...ALTER_PARTITION };

/**
 * The parts of one statement do not run as they stand: drops come first, then types, new columns, and constraints.
 *
 * @see https://www.postgresql.org/docs/current/sql-altertable.html
 */
const ORDER: readonly (readonly AlterType[])[] = [
	['AT_DropColumn', 'AT_DropConstraint', 'AT_DropNotNull', 'AT_DropExpression', 'AT_DropIdentity'],
	['AT_AlterColumnType'],
	['AT_AddColumn', 'AT_AddColumnToView'],
	['AT_SetExpression'],
	['AT_AddIdentity', 'AT_SetIdentity', 'AT_ColumnDefault', 'AT_SetNotNull', 'AT_SetStorage', 'AT_SetCompression'],
	['AT_AddConstraint'],
];

const passOf = (type: AlterType | undefined): number => {
	const pass = ORDER.findIndex((types) => type !== undefined && types.includes(type));
	return pass === -1 ? ORDER.length : pass;
};

export function alterTable(state: State, { relation, cmds, objtype }: NodeOf<'AlterTableStmt'>): void {
	const found = relation && state.find(rangeName(relation));
	if (!found) return;
	const commands = nodesOf(cmds, 'AlterTableCmd').toSorted((a, b) => passOf(a.subtype) - passOf(b.subtype));
	const recurse = objtype === 'OBJECT_TYPE' || (relation?.inh ?? false);
	const later: (() => void)[] = [];
	for (const command of commands) {
		if (command.subtype) ACTIONS[command.subtype]?.({ state, table: found.id, recurse, command, later });
	}
	for (const act of later) act();
}
