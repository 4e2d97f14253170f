import { dropColumn } from './drop-column.ts';
import { dropRelations } from './drop-relations.ts';
import type { Column, ColumnType, Id, ObjectName, Relation } from './model.ts';
import { refuse, type State } from './state.ts';

const isType = (type: ColumnType | undefined, { schema, name }: ObjectName): boolean =>
	type?.schema === schema && type.name === name;

/** The columns that have a type, or are arrays of it. */
export function columnsOfType(
	state: State,
	type: ObjectName,
): readonly { relation: Relation; columns: readonly Column[] }[] {
	if (!state.isTypeUsed(type)) return [];
	return [...state.relations()].flatMap((relation) => {
		const columns = relation.columns.filter((column) => isType(column.type, type));
		return columns.length > 0 ? [{ relation, columns }] : [];
	});
}

/** What uses a type goes with it. */
export function dropTypeUsers(
	state: State,
	type: ObjectName,
	cascade: boolean,
	gone: ReadonlySet<Id> = new Set(),
): void {
	const users = columnsOfType(state, type).filter(({ relation }) => !gone.has(relation.id));
	if (users.length > 0 && !cascade) refuse('a column has the type');
	for (const { relation, columns } of users) {
		if (relation.view) dropRelations(state, [relation.id], true);
		else dropColumns(state, relation.id, columns);
	}
	dropOthers(state, type, cascade);
}

/** Columns of children go with those of their parents. */
function dropColumns(state: State, id: Id, columns: readonly Column[]): void {
	for (const { name, inheritCount } of columns) {
		const isThere = state.get(id)?.columns.some((column) => column.name === name);
		if (isThere && inheritCount === 0) dropColumn(state, id, name, { cascade: true, recurse: true });
	}
}

/** Domains and functions that name a type. */
function dropOthers(state: State, type: ObjectName, cascade: boolean): void {
	for (const domain of [...state.types()]) {
		if (domain.kind !== 'domain' || !isType(domain.base, type)) continue;
		if (!cascade) refuse('a domain is of the type');
		dropTypeUsers(state, domain, cascade);
		state.removeType(domain);
	}
	for (const found of state.allFunctions()) {
		if (!isType(found.returns, type) && !found.arguments.some((each) => isType(each, type))) continue;
		if (!cascade) refuse('a function names the type');
		state.putFunctions(
			found,
			state.functions(found).filter((each) => each !== found),
		);
	}
}

/** Give columns, domains and functions the new name of their type. */
export function renameType(state: State, from: ObjectName, to: ObjectName): void {
	const renamed = <Type extends ColumnType | undefined>(type: Type): Type =>
		type && isType(type, from) ? { ...type, ...to } : type;
	for (const { relation } of columnsOfType(state, from)) {
		const { columns } = state.known(relation.id);
		state.update(relation.id, { columns: columns.map((column) => ({ ...column, type: renamed(column.type) })) });
	}
	for (const domain of [...state.types()]) {
		if (domain.kind === 'domain' && isType(domain.base, from))
			state.putType({ ...domain, base: renamed(domain.base) }, domain);
	}
	for (const found of state.allFunctions()) {
		const [returns, args] = [renamed(found.returns), found.arguments.map(renamed)];
		const others = state.functions(found).filter((each) => each !== found);
		if (JSON.stringify([returns, args]) !== JSON.stringify([found.returns, found.arguments]))
			state.putFunctions(found, [...others, { ...found, returns, arguments: args }]);
	}
}
