import { positionAt, type SourceLocation } from '../core/source.ts';
import { tokensOf } from './tokens.ts';

interface Token {
	readonly type: string;
	readonly value: string;
	readonly offset: number;
}

/** What opens a nested part, and what ends one. */
const OPENING = ['{', '[', '('];
const CLOSING = ['}', ']', ')'];

const SILENT = ['WhiteSpace', 'LineTerminatorSequence', 'MultiLineComment', 'SingleLineComment'];

function wordsOf(source: string): readonly Token[] {
	const words: Token[] = [];
	let offset = 0;
	for (const { type, value } of tokensOf(source)) {
		if (!SILENT.includes(type)) words.push({ type, value, offset });
		offset += value.length;
	}
	return words;
}

/**
 * Where the object that a module exports as its default has a key: `export default { … }`, the argument of a call there,
 * or the constant of that name.
 *
 * @param path - The key, after those of the objects it stands in.
 * @returns Of the last key that is written out; the beginning of the file when not even the first is.
 */
export function keyPosition(file: string, source: string, path: readonly string[]): SourceLocation {
	const words = wordsOf(source);
	let object = exportedObject(words);
	let found = 0;
	for (const key of path) {
		const place = object === undefined ? undefined : keyIn(words, object, key);
		if (place === undefined) break;
		found = words[place]?.offset ?? 0;
		object = words[place + 1]?.value === ':' ? objectAt(words, place + 2) : undefined;
	}
	return positionAt(file, source, found);
}

/** The index of the brace that opens the exported object. */
function exportedObject(words: readonly Token[]): number | undefined {
	const start = words.findIndex(({ value }, at) => value === 'export' && words[at + 1]?.value === 'default') + 2;
	if (start < 2) return undefined;
	const name = words[start]?.value;
	const constant = words.findIndex(({ value }, at) => value === 'const' && words[at + 1]?.value === name);
	if (constant < 0) return objectAt(words, start);
	const assigned = words.findIndex(({ value }, at) => at > constant && ['=', ';'].includes(value));
	return assigned < 0 ? undefined : objectAt(words, assigned + 1);
}

/** An object that begins here, or is the argument of a function that is called here. */
function objectAt(words: readonly Token[], at: number): number | undefined {
	const isCall = words[at]?.type === 'IdentifierName' && words[at + 1]?.value === '(';
	const start = isCall ? at + 2 : at;
	return words[start]?.value === '{' ? start : undefined;
}

/** Behind a value, behind a name that is both, or before the parameters of a method. */
const AFTER_KEY = [':', ',', '}', '('];

/** The index of a key in the object that opens here. What is spread behind a key may have replaced it. */
function keyIn(words: readonly Token[], open: number, key: string): number | undefined {
	let depth = 0;
	let found: number | undefined;
	for (let at = open; at < words.length; at++) {
		const word = words[at] as Token;
		const isStart = depth === 1 && ['{', ','].includes(words[at - 1]?.value ?? '');
		if (isStart && word.value === '...') found = undefined;
		if (isStart && isNamed(word, key) && AFTER_KEY.includes(words[at + 1]?.value ?? '')) found = at;
		depth += depthOf(word);
		if (depth === 0) break;
	}
	return found;
}

function depthOf({ type, value }: Token): number {
	if (type === 'TemplateHead') return 1;
	if (type === 'TemplateTail') return -1;
	if (type !== 'Punctuator') return 0;
	return OPENING.includes(value) ? 1 : CLOSING.includes(value) ? -1 : 0;
}

const isNamed = ({ type, value }: Token, key: string): boolean =>
	type === 'StringLiteral' ? value.slice(1, -1) === key : value === key;
