import type { Node } from '../../../sql/parse-postgresql.ts';
import type { Column, Id, Relation } from '../catalog/model.ts';
import { functionsIn, listedName, nodeOf, rangeName, visit } from '../catalog/trees.ts';
import type { Context } from './context.ts';
import { targetOf } from './target.ts';

/** Lock the relations that fulfil a condition, for something of theirs goes. */
export function lockWhere(context: Context, isWanted: (relation: Relation) => boolean, reason: string): void {
	for (const relation of context.known.relations())
		if (isWanted(relation)) context.lock(targetOf(relation), 'ACCESS EXCLUSIVE', reason);
}

/** What a statement with CASCADE takes along: views, defaults, constraints, triggers and indexes. */
export function lockLost(tree: Node, context: Context): void {
	for (const relation of context.known.lostBy(tree)) {
		const table = relation.index ? context.all([relation.index.table]) : [];
		for (const each of [targetOf(relation), ...table])
			if (!context.touches.has(each)) context.lock(each, 'ACCESS EXCLUSIVE', 'what depends on it goes, too');
	}
}

/** The expressions that belong to a relation, those of its indexes among them. */
function expressionsOf(relation: Relation, context: Context): readonly (Node | undefined)[] {
	const indexes = context.all(relation.indexes).flatMap(({ relation: found }) => found?.index ?? []);
	return [
		...relation.columns.map((column) => column.default),
		...relation.constraints.map(({ expression }) => expression),
		...relation.triggers.map(({ when }) => when),
		...relation.policies.flatMap(({ using, withCheck }) => [using, withCheck]),
		...indexes.flatMap(({ keys, predicate }) => [...keys.map(({ expression }) => expression), predicate]),
	];
}

/** Whether an expression of a relation calls a function. */
export const calls = (relation: Relation, name: string, context: Context): boolean =>
	relation.triggers.some((trigger) => trigger.function.name === name) ||
	expressionsOf(relation, context).some((each) => functionsIn(each).some((called) => called.name === name));

/** Whether an expression of a relation casts to a type. */
export function castsTo(
	relation: Relation,
	isMeant: (name: ReturnType<typeof listedName>) => boolean,
	context: Context,
): boolean {
	let isFound = false;
	for (const expression of expressionsOf(relation, context)) {
		visit(expression, (node) => {
			const type = nodeOf(node, 'TypeName') ?? nodeOf(node, 'TypeCast')?.typeName;
			isFound ||= type !== undefined && isMeant(listedName(type.names));
			return true;
		});
	}
	return isFound;
}

/** Whether a policy or a rule of a relation names another one, or a column has its row type. */
export function namesRelation({ policies, rules, columns }: Relation, id: Id, context: Context): boolean {
	const other = context.known.get(id);
	let isFound = columns.some(({ type }) => type?.schema === other?.schema && type?.name === other?.name);
	visit([policies.map(({ using, withCheck }) => [using, withCheck]), rules.map(({ actions }) => actions)], (node) => {
		const range =
			nodeOf(node, 'RangeVar') ??
			(nodeOf(node, 'InsertStmt') ?? nodeOf(node, 'UpdateStmt') ?? nodeOf(node, 'DeleteStmt'))?.relation;
		isFound ||= range !== undefined && context.known.relation(rangeName(range))?.id === id;
		return true;
	});
	return isFound;
}

/** Whether a column has a type, or a domain over it. */
export function isColumnOf(
	{ type }: Column,
	wanted: { readonly schema: string; readonly name: string },
	context: Context,
): boolean {
	let found = type;
	while (found) {
		if (found.schema === wanted.schema && found.name === wanted.name) return true;
		const { schema, name } = found;
		const definition =
			schema === undefined || schema === 'pg_catalog' ? undefined : context.known.type({ schema, name });
		found = definition?.kind === 'domain' ? definition.base : undefined;
	}
	return false;
}
