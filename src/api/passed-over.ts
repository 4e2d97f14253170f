import { relative, sep } from 'node:path';
import type { Project } from '../config/project.ts';
import { GenSqlError, isGenSqlError } from '../core/error.ts';
import { fitsPattern } from '../review/sql-files.ts';
import type { RevisionGraph } from '../revisions/graph.ts';
import { resolveRevisions } from '../revisions/range.ts';

/** Tells files that the project does not want reviewed. */
export function ignoredPaths(project: Project | undefined): (path: string) => boolean {
	const patterns = project?.review?.ignorePaths ?? [];
	return (path) => {
		if (!project || patterns.length === 0) return false;
		const shown = relative(project.root, path).split(sep).join('/');
		return patterns.some((pattern) => fitsPattern(pattern, shown));
	};
}

/** Revisions that are read and not reviewed. */
export interface PassedOver {
	/** The last one that is not looked at, and all that it goes on from: databases have them. */
	readonly deployed: ReadonlySet<string>;
	/** Single ones. */
	readonly ignored: ReadonlySet<string>;
}

export const NOTHING_PASSED_OVER: PassedOver = { deployed: new Set(), ignored: new Set() };

/**
 * The revisions that are not to be reviewed.
 *
 * @param since - Wins over the setting.
 * @throws {GenSqlError} CONFIG_INVALID when a setting names none, and what `resolveRevisions` throws.
 */
export function passedOver(project: Project, graph: RevisionGraph, since: string | undefined): PassedOver {
	const { since: setSince, ignoreRevisions = [] } = project.review ?? {};
	const named = (key: string, text: string): readonly string[] => {
		try {
			return resolveRevisions(graph, text);
		} catch (error) {
			if (!isGenSqlError(error)) throw error;
			const at = project.placeOf('review', key);
			throw new GenSqlError('CONFIG_INVALID', `review.${key}: ${error.message}`, { hint: error.hint, at });
		}
	};
	const own = setSince === undefined ? [] : named('since', setSince);
	return {
		deployed: graph.ancestors(since === undefined ? own : resolveRevisions(graph, since)),
		ignored: new Set(ignoreRevisions.flatMap((each) => named('ignoreRevisions', each))),
	};
}
