import { isHeard, normalizedTokens } from '../sql/normalized-tokens.ts';
import type { Reading, TokenRules } from '../sql/reading.ts';
import { scanStatements, type Token, tokens } from '../sql/scan.ts';

/** A piece of a text of any origin. */
export interface Piece {
	/**
	 * One statement; a command of the client; data that follow a statement; or text that cannot be read, as after a quote
	 * that is not closed.
	 */
	readonly kind: 'statement' | 'command' | 'data' | 'unreadable';
	/** Without the semicolon. */
	readonly text: string;
	/** Offset in the whole. */
	readonly start: number;
	/** Whether nothing ended it: the command behind it, or the end of the text, found it unfinished. */
	readonly isOpen?: boolean;
}

/** The pieces of a text, in order; never throws, whatever the text is. */
export function piecesOf(text: string, reading: Reading): readonly Piece[] {
	const found: Piece[] = [];
	for (const { kind, start, end } of sectionsOf(text, reading)) {
		const piece = text.slice(start, end);
		if (kind === 'sql') found.push(...statementsOf(piece, start, reading));
		else found.push({ kind, text: piece.trimEnd(), start });
	}
	return found;
}

interface Section {
	readonly kind: 'sql' | 'command' | 'data';
	readonly start: number;
	readonly end: number;
}

/** SQL, and what stands between it. */
function* sectionsOf(text: string, reading: Reading): Generator<Section> {
	let start = 0;
	for (const stop of stopsIn(text, reading)) {
		yield { kind: 'sql', start, end: stop.start };
		yield stop;
		start = stop.end;
	}
	yield { kind: 'sql', start, end: text.length };
}

/** Commands and data. Behind data the text is read anew, since they are no tokens. */
function* stopsIn(text: string, reading: Reading): Generator<Section> {
	for (let from: number | undefined = 0; from !== undefined; ) from = yield* stopsUpToData(text, from, reading);
}

/** The same up to the first data. Returns where these end. */
function* stopsUpToData(text: string, from: number, reading: Reading): Generator<Section, number | undefined> {
	let begin = from;
	for (const token of readable(text.slice(from), reading)) {
		const [start, end] = [from + token.start, from + token.end];
		if (token.kind === 'comment' && reading.command.test(token.text)) yield { kind: 'command', start, end };
		else if (token.text !== ';') continue;
		else if (hasInlineData(text.slice(begin, start), reading)) {
			const data = dataAt(text, end);
			yield data;
			return data.end;
		}
		begin = end;
	}
	return undefined;
}

/** Whether data follow a statement, which may have comments in front of it. */
function hasInlineData(statement: string, { rules, inlineData }: Reading): boolean {
	if (!inlineData?.words.test(statement)) return false;
	return inlineData.statement.test(normalizedTokens(statement, rules).join(' '));
}

/** Data begin on the next line, and end with a line that is a backslash and a dot. */
function dataAt(text: string, from: number): Section {
	const lineEnd = text.indexOf('\n', from);
	const start = lineEnd === -1 ? text.length : lineEnd + 1;
	const last = /^\\\.\r?$/m.exec(text.slice(start));
	return { kind: 'data', start, end: last ? start + last.index + last[0].length : text.length };
}

/** The tokens up to the first thing that cannot be read. */
function* readable(text: string, { lexis }: Reading): Generator<Token> {
	try {
		yield* tokens(text, lexis);
	} catch {
		// What comes then is told when the statements are split.
	}
}

/** Where the first token stands that says something. */
function firstHeard(statement: string, rules: TokenRules): number | undefined {
	for (const token of tokens(statement, rules.lexis)) {
		if (isHeard(token, rules)) return token.start;
	}
	return undefined;
}

function statementsOf(text: string, offset: number, { rules }: Reading): readonly Piece[] {
	const found: Piece[] = [];
	let done = 0;
	try {
		for (const { text: statement, start, empty } of scanStatements(text, rules.lexis)) {
			done = start + statement.length;
			const begin = empty && !statement.includes('/*') ? undefined : firstHeard(statement, rules);
			if (begin === undefined) continue;
			const isOpen = text.charAt(done) !== ';';
			found.push({ kind: 'statement', text: statement.slice(begin).trimEnd(), start: offset + start + begin, isOpen });
		}
	} catch {
		const from = text.charAt(done) === ';' ? done + 1 : done;
		found.push({ kind: 'unreadable', text: text.slice(from).trim(), start: offset + from });
	}
	return found;
}
