import { appendAll } from '../core/keys.ts';
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
	const readableEnd = endOfReadable(text, reading);
	for (const { kind, start, end } of sectionsOf(text.slice(0, readableEnd), reading)) {
		const piece = text.slice(start, end);
		if (kind === 'sql') appendAll(found, statementsOf(piece, start, reading));
		else found.push({ kind, text: kind === 'data' ? piece : withoutTrailingSpace(piece), start });
	}
	if (readableEnd < text.length) found.push({ kind: 'unreadable', text: text.slice(readableEnd), start: readableEnd });
	return found;
}

/** Where the first setting stands that lets quotes behind it end elsewhere. */
function endOfReadable(text: string, { backslashSetting }: Reading): number {
	const setting = backslashSetting?.exec(text);
	return setting && text.includes('\\', setting.index) ? setting.index : text.length;
}

/** `trimEnd` takes more for white space than servers do. */
const withoutTrailingSpace = (text: string): string => {
	let end = text.length;
	while (end > 0 && ' \t\n\v\f\r'.includes(text.charAt(end - 1))) end--;
	return text.slice(0, end);
};

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
	if (!reading.between.test(text)) return;
	for (let from: number | undefined = 0; from !== undefined; ) from = yield* stopsUpToData(text, from, reading);
}

/** The same up to the first data. Returns where these end. */
function* stopsUpToData(text: string, from: number, reading: Reading): Generator<Section, number | undefined> {
	let begin = from;
	for (const token of readable(text.slice(from), reading)) {
		const [start, end] = [from + token.start, from + token.end];
		const isCommand = token.kind === 'comment' && reading.command.test(token.text);
		if (!isCommand && token.text !== ';') continue;
		if (isCommand) yield { kind: 'command', start, end };
		const data = dataBehind(text, begin, { start, end }, isCommand ? token.text : undefined, reading);
		if (data) {
			yield data;
			return data.end;
		}
		begin = end;
	}
	return undefined;
}

/** The data behind a semicolon or a command. */
function dataBehind(
	text: string,
	begin: number,
	{ start, end }: { readonly start: number; readonly end: number },
	command: string | undefined,
	reading: Reading,
): Section | undefined {
	if (command !== undefined && !isReadBehind(command, reading)) return { kind: 'data', start: end, end: text.length };
	const hasData = command !== undefined && reading.inlineData?.command.test(command);
	return hasData || hasInlineData(text.slice(begin, start), reading) ? dataAt(text, end, reading) : undefined;
}

/** Whether what stands behind a command on its line leaves no quote open: the next lines would be inside. */
function isReadBehind(command: string, reading: Reading): boolean {
	const behind = reading.behindCommand?.(command) ?? '';
	return statementsOf(behind, 0, reading).every(({ kind }) => kind !== 'unreadable');
}

/** Whether data follow a statement, which may have comments in front of it. */
function hasInlineData(statement: string, { rules, inlineData }: Reading): boolean {
	if (!inlineData?.words.test(statement)) return false;
	return inlineData.statement.test(normalizedTokens(statement, rules).join(' '));
}

/**
 * Data begin on the next line, and end with a line that is a backslash and a dot. Where the rest of this line asks for
 * data, too, nothing tells where all of them end.
 */
function dataAt(text: string, from: number, { inlineData }: Reading): Section {
	const lineEnd = text.indexOf('\n', from);
	const start = lineEnd === -1 ? text.length : lineEnd + 1;
	if (inlineData?.words.test(text.slice(from, start))) return { kind: 'data', start: from, end: text.length };
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
			found.push({
				kind: 'statement',
				text: withoutTrailingSpace(statement.slice(begin)),
				start: offset + start + begin,
				isOpen,
			});
		}
	} catch {
		const from = text.charAt(done) === ';' ? done + 1 : done;
		found.push({ kind: 'unreadable', text: text.slice(from).trim(), start: offset + from });
	}
	return found;
}
