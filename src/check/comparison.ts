import type { Repository } from '../git/repository.ts';
import type { CommittedRevisions } from '../revisions/committed.ts';
import type { Node, RevisionGraph } from '../revisions/graph.ts';
import type { Revision } from '../revisions/revision.ts';

/** The revisions of a work tree beside those of a commit. All lists are in the order of the files. */
export interface Comparison {
	readonly graph: RevisionGraph;
	/** What the commit has, by id. */
	readonly merged: ReadonlyMap<string, Revision>;
	/** What is new here. */
	readonly fresh: ReadonlyMap<string, Node>;
	/** What it had when the branches parted, and is gone here. */
	readonly removed: readonly Revision[];
	/** What it got since. */
	readonly theirs: readonly Revision[];
	/** What both have with other parents, and those that it has in the commit. */
	readonly changed: readonly Changed[];
	/** What both have, where the commit has changed the parents since: its version is the one to go on with. */
	readonly changedThere: readonly Revision[];
}

/** What a revision follows. */
export type Needs = Pick<Node, 'downRevisions' | 'dependencies'>;

/** A revision whose parents or dependencies are others than in the commit. */
export interface Changed {
	readonly node: Node;
	readonly before: Needs;
}

interface Compared {
	readonly graph: RevisionGraph;
	readonly merged: CommittedRevisions;
	/** What there was where the histories parted; asked only when it matters, since a shallow clone cannot tell. */
	whenParted(): Promise<readonly CommittedRevisions[]>;
	readonly repository: Repository;
}

/** @throws {GenSqlError} GIT_FAILED. */
export async function compare({ graph, merged, whenParted, repository }: Compared): Promise<Comparison> {
	const { revisions } = merged;
	const gone = [...revisions.values()].filter(({ id }) => !graph.nodes.has(id));
	const different = differences(graph, revisions);
	const bases = gone.length + different.length > 0 ? await whenParted() : [];
	const wasThere = ({ id }: Revision): boolean => bases.some((base) => base.revisions.has(id));
	const isSameAsBefore = ({ node }: Changed): boolean =>
		bases.some((base) => {
			const then = base.revisions.get(node.id);
			return then && isSame(needsOf(then, labelsOf(base.revisions)), node);
		});
	return {
		graph,
		merged: revisions,
		fresh: await freshOf(
			[...graph.nodes.values()].filter((node) => !revisions.has(node.id) && !wasThere(node)),
			repository,
		),
		removed: gone.filter(wasThere),
		theirs: gone.filter((revision) => !wasThere(revision)),
		changed: different.filter((each) => !isSameAsBefore(each)),
		changedThere: different.filter(isSameAsBefore).flatMap(({ node }) => revisions.get(node.id) ?? []),
	};
}

/** Without what git ignores, such as the revisions of a package. */
async function freshOf(nodes: readonly Node[], repository: Repository): Promise<ReadonlyMap<string, Node>> {
	if (nodes.length === 0) return new Map();
	const ignored = await repository.ignored(nodes.map(({ file }) => repository.pathOf(file)));
	return new Map(nodes.flatMap((node) => (ignored.has(repository.pathOf(node.file)) ? [] : [[node.id, node]])));
}

function differences(graph: RevisionGraph, merged: ReadonlyMap<string, Revision>): readonly Changed[] {
	const labels = labelsOf(merged);
	return [...graph.nodes.values()].flatMap((node) => {
		const other = merged.get(node.id);
		if (!other) return [];
		const before = needsOf(other, labels);
		return isSame(before, node) ? [] : [{ node, before }];
	});
}

const needsOf = ({ downRevisions, dependsOn }: Revision, labels: ReadonlyMap<string, string>): Needs => ({
	downRevisions,
	dependencies: dependsOn.map((name) => labels.get(name) ?? name),
});

const labelsOf = (revisions: ReadonlyMap<string, Revision>): ReadonlyMap<string, string> =>
	new Map([...revisions.values()].flatMap(({ id, branchLabels }) => branchLabels.map((label) => [label, id])));

const isSame = (one: Needs, other: Needs): boolean =>
	isSameSet(one.downRevisions, other.downRevisions) && isSameSet(one.dependencies, other.dependencies);

const isSameSet = (one: readonly string[], other: readonly string[]): boolean =>
	one.length === other.length && one.every((id) => other.includes(id));
