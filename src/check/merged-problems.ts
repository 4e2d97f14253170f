import { basename } from 'node:path';
import { GenSqlError } from '../core/error.ts';
import type { Repository } from '../git/repository.ts';
import { allParents } from '../revisions/node.ts';
import { shownIds } from '../script/plan.ts';
import type { Comparison, Needs } from './comparison.ts';

/** Revisions that are gone. @param ref - What messages call the commit. */
export function removedProblems(
	{ graph, removed }: Comparison,
	repository: Repository,
	ref: string,
): readonly GenSqlError[] {
	const byFile = new Map([...graph.nodes.values()].map((node) => [node.file, node]));
	return removed.map(({ id, file, placeOf }) => {
		const renamed = byFile.get(file);
		if (renamed) {
			return new GenSqlError('REVISION_REMOVED', `the revision ${id} of ${ref} has the id ${renamed.id} now`, {
				at: renamed.placeOf('revision'),
				hint: 'give it back its id: databases that have run it know it by that',
			});
		}
		return new GenSqlError('REVISION_REMOVED', `the revision ${id} (${basename(file)}) of ${ref} is gone`, {
			at: placeOf('revision'),
			hint: `\`git checkout ${ref} -- ${repository.pathOf(file)}\` brings it back; a new revision can undo what it does`,
		});
	});
}

/** New revisions below merged ones. */
export function outOfOrderProblems({ graph, merged, fresh, changed }: Comparison, ref: string): readonly GenSqlError[] {
	const below = graph.ancestors([...graph.nodes.keys()].filter((id) => merged.has(id)));
	const before = new Map(changed.map((each) => [each.node.id, each.before]));
	/** The merged revision that stands next above each. */
	const next = new Map<string, string>();
	for (const id of graph.fromHeads(below)) {
		const above = graph.node(id).dependents.filter((each) => below.has(each));
		const found = merged.has(id) ? id : above.flatMap((each) => next.get(each) ?? []).at(0);
		if (found !== undefined) next.set(id, found);
	}
	return [...fresh.values()].flatMap(({ id, placeOf }) => {
		const upper = next.get(id);
		if (upper === undefined) return [];
		const message = `the revision ${id} stands below ${upper}, which ${ref} has already: a database at ${upper} never runs it`;
		const needs = before.get(upper);
		const hint = `let it follow the head, and give ${upper} back what it follows in ${ref}${needs ? `: ${shown(needs)}` : ''}`;
		return [new GenSqlError('OUT_OF_ORDER', message, { at: placeOf('downRevision'), hint })];
	});
}

/** Merged revisions with other parents; where these are new revisions, it is those that are told of. */
export function changedProblems({ fresh, changed }: Comparison, ref: string): readonly GenSqlError[] {
	return changed.flatMap(({ node, before }) => {
		if (allParents(node).some((id) => fresh.has(id))) return [];
		const hasSameParents = node.downRevisions.every((id) => before.downRevisions.includes(id));
		const message = `the revision ${node.id} of ${ref} follows ${shown(node)} now, instead of ${shown(before)}`;
		return [
			new GenSqlError('PARENTS_CHANGED', message, {
				at: node.placeOf(hasSameParents && node.dependsOn.length > 0 ? 'dependsOn' : 'downRevision'),
				hint: 'give it back what it follows there: databases have run it after that',
			}),
		];
	});
}

const shown = ({ downRevisions, dependencies }: Needs): string =>
	`${shownIds(downRevisions)}${dependencies.length > 0 ? ` and depends on ${shownIds(dependencies)}` : ''}`;
