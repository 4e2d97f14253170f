import { loadFacts } from '../../src/dialects/postgresql/facts/reader.ts';
import { postgresql } from '../../src/dialects/postgresql/index.ts';
import { factsOf } from '../../src/review/facts/script-facts.ts';
import { Inspector } from '../../src/review/inspector.ts';
import { type FoundInScript, reviewScript } from '../../src/review/review-script.ts';
import type { ReviewSettings } from '../../src/review/settings.ts';
import type { Before } from '../../src/review/unchanged.ts';

const readers = await loadFacts();
const grammar = await postgresql.reading.loadGrammar?.();

/**
 * Review one script as a file is reviewed.
 *
 * @param baseline - What is there before.
 * @param before - What the script was.
 */
export function reviewed(
	text: string,
	settings: Partial<ReviewSettings> = {},
	baseline = '',
	before: Before = 'nothing',
): FoundInScript {
	const { preset = 'recommended', rules = {}, version = 14, minor } = settings;
	const { reading } = postgresql;
	const start = readers({ version });
	factsOf(baseline, reading, start);
	const reviewer = {
		reading,
		grammar,
		reader: start.next(),
		inspector: new Inspector({ preset, rules, version }),
		version,
		minor,
	};
	return reviewScript(text, reviewer, { before });
}

/** The ids of what is found, each once. */
export const rulesFoundIn = (text: string, settings?: Partial<ReviewSettings>): readonly string[] => [
	...new Set(reviewed(text, settings).found.map(({ rule }) => rule)),
];
