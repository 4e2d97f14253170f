import {
	type Adding,
	addToTable,
	attributesOf,
	changeConstraint,
	findConstraint,
	newConstraint,
} from './constraints.ts';
import type { Constraint, Id, Reference, Relation } from './model.ts';
import { columnsAddition, constraintName } from './names.ts';
import { refuse, type State } from './state.ts';
import { type NodeOf, rangeName, stringsOf } from './trees.ts';

/** The letters of the grammar; they are those of the catalog, too. */
const ACTIONS: Readonly<Record<string, string>> = {
	a: 'no action',
	r: 'restrict',
	c: 'cascade',
	n: 'set null',
	d: 'set default',
};
const MATCHES: Readonly<Record<string, string>> = { f: 'full', p: 'partial', s: 'simple' };

export function addForeignKey(state: State, table: Id, node: NodeOf<'Constraint'>, adding: Adding): void {
	const relation = state.known(table);
	const columns = stringsOf(node.fk_attrs);
	for (const name of columns) if (!relation.columns.some((column) => column.name === name)) refuse('no such column');
	const name = node.conname ?? constraintName(state, relation, columnsAddition(columns), 'fkey');
	if (findConstraint(relation, name)) refuse('a constraint of this name is there');
	const references = referenceOf(state, node);
	const key = newConstraint('foreign key', name, { ...attributesOf(node, adding.isNewTable), columns, references });
	putForeignKey(state, table, { ...key, noInherit: true });
	if (!adding.recurse && relation.kind === 'partitioned table' && relation.children.length > 0) refuse('ONLY');
	if (relation.kind === 'partitioned table') for (const child of relation.children) cloneForeignKey(state, child, key);
}

function referenceOf(state: State, node: NodeOf<'Constraint'>): Reference {
	const given = node.pktable ? rangeName(node.pktable) : { name: '' };
	const target = state.find(given);
	const named = stringsOf(node.pk_attrs);
	const index = target && referredIndex(state, target, named);
	if (target && !index) refuse('no unique index fits');
	return {
		table: target?.id,
		given,
		columns: named.length > 0 ? named : (index?.index?.keys.flatMap(({ column }) => column ?? []) ?? []),
		index: index?.id,
		onUpdate: ACTIONS[node.fk_upd_action ?? 'a'] ?? 'no action',
		onDelete: ACTIONS[node.fk_del_action ?? 'a'] ?? 'no action',
		match: MATCHES[node.fk_matchtype ?? 's'] ?? 'simple',
	};
}

/** The primary key, or the oldest unique index of exactly the named columns. */
function referredIndex(state: State, table: Relation, named: readonly string[]): Relation | undefined {
	const indexes = table.indexes.map((id) => state.known(id)).sort((a, b) => a.id - b.id);
	if (named.length === 0) return indexes.find(({ index }) => index?.isPrimary);
	return indexes.find(({ index }) => {
		if (!index?.isUnique || !index.isImmediate || index.predicate) return false;
		const columns = index.keys.flatMap(({ column }) => column ?? []);
		return (
			columns.length === index.keys.length &&
			columns.length === named.length &&
			named.every((name) => columns.includes(name))
		);
	});
}

function putForeignKey(state: State, table: Id, key: Constraint): void {
	addToTable(state, table, key);
	const target = key.references?.table;
	if (target === undefined) return;
	const { referencedBy } = state.known(target);
	if (!referencedBy.includes(table)) state.update(target, { referencedBy: [...referencedBy, table] });
}

/** Give a partition the foreign key of its table: its own counts, when it says the same. */
export function cloneForeignKey(state: State, partition: Id, key: Constraint): void {
	const relation = state.known(partition);
	const own = relation.constraints.find((each) => each.inheritCount === 0 && isSameKey(each, key));
	if (own) {
		changeConstraint(state, partition, own.name, { isLocal: false, inheritCount: 1 });
	} else {
		const isTaken = findConstraint(relation, key.name) !== undefined;
		const name = isTaken ? constraintName(state, relation, columnsAddition(key.columns), 'fkey') : key.name;
		putForeignKey(state, partition, { ...key, name, isLocal: false, inheritCount: 1, noInherit: true });
	}
	for (const child of relation.children) cloneForeignKey(state, child, key);
}

function isSameKey(a: Constraint, b: Constraint): boolean {
	const compared = ({ columns, references, isDeferrable, isInitiallyDeferred, isEnforced }: Constraint): unknown => [
		columns,
		references && [references.table, references.columns, references.onUpdate, references.onDelete, references.match],
		[isDeferrable, isInitiallyDeferred, isEnforced],
	];
	return a.kind === 'foreign key' && JSON.stringify(compared(a)) === JSON.stringify(compared(b));
}

/** Take a constraint from a table, and the table from those that its key refers to. */
export function removeConstraint(state: State, table: Id, name: string): void {
	const relation = state.known(table);
	const gone = findConstraint(relation, name);
	const { constraints } = state.update(table, { constraints: relation.constraints.filter((each) => each !== gone) });
	const target = gone?.references?.table;
	if (target === undefined || constraints.some(({ references }) => references?.table === target)) return;
	const { referencedBy } = state.get(target) ?? {};
	if (referencedBy) state.update(target, { referencedBy: referencedBy.filter((id) => id !== table) });
}
