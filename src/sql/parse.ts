import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The grammars there are. Each is a file of its own, loaded when it is first asked for. */
const GRAMMARS = {
	mysql: (): typeof import('node-sql-parser/build/mysql.js') => require('node-sql-parser/build/mysql.js'),
	sqlite: (): typeof import('node-sql-parser/build/sqlite.js') => require('node-sql-parser/build/sqlite.js'),
};

/** A dialect whose SQL can be parsed. */
export type Grammar = keyof typeof GRAMMARS;

/** What parsing a statement comes to: the kinds of statements in it, or what is not understood. */
export type Parsed = { readonly kinds: readonly string[] } | { readonly problem: string };

/**
 * Parse a statement with the grammar of its dialect. The server may take what the grammar does not know.
 *
 * @param text - One statement, without its semicolon.
 */
export function parseStatement(text: string, grammar: Grammar): Parsed {
	const { Parser } = GRAMMARS[grammar]();
	try {
		const tree = new Parser().astify(text);
		return { kinds: [tree].flat().map(({ type }) => type) };
	} catch (error) {
		return { problem: error instanceof Error ? error.message : String(error) };
	}
}
