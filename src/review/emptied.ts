import type { NodeOf } from '../dialects/postgresql/catalog/trees.ts';
import { spelled } from './spelled.ts';

/** Removes some thousand rows of a table: to be run until none is left. */
export const emptiedInBatches = (table: NodeOf<'RangeVar'>): string =>
	`DELETE FROM ${spelled(table)} WHERE ctid = ANY (ARRAY(SELECT ctid FROM ${spelled(table)} LIMIT 10000));`;
