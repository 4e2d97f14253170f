import { append, appendAll } from '../core/keys.ts';
import type { Differ } from './differ.ts';
import type { StatementMeaning } from './meaning.ts';
import type { PlacedStatement, StatementDiff } from './report.ts';

/** A statement that only one side has at its place. */
interface Lone {
	readonly statement: StatementMeaning;
	/** The number of the statements of the new side in front of it. */
	readonly at: number;
	/** The number of the statements of both sides in front of it. */
	readonly gap: number;
}

interface Pair {
	readonly change: StatementDiff['change'];
	readonly before?: Lone;
	readonly after?: Lone;
}

/**
 * What differs between the statements of two scripts, in the order of the new one.
 *
 * Statements that mean the same are one, or were moved. Of the others, those that do the same kind of thing to the same
 * object are one that changed; where no object is known, those at the same place.
 */
export function compareStatements(
	before: readonly StatementMeaning[],
	after: readonly StatementMeaning[],
	differ: Differ,
): readonly StatementDiff[] {
	const { removed, added } = loneOnes(before, after, differ);
	const moved = matched(removed, added, ({ statement }) => statement.meaning);
	const onObject = matched(moved.removed, moved.added, objectKey);
	const atPlace = matched(onObject.removed, onObject.added, ({ statement, gap }) => `${gap} ${verbOf(statement)}`);
	const changed = [...onObject.pairs, ...atPlace.pairs];
	const found: readonly (readonly [place: number, pair: Pair])[] = [
		...moved.pairs.map((pair) => [pair.after.at, { change: 'moved', ...pair }] as const),
		...changed.map((pair) => [pair.after.at, { change: 'changed', ...pair }] as const),
		...placesOfGone(atPlace.removed, changed).map(([place, before]) => [place, { change: 'removed', before }] as const),
		...atPlace.added.map((after) => [after.at, { change: 'added', after }] as const),
	];
	return [...found].sort(([a], [b]) => a - b).map(([, pair]) => statementDiff(pair, differ));
}

/** What is gone is told behind the statement it stood behind. */
function placesOfGone(
	removed: readonly Lone[],
	changed: readonly { readonly before: Lone; readonly after: Lone }[],
): readonly (readonly [place: number, lone: Lone])[] {
	const inOldOrder: readonly { readonly before: Lone; readonly after?: Lone }[] = [
		...removed.map((before) => ({ before })),
		...changed,
	].sort((a, b) => a.before.statement.line - b.before.statement.line);
	let last = -1;
	return inOldOrder.flatMap(({ before, after }) => {
		if (after) last = after.at;
		else last = Math.max(Math.floor(last), before.at - 1) + 0.5;
		return after ? [] : [[last, before] as const];
	});
}

function loneOnes(
	before: readonly StatementMeaning[],
	after: readonly StatementMeaning[],
	differ: Differ,
): { readonly removed: readonly Lone[]; readonly added: readonly Lone[] } {
	const removed: Lone[] = [];
	const added: Lone[] = [];
	let [from, at, gap] = [0, 0, 0];
	const meanings = (all: readonly StatementMeaning[]): readonly string[] => all.map(({ meaning }) => meaning);
	for (const { kind, items } of differ.lists(meanings(before), meanings(after))) {
		const count = items.length;
		if (kind === 'removed')
			appendAll(
				removed,
				before.slice(from, from + count).map((statement) => ({ statement, at, gap })),
			);
		if (kind === 'added')
			appendAll(
				added,
				after.slice(at, at + count).map((statement, index) => ({ statement, at: at + index, gap })),
			);
		if (kind === 'same') gap += count;
		if (kind !== 'added') from += count;
		if (kind !== 'removed') at += count;
	}
	return { removed, added };
}

/** `create table public.user`; statements without an object have no key. */
const objectKey = ({ statement }: Lone): string | undefined =>
	statement.object && `${verbOf(statement)} ${statement.object.kind} ${statement.object.name}`;

const verbOf = ({ text }: StatementMeaning): string => /^\S+/.exec(text)?.[0].toLowerCase() ?? '';

/** Pair what has the same key, the first with the first; what is left comes back. */
function matched(
	removed: readonly Lone[],
	added: readonly Lone[],
	keyOf: (lone: Lone) => string | undefined,
): {
	readonly pairs: readonly { readonly before: Lone; readonly after: Lone }[];
	readonly removed: readonly Lone[];
	readonly added: readonly Lone[];
} {
	const waiting = new Map<string, Lone[]>();
	for (const lone of added) {
		const key = keyOf(lone);
		if (key !== undefined) append(waiting, key, lone);
	}
	const taken = new Set<Lone>();
	const pairs = removed.flatMap((before) => {
		const key = keyOf(before);
		const after = key === undefined ? undefined : waiting.get(key)?.shift();
		if (!after) return [];
		taken.add(before).add(after);
		return [{ before, after }];
	});
	const left = (all: readonly Lone[]): readonly Lone[] => all.filter((lone) => !taken.has(lone));
	return { pairs, removed: left(removed), added: left(added) };
}

function statementDiff({ change, before, after }: Pair, differ: Differ): StatementDiff {
	const object = (after ?? before)?.statement.object;
	return {
		change,
		...(object && { object }),
		...(before && { before: placed(before) }),
		...(after && { after: placed(after) }),
		...(change === 'changed' &&
			before &&
			after && { words: differ.words(before.statement.text, after.statement.text) }),
	};
}

const placed = ({ statement: { text, line } }: Lone): PlacedStatement => ({ text, line });
