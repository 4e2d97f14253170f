import { GenSqlError } from '../core/error.ts';
import { count } from '../core/text.ts';
import { shownIds } from '../script/plan.ts';
import type { RevisionGraph } from './graph.ts';
import { type Branch, listed, onBranch } from './names.ts';

/** Steps as an argument names them: `+2`, `label@-1`. */
export interface Steps {
	/** The whole argument, for messages. */
	readonly text: string;
	/** Up when positive. */
	readonly steps: number;
	readonly branch?: Branch | undefined;
}

/**
 * Where steps without a revision are counted from.
 *
 * With a branch: from the rows on it; where none is, from the top of what the rows have of it, and steps up also from
 * where it begins.
 *
 * @throws {GenSqlError} RANGE_INVALID when steps down find nothing of the branch.
 */
export function origins(
	graph: RevisionGraph,
	{ text, steps, branch }: Steps,
	rows: readonly string[],
): readonly string[] {
	const own = onBranch(rows, branch);
	if (!branch || own.length > 0) return own;
	const present = graph.ancestors(rows);
	if (steps >= 0) return graph.rows(onBranch([...present], branch));
	const tips = onBranch(graph.tips(present), branch);
	if (tips.length > 0) return tips;
	throw new GenSqlError('RANGE_INVALID', `"${text}": ${shownIds(rows)} has nothing of the branch "${branch.name}"`, {
		hint: 'start at a revision of the branch',
	});
}

/**
 * Go up by children or down by parents, along the branch where one is named.
 *
 * @returns One revision, or none: the base.
 * @throws {GenSqlError} REVISION_AMBIGUOUS when there is more than one way, RANGE_INVALID when the way ends before.
 */
export function walk(graph: RevisionGraph, start: readonly string[], item: Steps): readonly string[] {
	const { text, steps } = item;
	if (start.length > 1) {
		throw new GenSqlError('REVISION_AMBIGUOUS', `the steps of "${text}" could be counted from ${listed(start)}`, {
			hint: hintFor(text, start[0]),
		});
	}
	let place = start;
	for (let taken = 0; taken < Math.abs(steps); taken++) {
		const next = step(graph, place, item);
		if (!next) {
			throw new GenSqlError(
				'RANGE_INVALID',
				`"${text}" goes too far: from ${shownIds(start)} there ${taken === 1 ? 'is' : 'are'} only ${count(taken, 'step')}`,
			);
		}
		if (next.length > 1) {
			const message = `"${text}" comes to ${shownIds(place)}, from where it could go to ${listed(next)}`;
			throw new GenSqlError('REVISION_AMBIGUOUS', message, { hint: 'name the revision, or the branch: label@-1' });
		}
		place = next;
	}
	return place;
}

/** Steps from where a range starts stay so, along one of the branches: from the revision itself, the others would go too. */
function hintFor(text: string, start: string | undefined): string {
	const steps = text.slice(text.search(/[+-]\d+$/));
	return /^([^@]*@)?[+-]\d+$/.test(text) ? `name the branch: ${start}@${steps}` : `name the revision: ${start}${steps}`;
}

/** The ways on from a place; undefined where none is left. Below a revision without parents is the base. */
function step(
	graph: RevisionGraph,
	[place]: readonly string[],
	{ steps, branch }: Steps,
): readonly string[] | undefined {
	if (steps < 0) return place === undefined ? undefined : onBranch(graph.node(place).downRevisions, branch);
	const above = onBranch(place === undefined ? graph.bases : graph.node(place).children, branch);
	return above.length === 0 ? undefined : above;
}
