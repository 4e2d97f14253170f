import { append } from '../core/keys.ts';
import type { Reader } from '../dialects/postgresql/facts/reader.ts';
import type { Node } from '../sql/parse-postgresql.ts';
import type { Cut } from './facts/cut.ts';
import { entering } from './facts/script-facts.ts';
import { History } from './history.ts';
import { Passage } from './passage.ts';
import type { ScriptPart } from './runners.ts';
import type { Previous } from './seen.ts';

/** What is run in a row, while it is read. */
export interface Side {
	readonly reader: Reader;
	readonly script: Passage;
	readonly history: History;
	readonly isDown: boolean;
	/** How many statements of it were looked at, and the last one. */
	seen: number;
	previous: Previous | undefined;
}

export const sideOf = (reader: Reader, script = Passage.of([]), isDown = false): Side => ({
	reader,
	script,
	history: new History(),
	isDown,
	seen: 0,
	previous: undefined,
});

/** The statements of each part that takes something back, and those of all others, which go on from each other. */
export function passagesOf(
	parts: readonly ScriptPart[],
	parsed: ReadonlyMap<Cut, ReturnType<Reader['parse']>>,
): ReadonlyMap<ScriptPart | undefined, Passage> {
	const found = new Map<ScriptPart | undefined, Node[]>();
	let at: ScriptPart | undefined;
	const enter = entering(parts, (part) => {
		at = part.isDown ? part : undefined;
	});
	for (const [{ start }, trees] of parsed) {
		enter(start);
		if (!('message' in trees)) for (const tree of trees) append(found, at, tree);
	}
	const isInParts = parts.filter(({ isDown }) => !isDown).length > 1;
	return new Map([...found].map(([part, trees]) => [part, Passage.of(trees, isInParts && part === undefined)]));
}
