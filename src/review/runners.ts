import type { Reading } from '../sql/reading.ts';
import { tokens } from '../sql/scan.ts';

/** How a tool that runs migrations marks the parts of its files. */
interface Runner {
	/** What a file of it has, where its marks alone do not tell. */
	readonly file?: RegExp;
	/** Lines that begin a part: what follows is run (`up`), or takes that back (`down`). With the flags `gim`. */
	readonly up: RegExp;
	readonly down: RegExp;
	/** A mark of a part that is run without the transaction which the tool opens by itself; or a line for the whole file. */
	readonly unwrapped: RegExp;
	readonly unwrappedFile?: RegExp;
	/** What stands behind the mark of a part that is SQL itself, though the line is a comment. */
	readonly sqlBehind?: RegExp;
	/** The word on a mark that ends the statements behind it, beside semicolons. */
	readonly delimiter?: RegExp;
}

/** The registry: tools with marks in their files. Each opens a transaction around a part unless it is told not to. */
const RUNNERS = {
	/** @see https://github.com/amacneil/dbmate#migration-options */
	dbmate: {
		up: /^--[^\S\n]*migrate:up\b.*$/gim,
		down: /^--[^\S\n]*migrate:down\b.*$/gim,
		unwrapped: /\stransaction:false\b/i,
	},
	/** @see https://pressly.github.io/goose/documentation/annotations/ */
	goose: {
		up: /^--[^\S\n]*\+goose[^\S\n]+up\b.*$/gim,
		down: /^--[^\S\n]*\+goose[^\S\n]+down\b.*$/gim,
		unwrapped: /(?!)/,
		unwrappedFile: /^--[^\S\n]*\+goose[^\S\n]+no[^\S\n]+transaction\b/im,
	},
	/** @see https://github.com/rubenv/sql-migrate#writing-migrations */
	'sql-migrate': {
		up: /^--[^\S\n]*\+migrate[^\S\n]+up\b.*$/gim,
		down: /^--[^\S\n]*\+migrate[^\S\n]+down\b.*$/gim,
		unwrapped: /\snotransaction\b/i,
	},
	/** @see https://docs.liquibase.com/concepts/changelogs/sql-format.html */
	liquibase: {
		file: /^\s*--[^\S\n]*liquibase[^\S\n]+formatted[^\S\n]+sql\b/i,
		up: /^--[^\S\n]*changeset\s.*$/gim,
		down: /^--[^\S\n]*rollback\s.*$/gim,
		unwrapped: /\srunInTransaction:"?false\b/i,
		sqlBehind: /^(--[^\S\n]*rollback)\s+(?!empty\b|not required\b|changeset(?:id)?\b)/i,
		delimiter: /\sendDelimiter:"?([^\s"]+)/i,
	},
} satisfies Readonly<Record<string, Runner>>;

/** Files that take back what another one does, with the name of that. */
const UNDO: readonly (readonly [undo: RegExp, done: string])[] = [
	/** Flyway */
	[/(^|[\\/])U([^\\/]*__[^\\/]*\.sql)$/, '$1V$2'],
	[/\.down\.sql$/i, '.up.sql'],
];

/** The file that another one takes back; undefined for a file that does not. */
export function undoneBy(file: string): string | undefined {
	const found = UNDO.find(([undo]) => undo.test(file));
	return found && file.replace(...found);
}

/** A part of a script that is run by itself. */
export interface ScriptPart {
	/** The offset from which on it goes. */
	readonly start: number;
	/** Whether it takes back what the parts before it do. */
	readonly isDown: boolean;
	/** Whether its runner opens a transaction around it; undefined where nothing tells. */
	readonly isWrapped: boolean | undefined;
}

/** A script as it is run. */
export interface RunScript {
	/** Its text, in which marks and ends of batches are semicolons. All else stands at the same place. */
	readonly text: string;
	/** In order; the first one begins at 0. */
	readonly parts: readonly ScriptPart[];
}

/** How a text is run by the tool whose marks stand in it. */
export function runScript(given: string, reading: Reading): RunScript {
	const text = withoutBatches(given, reading);
	const whole: ScriptPart = { start: 0, isDown: false, isWrapped: undefined };
	const runner = Object.values<Runner>(RUNNERS).find(
		({ file, up, down }) =>
			(file ?? ANY).test(text) && (matchesIn(text, up).length > 0 || matchesIn(text, down).length > 0),
	);
	return runner ? partsBy(runner, text) : { text, parts: [whole] };
}

const ANY = /(?:)/;

interface Mark {
	readonly start: number;
	readonly line: string;
	readonly isDown: boolean;
}

const matchesIn = (text: string, pattern: RegExp): readonly RegExpMatchArray[] => [...text.matchAll(pattern)];

function partsBy(runner: Runner, text: string): RunScript {
	const marks = [...marksIn(text, runner.up, false), ...marksIn(text, runner.down, true)].toSorted(
		(one, other) => one.start - other.start,
	);
	const isFileWrapped = !runner.unwrappedFile?.test(text);
	const parts: ScriptPart[] = [];
	let result = text.slice(0, marks[0]?.start);
	let changes: Mark | undefined;
	for (const [index, mark] of marks.entries()) {
		const { start, line, isDown } = mark;
		if (!isDown) changes = mark;
		// What is in comments has no mark of its own.
		const { line: told } = (runner.sqlBehind && changes) ?? mark;
		const isMore = isDown && marks[index - 1]?.isDown === true;
		if (!isMore)
			parts.push({ start: index === 0 ? 0 : start, isDown, isWrapped: isFileWrapped && !runner.unwrapped.test(told) });
		const body = text.slice(start + line.length, marks[index + 1]?.start);
		result += shownMark(line, runner, isMore) + delimited(body, runner.delimiter?.exec(told)?.[1]);
	}
	return { text: result, parts };
}

const marksIn = (text: string, pattern: RegExp, isDown: boolean): readonly Mark[] =>
	matchesIn(text, pattern).map(({ index = 0, 0: line }) => ({ start: index, line, isDown }));

/** A semicolon ends what stands before the mark. */
function shownMark(line: string, { sqlBehind }: Runner, isMore: boolean): string {
	const [, marks] = sqlBehind?.exec(line) ?? [];
	const first = isMore ? ' ' : ';';
	return marks === undefined
		? `;${blank(line.slice(1))}`
		: `${first}${blank(marks.slice(1))}${line.slice(marks.length)}`;
}

const blank = (text: string): string => ' '.repeat(text.length);

/** A delimiter counts at the end of a line; a slash alone on it. */
function delimited(text: string, delimiter: string | undefined): string {
	if (delimiter === undefined) return text;
	const escaped = delimiter.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
	const end = new RegExp(delimiter === '/' ? `^([^\\S\\n]*)/(?=[^\\S\\n]*$)` : `()${escaped}(?=[^\\S\\n]*$)`, 'gim');
	return text.replaceAll(end, (all, before: string) => `${before};${blank(all.slice(before.length + 1))}`);
}

const GO = /^[^\S\n]*GO[^\S\n]*;?[^\S\n]*$/im;

/** A line that is GO ends a batch; in a string or in data it is none. */
function withoutBatches(text: string, { lexis }: Reading): string {
	if (!GO.test(text)) return text;
	const starts: number[] = [];
	try {
		for (const { text: word, start, end } of tokens(text, lexis))
			if (/^go$/i.test(word) && GO.test(lineAround(text, start, end))) starts.push(start);
	} catch {
		// What stands behind cannot be read, and is told as such.
	}
	let [result, from] = ['', 0];
	for (const start of starts) [result, from] = [`${result}${text.slice(from, start)}; `, start + 2];
	return result + text.slice(from);
}

function lineAround(text: string, start: number, end: number): string {
	const lineEnd = text.indexOf('\n', end);
	return text.slice(text.lastIndexOf('\n', start) + 1, lineEnd === -1 ? undefined : lineEnd);
}
