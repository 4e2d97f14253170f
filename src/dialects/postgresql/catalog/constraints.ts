import type { Column, Constraint, ConstraintKind, Id, Relation } from './model.ts';
import { constraintName } from './names.ts';
import { refuse, type State } from './state.ts';
import { columnsIn, type NodeOf, stringsOf } from './trees.ts';

/** A constraint that its table has by itself, and that holds. */
export const newConstraint = (kind: ConstraintKind, name: string, known: Partial<Constraint>): Constraint => ({
	name,
	kind,
	columns: [],
	expression: undefined,
	references: undefined,
	isValidated: true,
	isEnforced: true,
	isDeferrable: false,
	isInitiallyDeferred: false,
	noInherit: false,
	isLocal: true,
	inheritCount: 0,
	index: undefined,
	...known,
});

/** How a constraint comes to a table. */
export interface Adding {
	/** Whether the table is new: NOT VALID then says nothing, as there is nothing to be checked. */
	readonly isNewTable?: boolean;
	/** Whether children get it, too. */
	readonly recurse?: boolean;
	/** Names that other constraints of the statement have. */
	readonly others?: readonly string[];
}

export const findConstraint = (table: Relation, name: string): Constraint | undefined =>
	table.constraints.find((constraint) => constraint.name === name);

export const addToTable = (state: State, table: Id, constraint: Constraint): void => {
	state.update(table, { constraints: [...state.known(table).constraints, constraint] });
};

/** Items, of which the one with a name is changed. */
const changed = <Item extends { readonly name: string }>(
	items: readonly Item[],
	name: string,
	change: Partial<Item>,
): readonly Item[] => items.map((each) => (each.name === name ? { ...each, ...change } : each));

export function changeConstraint(state: State, table: Id, name: string, change: Partial<Constraint>): void {
	const { constraints } = state.known(table);
	state.update(table, { constraints: changed(constraints, name, change) });
}

export function changeColumn(state: State, table: Id, name: string, change: Partial<Column>): void {
	const { columns } = state.known(table);
	if (!columns.some((column) => column.name === name)) refuse(`no column ${name}`);
	state.update(table, { columns: changed(columns, name, change) });
}

export const findColumn = (table: Relation, name: string): Column =>
	table.columns.find((column) => column.name === name) ?? refuse(`no column ${name}`);

/** The attributes that constraints of all kinds have. */
export function attributesOf(node: NodeOf<'Constraint'>, isNewTable = false): Partial<Constraint> {
	const isEnforced =
		node.is_enforced !== false && !(node.contype && ENFORCEABLE.has(node.contype) && !node.is_enforced);
	return {
		isEnforced,
		isValidated: isEnforced && (isNewTable || !node.skip_validation),
		isDeferrable: node.deferrable ?? false,
		isInitiallyDeferred: node.initdeferred ?? false,
		noInherit: node.is_no_inherit ?? false,
	};
}

/** The grammar says of these that they are enforced; of others, that they are not, it does not say. */
const ENFORCEABLE: ReadonlySet<string> = new Set(['CONSTR_CHECK', 'CONSTR_FOREIGN']);

export function addCheck(state: State, table: Id, node: NodeOf<'Constraint'>, adding: Adding): void {
	const relation = state.known(table);
	const columns = columnsIn(node.raw_expr).filter((name) => relation.columns.some((column) => column.name === name));
	const addition = columns.length === 1 ? (columns[0] ?? '') : '';
	const name = node.conname ?? constraintName(state, relation, addition, 'check', adding.others);
	const attributes = attributesOf(node, adding.isNewTable);
	const check = newConstraint('check', name, { ...attributes, columns, expression: node.raw_expr });
	putCheck(state, relation, check);
	if (check.noInherit) return;
	if (!adding.recurse && relation.children.length > 0) refuse('children have to get the check, too');
	if (adding.recurse) inheritCheck(state, relation.children, check);
}

function putCheck(state: State, table: Relation, check: Constraint): void {
	if (findConstraint(table, check.name)) refuse('a constraint of this name is there');
	addToTable(state, table.id, check);
}

/** Give a check to children: one that has it already counts one parent more. */
function inheritCheck(state: State, children: readonly Id[], check: Constraint): void {
	for (const child of children) {
		const relation = state.known(child);
		const own = findConstraint(relation, check.name);
		if (own) {
			changeConstraint(state, child, check.name, { inheritCount: own.inheritCount + 1 });
			continue;
		}
		addToTable(state, child, { ...check, isLocal: false, inheritCount: 1 });
		inheritCheck(state, relation.children, check);
	}
}

export const notNullOf = (table: Relation, column: string): Constraint | undefined =>
	table.constraints.find(({ kind, columns }) => kind === 'not null' && columns[0] === column);

/** What a NOT NULL constraint is made of. */
export interface NotNull {
	readonly name?: string | undefined;
	readonly isValidated?: boolean | undefined;
	readonly noInherit?: boolean | undefined;
}

/** Columns are NOT NULL by a constraint, which has a name in the catalog from PostgreSQL 18 on. */
export function addNotNull(state: State, table: Id, column: string, given: NotNull, recurse = true): void {
	const relation = state.known(table);
	findColumn(relation, column);
	const own = notNullOf(relation, column);
	const { isValidated = true, noInherit = false } = given;
	if (own) {
		if (!own.isLocal) changeConstraint(state, table, own.name, { isLocal: true });
		if (isValidated && !own.isValidated) validateNotNull(state, table, column);
		return;
	}
	const name = given.name ?? constraintName(state, relation, column, 'not_null');
	const constraint = newConstraint('not null', name, { columns: [column], isValidated, noInherit });
	state.update(table, {
		constraints: [...relation.constraints, constraint],
		columns: changed(relation.columns, column, { notNull: true }),
	});
	if (recurse && !noInherit) inheritNotNull(state, relation.children, constraint);
}

function validateNotNull(state: State, table: Id, column: string): void {
	const relation = state.known(table);
	const own = notNullOf(relation, column);
	if (own) changeConstraint(state, table, own.name, { isValidated: true });
	for (const child of relation.children) validateNotNull(state, child, column);
}

/** Give NOT NULL to children. */
export function inheritNotNull(state: State, children: readonly Id[], constraint: Constraint): void {
	const [column = ''] = constraint.columns;
	for (const child of children) {
		const relation = state.known(child);
		const own = notNullOf(relation, column);
		if (own) {
			changeConstraint(state, child, own.name, { inheritCount: own.inheritCount + 1 });
			if (constraint.isValidated) validateNotNull(state, child, column);
			continue;
		}
		const isTaken = findConstraint(relation, constraint.name) !== undefined;
		const name = isTaken ? constraintName(state, relation, column, 'not_null') : constraint.name;
		addToTable(state, child, { ...constraint, name, isLocal: false, inheritCount: 1 });
		changeColumn(state, child, column, { notNull: true });
		inheritNotNull(state, relation.children, constraint);
	}
}

/** The columns that a constraint names in the statement. */
export const keyColumns = (node: NodeOf<'Constraint'>): readonly string[] => stringsOf(node.keys);
