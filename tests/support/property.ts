import fc from 'fast-check';
import { HIDDEN } from '../../src/core/text.ts';

/** How many samples a property tries: few among the other tests, PROPERTY_RUNS on request. */
export const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 300);
const SEED = Number(process.env['PROPERTY_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
/** How a run with these samples is repeated. */
export const AGAIN = `Repeat it with PROPERTY_SEED=${SEED} PROPERTY_RUNS=${RUNS} and the same command.`;

/** A counterexample whose every character can be read. */
const shown = (value: unknown): string =>
	JSON.stringify(value).replace(HIDDEN, (char) => `\\u{${char.codePointAt(0)?.toString(16)}}`);

function report(details: fc.RunDetails<unknown>): void {
	if (!details.failed) return;
	const { counterexample, errorInstance } = details;
	const { message = '', details: difference = '' } = (errorInstance ?? {}) as { message?: string; details?: string };
	throw new Error(`${message}${difference}\n\nfails for ${shown(counterexample)}\n\n${AGAIN}`, {
		cause: errorInstance,
	});
}

fc.configureGlobal({ seed: SEED, numRuns: RUNS, reporter: report });

export { fc };

/** A check of some samples at once. `turn` counts the batches, for checks that take turns at something. */
type BatchCheck<T> = (batch: readonly T[], turn: number) => Promise<void>;

/**
 * Check as many samples as a run has, many at a time.
 *
 * Of a batch that fails, the first sample that fails alone is made as small as it can be, and shown.
 */
export async function holdsInBatches<T>(size: number, arbitrary: fc.Arbitrary<T>, check: BatchCheck<T>): Promise<void> {
	const samples = fc.sample(arbitrary);
	for (let start = 0; start < samples.length; start += size) {
		const turn = start / size;
		const batch = samples.slice(start, start + size);
		try {
			await check(batch, turn);
		} catch (error) {
			const index = start + (await firstFailing(batch, (part) => check(part, turn)));
			const alone = fc.asyncProperty(arbitrary, (sample) => check([sample], turn));
			// The path leads to the sample, as it was made: values made anew cannot be made smaller.
			await fc.assert(alone, { path: String(index), numRuns: 1 });
			const message = `samples ${start} to ${start + batch.length - 1} fail together, and none alone`;
			throw new Error(`${message}: ${String(error)}\n\n${AGAIN}`, { cause: error });
		}
	}
}

/** The place of a sample that fails, found by halving. */
async function firstFailing<T>(batch: readonly T[], check: (batch: readonly T[]) => Promise<void>): Promise<number> {
	let [from, to] = [0, batch.length];
	while (to - from > 1) {
		const middle = Math.floor((from + to) / 2);
		const fails = await check(batch.slice(from, middle)).then(
			() => false,
			() => true,
		);
		if (fails) to = middle;
		else from = middle;
	}
	return from;
}
