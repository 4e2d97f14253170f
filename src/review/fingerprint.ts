import { sha256 } from '../core/hash.ts';
import { normalizedTokens } from '../sql/normalized-tokens.ts';
import type { Grammar, Reading } from '../sql/reading.ts';
import { once } from './once.ts';

/** What a statement means, whatever its layout: the grammar says it, or its tokens do. */
export function statementMeaning(text: string, { rules }: Reading, grammar: Grammar | undefined): string {
	try {
		return grammar?.(text)?.meaning ?? normalizedTokens(text, rules).join(' ');
	} catch {
		return text;
	}
}

/** A meaning that is longer is told by its hash: each finding of a statement has it in its fingerprint. */
const LONG = 10_000;

/** Tells what statements mean; the last one is known, since several findings may be about it. */
export function meanings(how: {
	readonly reading: Reading;
	readonly grammar: Grammar | undefined;
}): (statement: string) => string {
	return once((statement) => {
		const meaning = statementMeaning(statement, how.reading, how.grammar);
		return meaning.length > LONG ? sha256(meaning) : meaning;
	});
}

/** Makes fingerprints that differ, also of findings that say the same: the second one of them has a number. */
export function fingerprints(): (...parts: readonly string[]) => string {
	const counts = new Map<string, number>();
	return (...parts) => {
		const key = JSON.stringify(parts);
		const first = sha256(key);
		const count = (counts.get(first) ?? 0) + 1;
		counts.set(first, count);
		return count === 1 ? first : sha256(`${key} ${count}`);
	};
}
