import type { FactReader, StatementFacts, SyntaxProblem } from '../../dialects/facts.ts';
import { plainText } from '../../diff/line-feeds.ts';
import type { Reading } from '../../sql/reading.ts';
import { runScript, type ScriptPart } from '../runners.ts';
import { type Cut, cutPieces } from './cut.ts';

/** Where something stands in a file. Lines and columns count from 1. */
export interface Place {
	readonly line: number;
	readonly column: number;
}

/** One statement of a script with its facts, or what is wrong with it. */
export interface ScriptStatement extends Place {
	/** As it stands, without its semicolon and the comments in front of it. */
	readonly sql: string;
	/** Absent when it cannot be parsed. */
	readonly facts?: StatementFacts;
	/** Where the grammar stops, when it cannot be parsed. */
	readonly problem?: Place & Pick<SyntaxProblem, 'message'>;
}

/** A text cut into its statements. */
export interface CutScript {
	readonly text: string;
	readonly cuts: readonly Cut[];
	/** The lines with commands of a client between them. */
	readonly commands: readonly CutCommand[];
	/** What of it is run by itself. */
	readonly parts: readonly ScriptPart[];
}

/** A line with commands of a client. */
export interface CutCommand extends Cut {
	/** How many statements stand before it. */
	readonly index: number;
}

/** Cut a text of any origin: what was generated, what was written by hand, dumps and scripts of clients. */
export function cutScript(text: string, reading: Reading): CutScript {
	const { text: plain, parts } = runScript(plainText(text), reading);
	const [cuts, commands]: [Cut[], CutCommand[]] = [[], []];
	for (const { isStatement, isCommand, ...cut } of cutPieces(plain, reading)) {
		if (isStatement) cuts.push(cut);
		else if (isCommand) commands.push({ ...cut, index: cuts.length });
	}
	return { text: plain, cuts, commands, parts };
}

/**
 * The facts of each statement of a script, in order.
 *
 * Any text is taken; commands and data of clients are passed over. What cannot be parsed is told with its place, and the
 * statements behind it are looked at. Never throws.
 *
 * @param reader - Knows what the scripts before left; it is told of every statement.
 */
export function factsOf(text: string, reading: Reading, reader: FactReader): readonly ScriptStatement[] {
	const script = cutScript(text, reading);
	let at: FactReader = reader;
	const enter = entering(script.parts, (part) => {
		at = readerOf(part, reader);
	});
	return [
		...readCuts(script, (cut) => {
			enter(cut.start);
			return at.read(cut.text);
		}),
	];
}

/** Tells of each part that something is in; offsets have to come in their order. */
export function entering(parts: readonly ScriptPart[], enter: (part: ScriptPart) => void): (offset: number) => void {
	let next = 0;
	return (offset) => {
		for (let part = parts[next]; part && part.start <= offset; part = parts[next]) {
			next++;
			enter(part);
		}
	};
}

/** What reads a part: one that takes something back leaves nothing for the parts behind it. */
export function readerOf<Reads extends { enter(isWrapped: boolean): void; aside(isWrapped?: boolean): Reads }>(
	{ isDown, isWrapped }: ScriptPart,
	reader: Reads,
): Reads {
	if (isDown) return reader.aside(isWrapped);
	if (isWrapped !== undefined) reader.enter(isWrapped);
	return reader;
}

/** The same of a text that is cut, one statement after the other. */
export function* readCuts(
	{ text, cuts }: CutScript,
	read: (cut: Cut, place: Place) => readonly StatementFacts[] | SyntaxProblem,
): Generator<ScriptStatement> {
	const placeOf = placesIn(text);
	for (const cut of cuts) {
		const { text: sql, start } = cut;
		const place = placeOf(start);
		const { line, column } = place;
		const facts = read(cut, place);
		if ('message' in facts) {
			const at = placeOf(start + facts.offset);
			yield { line, column, sql, problem: { ...at, message: facts.message } };
		} else {
			for (const each of facts) yield { line, column, sql, facts: each };
		}
	}
}

/** Gives the place of an offset; the next one is asked for behind it, or in the same statement. */
export function placesIn(text: string): (offset: number) => Place {
	let [line, lineStart] = [1, 0];
	return (offset) => {
		if (offset < lineStart) [line, lineStart] = [1, 0];
		for (let end = text.indexOf('\n', lineStart); end !== -1 && end < offset; end = text.indexOf('\n', lineStart)) {
			line++;
			lineStart = end + 1;
		}
		return { line, column: offset - lineStart + 1 };
	};
}
