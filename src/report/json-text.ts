import { HIDDEN } from '../core/text.ts';

const INDENT = '\t';

/**
 * A value as JSON in parts, in which characters that are not seen are spelled by their number.
 *
 * A list that is an iterator is asked for one item after the other, so that its items need not all be there at once. It
 * is looked for in the value itself, in an object's own values, and in the items of such a list.
 */
export function* jsonParts(value: unknown): Generator<string> {
	yield* partsOf(value, '\n');
	yield '\n';
}

/** @param lineEnd - A line feed and the indentation of the line that the value begins on. */
function* partsOf(value: unknown, lineEnd: string): Generator<string> {
	if (isIterator(value)) return yield* listParts(value, lineEnd);
	if (!isObject(value) || !Object.values(value).some(isIterator)) return yield plainText(value, lineEnd);
	let before = '{';
	for (const [key, each] of Object.entries(value)) {
		if (each === undefined) continue;
		yield `${before}${lineEnd}${INDENT}${plainText(key, lineEnd)}: `;
		yield* partsOf(each, `${lineEnd}${INDENT}`);
		before = ',';
	}
	yield `${lineEnd}}`;
}

function* listParts(items: IterableIterator<unknown>, lineEnd: string): Generator<string> {
	let before = '[';
	for (const item of items) {
		yield `${before}${lineEnd}${INDENT}`;
		yield* partsOf(item, `${lineEnd}${INDENT}`);
		before = ',';
	}
	yield before === '[' ? '[]' : `${lineEnd}]`;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const isIterator = (value: unknown): value is IterableIterator<unknown> =>
	isObject(value) && 'next' in value && typeof value.next === 'function';

const plainText = (value: unknown, lineEnd: string): string =>
	JSON.stringify(value, undefined, INDENT)
		.replaceAll(HIDDEN, (char) => (/[\n\t]/.test(char) ? char : escaped(char)))
		.replaceAll('\n', lineEnd);

const escaped = (char: string): string =>
	char
		.split('')
		.map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
		.join('');
