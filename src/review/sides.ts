import { append } from '../core/keys.ts';
import type { Reader } from '../dialects/postgresql/facts/reader.ts';
import type { Cut } from './facts/cut.ts';
import { entering, readerOf } from './facts/script-facts.ts';
import { History } from './history.ts';
import { Passage } from './passage.ts';
import type { ScriptPart } from './runners.ts';
import { type Parsed, ScriptTrees } from './script-trees.ts';
import type { Previous } from './seen.ts';

/** What is run in a row, while it is read: the script itself, or a part that takes it back. */
interface Side {
	readonly reader: Reader;
	readonly trees: ScriptTrees;
	readonly script: Passage;
	readonly history: History;
	readonly isDown: boolean;
	/** What it takes back, where it does. */
	readonly undone: Passage | undefined;
	/** How many texts of it were read. */
	read: number;
	/** How many statements of it were looked at, and the last one. */
	seen: number;
	previous: Previous | undefined;
}

/** The script itself, and the parts that take something back: each is a script of its own. */
export class Sides {
	readonly #enter: (offset: number) => void;
	/** The one that is read. */
	now: Side;

	/** @param undone - The texts of the statements that the script takes back, where it does. */
	constructor(cuts: readonly Cut[], parts: readonly ScriptPart[], reader: Reader, undone?: readonly string[]) {
		const texts = textsOf(cuts, parts);
		const isInParts = parts.filter(({ isDown }) => !isDown).length > 1;
		const main = sideOf(reader, texts.get(undefined), { isInParts, undone: undone && scriptOf(undone, reader).script });
		this.now = main;
		this.#enter = entering(parts, (part) => {
			const entered = readerOf(part, reader);
			this.now = part.isDown ? sideOf(entered, texts.get(part), { isDown: true, undone: main.script }) : main;
		});
	}

	/** The side that an offset stands in; offsets have to come in their order. */
	enter(offset: number): Side {
		this.#enter(offset);
		return this.now;
	}

	/** What the next text of the side was parsed to. */
	next(): Parsed {
		return this.now.trees.parsed(this.now.read++);
	}
}

function sideOf(
	reader: Reader,
	texts: readonly string[] = [],
	options: Partial<Pick<Side, 'isDown' | 'undone'>> & { readonly isInParts?: boolean },
): Side {
	const { isInParts = false, isDown = false, undone } = options;
	const read = scriptOf(texts, reader, isInParts);
	return { reader, ...read, history: new History(), isDown, undone, read: 0, seen: 0, previous: undefined };
}

function scriptOf(texts: readonly string[], reader: Reader, isInParts = false): Pick<Side, 'trees' | 'script'> {
	const trees = new ScriptTrees(texts, (text) => reader.parse(text));
	return { trees, script: Passage.of(trees, isInParts) };
}

/** The texts of each part that takes something back, and those of all others, which go on from each other. */
function textsOf(
	cuts: readonly Cut[],
	parts: readonly ScriptPart[],
): ReadonlyMap<ScriptPart | undefined, readonly string[]> {
	const found = new Map<ScriptPart | undefined, string[]>();
	let at: ScriptPart | undefined;
	const enter = entering(parts, (part) => {
		at = part.isDown ? part : undefined;
	});
	for (const { start, text } of cuts) {
		enter(start);
		append(found, at, text);
	}
	return found;
}
