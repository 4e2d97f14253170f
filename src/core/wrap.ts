import { stripVTControlCharacters } from 'node:util';

/** How far the lines are set in that a line goes on with. */
const HANG = '    ';

/** Most texts are of characters that are one code unit each, and none of a colour. */
const PLAIN = /^[ -~]*$/;

const widthOf = (text: string): number => (PLAIN.test(text) ? text.length : [...stripVTControlCharacters(text)].length);

/**
 * Break a line between words, so that it fits. What it goes on with is set in further than its beginning. A word that is
 * too long stays whole: an id or a path has to be copied.
 *
 * @param columns - How wide a line may be; colours do not count.
 * @param hang - What each further line begins with. Default: what the line begins with, and four spaces.
 */
export function wrap(line: string, columns: number, hang?: string): readonly string[] {
	if (widthOf(line) <= columns) return [line];
	const [indent = ''] = /^ */.exec(line) ?? [];
	const further = hang ?? `${indent}${HANG}`;
	const lines: string[] = [];
	let current = indent;
	let isEmpty = true;
	for (const word of line.slice(indent.length).split(' ')) {
		const longer = isEmpty ? `${current}${word}` : `${current} ${word}`;
		if (isEmpty || widthOf(longer) <= columns) current = longer;
		else {
			lines.push(current);
			current = `${further}${word}`;
		}
		isEmpty = false;
	}
	return [...lines, current];
}
