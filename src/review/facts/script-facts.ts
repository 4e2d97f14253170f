import type { FactReader, StatementFacts, SyntaxProblem } from '../../dialects/facts.ts';
import { withLineFeeds } from '../../diff/line-feeds.ts';
import type { Reading } from '../../sql/reading.ts';
import { cutStatements } from './cut.ts';

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

/**
 * The facts of each statement of a script, in order.
 *
 * Any text is taken: what was generated, what was written by hand, dumps and scripts of clients, whose commands and data
 * are passed over. What cannot be parsed is told with its place, and the statements behind it are looked at. Never throws.
 *
 * @param reader - Knows what the scripts before left; it is told of every statement.
 */
export function factsOf(text: string, reading: Reading, reader: FactReader): readonly ScriptStatement[] {
	const plain = plainText(text);
	const placeOf = placesIn(plain);
	const found: ScriptStatement[] = [];
	for (const { text: sql, start } of cutStatements(plain, reading)) {
		const read = reader.read(sql);
		const place = placeOf(start);
		if ('message' in read) {
			const at = placeOf(start + read.offset);
			found.push({ ...place, sql, problem: { ...at, message: read.message } });
		} else {
			for (const facts of read) found.push({ ...place, sql, facts });
		}
	}
	return found;
}

/** A text as places in it are counted: without a byte order mark, with line feeds alone. */
export const plainText = (text: string): string => withLineFeeds(text.startsWith('\ufeff') ? text.slice(1) : text);

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
