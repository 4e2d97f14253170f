/** Changes of scripts, such as editors, merges and cut transfers make. */

/** Whole numbers below a limit, the same for the same seed. */
export function numbers(seed: number): (limit: number) => number {
	let state = seed;
	return (limit) => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((state / 2 ** 32) * limit);
	};
}

const INSERTED = ["'", '"', '$$', '(', ')', ';', '/*', '--', '\\', ':x', "E'\\", '\0', 'é', '\n', 'BEGIN;', 'SELECT'];

/** A script with one thing wrong: cut off, a part taken out, doubled or moved, or something put in. */
export function mutated(text: string, pick: (limit: number) => number): string {
	const at = pick(text.length + 1);
	const end = Math.min(text.length, at + 1 + pick(20));
	const part = text.slice(at, end);
	switch (pick(5)) {
		case 0:
			return text.slice(0, at);
		case 1:
			return text.slice(0, at) + text.slice(end);
		case 2:
			return text.slice(0, end) + part + text.slice(end);
		case 3:
			return text.slice(end) + part + text.slice(0, at);
		default:
			return text.slice(0, at) + (INSERTED[pick(INSERTED.length)] ?? '') + text.slice(at);
	}
}
