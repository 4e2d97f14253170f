import type { Node } from '../../../sql/parse-postgresql.ts';
import type { Partitioning, Relation } from '../catalog/model.ts';
import { literalText, type NodeOf, nodeOf, nodesOf, stringsOf } from '../catalog/trees.ts';
import { conjuncts, saysNotNull, saysNull } from './not-null-proof.ts';

type Bound = NodeOf<'PartitionBoundSpec'>;

/** `column operator constant`, with the constant as text. */
export interface Comparison {
	readonly column: string;
	readonly operator: string;
	readonly value: string;
}

/**
 * Whether a validated CHECK shows that all rows of a table fit into a partition, so that attaching it reads nothing.
 *
 * Only conditions of the plain form are understood: `k IS NOT NULL`, `k >= 1 AND k < 9`, `k = 'a'`, `k IN ('a', 'b')`.
 *
 * @see https://www.postgresql.org/docs/current/ddl-partitioning.html#DDL-PARTITIONING-DECLARATIVE-MAINTENANCE
 */
export function isProvenToFit(table: Relation, partitioning: Partitioning, bound: Bound): boolean {
	const { strategy, keys } = partitioning;
	const [key, ...more] = keys;
	if (key?.column === undefined || bound.is_default) return false;
	if (more.some(({ column }) => column === undefined || !isRequired(table, column)) || !isOfFirstKey(bound))
		return false;
	const { column } = key;
	const known = knownOf(table);
	if (strategy === 'list' && isForNull(bound)) return known.some((part) => saysNull(part, column));
	const isNotNull =
		table.columns.some(({ name, notNull }) => name === column && notNull) ||
		known.some((part) => saysNotNull(part, column));
	if (!isNotNull) return false;
	if (strategy === 'range') return isInRange(known.flatMap(comparisonsOf), column, bound);
	return strategy === 'list' && known.some((part) => isInList(part, column, bound));
}

const isRequired = ({ columns }: Relation, column: string): boolean =>
	columns.some(({ name, notNull }) => name === column && notNull);

/** Whether the bounds are those of the first column of the key, as from (1, MINVALUE) to (9, MINVALUE). */
const isOfFirstKey = ({ lowerdatums = [], upperdatums = [] }: Bound): boolean =>
	[...lowerdatums.slice(1), ...upperdatums.slice(1)].every((datum) => boundWord(datum) === 'minvalue');

/** What the validated checks of a table say of each row. */
const knownOf = ({ constraints }: Pick<Relation, 'constraints'>): readonly Node[] =>
	constraints
		.filter(({ kind, isValidated, isEnforced }) => kind === 'check' && isValidated && isEnforced)
		.flatMap(({ expression }) => conjuncts(expression));

const isForNull = ({ listdatums = [] }: Bound): boolean =>
	listdatums.length === 1 && nodeOf(listdatums[0], 'A_Const')?.isnull === true;

function isInRange(known: readonly Comparison[], column: string, { lowerdatums, upperdatums }: Bound): boolean {
	const [low, high] = [lowerdatums?.[0], upperdatums?.[0]];
	const of = known.filter((part) => part.column === column);
	const isAbove = isBoundless(low) || of.some(({ operator, value }) => isLow(operator, value, constantOf(low)));
	return isAbove && (isBoundless(high) || of.some(({ operator, value }) => isHigh(operator, value, constantOf(high))));
}

const boundWord = (datum: Node | undefined): string => stringsOf(nodeOf(datum, 'ColumnRef')?.fields).at(-1) ?? '';

export const isBoundless = (datum: Node | undefined): boolean => /^(?:minvalue|maxvalue)$/.test(boundWord(datum));

/** The text of a constant, whatever it is cast to. */
export const constantOf = (node: Node | undefined): string | undefined => {
	const cast = nodeOf(node, 'TypeCast');
	return cast ? constantOf(cast.arg) : literalText(node);
};

const isNumber = (text: string): boolean => /^-?\d+(?:\.\d+)?$/.test(text);

/** `2024-01-31`, or with a time of day. */
const isDate = (text: string): boolean => /^\d{4}-\d\d-\d\d(?: \d\d:\d\d(?::\d\d)?)?$/.test(text);

/** Numbers are compared, and dates; other constants have to be the same. */
export function order(a: string, b: string): number | undefined {
	if (a === b) return 0;
	if (isDate(a) && isDate(b)) return a < b ? -1 : 1;
	return isNumber(a) && isNumber(b) ? Number(a) - Number(b) : undefined;
}

function isLow(operator: string, value: string, bound: string | undefined): boolean {
	const found = bound === undefined ? undefined : order(value, bound);
	return found !== undefined && found >= 0 && ['>=', '>', '='].includes(operator);
}

function isHigh(operator: string, value: string, bound: string | undefined): boolean {
	const found = bound === undefined ? undefined : order(value, bound);
	if (found === undefined) return false;
	return operator === '<' ? found <= 0 : ['<=', '='].includes(operator) && found < 0;
}

/** The comparisons of a column with constants that a condition is made of. */
export function comparisonsOf(condition: Node): readonly Comparison[] {
	const expression = nodeOf(condition, 'A_Expr');
	const column = stringsOf(nodeOf(expression?.lexpr, 'ColumnRef')?.fields).at(-1);
	if (expression?.kind === 'AEXPR_BETWEEN' && column !== undefined) return betweenOf(column, expression.rexpr);
	if (expression?.kind !== 'AEXPR_OP') return [];
	const value = constantOf(expression.rexpr);
	const operator = stringsOf(expression.name).at(-1);
	return column === undefined || value === undefined || operator === undefined ? [] : [{ column, operator, value }];
}

function betweenOf(column: string, bounds: Node | undefined): readonly Comparison[] {
	const [low, high] = (nodeOf(bounds, 'List')?.items ?? []).map(constantOf);
	return [
		...(low === undefined ? [] : [{ column, operator: '>=', value: low }]),
		...(high === undefined ? [] : [{ column, operator: '<=', value: high }]),
	];
}

function isInList(condition: Node, column: string, { listdatums }: Bound): boolean {
	const allowed = new Set((listdatums ?? []).flatMap((datum) => constantOf(datum) ?? []));
	const values = valuesOf(condition, column);
	return values.length > 0 && values.every((value) => value !== undefined && allowed.has(value));
}

/** The values that a condition leaves for a column. */
function valuesOf(condition: Node, column: string): readonly (string | undefined)[] {
	const bool = nodeOf(condition, 'BoolExpr');
	if (bool?.boolop === 'OR_EXPR') {
		const parts = (bool.args ?? []).map((part) => valuesOf(part, column));
		return parts.every(({ length }) => length > 0) ? parts.flat() : [];
	}
	const any = anyOf(condition, column);
	if (any) return any;
	const [comparison] = comparisonsOf(condition);
	if (comparison) return comparison.column === column && comparison.operator === '=' ? [comparison.value] : [];
	return valuesListed(condition, column, '=');
}

/** The values in `column = ANY (ARRAY[…])`. */
function anyOf(condition: Node, column: string): readonly (string | undefined)[] | undefined {
	const expression = nodeOf(condition, 'A_Expr');
	const isAny = expression?.kind === 'AEXPR_OP_ANY' && stringsOf(expression.name).at(-1) === '=';
	if (!isAny || stringsOf(nodeOf(expression.lexpr, 'ColumnRef')?.fields).at(-1) !== column) return undefined;
	return nodeOf(expression.rexpr, 'A_ArrayExpr')?.elements?.map(constantOf);
}

/** The values in `column IN (…)`, or in `column NOT IN (…)`. */
export function valuesListed(condition: Node, column: string, operator: '=' | '<>'): readonly (string | undefined)[] {
	const expression = nodeOf(condition, 'A_Expr');
	const isIn = expression?.kind === 'AEXPR_IN' && stringsOf(expression.name).at(-1) === operator;
	if (!isIn || stringsOf(nodeOf(expression.lexpr, 'ColumnRef')?.fields).at(-1) !== column) return [];
	return nodesOf(expression.rexpr ? [expression.rexpr] : [], 'List').flatMap(({ items }) =>
		(items ?? []).map(constantOf),
	);
}

/**
 * Whether a validated CHECK shows that a default partition holds no row of a new partition, so that nothing is read.
 *
 * Only the plain forms are understood: `k < 1 OR k >= 9`, `k <> 'a'`, `k NOT IN ('a', 'b')`.
 *
 * @see https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-ATTACH-PARTITION
 */
export function isProvenToExclude(table: Relation, { strategy, keys }: Partitioning, bound: Bound): boolean {
	const [key, ...more] = keys;
	if (key?.column === undefined || more.length > 0 || bound.is_default) return false;
	const { column } = key;
	const known = knownOf(table);
	if (strategy === 'list') return excludesAll(known, column, bound) || hasOthersOnly(known, column, bound);
	return strategy === 'range' && known.some((part) => disjuncts(part).every((each) => isOutside(each, column, bound)));
}

const disjuncts = (condition: Node): readonly Node[] => {
	const bool = nodeOf(condition, 'BoolExpr');
	return bool?.boolop === 'OR_EXPR' ? (bool.args ?? []) : [condition];
};

/** Whether a comparison leaves no value between the bounds. */
function isOutside(condition: Node, column: string, { lowerdatums, upperdatums }: Bound): boolean {
	const [found] = comparisonsOf(condition);
	if (found?.column !== column) return false;
	const [low, high] = [constantOf(lowerdatums?.[0]), constantOf(upperdatums?.[0])];
	const isAbove = high !== undefined && isLow(found.operator, found.value, high);
	return isAbove || (low !== undefined && isHigh(found.operator, found.value, low));
}

/** Whether the values that are left are none of the new partition. */
function hasOthersOnly(known: readonly Node[], column: string, { listdatums }: Bound): boolean {
	const wanted = new Set((listdatums ?? []).map(constantOf));
	return known.some((part) => {
		const values = valuesOf(part, column);
		return values.length > 0 && values.every((value) => value !== undefined && !wanted.has(value));
	});
}

function excludesAll(known: readonly Node[], column: string, { listdatums }: Bound): boolean {
	const excluded = new Set(known.flatMap((part) => valuesExcluded(part, column)));
	return (listdatums ?? []).every((datum) => excluded.has(constantOf(datum)));
}

/** The values that a condition leaves out for a column. */
function valuesExcluded(condition: Node, column: string): readonly (string | undefined)[] {
	const [comparison] = comparisonsOf(condition);
	if (comparison) return comparison.column === column && comparison.operator === '<>' ? [comparison.value] : [];
	return valuesListed(condition, column, '<>');
}
