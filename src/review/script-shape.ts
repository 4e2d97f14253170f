import { type NodeKind, nodeOf, nodesOf } from '../dialects/postgresql/catalog/trees.ts';
import { isOn } from '../dialects/postgresql/facts/definitions.ts';
import type { Node } from '../sql/parse-postgresql.ts';

/** What the statements of a script are, as a whole. */
export interface ScriptShape {
	/** Whether it says itself where transactions begin and end, or its runner does. */
	readonly hasTransactions: boolean;
	/** Whether a statement cannot run in a transaction. */
	readonly hasOutside: boolean;
	/** Which statement is the first and which the last one that changes something and can run in a transaction. */
	readonly firstChange: number;
	readonly lastChange: number;
	/** The last statement that changes something, in a transaction or not. */
	readonly lastWork: number;
}

/** The shape of the statements so far. */
export class GrowingShape implements ScriptShape {
	hasTransactions: boolean;
	hasOutside = false;
	firstChange = -1;
	lastChange = -1;
	lastWork = -1;

	/** @param isInParts - Whether parts of the script are run one after the other, each by itself. */
	constructor(isInParts: boolean) {
		this.hasTransactions = isInParts;
	}

	/** Go on with the next statement, which is told by its place. */
	add(tree: Node, at: number): void {
		const isOut = isOutside(tree);
		this.hasTransactions ||= nodeOf(tree, 'TransactionStmt') !== undefined;
		this.hasOutside ||= isOut;
		if (!isWork(tree)) return;
		this.lastWork = at;
		if (isOut) return;
		this.lastChange = at;
		if (this.firstChange === -1) this.firstChange = at;
	}
}

/** Statements that set, ask or tell something, and leave the database as it is. */
const IDLE: readonly NodeKind[] = [
	'ExplainStmt',
	'SelectStmt',
	'TransactionStmt',
	'VariableSetStmt',
	'VariableShowStmt',
];

const isWork = (tree: Node): boolean => !IDLE.some((kind) => nodeOf(tree, kind) !== undefined);

const OUTSIDE: readonly NodeKind[] = [
	'AlterSystemStmt',
	'CreateTableSpaceStmt',
	'CreatedbStmt',
	'DropTableSpaceStmt',
	'DropdbStmt',
];

/** Whether a statement is one that the server refuses in a transaction, by its words. */
function isOutside(tree: Node): boolean {
	if (OUTSIDE.some((kind) => nodeOf(tree, kind) !== undefined)) return true;
	const isConcurrent = nodeOf(tree, 'IndexStmt')?.concurrent ?? nodeOf(tree, 'DropStmt')?.concurrent;
	const isVacuum = nodeOf(tree, 'VacuumStmt')?.is_vacuumcmd;
	return (isConcurrent ?? isVacuum ?? false) || reindexes(tree) || detaches(tree);
}

/** Concurrently, or more than one table. */
function reindexes(tree: Node): boolean {
	const reindex = nodeOf(tree, 'ReindexStmt');
	return reindex !== undefined && (reindex.relation === undefined || isOn(reindex.params, 'concurrently'));
}

const detaches = (tree: Node): boolean =>
	nodesOf(nodeOf(tree, 'AlterTableStmt')?.cmds, 'AlterTableCmd').some(
		({ def }) => nodeOf(def, 'PartitionCmd')?.concurrent === true,
	);
