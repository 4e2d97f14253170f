import { changeColumn, findConstraint } from './constraints.ts';
import type { Column, Constraint, Id, Relation } from './model.ts';
import { refuse, type State } from './state.ts';
import { isSameType } from './type-names.ts';

/** The columns of a new table with parents, before its own definitions come to them. */
export function inheritedColumns(parents: readonly Relation[], isPartition: boolean): readonly Column[] {
	const merged = new Map<string, Column>();
	for (const column of parents.flatMap(({ columns }) => columns)) {
		const known = merged.get(column.name);
		const identity = isPartition ? column.identity : undefined;
		if (known && !isSameType(known.type, column.type)) refuse('the types differ');
		merged.set(
			column.name,
			known
				? { ...known, inheritCount: known.inheritCount + 1, default: known.default ?? column.default }
				: { ...column, identity, notNull: false, isLocal: false, inheritCount: 1 },
		);
	}
	return [...merged.values()];
}

/** Own definitions, merged into what is inherited. */
export function mergedColumns(
	inherited: readonly Column[],
	own: readonly Column[],
	isPartition: boolean,
): readonly Column[] {
	const merged = new Map(inherited.map((column) => [column.name, column]));
	for (const column of own) {
		const known = merged.get(column.name);
		if (known?.isLocal) refuse('a column of this name is there');
		if (known && column.type && !isSameType(known.type, column.type)) refuse('the types differ');
		merged.set(column.name, known ? mergedColumn(known, column, isPartition) : column);
	}
	return [...merged.values()];
}

const mergedColumn = (known: Column, own: Column, isPartition: boolean): Column => ({
	...known,
	isLocal: !isPartition,
	default: own.default ?? known.default,
	sequences: own.default ? own.sequences : known.sequences,
	generated: own.generated ?? known.generated,
	identity: own.identity ?? known.identity,
	storage: own.storage ?? known.storage,
	compression: own.compression ?? known.compression,
});

/** Checks that a new table has from its parents; one that several have counts them. */
export function inheritedChecks(parents: readonly Relation[]): readonly Constraint[] {
	const merged = new Map<string, Constraint>();
	for (const check of parents.flatMap(({ constraints }) => constraints)) {
		if (check.kind !== 'check' || check.noInherit) continue;
		const known = merged.get(check.name);
		merged.set(check.name, { ...check, isLocal: false, inheritCount: (known?.inheritCount ?? 0) + 1 });
	}
	return [...merged.values()];
}

/** Make a table a child, which has what its parent has already. */
export function addParent(state: State, child: Id, parent: Id, isPartition: boolean): void {
	const [above, relation] = [state.known(parent), state.known(child)];
	const isLocal = isPartition ? { isLocal: false } : {};
	for (const { name, type, notNull } of above.columns) {
		const own = relation.columns.find((column) => column.name === name) ?? refuse(`no column ${name}`);
		if (!isSameType(own.type, type) || (notNull && !own.notNull)) refuse(`column ${name} differs`);
		changeColumn(state, child, name, { inheritCount: own.inheritCount + 1, ...isLocal });
	}
	const constraints = state.known(child).constraints.map((own) => {
		const counted = { ...own, inheritCount: own.inheritCount + 1, ...isLocal };
		return above.constraints.some((each) => isInherited(each, own)) ? counted : own;
	});
	for (const each of above.constraints) {
		if (each.kind === 'check' && !each.noInherit && !findConstraint(relation, each.name)) refuse('a check is missing');
	}
	state.update(child, { constraints, parents: [...relation.parents, parent] });
	state.update(parent, { children: [...above.children, child] });
}

/** Whether a constraint of a child comes from that of the parent. */
const isInherited = (above: Constraint, own: Constraint): boolean =>
	above.kind === own.kind &&
	!above.noInherit &&
	((own.kind === 'check' && own.name === above.name) ||
		(own.kind === 'not null' && own.columns[0] === above.columns[0]));

/** Make a child a table of its own: what it had from the parent alone is its own now. */
export function removeParent(state: State, child: Id, parent: Id): void {
	const [above, relation] = [state.known(parent), state.known(child)];
	if (!relation.parents.includes(parent)) refuse('not a parent');
	const released = <Each extends { readonly inheritCount: number; readonly isLocal: boolean }>(each: Each): Each => ({
		...each,
		inheritCount: each.inheritCount - 1,
		isLocal: each.isLocal || each.inheritCount === 1,
	});
	state.update(child, {
		parents: relation.parents.filter((id) => id !== parent),
		columns: relation.columns.map((own) =>
			own.inheritCount > 0 && above.columns.some(({ name }) => name === own.name) ? released(own) : own,
		),
		constraints: relation.constraints.map((own) =>
			own.inheritCount > 0 && above.constraints.some((each) => isInherited(each, own)) ? released(own) : own,
		),
	});
	state.update(parent, { children: above.children.filter((id) => id !== child) });
}

/** Give a new column to the children, too: one that has it already counts one parent more. */
export function inheritColumn(state: State, children: readonly Id[], column: Column): void {
	for (const child of children) {
		const relation = state.known(child);
		const own = relation.columns.find(({ name }) => name === column.name);
		if (own) {
			if (!isSameType(own.type, column.type)) refuse('the types differ');
			changeColumn(state, child, column.name, { inheritCount: own.inheritCount + 1 });
			continue;
		}
		const identity = relation.bound ? column.identity : undefined;
		state.update(child, {
			columns: [...relation.columns, { ...column, identity, notNull: false, isLocal: false, inheritCount: 1 }],
		});
		inheritColumn(state, relation.children, column);
	}
}
