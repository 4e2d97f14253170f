import type { Node } from 'libpg-query';

export type { Node } from 'libpg-query';

/** PostgreSQL's own parser, of version 18. */
export interface PostgresqlParser {
	/** The trees of the statements in a text, or `undefined` when the grammar does not know them. */
	parse(text: string): readonly Node[] | undefined;
	/** Whether a word is a key word of SQL, reserved or not. */
	isKeyword(word: string): boolean;
}

/** Load the parser, which is WebAssembly. */
export async function loadPostgresqlParser(): Promise<PostgresqlParser> {
	const { loadModule, parseSync, scanSync } = await import('libpg-query');
	await loadModule();
	return {
		parse: (text) => {
			try {
				return (parseSync(text).stmts ?? []).flatMap(({ stmt }) => stmt ?? []);
			} catch {
				return undefined;
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
