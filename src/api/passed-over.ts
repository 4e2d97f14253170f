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

/** A script of a revision. */
interface RevisionScript {
	/** Its versioned file. */
	readonly file: string;
	readonly revision: string;
}

/**
 * Tells scripts of revisions that are not to be reviewed, and why: databases have what they do, or they are ignored.
 *
 * @param since - Wins over the setting.
 * @throws {GenSqlError} CONFIG_INVALID when a setting names none, and what `resolveRevisions` throws.
 */
export function passedOver(
	project: Project,
	graph: RevisionGraph,
	since: string | undefined,
): (script: RevisionScript) => 'deployed' | 'ignored' | undefined {
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
	const set = setSince === undefined ? [] : named('since', setSince);
	const deployed = graph.ancestors(since === undefined ? set : resolveRevisions(graph, since));
	const ignored = new Set(ignoreRevisions.flatMap((each) => named('ignoreRevisions', each)));
	const isIgnored = ignoredPaths(project);
	return ({ file, revision }) => {
		if (deployed.has(revision)) return 'deployed';
		const isUnwanted = ignored.has(revision) || isIgnored(file) || isIgnored(graph.node(revision).file);
		return isUnwanted ? 'ignored' : undefined;
	};
}
