import type { WordRun } from '../differ.ts';

/** A piece of a line that has one colour. */
export type Atom = WordRun;

const MARKS = { same: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}'] } as const;

/** Between lines that are shown, for those that are not. */
const GAP: readonly Atom[] = [{ kind: 'same', text: '…' }];

/**
 * The lines of a statement on which something changed, `[-gone-]` and `{+new+}`, and its first line. Lines between them
 * that did not change are left out.
 */
export function changedLines(words: readonly WordRun[]): readonly (readonly Atom[])[] {
	const lines = linesOf(words);
	const isShown = (line: readonly Atom[], index: number): boolean =>
		index === 0 || line.some(({ kind }) => kind !== 'same');
	return lines.flatMap((line, index) => {
		if (isShown(line, index)) return [line];
		const previous = lines[index - 1];
		return previous && isShown(previous, index - 1) && index > 0 ? [GAP] : [];
	});
}

function linesOf(words: readonly WordRun[]): readonly (readonly Atom[])[] {
	const lines: Atom[][] = [[]];
	for (const { kind, text } of words) {
		for (const [index, piece] of text.split('\n').entries()) {
			if (index > 0) lines.push([]);
			lines.at(-1)?.push(...marked(kind, piece));
		}
	}
	return lines;
}

/** White space around what changed stands outside the marks. */
function marked(kind: WordRun['kind'], piece: string): readonly Atom[] {
	const inner = piece.trim();
	if (inner === '') return piece === '' ? [] : [{ kind: 'same', text: piece }];
	const at = piece.indexOf(inner);
	const [open, close] = MARKS[kind];
	const around = [piece.slice(0, at), piece.slice(at + inner.length)].map((text) => ({ kind: 'same', text }) as const);
	return [around[0], { kind, text: `${open}${inner}${close}` }, around[1]].filter(
		(atom) => atom !== undefined && atom.text !== '',
	) as readonly Atom[];
}

/** A line set in, broken between words where it is too long; what goes on is set in further. */
export function wrapped(
	atoms: readonly Atom[],
	width: number,
	indent: string,
	painted: (atom: Atom) => string,
): readonly string[] {
	const lines: string[] = [];
	let [line, length] = [indent, indent.length];
	for (const word of atoms.flatMap(({ kind, text }) =>
		text.split(/(?<=\s)(?=\S)/).map((piece) => ({ kind, text: piece })),
	)) {
		const size = word.text.trimEnd().length;
		if (length + size > width && line.trim() !== '') {
			lines.push(line.trimEnd());
			[line, length] = [`${indent}    `, indent.length + 4];
		}
		line += painted(word);
		length += word.text.length;
	}
	return [...lines, line.trimEnd()];
}
