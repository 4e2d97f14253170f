import { nodeOf, nodesOf } from '../dialects/postgresql/catalog/trees.ts';
import type { Node } from '../sql/parse-postgresql.ts';
import { once } from './once.ts';
import type { Problem } from './rule.ts';
import type { Seen } from './seen.ts';
import { shown } from './spelled.ts';

/** Where the columns and constraints stand that a statement defines, by what problems call them. */
const definitionsIn = once(({ tree }: Seen): ReadonlyMap<string, number> => {
	const created = nodeOf(tree, 'CreateStmt');
	const altered = nodeOf(tree, 'AlterTableStmt');
	const range = created?.relation ?? altered?.relation;
	if (!range) return new Map();
	const owner = shown(range);
	const parts = [
		...(created?.tableElts ?? []),
		...nodesOf(altered?.cmds, 'AlterTableCmd').flatMap(({ def }) => (def ? [def] : [])),
	];
	return new Map(
		parts
			.flatMap((part) => [part, ...(nodeOf(part, 'ColumnDef')?.constraints ?? [])])
			.flatMap((part) => {
				const name = nodeOf(part, 'ColumnDef')?.colname ?? nodeOf(part, 'Constraint')?.conname;
				const location = definitionAt(part);
				return name === undefined || location === undefined ? [] : [[`${owner}.${shown({ name })}`, location] as const];
			}),
	);
});

/** Where a column or a constraint is defined; undefined for anything else. */
export const definitionAt = (part: Node | undefined): number | undefined =>
	nodeOf(part, 'ColumnDef')?.location ?? nodeOf(part, 'Constraint')?.location;

/** A problem with the place of the column or constraint that it is about. */
export function located(problem: Problem, seen: Seen): Problem {
	const { location = definitionsIn(seen).get(problem.object), ...rest } = problem;
	return location === undefined ? problem : { location, ...rest };
}
