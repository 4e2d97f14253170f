import { createRequire } from 'node:module';
import type { Node, parseSync } from 'libpg-query';

export type { Node } from 'libpg-query';

/** Why a text is no SQL. */
export interface SyntaxProblem {
	readonly message: string;
	/** In the text. Counts from 0. */
	readonly offset: number;
}

const NUL = '\0';

/** PostgreSQL's own parser, of version 18. */
export interface PostgresqlParser {
	/** The trees of the statements in a text, or `undefined` when the grammar does not know them, or one is too deep. */
	parse(text: string): readonly Node[] | undefined;
	/** The tree of the PL/pgSQL in CREATE FUNCTION, CREATE PROCEDURE or DO, or `undefined` when its grammar does not know it. */
	parsePlpgsql(text: string): unknown;
	/** Why the grammar does not know a text, and where in it. */
	problem(text: string): SyntaxProblem;
	/** Whether a word is a key word of SQL, reserved or not. */
	isKeyword(word: string): boolean;
}

/** Up to so many levels, all that walks through a tree has room on the stack. */
const MAX_DEPTH = 1000;

const TOO_DEEP = 'it is nested too deeply to be looked at';

/** A level takes at least one character, so that most texts need not be walked through. */
function isTooDeep(text: string, trees: readonly object[]): boolean {
	if (text.length < MAX_DEPTH) return false;
	let level: readonly object[] = trees;
	for (let depth = 0; level.length > 0; depth++) {
		if (depth > MAX_DEPTH) return true;
		level = partsOf(level);
	}
	return false;
}

function partsOf(level: readonly object[]): readonly object[] {
	const parts: object[] = [];
	for (const each of level)
		for (const part of Object.values(each)) if (typeof part === 'object' && part !== null) parts.push(part);
	return parts;
}

const treesIn = ({ stmts = [] }: ReturnType<typeof parseSync>): readonly Node[] =>
	stmts.flatMap(({ stmt }) => stmt ?? []);

/** What the grammar says; the parser itself has no room for a statement that is far too deep. */
function messageOf(error: unknown): string {
	if (error instanceof RangeError) return TOO_DEEP;
	const message = typeof error === 'object' && error !== null && 'message' in error ? error.message : undefined;
	return typeof message === 'string' ? message : 'it cannot be parsed';
}

/** The parser counts characters, and of those beyond the first 65,536 a string has two. */
function offsetOf(characters: number, text: string): number {
	let [left, offset] = [characters, 0];
	for (const character of text) {
		if (left-- <= 0) break;
		offset += character.length;
	}
	return offset;
}

const require = createRequire(import.meta.url);

/** An import would read it twice, to find its exports. */
const library = () => require('libpg-query') as typeof import('libpg-query');

/** Begin to load the parser, which is WebAssembly: it is compiled beside what is done until it is needed. */
export function beginLoadingPostgresqlParser(): void {
	library();
}

/** Load the parser. */
export async function loadPostgresqlParser(): Promise<PostgresqlParser> {
	const { hasSqlDetails, loadModule, parsePlPgSQLSync, parseSync, scanSync } = library();
	await loadModule();
	return {
		parse: (text) => {
			// The parser takes it for the end.
			if (text.includes(NUL)) return undefined;
			try {
				const trees = treesIn(parseSync(text));
				return isTooDeep(text, trees) ? undefined : trees;
			} catch {
				return undefined;
			}
		},
		parsePlpgsql: (text) => {
			if (text.includes(NUL)) return undefined;
			try {
				const tree = parsePlPgSQLSync(text);
				return isTooDeep(text, [tree]) ? undefined : tree;
			} catch {
				return undefined;
			}
		},
		problem: (text) => {
			const end = text.indexOf(NUL);
			if (end !== -1) return { message: 'NUL is no character of SQL', offset: end };
			try {
				const isDeep = isTooDeep(text, treesIn(parseSync(text)));
				return { message: isDeep ? TOO_DEEP : 'a placeholder stands where none can', offset: 0 };
			} catch (error) {
				const details = hasSqlDetails(error) ? error.sqlDetails : undefined;
				return { message: messageOf(details ?? error), offset: offsetOf(details?.cursorPosition ?? 0, text) };
			}
		},
		isKeyword: (word) => {
			try {
				return scanSync(word).tokens.some(({ keywordName }) => keywordName !== 'NO_KEYWORD');
			} catch {
				return false;
			}
		},
	};
}
