import { loadFacts } from '../../src/dialects/postgresql/facts/reader.ts';
import { postgresql } from '../../src/dialects/postgresql/index.ts';
import { factsOf } from '../../src/review/facts/script-facts.ts';
import { Inspector } from '../../src/review/inspector.ts';
import { type FoundInScript, reviewScript } from '../../src/review/review-script.ts';
import type { ReviewSettings } from '../../src/review/settings.ts';

const readers = await loadFacts();
const grammar = await postgresql.reading.loadGrammar?.();

/**
 * Review one script as a file is reviewed.
 *
 * @param baseline - What is there before.
 */
export function reviewed(text: string, settings: Partial<ReviewSettings> = {}, baseline = ''): FoundInScript {
	const { preset = 'recommended', rules = {}, version = 14, minor } = settings;
	const { reading } = postgresql;
	const before = readers({ version });
	factsOf(baseline, reading, before);
	return reviewScript(text, {
		reading,
		grammar,
		reader: before.next(),
		inspector: new Inspector({ preset, rules, version }),
		version,
		minor,
	});
}

/** The ids of what is found, each once. */
export const rulesFoundIn = (text: string, settings?: Partial<ReviewSettings>): readonly string[] => [
	...new Set(reviewed(text, settings).found.map(({ rule }) => rule)),
];
