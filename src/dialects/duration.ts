import type { RelationFacts } from './facts.ts';

/** Up to so many rows, the work of a statement on a table takes no time that anybody notices. */
const SMALL_TABLE_ROWS = 10_000;

/** How long the work of a statement on a relation takes: no time, or one that grows with it. */
export type Duration = 'instant' | 'scan' | 'index build' | 'rewrite';

type Work = Pick<RelationFacts, 'rewrite' | 'scan' | 'indexBuild' | 'rows'>;

/** Whether the rows of a relation are read, written or put into an index. */
export const hasWork = ({ rewrite, scan, indexBuild }: Work): boolean => rewrite || scan || indexBuild;

/** Whether a relation is known to have few rows. */
export const isSmall = ({ rows }: Pick<RelationFacts, 'rows'>): boolean =>
	rows !== undefined && rows <= SMALL_TABLE_ROWS;

/** What takes the time of a statement on a relation. Nothing does on one that is known to be small. */
export function durationOf(work: Work): Duration {
	if (isSmall(work)) return 'instant';
	if (work.rewrite) return 'rewrite';
	if (work.indexBuild) return 'index build';
	return work.scan ? 'scan' : 'instant';
}
