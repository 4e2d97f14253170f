import type { Blocks, RelationFacts } from './facts.ts';

/** How long the work on a relation takes: no time, or one that grows with it. From the least. */
export const DURATIONS = ['instant', 'scan', 'index build', 'rewrite'] as const;

export type Duration = (typeof DURATIONS)[number];

export function durationOf({
	rewrite,
	scan,
	indexBuild,
}: Pick<RelationFacts, 'rewrite' | 'scan' | 'indexBuild'>): Duration {
	if (rewrite) return 'rewrite';
	if (indexBuild) return 'index build';
	return scan ? 'scan' : 'instant';
}

/** `reads writes DDL`; `-` for nothing. */
export const blockedBy = ({ reads, writes, ddl }: Blocks): string =>
	[reads && 'reads', writes && 'writes', ddl && 'DDL'].filter((word) => word !== false).join(' ') || '-';

/** The relations that others use, and that they know by name: what the script created is in nobody's way. */
export const usedByOthers = (relations: readonly RelationFacts[]): readonly RelationFacts[] =>
	relations.filter(({ isNew, kind }) => !isNew && !kind.endsWith('index'));
