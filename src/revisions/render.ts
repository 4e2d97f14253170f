import { setImmediate } from 'node:timers/promises';
import type { Project } from '../config/project.ts';
import type { GenSqlError } from '../core/error.ts';
import { compile, noEnumTypes } from '../dialects/compile.ts';
import { withDeepStacks } from '../record/call-site.ts';
import { bindParameters } from '../script/bind.ts';
import { type PlainScript, plain } from '../script/clients/plain.ts';
import { type ScriptHeader, scriptHeader } from '../script/header.ts';
import { plan, type Script, type Step } from '../script/plan.ts';
import type { RevisionGraph } from './graph.ts';
import type { Range } from './range.ts';
import { recordDowngrade, recordUpgrade } from './record-revision.ts';
import { typesAt } from './types-at.ts';
import { appliedStatements } from './version-applied.ts';
import { VersionRows } from './version-rows.ts';

/** A script as data, and as the text a client runs. */
export interface RenderedScript extends PlainScript {
	readonly script: Script;
}

export interface RenderOptions {
	/** Leave all parameters placeholders, as in versioned files. Default `false`. */
	readonly keepParameters?: boolean;
	/** Makes the head of the script: handed over by who renders many. */
	readonly header?: ScriptHeader;
}

/**
 * Render the script of a range: run the revisions, compile what they recorded, lay it out, write it down.
 *
 * Nothing is returned before all of it is rendered. Same revisions, same settings: same bytes.
 *
 * @throws {GenSqlError} REVISION_THREW, REVISION_INVALID, and everything an operation, the dialect or a template throws.
 */
export async function renderRange(
	project: Project,
	graph: RevisionGraph,
	range: Range,
	{ keepParameters = false, header = scriptHeader(project) }: RenderOptions = {},
): Promise<RenderedScript> {
	const { direction, start } = range;
	const { dialect, literalBinds } = project;
	const compiled = await withDeepStacks(() => compileSteps(project, graph, range));
	const binding = { values: keepParameters ? {} : project.parameters, keepDefaults: keepParameters, literalBinds };
	const { steps, parameters } = bindParameters(compiled, binding, dialect.spelling);
	const script = plan(direction, steps, { ...project, start, parameters });
	return { script, ...plain(script, header(script)) };
}

async function compileSteps(project: Project, graph: RevisionGraph, range: Range): Promise<readonly Step[]> {
	const { direction, revisions, start } = range;
	const rows = new VersionRows(graph, start);
	const late: GenSqlError[] = [];
	const steps: Step[] = [];
	const types = noEnumTypes(project.dialect);
	let isWhole = start.length === 0;
	for (const id of revisions) {
		const node = graph.node(id);
		const versions = rows[direction](id);
		const operations =
			direction === 'upgrade'
				? await recordUpgrade(project, node, late)
				: await recordDowngrade(project, node, late, () => typesAt(project, graph, rows.rows, late));
		// The revisions before the start are run only when it matters which types they have left there.
		if (!isWhole && operations.some((op) => types.isOpen(op))) {
			types.precede(await typesAt(project, graph, start, late));
			isWhole = true;
		}
		const ends = direction === 'upgrade' ? [node.downRevisions, [id]] : [[id], node.downRevisions];
		const [from = [], to = []] = ends;
		const statements = compile(operations, project.dialect, types);
		const step = { direction, revision: id, title: node.title, from, to, statements, versions };
		steps.push({ ...step, applied: await appliedStatements(project, step, rows.rows) });
	}
	// A call that was not awaited gets this much time to be noticed; later ones end the process with an error.
	await setImmediate();
	if (late[0]) throw late[0];
	return steps;
}
