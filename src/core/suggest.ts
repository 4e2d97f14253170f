import { distance } from 'fastest-levenshtein';

/** Lower case without `_` and `-`: `down_revision` and `downRevision` are one word spelled twice. */
const folded = (word: string): string => word.toLowerCase().replaceAll(/[_-]/g, '');

/**
 * The known word that was probably meant, or `undefined` when none is near.
 *
 * Near means: the same but for case and separators, or at most one slip in three letters.
 */
export function nearest(word: string, known: readonly string[]): string | undefined {
	const limit = Math.max(1, Math.floor(folded(word).length / 3));
	let best: string | undefined;
	let least = limit + 1;
	for (const candidate of known) {
		const slips = distance(folded(word), folded(candidate));
		if (slips < least) [best, least] = [candidate, slips];
	}
	return best;
}

/** `did you mean "x"?`, or the list of what there is. */
export function didYouMean(word: string, known: readonly string[], what = 'known'): string {
	const guess = nearest(word, known);
	return guess ? `did you mean "${guess}"?` : `${what}: ${known.join(', ')}`;
}
