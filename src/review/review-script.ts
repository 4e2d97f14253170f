import type { Reader, Sight } from '../dialects/postgresql/facts/reader.ts';
import type { Reading } from '../sql/reading.ts';
import type { Cut } from './facts/cut.ts';
import { type CutScript, cutScript, placesIn, readCuts, type ScriptStatement } from './facts/script-facts.ts';
import { History } from './history.ts';
import type { Inspector, Judged } from './inspector.ts';
import { Passage } from './passage.ts';
import { type Previous, Seen } from './seen.ts';
import { Waivers } from './waivers/waivers.ts';

/** What was found in a statement, and where that begins. Lines and columns count from 1. */
export interface Found extends Judged {
	readonly text: string;
	readonly line: number;
	readonly column: number;
	/** Why a comment allows it; absent when none does. */
	readonly reason?: string;
}

/** What was found in a script, and how many statements it has. */
export interface FoundInScript {
	readonly found: readonly Found[];
	/** What was found, too, and is allowed by comments. */
	readonly waived: readonly Found[];
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
export function reviewScript(text: string, reviewer: Reviewer): FoundInScript {
	const script = cutScript(text, reviewer.reading);
	const look = new Look(script, reviewer);
	const statements = readCuts(script, (cut) => look.read(cut));
	const all = [...statements.flatMap((statement, index) => look.foundIn(statement, index)), ...look.wrongWaivers()];
	const inOrder = all.toSorted((one, other) => one.line - other.line || one.column - other.column);
	return {
		found: inOrder.filter(({ reason }) => reason === undefined),
		waived: inOrder.filter(({ reason }) => reason !== undefined),
		statements: statements.length,
	};
}

/** One way through a script: has the rules look while its facts are read. */
class Look {
	readonly #reviewer: Reviewer;
	readonly #text: string;
	readonly #waivers: Waivers;
	readonly #parsed: ReadonlyMap<Cut, ReturnType<Reader['parse']>>;
	readonly #script: Passage;
	readonly #history = new History();
	/** What was found in each statement, in their order. */
	readonly #found: (readonly Waived[])[] = [];
	#seen = 0;
	#cut = -1;
	#previous: Previous | undefined;

	constructor({ text, cuts }: CutScript, reviewer: Reviewer) {
		const { reading, reader, inspector } = reviewer;
		this.#reviewer = reviewer;
		this.#text = text;
		this.#waivers = new Waivers(text, reading, inspector);
		this.#parsed = new Map(cuts.map((cut) => [cut, reader.parse(cut.text)]));
		this.#script = Passage.of([...this.#parsed.values()].flatMap((trees) => ('message' in trees ? [] : trees)));
	}

	/** The cuts have to come in their order. */
	read(cut: Cut): ReturnType<Reader['read']> {
		this.#cut++;
		const trees = this.#parsed.get(cut) ?? [];
		if (!('message' in trees)) return this.#reviewer.reader.readTrees(trees, (sight) => this.#look(sight, cut.text));
		this.#found.push([]);
		return trees;
	}

	/** What was found in a statement, with its place. */
	foundIn({ line, column, sql, problem }: ScriptStatement, index: number): readonly Found[] {
		const own = this.#found[index] ?? [];
		if (!problem) return own.map((each) => ({ ...each, text: sql, line, column }));
		const { message, ...place } = problem;
		const found = this.#reviewer.inspector.tell('syntax-error', { object: sql.slice(0, 40), message });
		return found.map((each) => ({ ...each, text: sql, ...place }));
	}

	/** What is wrong with the comments that allow something. */
	wrongWaivers(): readonly Found[] {
		const placeOf = placesIn(this.#text);
		const problems = this.#waivers.problems().toSorted((one, other) => one.start - other.start);
		return problems.flatMap(({ start, text: comment, ...problem }) =>
			this.#reviewer.inspector
				.tell('unused-suppression', problem)
				.map((each) => ({ ...each, text: comment, ...placeOf(start) })),
		);
	}

	#look(sight: Sight, text: string): void {
		const history = this.#history;
		const previous = this.#previous;
		if (previous) history.add(previous.tree, sight.known);
		this.#previous = sight;
		const { inspector, version, minor } = this.#reviewer;
		const [script, index] = [this.#script, this.#seen++];
		const seen = new Seen({ ...sight, text, history, version, minor, script, index, previous });
		const judged = inspector.inspect(seen).map((each): Waived => {
			const reason = this.#waivers.reasonFor(each.rule, this.#cut);
			if (reason === undefined) return each;
			history.untell(each.rule);
			return { ...each, reason };
		});
		this.#found.push(judged);
	}
}

type Waived = Judged & Pick<Found, 'reason'>;
