import type { Lexis } from './lexis.ts';
import { endsInLineComment, splitStatements } from './scan.ts';
import type { Part, Sql } from './words.ts';

/** The text of a part as it would stand in a plain script. */
const partText = (part: Part): string =>
	typeof part === 'string' ? part : part.kind === 'literal' ? part.text : `:${part.name}`;

/** The text of a statement as it would stand in a plain script. */
export const textOf = (parts: readonly Part[]): string => parts.map(partText).join('');

/**
 * Split SQL into statements, each without its semicolon and the white space around it; literals and parameters stay
 * what they are. Comments at the end go to the last statement.
 *
 * @throws {GenSqlError} SQL_INVALID when a quote or a comment is not closed.
 */
export function splitParts(sql: Sql, lexis: Lexis): readonly Sql[] {
	const text = textOf(sql);
	const found = splitStatements(text, lexis);
	const filled = found.filter(({ empty }) => !empty);
	const tail = found.at(-1);
	const parts = placed(sql);
	return filled.map((statement, index) => {
		const piece = trimmed(parts, statement.start, statement.start + statement.text.length);
		const isLast = index === filled.length - 1;
		if (!isLast || !tail?.empty || tail.text.trim() === '') return piece;
		const comment = trimmed(parts, tail.start, tail.start + tail.text.length);
		return [...piece, '\n', ...comment] as unknown as Sql;
	});
}

/** What follows a statement so that its semicolon ends it: a new line first when a comment would swallow it. */
export const terminator = (text: string, lexis: Lexis): string => (endsInLineComment(text, lexis) ? '\n;' : ';');

/** Parts, each with the offset of its beginning in the joined text. */
type Placed = readonly (readonly [part: Part, start: number])[];

function placed(parts: readonly Part[]): Placed {
	let start = 0;
	return parts.map((part) => {
		const from = start;
		start += partText(part).length;
		return [part, from] as const;
	});
}

/** The parts between two offsets of the joined text, without white space at the ends. */
function trimmed(parts: Placed, start: number, end: number): Sql {
	const kept: Part[] = [];
	for (let index = firstAfter(parts, start); index < parts.length; index++) {
		const [part, from] = parts[index] as Placed[number];
		if (from >= end) break;
		kept.push(typeof part === 'string' ? part.slice(Math.max(start - from, 0), end - from) : part);
	}
	const [first] = kept;
	if (typeof first === 'string') kept[0] = first.trimStart();
	const last = kept.at(-1);
	if (typeof last === 'string') kept[kept.length - 1] = last.trimEnd();
	return kept.filter((part) => part !== '') as unknown as Sql;
}

/** The index of the part that an offset lies in, found by halving: a text may hold many thousand statements. */
function firstAfter(parts: Placed, offset: number): number {
	let low = 0;
	let high = parts.length - 1;
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if ((parts[middle]?.[1] ?? 0) <= offset) low = middle;
		else high = middle - 1;
	}
	return low;
}
