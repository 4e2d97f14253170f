import { createRequire } from 'node:module';
import type { Node } from 'libpg-query';

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
	/** The trees of the statements in a text, or `undefined` when the grammar does not know them. */
	parse(text: string): readonly Node[] | undefined;
	/** The tree of the PL/pgSQL in CREATE FUNCTION, CREATE PROCEDURE or DO, or `undefined` when its grammar does not know it. */
	parsePlpgsql(text: string): unknown;
	/** Why the grammar does not know a text, and where in it. */
	problem(text: string): SyntaxProblem;
	/** Whether a word is a key word of SQL, reserved or not. */
	isKeyword(word: string): boolean;
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
				return (parseSync(text).stmts ?? []).flatMap(({ stmt }) => stmt ?? []);
			} catch {
				return undefined;
			}
		},
		parsePlpgsql: (text) => {
			if (text.includes(NUL)) return undefined;
			try {
				return parsePlPgSQLSync(text);
			} catch {
				return undefined;
			}
		},
		problem: (text) => {
			const end = text.indexOf(NUL);
			if (end !== -1) return { message: 'NUL is no character of SQL', offset: end };
			try {
				parseSync(text);
				return { message: 'a placeholder stands where none can', offset: 0 };
			} catch (error) {
				const details = hasSqlDetails(error) ? error.sqlDetails : undefined;
				const message = details?.message ?? (error instanceof Error ? error.message : 'it cannot be parsed');
				return { message, offset: Math.max(0, Math.min(details?.cursorPosition ?? 0, text.length)) };
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
