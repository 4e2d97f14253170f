import { changeColumn, changeConstraint, findConstraint } from './constraints.ts';
import { dropRelations } from './drop-relations.ts';
import { removeConstraint } from './foreign-keys.ts';
import type { Constraint, Id, Relation } from './model.ts';
import { Refused, refuse, type State } from './state.ts';

export interface Dropping {
	readonly cascade: boolean;
	/** Whether what children have from the table goes with it; if not, it stays there as their own. */
	readonly recurse: boolean;
}

export function dropConstraint(state: State, table: Id, name: string, dropping: Dropping): void {
	const relation = state.known(table);
	const gone = findConstraint(relation, name);
	if (!gone) throw new Refused('no such constraint');
	if (gone.inheritCount > 0) refuse('the constraint is inherited');
	takeConstraint(state, relation, gone, dropping);
}

/** Drop a constraint, whether it is inherited or not. */
function takeConstraint(state: State, table: Relation, gone: Constraint, dropping: Dropping): void {
	const [column = ''] = gone.columns;
	if (gone.kind === 'not null') {
		refuseNeeded(table, column);
		changeColumn(state, table.id, column, { notNull: false });
	}
	if (gone.index === undefined) removeConstraint(state, table.id, gone.name);
	else dropKeyIndex(state, gone.index, dropping.cascade);
	if (gone.index !== undefined || (gone.noInherit && gone.kind !== 'foreign key')) return;
	for (const child of table.children) releaseConstraint(state, child, gone, dropping);
}

/** A primary key and an identity need NOT NULL. */
function refuseNeeded({ constraints, columns }: Relation, column: string): void {
	const isInKey = constraints.some((each) => each.kind === 'primary key' && each.columns.includes(column));
	const isIdentity = columns.some(({ name, identity }) => name === column && identity !== undefined);
	if (isInKey || isIdentity) refuse('the column has to be NOT NULL');
}

/** Take one parent from a child's constraint. */
function releaseConstraint(state: State, child: Id, gone: Constraint, dropping: Dropping): void {
	const relation = state.known(child);
	const own = relation.constraints.find((each) => each.inheritCount > 0 && isSame(each, gone));
	if (!own) return;
	const inheritCount = own.inheritCount - 1;
	const isForced = gone.kind === 'foreign key' || dropping.recurse;
	if (isForced && inheritCount === 0 && !own.isLocal) takeConstraint(state, relation, own, dropping);
	else changeConstraint(state, child, own.name, { inheritCount, isLocal: own.isLocal || !isForced });
}

const isSame = (own: Constraint, gone: Constraint): boolean =>
	own.kind === gone.kind &&
	(gone.kind === 'check' ? own.name === gone.name : JSON.stringify(own.columns) === JSON.stringify(gone.columns));

/** Drop an index with its constraint, and those of partitions. Keys that rely on it need CASCADE. */
export function dropKeyIndex(state: State, id: Id, cascade: boolean): void {
	const { index, children } = state.known(id);
	if (!index) return;
	releaseKeys(state, state.known(index.table), id, cascade);
	for (const child of children) dropKeyIndex(state, child, cascade);
	if (index.constraint !== undefined) removeConstraint(state, index.table, index.constraint);
	dropRelations(state, [id], cascade);
}

/** Foreign keys that rely on an index. */
function releaseKeys(state: State, { referencedBy }: Relation, index: Id, cascade: boolean): void {
	for (const id of referencedBy) {
		for (const { name, references } of state.known(id).constraints) {
			if (references?.index !== index) continue;
			if (!cascade) refuse('a foreign key relies on it');
			removeConstraint(state, id, name);
		}
	}
}
