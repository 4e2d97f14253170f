import { loadFacts } from '../../src/dialects/postgresql/facts/reader.ts';
import { postgresql } from '../../src/dialects/postgresql/index.ts';
import { Inspector } from '../../src/review/inspector.ts';
import { type FoundInScript, reviewScript } from '../../src/review/review-script.ts';
import type { ReviewSettings } from '../../src/review/settings.ts';

const readers = await loadFacts();
const grammar = await postgresql.reading.loadGrammar?.();

/** Review one script as a file is reviewed. */
export function reviewed(text: string, settings: Partial<ReviewSettings> = {}): FoundInScript {
	const { preset = 'recommended', rules = {}, version = 14 } = settings;
	return reviewScript(text, {
		reading: postgresql.reading,
		grammar,
		reader: readers({ version }),
		inspector: new Inspector({ preset, rules, version }),
		version,
	});
}

/** The ids of what is found, each once. */
export const rulesFoundIn = (text: string, settings?: Partial<ReviewSettings>): readonly string[] => [
	...new Set(reviewed(text, settings).found.map(({ rule }) => rule)),
];
