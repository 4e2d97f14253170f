import { createRequire } from 'node:module';
import { positionAt, type SourceLocation } from '../core/source.ts';

/** What can be said of a module without running it. Plain data: it is kept in the cache. */
export interface Outline {
	/** The text of the first block comment, or null. */
	readonly comment: string | null;
	/** Names exported by declarations and lists; what `export *` brings is not among them. */
	readonly exports: readonly string[];
	/** Whether `export * from` brings in names that only running the module tells. */
	readonly hasStar: boolean;
	/** Exported constants that are plain literals: strings, null, arrays of strings. */
	readonly literals: Readonly<Record<string, Literal>>;
}

type Literal = string | null | readonly string[];

const require = createRequire(import.meta.url);

/** Loaded when a module is not in the cache, or a position is asked for. */
const tokensOf = (source: string) => (require('js-tokens') as typeof import('js-tokens'))(source);

/**
 * Read the outline of a module.
 *
 * @param source - The text of the author.
 * @param code - The same text transformed: its printer puts exports and imports first and begins each statement on a
 * line of its own, so that no further parser is needed.
 */
export function readOutline(source: string, code: string): Outline {
	const { locals, constants, hasStar } = readStatements(code);
	const literals = [...locals].flatMap(([name, local]) => {
		const value = constants.get(local);
		return value === undefined ? [] : [[name, value] as const];
	});
	return {
		comment: firstComment(source),
		exports: [...locals.keys()],
		hasStar,
		literals: Object.fromEntries(literals),
	};
}

const STRING = String.raw`"(?:[^"\\\n]|\\.)*"|'[^'\\\n]*'`;

const STRINGS = new RegExp(STRING, 'g');

/** What may stand at the beginning of a line that is not nested. */
const STATEMENT = new RegExp(
	[
		String.raw`\n+|//.*|#!.*|/\*[^]*?\*/ *`,
		String.raw`Object\.defineProperty\(__vite_ssr_exports__, (?<name>${STRING}), \{[^}]*?return (?<local>.*);\n\t\}\n\}\);\n`,
		String.raw`(?<star>__vite_ssr_exportAll__\().*\n`,
		String.raw`const (?<constant>[\w$]+) = (?<value>null|${STRING}|\[\s*(?:(?:${STRING}),?\s*)*\]);\n`,
		// A template or a comment may hold lines that only look like statements: nothing behind its beginning is read.
		String.raw`(?:(?!/\*)[^\n${'`'}]|/\*[^\n${'`'}]*?\*/)+\n`,
	].join('|'),
	'y',
);

function readStatements(code: string) {
	const locals = new Map<string, string>();
	const constants = new Map<string, Literal>();
	let hasStar = false;
	STATEMENT.lastIndex = 0;
	for (let match = STATEMENT.exec(code); match; match = STATEMENT.exec(code)) {
		const { name, local = '', star, constant, value = '' } = match.groups ?? {};
		if (name !== undefined) locals.set(String(literalIn(name)), local);
		if (star !== undefined) hasStar = true;
		const known = constant === undefined ? undefined : literalIn(value);
		if (constant !== undefined && known !== undefined) constants.set(constant, known);
	}
	return { locals, constants, hasStar };
}

/** A printed literal; undefined when its escapes are not those of JSON. */
function literalIn(printed: string): Literal | undefined {
	try {
		return JSON.parse(
			printed.replace(STRINGS, (text) => (text.startsWith("'") ? JSON.stringify(text.slice(1, -1)) : text)),
		);
	} catch {
		return undefined;
	}
}

function firstComment(source: string): string | null {
	if (!source.includes('/*')) return null;
	for (const { type, value } of tokensOf(source)) if (type === 'MultiLineComment') return value.slice(2, -2);
	return null;
}

/** Where a module exports a name; its beginning when that is not written in it. */
export function exportPosition(file: string, source: string, name: string): SourceLocation {
	let offset = 0;
	let isExport = false;
	for (const { type, value } of tokensOf(source)) {
		if (type === 'IdentifierName' && value === 'export') isExport = true;
		else if (isExport && (value === name || (type === 'StringLiteral' && value.slice(1, -1) === name)))
			return positionAt(file, source, offset);
		offset += value.length;
	}
	return positionAt(file, source, 0);
}
