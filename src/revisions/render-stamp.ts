import type { Project } from '../config/project.ts';
import { plain } from '../script/clients/plain.ts';
import { scriptHeader } from '../script/header.ts';
import { ANYTHING, plan, type Step } from '../script/plan.ts';
import { type Statement, statement } from '../sql/statement.ts';
import type { RevisionGraph } from './graph.ts';
import type { RenderedScript } from './render.ts';
import { stampRows } from './stamp-rows.ts';

/** What a script that stamps does. */
export interface Stamp {
	/** The rows of the version table that it starts at. */
	readonly start: readonly string[];
	/** The revisions that it puts there; none is the base. */
	readonly targets: readonly string[];
	/** Whether every row goes first, whatever is there. Then nothing is checked. */
	readonly purge: boolean;
}

/**
 * Render the script that changes the version table alone.
 *
 * @throws {GenSqlError} RANGE_INVALID when the targets cannot be there together, TEMPLATE_INVALID.
 */
export function renderStamp(project: Project, graph: RevisionGraph, stamp: Stamp): RenderedScript {
	const { dialect, versions, lockTimeoutMs } = project;
	const { start, purge } = stamp;
	const clear = purge ? dialect.script.clearVersions(versions).map((words) => statement(words)) : [];
	const steps = stamp.targets.length === 0 ? toBase(start, clear) : toRevisions(graph, stamp, clear);
	const guard = project.guard && !purge;
	const options = { dialect, versions, start, guard, purge, lockTimeoutMs, parameters: [] };
	const script = plan('stamp', steps, { ...options, transactionPerMigration: false });
	return { script, text: plain(script, scriptHeader(script, project)) };
}

function toBase(start: readonly string[], clear: readonly Statement[]): readonly Step[] {
	const versions = start.map((from) => ({ kind: 'delete', from }) as const);
	if (versions.length + clear.length === 0) return [];
	const base = { revision: 'base', title: 'an empty database' };
	return [
		{ direction: 'stamp', ...base, from: clear.length > 0 ? [ANYTHING] : start, to: [], statements: clear, versions },
	];
}

function toRevisions(
	graph: RevisionGraph,
	{ start, targets, purge }: Stamp,
	clear: readonly Statement[],
): readonly Step[] {
	const stamped = stampRows(graph, start, targets).filter(({ changes }) => changes.length > 0);
	return stamped.map(({ revision, from, changes }, index) => ({
		direction: 'stamp',
		revision,
		title: graph.node(revision).title,
		from: purge && index === 0 ? [ANYTHING] : from,
		to: [revision],
		statements: index === 0 ? clear : [],
		versions: changes,
	}));
}
