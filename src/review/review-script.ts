import type { Reader, Sight } from '../dialects/postgresql/facts/reader.ts';
import type { Reading } from '../sql/reading.ts';
import { cutScript, readCuts } from './facts/script-facts.ts';
import { History } from './history.ts';
import type { Inspector, Judged } from './inspector.ts';
import { Passage } from './passage.ts';
import { type Previous, Seen } from './seen.ts';

/** What was found in a statement, and where that begins. Lines and columns count from 1. */
export interface Found extends Judged {
	readonly text: string;
	readonly line: number;
	readonly column: number;
}

/** What was found in a script, and how many statements it has. */
export interface FoundInScript {
	readonly found: readonly Found[];
	readonly statements: number;
}

/** What a review looks with. */
export interface Reviewer {
	readonly reading: Reading;
	/** Knows what the scripts before left. */
	readonly reader: Reader;
	readonly inspector: Inspector;
	/** The major version of the server. */
	readonly version: number;
	/** The minor version, where it is known. */
	readonly minor?: number | undefined;
}

/** Have the rules look at each statement of a script. Never throws, whatever the text is. */
export function reviewScript(text: string, { reading, reader, inspector, version, minor }: Reviewer): FoundInScript {
	const cut = cutScript(text, reading);
	const parsed = new Map(cut.cuts.map((each) => [each, reader.parse(each.text)]));
	const script = Passage.of([...parsed.values()].flatMap((trees) => ('message' in trees ? [] : trees)));
	const history = new History();
	const judged: (readonly Judged[])[] = [];
	let previous: Previous | undefined;
	const look = (sight: Sight, sql: string): void => {
		if (previous) {
			history.add(previous.tree, sight.known);
			history.addLocks(previous.facts);
		}
		const seen = new Seen({ ...sight, text: sql, history, version, minor, script, index: judged.length, previous });
		judged.push(inspector.inspect(seen));
		previous = sight;
	};
	const statements = readCuts(cut, (each) => {
		const trees = parsed.get(each) ?? [];
		return 'message' in trees ? trees : reader.readTrees(trees, (sight) => look(sight, each.text));
	});
	const judgements = judged.values();
	const found = statements.flatMap(({ line, column, sql, problem }): readonly Found[] => {
		if (!problem) return (judgements.next().value ?? []).map((each) => ({ ...each, text: sql, line, column }));
		const object = sql.slice(0, 40);
		const { message, ...place } = problem;
		return inspector.unparsed({ object, message }).map((each) => ({ ...each, text: sql, ...place }));
	});
	return { found, statements: statements.length };
}
