import { positionAt, type SourceLocation } from '../core/source.ts';
import { lineEnds } from '../core/text.ts';
import { tokensOf } from './tokens.ts';

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

/** A module as it was read: what can be said of it, and the text the engine runs. */
export interface ReadModule {
	readonly outline: Outline;
	readonly code: string;
}

/**
 * Read the outline of a module.
 *
 * What never changes is exported by its value at the same time: the printer exports all by getters, and each costs the
 * engine a function. Every statement stays on the line on which it was.
 *
 * @param source - The text of the author.
 * @param code - The same text transformed: its printer puts exports and imports first and begins each statement on a
 * line of its own, so that no further parser is needed.
 */
export function outlined(source: string, code: string): ReadModule {
	const statements = readStatements(code);
	const { exports, constants, hasStar } = statements;
	const literals = exports.flatMap(({ name, local }) => {
		const value = constants.get(local);
		return value === undefined ? [] : [[name, value] as const];
	});
	const outline = {
		comment: firstComment(source),
		exports: exports.map(({ name }) => name),
		hasStar,
		literals: Object.fromEntries(literals),
	};
	return { outline, code: withoutDirectives(withDirectExports(code, statements)) };
}

/** Comments that speak to the engine would rename the script that the module is part of. */
function withoutDirectives(code: string): string {
	const plain = code.replace(/^#!.*/, '');
	if (!/source(?:Mapping)?URL/.test(plain)) return plain;
	const isDirective = ({ type, value }: { readonly type: string; readonly value: string }): boolean =>
		type.endsWith('Comment') && /source(?:Mapping)?URL/.test(value);
	return [...tokensOf(plain)]
		.map((token) => (isDirective(token) ? token.value.replaceAll(/[^\n]/g, ' ') : token.value))
		.join('');
}

function withDirectExports(code: string, { exports, constants }: Statements): string {
	let direct = '';
	let done = 0;
	for (const { name, local, start, end } of exports) {
		const constant = constants.get(local);
		const isConstant = constant === null || typeof constant === 'string';
		if (!isConstant && !isFixedFunction(code, name, local)) continue;
		const lines = '\n'.repeat(lineEnds(code.slice(start, end)));
		const value = isConstant ? JSON.stringify(constant) : local;
		direct += `${code.slice(done, start)}Object.defineProperty(__vite_ssr_exports__, ${JSON.stringify(name)}, { enumerable: true, value: ${value} });${lines}`;
		done = end;
	}
	return direct + code.slice(done);
}

/** Whether a name is a function that is exported, declared, and named nowhere else, so that nothing can replace it. */
function isFixedFunction(code: string, name: string, local: string): boolean {
	const isDeclared = code.includes(`\nfunction ${local}(`) || code.includes(`\nasync function ${local}(`);
	const inExport = name === local ? 2 : 1;
	return isDeclared && !code.includes('eval') && occurrences(code, local) === inExport + 1;
}

function occurrences(text: string, word: string): number {
	let found = 0;
	for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) found++;
	return found;
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
		String.raw`(?:(?!/\*)[^\n${'`'}]|/\*(?:[^*\n${'`'}]|\*(?!/))*\*/)+\n`,
	].join('|'),
	'y',
);

/** An export, and where the statement of it stands. */
interface Export {
	readonly name: string;
	readonly local: string;
	readonly start: number;
	readonly end: number;
}

interface Statements {
	readonly exports: readonly Export[];
	readonly constants: ReadonlyMap<string, Literal>;
	readonly hasStar: boolean;
}

function readStatements(code: string): Statements {
	const exports: Export[] = [];
	const constants = new Map<string, Literal>();
	let hasStar = false;
	STATEMENT.lastIndex = 0;
	for (let match = STATEMENT.exec(code); match; match = STATEMENT.exec(code)) {
		const { name, local = '', star, constant, value = '' } = match.groups ?? {};
		const start = match.index;
		if (name !== undefined) exports.push({ name: String(literalIn(name)), local, start, end: STATEMENT.lastIndex });
		if (star !== undefined) hasStar = true;
		const known = constant === undefined ? undefined : literalIn(value);
		if (constant !== undefined && known !== undefined) constants.set(constant, known);
	}
	return { exports, constants, hasStar };
}

/** A printed literal; undefined when its escapes are not those of JSON. */
function literalIn(printed: string): Literal | undefined {
	if (printed === 'null') return null;
	if (printed === '[]') return [];
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
