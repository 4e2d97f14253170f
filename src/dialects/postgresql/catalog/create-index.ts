import { createIndexOn, type IndexShape, indexKey, indexShape } from './indexes.ts';
import { createIndexes } from './partition-indexes.ts';
import { refuse, type State } from './state.ts';
import { literalText, type NodeOf, nodesOf, rangeName } from './trees.ts';

export function createIndex(state: State, statement: NodeOf<'IndexStmt'>): void {
	const { relation, idxname: name, tableSpace: tablespace } = statement;
	const table = relation && state.find(rangeName(relation));
	if (!table) return;
	if (name !== undefined && !state.isFree({ schema: table.schema, name }, statement.if_not_exists)) return;
	const isPartitioned = table.kind === 'partitioned table';
	if (statement.concurrent && isPartitioned) refuse('not on a partitioned table');
	const shape = shapeOf(statement);
	if (isPartitioned) createIndexes(state, table.id, shape, { name, recurse: relation?.inh ?? false });
	else state.update(createIndexOn(state, table, shape, name).id, { tablespace });
}

/** The index that a statement describes. */
export const shapeOf = (statement: NodeOf<'IndexStmt'>): IndexShape =>
	indexShape({
		isUnique: statement.unique ?? false,
		areNullsDistinct: !statement.nulls_not_distinct,
		method: statement.accessMethod ?? 'btree',
		keys: nodesOf(statement.indexParams, 'IndexElem').map(indexKey),
		include: nodesOf(statement.indexIncludingParams, 'IndexElem').flatMap((element) => element.name ?? []),
		// The server leaves out a predicate that holds for all rows.
		predicate: literalText(statement.whereClause) === 'true' ? undefined : statement.whereClause,
	});
