import { type NodeOf, nodesOf } from '../dialects/postgresql/catalog/trees.ts';

/** Whether a new table is a partition, or has the shape of another table, so that it may get keys and indexes of that. */
export const isMadeAfterAnother = ({ partbound, tableElts }: NodeOf<'CreateStmt'>): boolean =>
	partbound !== undefined || nodesOf(tableElts, 'TableLikeClause').length > 0;
