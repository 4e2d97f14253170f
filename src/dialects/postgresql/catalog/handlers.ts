import type { Node } from '../../../sql/parse-postgresql.ts';
import { createIndex } from './create-index.ts';
import { createTable } from './create-table.ts';
import { alterSequence, createSequence } from './sequences.ts';
import type { State } from './state.ts';
import { createStatistics } from './statistics.ts';
import type { NodeKind, NodeOf } from './trees.ts';

type Handlers = { readonly [Each in NodeKind]?: (state: State, statement: NodeOf<Each>) => void };

/** One line for each statement that changes what the catalog holds. */
const HANDLERS: Handlers = {
	AlterSeqStmt: alterSequence,
	CreateForeignTableStmt: (state, { base }) => base && createTable(state, base, 'foreign table'),
	CreateSeqStmt: createSequence,
	CreateStatsStmt: createStatistics,
	CreateStmt: (state, statement) => createTable(state, statement),
	IndexStmt: createIndex,
};

/** Do to a state what a statement does to a database. */
export function handle(state: State, tree: Node): void {
	const handlers: Readonly<Record<string, ((state: State, statement: never) => void) | undefined>> = HANDLERS;
	for (const [kind, statement] of Object.entries(tree)) handlers[kind]?.(state, statement as never);
}
