import { createRequire } from 'node:module';
import type { StaticExportEntry } from 'oxc-parser';
import { GenSqlError } from '../core/error.ts';
import type { SourceLocation } from '../core/source.ts';
import { lineAndColumn } from '../core/text.ts';

/** What can be said of a module without running it. Plain data: it is kept in the cache. */
export interface Outline {
	/** The text of the first block comment, or null. */
	readonly comment: string | null;
	/** Names exported by declarations and lists; what `export *` brings is not among them. */
	readonly exports: readonly string[];
	/** Whether `export * from` brings in names that only running the module tells. */
	readonly hasStar: boolean;
	/** Exported constants that are plain literals: strings, null, arrays of strings. */
	readonly literals: Readonly<Record<string, string | null | readonly string[]>>;
}

const require = createRequire(import.meta.url);

/** Loaded when a module is not in the cache. */
const parser = (): typeof import('oxc-parser') => require('oxc-parser');

/**
 * Read the outline of a TypeScript or JavaScript module.
 *
 * @throws {GenSqlError} REVISION_SYNTAX with the position, when the text cannot be parsed.
 */
export function readOutline(file: string, source: string): Outline {
	const { parseSync } = parser();
	const { module, comments, errors } = parseSync(file, source, { sourceType: 'module' });
	const [error] = errors;
	if (error) throw syntaxError(file, source, error.message, error.labels[0]?.start ?? 0);
	const entries = module.staticExports.flatMap((statement) => statement.entries).filter((entry) => !entry.isType);
	const named = entries.flatMap((entry) =>
		entry.exportName.name === null ? [] : [[entry.exportName.name, entry] as const],
	);
	return {
		comment: comments.find(({ type }) => type === 'Block')?.value ?? null,
		exports: named.map(([name]) => name),
		hasStar: entries.some(({ importName }) => importName.kind === 'AllButDefault'),
		literals: Object.fromEntries(named.flatMap(([name, entry]) => literalOf(name, entry, source))),
	};
}

/** Where a module exports a name; its beginning when that is not written in it. Parses the module again. */
export function exportPosition(file: string, source: string, name: string): SourceLocation {
	const { module } = parser().parseSync(file, source, { sourceType: 'module' });
	const entries = module.staticExports.flatMap((statement) => statement.entries);
	const start = entries.find(({ exportName }) => exportName.name === name)?.exportName.start ?? 0;
	return positionAt(file, source, start);
}

/** Where JSON stops being JSON, as far as a parser of JavaScript can tell. Counted from 0. */
export function jsonErrorOffset(text: string): number {
	const [error] = parser().parseSync('data.js', `(${text}\n)`).errors;
	return Math.max(0, (error?.labels[0]?.start ?? 1) - 1);
}

/** An error of a parser, placed in the file. Offsets count from 0. */
export function syntaxError(file: string, source: string, message: string, offset: number): GenSqlError {
	return new GenSqlError('REVISION_SYNTAX', message.replace(/\.$/, ''), { at: positionAt(file, source, offset) });
}

/** The place of an offset in a file; it counts from 0. */
export const positionAt = (file: string, source: string, offset: number): SourceLocation => ({
	file,
	...lineAndColumn(source, offset),
});

const STRING = String.raw`'[^'\\\n]*'|"[^"\\\n]*"`;
const DECLARATION = new RegExp(
	String.raw`^const\s+(\w+)\s*(?::\s*[\w\s|<>[\],'"]+?)?\s*=\s*(null|${STRING}|\[\s*(?:(?:${STRING})\s*,?\s*)*\])\s*(?:as\s+const\s*)?;?\s*$`,
);

/** The value of `const name = 'literal'`, when the whole declaration is that plain. */
function literalOf(
	name: string,
	entry: StaticExportEntry,
	source: string,
): readonly (readonly [string, Outline['literals'][string]])[] {
	const match = DECLARATION.exec(source.slice(entry.start, entry.end));
	const [, declared, text = ''] = match ?? [];
	if (declared !== name || entry.exportName.name !== name) return [];
	if (text === 'null') return [[name, null]];
	const strings = [...text.matchAll(new RegExp(STRING, 'g'))].map(([quoted]) => quoted.slice(1, -1));
	return [[name, text.startsWith('[') ? strings : (strings[0] ?? '')]];
}
