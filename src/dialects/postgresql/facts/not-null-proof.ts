import type { Node } from '../../../sql/parse-postgresql.ts';
import type { Constraint, Relation } from '../catalog/model.ts';
import { nodeOf, stringsOf } from '../catalog/trees.ts';

/**
 * Whether a validated CHECK shows that no row has NULL in a column, so that SET NOT NULL reads nothing. Known to
 * PostgreSQL from version 12 on.
 *
 * @see https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-DROP-NOT-NULL
 */
export const isProvenNotNull = ({ constraints }: Pick<Relation, 'constraints'>, column: string): boolean =>
	constraints.some((check) => isProof(check) && conjuncts(check.expression).some((part) => saysNotNull(part, column)));

const isProof = ({ kind, isValidated, isEnforced }: Constraint): boolean =>
	kind === 'check' && isValidated && isEnforced;

/** The conditions that AND joins. */
export function conjuncts(expression: Node | undefined): readonly Node[] {
	if (expression === undefined) return [];
	const bool = nodeOf(expression, 'BoolExpr');
	return bool?.boolop === 'AND_EXPR' ? (bool.args ?? []).flatMap(conjuncts) : [expression];
}

/** `c IS NOT NULL`, or `NOT (c IS NULL)`. */
export function saysNotNull(condition: Node, column: string): boolean {
	const not = nodeOf(condition, 'BoolExpr');
	if (not?.boolop === 'NOT_EXPR') return not.args?.some((inner) => isNullTest(inner, 'IS_NULL', column)) ?? false;
	return isNullTest(condition, 'IS_NOT_NULL', column);
}

/** `c IS NULL`. */
export const saysNull = (condition: Node, column: string): boolean => isNullTest(condition, 'IS_NULL', column);

function isNullTest(condition: Node, type: 'IS_NULL' | 'IS_NOT_NULL', column: string): boolean {
	const test = nodeOf(condition, 'NullTest');
	return test?.nulltesttype === type && stringsOf(nodeOf(test.arg, 'ColumnRef')?.fields).at(-1) === column;
}
