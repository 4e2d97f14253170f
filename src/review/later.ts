import { type NodeOf, nodeOf, nodesOf } from '../dialects/postgresql/catalog/trees.ts';
import type { Node } from '../sql/parse-postgresql.ts';
import { spelled } from './spelled.ts';

type Range = NodeOf<'RangeVar'>;
type Command = NodeOf<'AlterTableCmd'>;

/** The actions of ALTER TABLE on one table in these statements. */
export function actionsOn(table: Range, trees: readonly Node[]): readonly Command[] {
	const name = spelled(table);
	return trees.flatMap((tree) => {
		const altered = nodeOf(tree, 'AlterTableStmt');
		if (!altered?.relation || spelled(altered.relation) !== name) return [];
		return nodesOf(altered.cmds, 'AlterTableCmd');
	});
}

/** The constraints that these statements add to a table. */
export const constraintsAdded = (table: Range, trees: readonly Node[]): readonly NodeOf<'Constraint'>[] =>
	actionsOn(table, trees).flatMap(({ subtype, def }) => {
		const constraint = subtype === 'AT_AddConstraint' ? nodeOf(def, 'Constraint') : undefined;
		return constraint ?? [];
	});

/** The columns that these statements add to a table. */
export const columnsAdded = (table: Range, trees: readonly Node[]): readonly NodeOf<'ColumnDef'>[] =>
	actionsOn(table, trees).flatMap(({ subtype, def }) => {
		const column = subtype === 'AT_AddColumn' ? nodeOf(def, 'ColumnDef') : undefined;
		return column ?? [];
	});
