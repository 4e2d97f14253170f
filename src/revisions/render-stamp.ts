import type { Project } from '../config/project.ts';
import { bindParameters } from '../script/bind.ts';
import { plain } from '../script/clients/plain.ts';
import { scriptHeader } from '../script/header.ts';
import { ANYTHING, applyChange, plan, type Step } from '../script/plan.ts';
import { type Statement, statement } from '../sql/statement.ts';
import type { RevisionGraph } from './graph.ts';
import type { RenderedScript } from './render.ts';
import type { Stamp, StampStep } from './stamp.ts';
import { appliedStatements } from './version-applied.ts';

/**
 * Render the script that changes the version table alone.
 *
 * @param options - `purge` deletes every row first, whatever is there. Then nothing is checked.
 * @throws {GenSqlError} TEMPLATE_INVALID, and what `onVersionApply` and the parameters of its SQL throw.
 */
export async function renderStamp(
	project: Project,
	graph: RevisionGraph,
	{ start, steps: stamped }: Stamp,
	{ purge }: { readonly purge: boolean },
): Promise<RenderedScript> {
	const { dialect, versions, lockTimeoutMs, literalBinds } = project;
	const clear = purge ? dialect.script.clearVersions(versions).map((words) => statement(words)) : [];
	const [first, ...others] = stamped.map((step) => toStep(graph, step));
	const rowSteps = purge ? [purging(first ?? toStep(graph, TO_BASE), clear), ...others] : [first ?? [], others].flat();
	const binding = { values: project.parameters, keepDefaults: false, literalBinds };
	const { steps, parameters } = bindParameters(await withApplied(project, start, rowSteps), binding, dialect.spelling);
	const guard = project.guard && !purge;
	const options = { dialect, versions, start, guard, purge, lockTimeoutMs, parameters };
	const script = plan('stamp', steps, { ...options, transactionPerMigration: false });
	return { script, ...plain(script, scriptHeader(project)(script)) };
}

const TO_BASE: StampStep = { from: [], to: [], versions: [] };

/** One that leaves no row speaks of the row that goes. */
function toStep(graph: RevisionGraph, { from, to, versions }: StampStep): Step {
	const revision = to[0] ?? from[0] ?? 'base';
	const title = graph.nodes.get(revision)?.title ?? 'an empty database';
	return { direction: 'stamp', revision, title, from, to, statements: [], versions };
}

async function withApplied(
	project: Project,
	start: readonly string[],
	steps: readonly Step[],
): Promise<readonly Step[]> {
	const rows = new Set(start);
	const applied: Step[] = [];
	for (const step of steps) {
		for (const change of step.versions) applyChange(rows, change);
		applied.push({ ...step, applied: await appliedStatements(project, step, [...rows]) });
	}
	return applied;
}

const purging = (step: Step, statements: readonly Statement[]): Step => ({ ...step, from: [ANYTHING], statements });
