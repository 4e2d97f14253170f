import type { CheckOptions } from '../check/check.ts';
import { checks } from '../check/index.ts';
import { type CheckResult, runChecks } from '../check/run-checks.ts';
import { soundness } from '../check/sound-graph.ts';
import { openProject, type ProjectSource } from './open.ts';

export type { CheckOptions } from '../check/check.ts';

/** What was looked at, and what is wrong. */
export interface CheckReport extends CheckResult {
	readonly database: string;
	readonly dialect: string;
	/** How many files are revisions. */
	readonly revisions: number;
	/** The ids of the heads; none when the revisions form no graph. */
	readonly heads: readonly string[];
}

/**
 * Look for all that is wrong with the revisions of a project, at once: files that are no revisions, a graph that is none,
 * heads that no label tells apart, and revisions that cannot be rendered in one of the two directions; with `against`,
 * revisions that do not go on from those of a git commit.
 *
 * Where files are wrong, the graph is not looked at, and where the graph is broken, nothing else is.
 *
 * @throws {GenSqlError} what `loadProject` throws, and CONFIG_INVALID or FILE_UNREADABLE when a folder cannot be read.
 * @throws {GenSqlError} GIT_FAILED when git does not know the commit, or cannot tell.
 */
export async function check(source: ProjectSource, options: CheckOptions = {}): Promise<CheckReport> {
	const project = await openProject(source);
	const { revisions, graph, problems } = await soundness.look(project);
	const found = { database: project.database, dialect: project.dialect.name, revisions };
	if (!graph) return { ...found, heads: [], rendered: false, checks: [soundness.name], problems };
	const result = await runChecks(checks, { project, graph, options });
	return { ...found, heads: graph.heads, ...result, checks: [soundness.name, ...result.checks] };
}
