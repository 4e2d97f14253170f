import { basename } from 'node:path';
import { GenSqlError, together } from '../core/error.ts';
import { append, byCodePoint } from '../core/keys.ts';
import { sortLinks } from './circles.ts';
import { RevisionGraph } from './graph.ts';
import { withoutImplied } from './implied.ts';
import { allParents, type Node } from './node.ts';
import { fileStem, foldedName, type Revision } from './revision.ts';

/** A revision as a message names it. */
const shown = ({ id, file }: Revision): string => `${id} (${basename(file)})`;

/**
 * Put revisions together.
 *
 * @throws {GenSqlError} GRAPH_BROKEN for the first of all problems in order of files, with the others as its `further`:
 * an id or a label that stands twice, a parent or a dependency that is missing, revisions that lead in a circle, files
 * whose names would be one under out/. Each is placed at the export that says so.
 */
export function buildGraph(revisions: readonly Revision[]): RevisionGraph {
	const problems: GenSqlError[] = [...sameStems(revisions)];
	const byId = new Map<string, Revision>();
	for (const revision of revisions) {
		const other = byId.get(revision.id);
		if (!other) byId.set(revision.id, revision);
		else problems.push(twice(other, revision));
	}
	const labels = collectLabels(byId, problems);
	const links = new Map([...byId.values()].map((one) => [one.id, link(one, byId, labels, problems)]));
	const { order, circles } = sortLinks(new Map([...links].map(([id, found]) => [id, allParents(found)])));
	problems.push(...circles.map((circle) => inCircle(circle, byId)));
	const problem = together([...problems].sort(byPlace));
	if (problem) throw problem;
	return connect(order, byId, links, labels);
}

const broken = (revision: Revision, name: string, message: string, hint?: string): GenSqlError =>
	new GenSqlError('GRAPH_BROKEN', message, { at: revision.placeOf(name), hint });

function byPlace({ at: a }: GenSqlError, { at: b }: GenSqlError): number {
	return a && b ? byCodePoint(a.file, b.file) || a.line - b.line : 0;
}

const twice = (other: Revision, revision: Revision): GenSqlError =>
	broken(
		revision,
		'revision',
		`the revision ${revision.id} stands in two files: ${basename(other.file)} and ${basename(revision.file)}`,
		'give one of them another id',
	);

/** The versioned files of a revision are named after its file, also on machines that do not hear the case of names. */
function sameStems(revisions: readonly Revision[]): readonly GenSqlError[] {
	const byStem = new Map<string, Revision>();
	return revisions.flatMap((revision) => {
		const stem = foldedName(fileStem(revision.file));
		const other = byStem.get(stem);
		byStem.set(stem, other ?? revision);
		if (!other || other.id === revision.id) return [];
		const message = `the files ${other.file} and ${revision.file} would have the same files under out/`;
		return [broken(revision, 'revision', message, 'rename one of them')];
	});
}

function collectLabels(byId: ReadonlyMap<string, Revision>, problems: GenSqlError[]): ReadonlyMap<string, string> {
	const labels = new Map<string, string>();
	for (const revision of byId.values()) {
		for (const label of revision.branchLabels) {
			const other = byId.get(label) ?? byId.get(labels.get(label) ?? '');
			if (!other) labels.set(label, revision.id);
			else {
				const message = `the branch label "${label}" of ${shown(revision)} is taken by ${shown(other)}`;
				problems.push(broken(revision, 'branchLabels', message, 'choose another label'));
			}
		}
	}
	return labels;
}

/** What a revision names that is there. */
type Links = Pick<Node, 'downRevisions' | 'dependencies'>;

/** The two ways in which a revision names another, as messages put them. */
const PARENT = { export: 'downRevision', names: 'names the parent', self: 'is its own parent' } as const;
const DEPENDENCY = { export: 'dependsOn', names: 'depends on', self: 'depends on itself' } as const;

/** The parents and dependencies of a revision; what is missing is noted, and left out. */
function link(
	revision: Revision,
	byId: ReadonlyMap<string, Revision>,
	labels: ReadonlyMap<string, string>,
	problems: GenSqlError[],
): Links {
	const isThere = (name: string, id: string, link: typeof PARENT | typeof DEPENDENCY): boolean => {
		if (id !== revision.id && byId.has(id)) return true;
		const what = id === revision.id ? link.self : `${link.names} "${name}", which does not exist`;
		const label = labels.get(name);
		const hint = label === undefined ? 'was its file deleted, or not merged yet?' : `the label is that of ${label}`;
		const message = `the revision ${shown(revision)} ${what}`;
		problems.push(broken(revision, link.export, message, id === revision.id ? undefined : hint));
		return false;
	};
	const dependencies = revision.dependsOn.flatMap((name) => {
		const id = labels.get(name) ?? name;
		return isThere(name, id, DEPENDENCY) ? [id] : [];
	});
	return { downRevisions: revision.downRevisions.filter((id) => isThere(id, id, PARENT)), dependencies };
}

function inCircle(circle: readonly string[], byId: ReadonlyMap<string, Revision>): GenSqlError {
	const [first, second = first] = circle.flatMap((id) => byId.get(id) ?? []);
	const names = circle.flatMap((id) => byId.get(id) ?? []).map(shown);
	const name = first?.downRevisions.includes(second?.id ?? '') ? 'downRevision' : 'dependsOn';
	return broken(first as Revision, name, `revisions lead in a circle: ${names.join(' -> ')} -> ${first?.id}`);
}

/** All is there: make nodes of the revisions. */
function connect(
	order: readonly string[],
	byId: ReadonlyMap<string, Revision>,
	links: ReadonlyMap<string, Links>,
	labels: ReadonlyMap<string, string>,
): RevisionGraph {
	const children = new Map<string, string[]>();
	const dependents = new Map<string, string[]>();
	// In code-point order of the ids that are noted, whatever the files are called.
	for (const id of [...byId.keys()].sort(byCodePoint)) {
		const found = links.get(id);
		if (!found) continue;
		for (const parent of found.downRevisions) append(children, parent, id);
		for (const parent of allParents(found)) append(dependents, parent, id);
	}
	const nodes = [...byId.values()].map((revision): Node => {
		const { downRevisions = [], dependencies = [] } = links.get(revision.id) ?? {};
		return {
			...revision,
			dependencies,
			parents: allParents({ downRevisions, dependencies }),
			children: children.get(revision.id) ?? [],
			dependents: dependents.get(revision.id) ?? [],
		};
	});
	return new RevisionGraph(withoutImplied(new Map(nodes.map((node) => [node.id, node])), order), labels);
}
