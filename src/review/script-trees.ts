import type { Node, SyntaxProblem } from '../sql/parse-postgresql.ts';

/** The trees of a text, or what is wrong with it. */
export type Parsed = readonly Node[] | SyntaxProblem;

/** Up to so many characters, all trees of a script are kept: they take some fifteen times as much memory as it. */
const MAX_CHARACTERS = 500_000;

/** Which text a statement stands in, and which one of that it is. */
interface Origin {
	readonly text: number;
	readonly nth: number;
}

/**
 * The trees of a script that was cut. Those of a long one are made anew when they are asked for: few ever are, and these
 * again and again, so that they are kept from then on.
 */
export class ScriptTrees {
	readonly #texts: readonly string[];
	readonly #parse: (text: string) => Parsed;
	readonly #isShort: boolean;
	readonly #kept = new Map<number, Parsed>();
	readonly #origins: Origin[] = [];

	constructor(texts: readonly string[], parse: (text: string) => Parsed) {
		this.#texts = texts;
		this.#parse = parse;
		this.#isShort = texts.reduce((sum, { length }) => sum + length, 0) <= MAX_CHARACTERS;
	}

	/** What one of the texts was parsed to. */
	parsed(text: number): Parsed {
		return this.#isShort ? this.#keep(text) : this.#parsedNow(text);
	}

	/** The trees of all statements with their places, in order. Only what was walked over can be asked for. */
	*entries(): Generator<readonly [at: number, tree: Node]> {
		let at = 0;
		for (const text of this.#texts.keys()) {
			for (const [nth, tree] of treesOf(this.parsed(text)).entries()) {
				this.#origins[at] = { text, nth };
				yield [at++, tree];
			}
		}
	}

	/** How many statements were walked over. */
	get length(): number {
		return this.#origins.length;
	}

	at(place: number): Node | undefined {
		const origin = this.#origins[place];
		return origin && treesOf(this.#keep(origin.text))[origin.nth];
	}

	#keep(text: number): Parsed {
		const parsed = this.#parsedNow(text);
		this.#kept.set(text, parsed);
		return parsed;
	}

	#parsedNow(text: number): Parsed {
		return this.#kept.get(text) ?? this.#parse(this.#texts[text] ?? '');
	}
}

const treesOf = (parsed: Parsed): readonly Node[] => ('message' in parsed ? [] : parsed);
