import { type NodeOf, nodeOf, nodesOf, stringsOf } from '../dialects/postgresql/catalog/trees.ts';
import type { Problem } from './rule.ts';
import type { Seen } from './seen.ts';
import { shown } from './spelled.ts';

type ColumnDef = NodeOf<'ColumnDef'>;

/** The columns that a statement creates or adds, with the table; those of temporary tables do not last. */
function columnsMadeBy({ tree }: Seen): readonly (readonly [table: string, column: ColumnDef])[] {
	const created = nodeOf(tree, 'CreateStmt');
	const altered = nodeOf(tree, 'AlterTableStmt');
	const range = created?.relation ?? altered?.relation;
	if (!range || range.relpersistence === 't') return [];
	const added = nodesOf(altered?.cmds, 'AlterTableCmd').filter(({ subtype }) => subtype === 'AT_AddColumn');
	const columns = [
		...nodesOf(created?.tableElts, 'ColumnDef'),
		...added.flatMap(({ def }) => nodeOf(def, 'ColumnDef') ?? []),
	];
	return columns.map((column) => [shown(range), column] as const);
}

/** Looks at the types of new columns: `integer` has the name `int4`. */
export const columnsOfType =
	(fits: (type: string) => boolean, words: string) =>
	(seen: Seen): readonly Problem[] =>
		columnsMadeBy(seen).flatMap(([table, { colname = '', typeName }]) => {
			const type = stringsOf(typeName?.names).at(-1) ?? '';
			const object = `${table}.${shown({ name: colname })}`;
			return fits(type) ? { object, message: `"${object}" ${words}` } : [];
		});
