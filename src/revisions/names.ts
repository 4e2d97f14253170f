import { GenSqlError } from '../core/error.ts';
import { byCodePoint } from '../core/keys.ts';
import { nearest } from '../core/suggest.ts';
import type { RevisionGraph } from './graph.ts';

/** What stands before the `@` of an argument. */
export interface Branch {
	readonly name: string;
	readonly revision: string;
	/** Everything on its line. */
	readonly members: ReadonlySet<string>;
}

const LISTED = 10;

/** Ids for a message: the first of them, and how many there are beside. */
export const listed = (ids: readonly string[]): string =>
	ids.slice(0, LISTED).join(', ') + (ids.length > LISTED ? `, and ${ids.length - LISTED} more` : '');

/** Those that lie on a branch, where there is one. */
export const onBranch = (ids: readonly string[], branch: Branch | undefined): readonly string[] =>
	branch ? ids.filter((id) => branch.members.has(id)) : ids;

/**
 * The branch of a label; any revision may stand for one.
 *
 * @throws {GenSqlError} REVISION_NOT_FOUND or REVISION_AMBIGUOUS.
 */
export function branchNamed(graph: RevisionGraph, name: string): Branch {
	const found = named(graph, name);
	const [revision] = found;
	if (found.length > 1) throw ambiguous(name, found);
	if (revision !== undefined) return { name, revision, members: graph.lineage(revision) };
	throw new GenSqlError('REVISION_NOT_FOUND', `there is no branch "${name}"`, { hint: hintFor(graph, name) });
}

/**
 * The one revision with this id or label; or the heads of the release of this name; or the one whose id or label begins
 * so.
 *
 * @throws {GenSqlError} REVISION_NOT_FOUND or REVISION_AMBIGUOUS.
 */
export function revisionsNamed(graph: RevisionGraph, name: string, branch: Branch | undefined): readonly string[] {
	const released = graph.nodes.has(name) || graph.labels.has(name) ? undefined : graph.release(name);
	if (!released) return [revisionNamed(graph, name, branch)];
	const gone = released.find((id) => !graph.nodes.has(id));
	if (gone === undefined) return onBranch(released, branch);
	throw new GenSqlError('REVISION_NOT_FOUND', `the release ${name} ends at ${gone}, which is gone`, {
		hint: 'bring the file of the revision back',
	});
}

function revisionNamed(graph: RevisionGraph, name: string, branch: Branch | undefined): string {
	const anywhere = named(graph, name);
	const found = onBranch(anywhere, branch);
	if (found.length > 1) throw ambiguous(name, found);
	if (found[0] !== undefined) return found[0];
	if (branch && anywhere[0] !== undefined) {
		throw new GenSqlError('REVISION_NOT_FOUND', `${listed(anywhere)} does not lie on the branch "${branch.name}"`, {
			hint: `\`gen-sql history -r ${branch.name}@base:${branch.name}@heads\` lists the branch`,
		});
	}
	throw new GenSqlError('REVISION_NOT_FOUND', `no revision id is or starts with "${name}"`, {
		hint: hintFor(graph, name),
	});
}

/** The revisions that a name fits: exactly, or else by its beginning, in code-point order. */
function named(graph: RevisionGraph, name: string): readonly string[] {
	if (name === '') return [];
	const exact = graph.nodes.has(name) ? name : graph.labels.get(name);
	if (exact !== undefined) return [exact];
	const found = [...graph.nodes.keys()].filter((id) => id.startsWith(name));
	for (const [label, id] of graph.labels) if (label.startsWith(name)) found.push(id);
	return [...new Set(found)].sort(byCodePoint);
}

const ambiguous = (prefix: string, found: readonly string[]): GenSqlError =>
	new GenSqlError('REVISION_AMBIGUOUS', `${found.length} revisions begin with "${prefix}": ${listed(found)}`, {
		hint: 'write more of the id',
	});

function hintFor(graph: RevisionGraph, name: string): string {
	const label = nearest(name, [...graph.labels.keys()], 1);
	return label === undefined ? '`gen-sql history` lists the revisions' : `did you mean "${label}"?`;
}

/**
 * The only head, of a branch where one is named.
 *
 * @param hint - What to do when there are several. Default: name one.
 * @throws {GenSqlError} HEADS_MULTIPLE, or REVISION_NOT_FOUND when there is no revision at all.
 */
export function onlyHead(
	graph: RevisionGraph,
	{ branch, hint }: { readonly branch?: Branch | undefined; readonly hint?: string } = {},
): string {
	const heads = onBranch(graph.heads, branch);
	const [head, second] = heads;
	if (head !== undefined && second === undefined) return head;
	if (head === undefined) {
		throw new GenSqlError('REVISION_NOT_FOUND', 'there are no revisions yet', {
			hint: '`gen-sql revision -m "…"` makes the first',
		});
	}
	const where = branch ? ` on the branch "${branch.name}"` : '';
	throw new GenSqlError('HEADS_MULTIPLE', `there are ${heads.length} heads${where}: ${listed(heads)}`, {
		hint: hint ?? `name one of them, or write ${branch ? `${branch.name}@` : ''}heads for all`,
	});
}

/**
 * The ends of a range that lie on one of the branches it starts on; without branches all of them.
 *
 * @throws {GenSqlError} RANGE_INVALID when none does.
 */
export function endsOnBranches(ends: readonly string[], branches: readonly Branch[]): readonly string[] {
	const [branch] = branches;
	const found = ends.filter((id) => branches.some(({ members }) => members.has(id)));
	if (!branch || found.length > 0 || ends.length === 0) return branch ? found : ends;
	throw new GenSqlError('RANGE_INVALID', `${listed(ends)} does not lie on the branch "${branch.name}"`, {
		hint: `${branch.name}@heads is where the branch ends`,
	});
}
