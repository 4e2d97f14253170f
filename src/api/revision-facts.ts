import { relative, sep } from 'node:path';
import type { Project } from '../config/project.ts';
import { oneLine } from '../core/text.ts';
import type { Node } from '../revisions/graph.ts';

/** What the listing commands say of a revision; `--format json` prints it as it is. */
export interface RevisionFacts {
	readonly revision: string;
	/** Its parents; none for a base, several for a merge. */
	readonly downRevision: readonly string[];
	readonly branchLabels: readonly string[];
	/** As written: ids or labels. */
	readonly dependsOn: readonly string[];
	/** The revisions that `dependsOn` means. */
	readonly dependencies: readonly string[];
	/** Revisions that name it as their parent; several where branches begin. */
	readonly children: readonly string[];
	/** Revisions that depend on it without being its children. */
	readonly requiredBy: readonly string[];
	/** Whether it has no child. One that is still required is an effective head: it has no version row of its own. */
	readonly head: boolean;
	/** The first line of its first comment, or its id. */
	readonly title: string;
	/** The other lines of that comment, without those that repeat ids. */
	readonly description: string;
	/** Its path from the folder of the project, with slashes. */
	readonly file: string;
	/** Whether the database is said to be here; absent when nothing is said. */
	readonly current?: boolean;
}

/** A path as it is shown: from the folder of the project, with slashes, on one line. */
export const fromRoot = (root: string, file: string): string => oneLine(relative(root, file).split(sep).join('/'));

/** The facts of a revision. `current` holds the version rows, when they are known. */
export const factsOf = ({ root, runner }: Project, node: Node, current?: ReadonlySet<string>): RevisionFacts => ({
	revision: node.id,
	downRevision: node.downRevisions,
	branchLabels: node.branchLabels,
	dependsOn: node.dependsOn,
	dependencies: node.dependencies,
	children: node.children,
	requiredBy: node.dependents.filter((id) => !node.children.includes(id)),
	head: node.children.length === 0,
	title: node.title,
	description: descriptionOf(runner.outline(node.file).comment, node.title),
	file: fromRoot(root, node.file),
	...(current && { current: current.has(node.id) }),
});

/** The lines of a comment below its title, without stars, hidden characters and what the constants say already. */
function descriptionOf(comment: string | null, title: string): string {
	const lines = (comment ?? '').split(/\r\n|[\r\n]/).map((line) => oneLine(line.replace(/^\s*\*+/, '')));
	const below = lines.slice(lines.indexOf(title) + 1).filter((line) => !/^(?:Revision ID|Revises):/.test(line));
	return below
		.join('\n')
		.replaceAll(/\n{3,}/g, '\n\n')
		.trim();
}
