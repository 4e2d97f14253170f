import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Loaded when somebody has misspelled a word. */
const levenshtein = (): typeof import('fastest-levenshtein') => require('fastest-levenshtein');

/** Lower case without `_` and `-`: `down_revision` and `downRevision` are one word spelled twice. */
const folded = (word: string): string => word.toLowerCase().replaceAll(/[_-]/g, '');

/** Two letters that changed places count as two slips. */
const slipsIn = (word: string): number => Math.max(word.length > 3 ? 2 : 1, Math.floor(word.length / 3));

/**
 * The known word that was probably meant, or `undefined` when none is near.
 *
 * @param limit - How many letters may be wrong, case and separators aside. Default: two, in long words one in three.
 */
export function nearest(word: string, known: readonly string[], limit = slipsIn(folded(word))): string | undefined {
	const { distance } = levenshtein();
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
