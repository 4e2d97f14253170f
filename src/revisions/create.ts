import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { momentIn } from '../config/moment.ts';
import type { Project } from '../config/project.ts';
import type { REVISION_VARIABLES } from '../config/template-args.ts';
import { GenSqlError } from '../core/error.ts';
import { oneLine } from '../core/text.ts';
import { type TemplateName, template } from '../script/template.ts';
import { revisionFileName } from './file-name.ts';
import type { RevisionGraph } from './graph.ts';
import { onlyHead, resolveRevisions } from './range.ts';
import { checkId, fileStem, foldedName, revisionId } from './revision.ts';

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
	/**
	 * The folder it goes to, from that of the configuration: one of `revisions`, or a folder below one where these are
	 * looked into. Default: that of the first parent, else the first of `revisions`.
	 */
	readonly versionPath?: string | undefined;
	/** When it is made. Default: now. */
	readonly date?: Date;
	/** Lines of TypeScript for the template: what it imports, and the bodies of its functions. Default: none. */
	readonly imports?: readonly string[];
	readonly upgrades?: readonly string[];
	readonly downgrades?: readonly string[];
}

/** A revision that nothing was written of yet. */
export interface DraftRevision {
	/** Absolute path. */
	readonly file: string;
	readonly text: string;
	readonly id: string;
	readonly downRevisions: readonly string[];
	readonly branchLabels: readonly string[];
	readonly dependsOn: readonly string[];
}

/**
 * The text of a new revision file, and where it belongs. Nothing is written.
 *
 * @throws {GenSqlError} GRAPH_BROKEN when a parent is no head, or an id, a label or a file name is taken; REVISION_INVALID
 * when one cannot be used; PROJECT_EXISTS when there is such a file; CONFIG_INVALID when `fileTemplate` makes no name for
 * it; OPTION_INVALID when `versionPath` is no folder of revisions; HEADS_MULTIPLE, REVISION_NOT_FOUND, TEMPLATE_INVALID.
 */
export function newRevision(project: Project, graph: RevisionGraph, wanted: NewRevision): DraftRevision {
	const message = oneLine(wanted.message);
	const id = wanted.id ?? randomUUID().replaceAll('-', '').slice(-12);
	const { branchLabels, date = new Date() } = wanted;
	const name = revisionFileName(project, { id, message, date });
	const { template: shape, extension } = revisionTemplate(project.templates);
	checkNames(graph, `${join(project.revisions[0] as string, name)}${extension}`, id, branchLabels);
	const parents = parentsOf(graph, wanted);
	const dependsOn = wanted.dependsOn.map((name) => (graph.labels.has(name) ? name : single(graph, name)));
	const file = join(folderFor(project, graph, wanted.versionPath, parents), `${name}${extension}`);
	checkPath(graph, file);
	const variables: Readonly<Record<(typeof REVISION_VARIABLES)[number], unknown>> = {
		message,
		upRevision: id,
		parents: parents.join(', '),
		downRevision: parents.length > 1 ? parents : (parents[0] ?? null),
		branchLabels,
		dependsOn,
		createDate: momentIn(project.timezone, date).text,
		imports: wanted.imports ?? [],
		upgrades: wanted.upgrades ?? [],
		downgrades: wanted.downgrades ?? [],
	};
	const text = template(project.templates, shape)({ ...project.templateArgs, ...variables });
	return { file, text, id, downRevisions: parents, branchLabels, dependsOn };
}

function checkNames(graph: RevisionGraph, file: string, id: string, labels: readonly string[]): void {
	const place = () => ({ file, line: 1, column: 1 });
	revisionId(id, place);
	for (const label of labels) checkId('a branch label', label, place);
	const names = [id, ...labels];
	const taken = names.find(
		(name, index) => graph.nodes.has(name) || graph.labels.has(name) || names.indexOf(name) !== index,
	);
	if (taken !== undefined)
		throw new GenSqlError('GRAPH_BROKEN', `the name "${taken}" is taken by a revision or a branch label`);
}

const EXTENSIONS = ['.ts', '.mts', '.js', '.mjs'] as const;

/** A project that writes JavaScript has a template of that extension. */
function revisionTemplate(folder: string): {
	readonly template: TemplateName;
	readonly extension: (typeof EXTENSIONS)[number];
} {
	const extension = EXTENSIONS.find((each) => existsSync(join(folder, `revision${each}.hbs`))) ?? '.ts';
	return { template: `revision${extension}.hbs`, extension };
}

function folderFor(
	{ revisions, root, recursiveVersionLocations }: Project,
	graph: RevisionGraph,
	versionPath: string | undefined,
	[parent]: readonly string[],
): string {
	const first = revisions[0] as string;
	if (versionPath === undefined) {
		const beside = parent === undefined ? undefined : graph.node(parent).file;
		return revisions.find((folder) => beside !== undefined && isBelow(beside, folder)) ?? first;
	}
	const wanted = resolve(root, versionPath);
	const isKnown = revisions.some(
		(folder) => wanted === folder || (recursiveVersionLocations && isBelow(wanted, folder)),
	);
	if (isKnown) return wanted;
	throw new GenSqlError('OPTION_INVALID', `${wanted} is no folder of revisions`, {
		hint: `folders: ${revisions.map((folder) => relative(root, folder) || '.').join(', ')}`,
	});
}

/** Files are known by the real path of their folder. */
function isBelow(path: string, folder: string): boolean {
	const real = existsSync(folder) ? realpathSync(folder) : folder;
	return [folder, real].some((above) => path.startsWith(above + sep));
}

/** Names that differ in case alone are one file on many machines, under `out/` as well. */
function checkPath(graph: RevisionGraph, file: string): void {
	const folder = dirname(file);
	const present = statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(folder) : [];
	const same = present.find((name) => foldedName(name) === foldedName(basename(file)));
	if (same !== undefined) {
		throw new GenSqlError('PROJECT_EXISTS', `the file ${join(folder, same)} exists already`, { hint: OTHER_NAME });
	}
	const node = [...graph.nodes.values()].find((each) => foldedName(fileStem(each.file)) === foldedName(fileStem(file)));
	if (!node) return;
	throw new GenSqlError('GRAPH_BROKEN', `${file} and ${node.file} would have the same files under out/`, {
		hint: OTHER_NAME,
	});
}

const OTHER_NAME = 'choose another message or --rev-id; %(rev)s in fileTemplate keeps names apart';

function single(graph: RevisionGraph, name: string): string {
	const [only, second] = resolveRevisions(graph, name);
	if (only !== undefined && second === undefined) return only;
	throw new GenSqlError('REVISION_NOT_FOUND', `"${name}" is not one revision`);
}

function parentsOf(graph: RevisionGraph, { heads, splice }: NewRevision): readonly string[] {
	if (heads.length === 0) {
		const hint = `say which it follows, --head ${graph.heads[0]}, or join them first: gen-sql merge heads`;
		return graph.nodes.size === 0 ? [] : [onlyHead(graph, { hint })];
	}
	const parents = [...new Set(heads.flatMap((head) => resolveRevisions(graph, head)))];
	const inner = parents.find((id) => graph.node(id).children.length > 0);
	if (inner === undefined || splice) return parents;
	throw new GenSqlError('GRAPH_BROKEN', `${inner} is not a head`, { hint: 'pass --splice to begin a branch there' });
}
