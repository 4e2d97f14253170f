import { join } from 'node:path';
import type { Project } from '../config/project.ts';
import { locate } from '../core/source.ts';
import type { Place } from '../review/finding.ts';
import type { ReviewedScript } from '../review/review.ts';
import { isIrreversible } from '../revisions/downgrade.ts';
import type { RevisionGraph } from '../revisions/graph.ts';
import type { Range } from '../revisions/range.ts';
import { type RenderedScript, renderRange } from '../revisions/render.ts';
import { fileStem } from '../revisions/revision.ts';
import { SUFFIXES } from '../revisions/versioned-facts.ts';
import { scriptHeader } from '../script/header.ts';

/** The script of a revision, still without what reads it. */
export type RevisionScript = Omit<ReviewedScript, 'reader'> & { readonly revision: string };

/**
 * The scripts of a range, revision by revision, as their versioned files hold them.
 *
 * @param folder - Of the versioned files.
 * @throws {GenSqlError} what `renderRange` throws.
 */
export async function revisionScripts(
	project: Project,
	graph: RevisionGraph,
	{ direction, revisions }: Range,
	folder: string,
): Promise<readonly RevisionScript[]> {
	const options = { keepParameters: true, header: scriptHeader(project) };
	const scripts: RevisionScript[] = [];
	for (const id of revisions) {
		const node = graph.node(id);
		const start = direction === 'upgrade' ? graph.rows(node.parents) : [id];
		const rendered = await renderRange(project, graph, { direction, start, revisions: [id] }, options);
		scripts.push({
			file: join(folder, fileStem(node.file) + SUFFIXES[direction]),
			name: id,
			text: rendered.text,
			revision: id,
			title: node.title,
			...(direction === 'upgrade' && { isReversible: await isReversible(project, node.file) }),
			sourceAt: callsIn(rendered),
		});
	}
	return scripts;
}

async function isReversible({ runner }: Project, file: string): Promise<boolean> {
	const { downgrade } = await runner.run(file);
	return downgrade !== undefined && !isIrreversible(downgrade);
}

/** The call of each line of a script. */
function callsIn({ lines }: RenderedScript): (line: number) => Place | undefined {
	const places = new Map<number, Place>();
	for (const [{ at }, { line, lastLine }] of lines()) {
		if (!at) continue;
		const { file, line: row, column } = locate(at);
		for (let each = line; each <= lastLine; each++) places.set(each, { file, line: row, column });
	}
	return (line) => places.get(line);
}
