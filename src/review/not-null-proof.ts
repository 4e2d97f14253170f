import { type NodeOf, nodeOf, nodesOf, stringsOf } from '../dialects/postgresql/catalog/trees.ts';
import type { Node } from '../sql/parse-postgresql.ts';
import type { Seen } from './seen.ts';

/**
 * Whether the script validated a check of a table that is not known otherwise, which shows that a column is not NULL.
 *
 * @see https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-DROP-NOT-NULL
 */
export function isProven(table: NodeOf<'RangeVar'>, column: string, { earlier, version }: Seen): boolean {
	if (version < 12) return false;
	const validated = new Set(
		earlier.actionsOn(table).flatMap(({ subtype, name }) => (subtype === 'AT_ValidateConstraint' ? (name ?? []) : [])),
	);
	return earlier
		.constraintsAdded(table)
		.some(
			({ contype, raw_expr: condition, conname = '', skip_validation: isOpen }) =>
				contype === 'CONSTR_CHECK' && (!isOpen || validated.has(conname)) && shows(condition, column),
		);
}

function shows(condition: Node | undefined, column: string): boolean {
	const both = nodeOf(condition, 'BoolExpr');
	if (both?.boolop === 'AND_EXPR') return (both.args ?? []).some((part) => shows(part, column));
	const test = nodeOf(condition, 'NullTest');
	const [reference] = nodesOf(test?.arg ? [test.arg] : [], 'ColumnRef');
	return test?.nulltesttype === 'IS_NOT_NULL' && stringsOf(reference?.fields).at(-1) === column;
}
