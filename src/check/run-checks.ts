import type { GenSqlError } from '../core/error.ts';
import { appendAll } from '../core/keys.ts';
import { artifactsOf, type RevisionArtifacts } from '../revisions/artifacts.ts';
import { revisionRenderer } from '../revisions/render-revision.ts';
import { type Check, type CheckRun, problemsOf, type Subject } from './check.ts';

/** What checks have found. */
export interface CheckResult {
	/** The names of those that were asked for. */
	readonly checks: readonly string[];
	/** Whether the revisions were run for their SQL. */
	readonly rendered: boolean;
	/** In the order of the checks. */
	readonly problems: readonly GenSqlError[];
}

/** Let checks look at a project. Each revision is rendered at most once, and only when one of them wants to see it. */
export async function runChecks(
	checks: readonly Pick<Check, 'name' | 'begin'>[],
	subject: Subject,
): Promise<CheckResult> {
	const runs: { readonly name: string; readonly run: CheckRun }[] = [];
	for (const { name, begin } of checks) {
		const run = await begin(subject);
		if (run) runs.push({ name, run });
	}
	const watching = runs.map(({ run }) => run).filter((run) => run.rendered || run.unrendered);
	if (watching.length > 0) await renderFor(watching, subject);
	const problems: GenSqlError[] = [];
	for (const { run } of runs) appendAll(problems, await run.end());
	return { checks: runs.map(({ name }) => name), rendered: watching.length > 0, problems };
}

/** Render one revision after the other, and show each before the next is rendered. */
async function renderFor(runs: readonly CheckRun[], { project, graph, options }: Subject): Promise<void> {
	const render = revisionRenderer(project, graph);
	const order = [...graph.allFromHeads].reverse();
	for (const [index, id] of order.entries()) {
		options.onRevision?.(index, order.length);
		const node = graph.node(id);
		let artifacts: RevisionArtifacts;
		try {
			artifacts = artifactsOf(project, node, await render(id));
		} catch (error) {
			const problems = problemsOf(error);
			for (const run of runs) run.unrendered?.(node, problems);
			continue;
		}
		for (const run of runs) await run.rendered?.(node, artifacts);
	}
}
