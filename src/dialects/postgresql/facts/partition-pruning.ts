import type { Node } from '../../../sql/parse-postgresql.ts';
import type { Relation } from '../catalog/model.ts';
import { type NodeOf, nodeOf, nodesOf, stringsOf } from '../catalog/trees.ts';
import type { Context } from './context.ts';
import { conjuncts } from './not-null-proof.ts';
import { type Comparison, comparisonsOf, constantOf, isBoundless, order, valuesListed } from './partition-proof.ts';
import { type Target, targetOf } from './target.ts';

/** What a column is compared with: one of some values, or a bound. */
interface Limit {
	readonly operator: string;
	readonly values: readonly (string | undefined)[];
}

/**
 * A relation with the children that a query has to look into: partitions that its condition leaves out are not locked,
 * from version 12 on.
 *
 * @see https://www.postgresql.org/docs/current/ddl-partitioning.html#DDL-PARTITION-PRUNING
 */
export function remaining(target: Target, where: Node | undefined, context: Context): readonly Target[] {
	if (!where || context.version < 12) return context.withChildren(target);
	return below(target, (column) => limitsOn(column, where), context);
}

/** The partitions that rows of constants go into; all of them where it is not known. */
export function routed(
	target: Target,
	{ cols, selectStmt }: NodeOf<'InsertStmt'>,
	context: Context,
): readonly Target[] {
	if (context.version < 12) return context.withChildren(target);
	const rows = rowsOf(selectStmt);
	const given = nodesOf(cols, 'ResTarget').map(({ name }) => name);
	const names = given.length > 0 ? given : (target.relation?.columns ?? []).map(({ name }) => name);
	return below(
		target,
		(column) => {
			const values = rows.map((items) => constantOf(items[names.indexOf(column)]));
			return values.length === 0 ? [] : [{ operator: '=', values }];
		},
		context,
	);
}

/** The values of the rows that a query gives, where it lists them; a query of FROM gives the same list for each row. */
export function rowsOf(query: Node | undefined): readonly (readonly Node[])[] {
	const { valuesLists, targetList, op } = nodeOf(query, 'SelectStmt') ?? {};
	if (valuesLists) return nodesOf(valuesLists, 'List').map(({ items = [] }) => items);
	const values = nodesOf(targetList, 'ResTarget').flatMap(({ val }) => val ?? []);
	const isListed = targetList !== undefined && op === 'SETOP_NONE' && !values.some(isStar);
	return isListed ? [values] : [];
}

const isStar = (value: Node): boolean =>
	(nodeOf(value, 'ColumnRef')?.fields ?? []).some((field) => nodeOf(field, 'A_Star') !== undefined);

/** The partitions that rows may move to when they get constants for the columns that tell their partition. */
export function movedInto(
	target: Target,
	assigned: readonly NodeOf<'ResTarget'>[],
	context: Context,
): readonly Target[] {
	const values = new Map(assigned.map(({ name, val }) => [name, constantOf(val)]));
	const keys = target.relation?.partitioning?.keys ?? [];
	const isKnown = keys.every(({ column }) => values.get(column) !== undefined);
	if (!context.isRunning || keys.length === 0 || !isKnown || context.version < 12) return [];
	return below(target, (column) => [{ operator: '=', values: [values.get(column)] }], context);
}

function below(target: Target, limits: (column: string) => readonly Limit[], context: Context): readonly Target[] {
	const { relation } = target;
	const [key, ...more] = relation?.partitioning?.keys ?? [];
	if (!relation || key?.column === undefined) return context.withChildren(target);
	const found = limits(key.column);
	const children = context.all(relation.children).flatMap((child) => child.relation ?? []);
	const kept = children.filter(
		(child) =>
			found.every((limit) => mayHold(child, children, limit, more.length > 0)) &&
			!(child.bound?.isDefault && isWithinOne(children, found, more.length > 0)),
	);
	return [target, ...kept.flatMap((child) => below(targetOf(child), limits, context))];
}

/** Whether one partition takes all from the lower to the upper limit. */
function isWithinOne(children: readonly Relation[], limits: readonly Limit[], hasMoreKeys: boolean): boolean {
	const value = (operator: RegExp): string | undefined =>
		limits.find((limit) => operator.test(limit.operator))?.values[0];
	const [low, high] = [value(/^>=?$/), value(/^<=?$/)];
	const holds = (child: Relation, end: string): boolean =>
		!child.bound?.isDefault && fits(child, { operator: '=', value: end }, hasMoreKeys) === true;
	return low !== undefined && high !== undefined && children.some((child) => holds(child, low) && holds(child, high));
}

function limitsOn(column: string, where: Node): readonly Limit[] {
	return conjuncts(where).flatMap((part) => {
		const listed = valuesListed(part, column, '=');
		if (listed.length > 0) return [{ operator: '=', values: listed }];
		return comparisonsOf(part)
			.filter((each: Comparison) => each.column === column)
			.map(({ operator, value }) => ({ operator, values: [value] }));
	});
}

function mayHold(child: Relation, siblings: readonly Relation[], limit: Limit, hasMoreKeys: boolean): boolean {
	if (!child.bound?.isDefault)
		return limit.values.some((value) => fits(child, { ...limit, value }, hasMoreKeys) !== false);
	if (limit.operator !== '=') return true;
	const others = siblings.filter((each) => !each.bound?.isDefault);
	return limit.values.some((value) => !others.some((each) => fits(each, { ...limit, value }, hasMoreKeys) === true));
}

/** Whether rows within a limit may be in a partition; undefined where it is not known. */
function fits(
	{ bound }: Relation,
	{ operator, value }: { readonly operator: string; readonly value: string | undefined },
	hasMoreKeys: boolean,
): boolean | undefined {
	const spec = nodeOf(bound?.tree, 'PartitionBoundSpec');
	if (!spec || value === undefined) return undefined;
	if (spec.strategy === 'l') return isListed(spec, operator, value);
	const isKnown = spec.strategy === 'r' && !hasMoreKeys;
	return isKnown ? isWithin(spec, operator, value) : undefined;
}

function isListed({ listdatums }: NodeOf<'PartitionBoundSpec'>, operator: string, value: string): boolean | undefined {
	return operator === '=' ? (listdatums ?? []).some((datum) => constantOf(datum) === value) : undefined;
}

function isWithin(
	{ lowerdatums, upperdatums }: NodeOf<'PartitionBoundSpec'>,
	operator: string,
	value: string,
): boolean | undefined {
	const [low, high] = [against(lowerdatums?.[0], value), against(upperdatums?.[0], value)];
	if (low === undefined || high === undefined) return undefined;
	if (operator === '=') return low <= 0 && high > 0;
	if (operator === '<') return low < 0;
	if (operator === '<=') return low <= 0;
	return operator === '>' || operator === '>=' ? high > 0 : undefined;
}

/** How a bound stands to a value: below zero when it is less. */
function against(datum: Node | undefined, value: string): number | undefined {
	if (isBoundless(datum))
		return stringsOf(nodeOf(datum, 'ColumnRef')?.fields).at(-1) === 'minvalue' ? -Infinity : Infinity;
	const bound = constantOf(datum);
	return bound === undefined ? undefined : order(bound, value);
}
