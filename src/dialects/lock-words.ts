import type { Blocks, RelationFacts } from './facts.ts';

/** How long the work on a relation takes: no time, or one that grows with it. From the least. */
export const DURATIONS = ['instant', 'scan', 'index build', 'rewrite'] as const;

export type Duration = (typeof DURATIONS)[number];

/** Up to so many rows, the work of a statement on a table takes no time that anybody notices. */
const SMALL_TABLE_ROWS = 10_000;

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

/** How much work that is, to compare it with other work. */
export const workOf = (work: Work): number => DURATIONS.indexOf(durationOf(work));

/** `reads writes DDL`; `-` for nothing. */
export const blockedBy = ({ reads, writes, ddl }: Blocks): string =>
	[reads && 'reads', writes && 'writes', ddl && 'DDL'].filter((word) => word !== false).join(' ') || '-';

/** The relations that others use, and that they know by name: what the script created is in nobody's way. */
export const usedByOthers = (relations: readonly RelationFacts[]): readonly RelationFacts[] =>
	relations.filter(({ isNew, kind }) => !isNew && !kind.endsWith('index'));
