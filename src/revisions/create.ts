import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Project } from '../config/project.ts';
import { GenSqlError } from '../core/error.ts';
import { byCodePoint } from '../core/keys.ts';
import { oneLine } from '../core/text.ts';
import { renderTemplate } from '../script/template.ts';
import type { RevisionGraph } from './graph.ts';
import { onlyHead, resolveRevisions } from './range.ts';
import { checkId, revisionId } from './revision.ts';

/** What a new revision is to be. */
export interface NewRevision {
	readonly message: string;
	/** Default: twelve random hexadecimal digits. */
	readonly id?: string | undefined;
	/** The parents, as revision arguments. Default: the only head, or none in an empty project. */
	readonly heads: readonly string[];
	/** Allow parents that have children already. */
	readonly splice: boolean;
	readonly branchLabels: readonly string[];
	readonly dependsOn: readonly string[];
}

/** The slug of a message is cut at a word, at most this long. */
const MAX_SLUG = 40;

/**
 * The text of a new revision file, and where it belongs. Nothing is written.
 *
 * @throws {GenSqlError} GRAPH_BROKEN when a parent is no head, or an id or a label is taken; REVISION_INVALID when one
 * cannot be used; HEADS_MULTIPLE, REVISION_NOT_FOUND, TEMPLATE_INVALID.
 */
export function newRevision(
	project: Project,
	graph: RevisionGraph,
	wanted: NewRevision,
): { readonly file: string; readonly text: string } {
	const message = oneLine(wanted.message);
	const id = wanted.id ?? randomUUID().replaceAll('-', '').slice(-12);
	const folder = project.revisions[0] as string;
	const file = join(folder, `${safeName(id)}_${slug(message)}.ts`);
	const place = () => ({ file, line: 1, column: 1 });
	revisionId(id, place);
	for (const label of wanted.branchLabels) checkId('a branch label', label, place);
	checkFree(graph, [id, ...wanted.branchLabels]);
	if (existsSync(file))
		throw new GenSqlError('PROJECT_EXISTS', `the file ${file} exists already`, {
			hint: 'choose another message or --rev-id',
		});
	const parents = parentsOf(graph, wanted);
	const dependsOn = wanted.dependsOn.map((name) => (graph.labels.has(name) ? name : single(graph, name)));
	const text = renderTemplate(project.templates, 'revision.ts.hbs', {
		message,
		upRevision: id,
		parents: parents.join(', '),
		downRevision: parents.length > 1 ? parents : (parents[0] ?? null),
		branchLabels: wanted.branchLabels,
		dependsOn,
	});
	return { file, text };
}

function checkFree(graph: RevisionGraph, names: readonly string[]): void {
	const taken = names.find(
		(name, index) => graph.nodes.has(name) || graph.labels.has(name) || names.indexOf(name) !== index,
	);
	if (taken !== undefined)
		throw new GenSqlError('GRAPH_BROKEN', `the name "${taken}" is taken by a revision or a branch label`);
}

function single(graph: RevisionGraph, name: string): string {
	const [only, second] = resolveRevisions(graph, name);
	if (only !== undefined && second === undefined) return only;
	throw new GenSqlError('REVISION_NOT_FOUND', `"${name}" is not one revision`);
}

function parentsOf(graph: RevisionGraph, { heads, splice }: NewRevision): readonly string[] {
	if (heads.length === 0) return graph.nodes.size === 0 ? [] : [onlyHead(graph)];
	const parents = [...new Set(heads.flatMap((head) => resolveRevisions(graph, head)))].sort(byCodePoint);
	const inner = parents.find((id) => graph.node(id).children.length > 0);
	if (inner === undefined || splice) return parents;
	throw new GenSqlError('GRAPH_BROKEN', `${inner} is not a head`, { hint: 'pass --splice to begin a branch there' });
}

/** An id as the beginning of a file name, on any system; a name that begins with `_` or `.` would be no revision. */
function safeName(id: string): string {
	const safe = id.replaceAll(/[^\p{L}\p{N}\p{M}\p{S}_]/gu, '-').replace(/^[_-]+/, '');
	return safe === '' ? 'revision' : safe;
}

/** The words of a message in lower case, joined by `_`. Letters of all scripts are kept. */
function slug(message: string): string {
	const words = (message.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.toLowerCase());
	let text = '';
	for (const word of words) {
		if ([...text, ...word].length > MAX_SLUG && text !== '') break;
		text += text === '' ? [...word].slice(0, MAX_SLUG).join('') : `_${word}`;
	}
	return text || 'revision';
}
