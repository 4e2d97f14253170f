import { relative, sep } from 'node:path';
import type { Project } from '../config/project.ts';
import { locate } from '../core/source.ts';
import type { RevisionGraph } from '../revisions/graph.ts';
import type { Range } from '../revisions/range.ts';
import { type RenderedScript, renderRange } from '../revisions/render.ts';

/** A rendered script, with the call in a revision that each of its lines comes from. */
export interface RenderedText {
	readonly text: string;
	/** `revisions/1975_user.ts:12:5`; none for what gen-sql adds by itself. */
	sourceAt(line: number): string | undefined;
}

/** Render a range of revisions; parameters stay placeholders where no value is given. */
export async function renderedText(project: Project, graph: RevisionGraph, range: Range): Promise<RenderedText> {
	const script = await renderRange(project, graph, range);
	const sources = sourcesIn(script, project.root);
	return { text: script.text, sourceAt: (line) => sources.get(line) };
}

/** What leads from an empty database to where a range starts; undefined when it starts there. */
export function beforeRange(graph: RevisionGraph, { start }: Range): Range | undefined {
	if (start.length === 0) return undefined;
	return { direction: 'upgrade', start: [], revisions: [...graph.fromHeads(graph.ancestors(start))].reverse() };
}

/** By the first line of each statement, also behind comments in front of it. */
function sourcesIn({ lines }: RenderedScript, root: string): ReadonlyMap<number, string> {
	const found = new Map<number, string>();
	for (const [{ at }, { line, lastLine }] of lines()) {
		if (!at) continue;
		const place = locate(at);
		const source = `${relative(root, place.file).split(sep).join('/')}:${place.line}:${place.column}`;
		for (let each = line; each <= lastLine; each++) found.set(each, source);
	}
	return found;
}
