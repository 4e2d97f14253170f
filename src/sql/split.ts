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
export function splitParts(sql: Sql): readonly Sql[] {
	const text = textOf(sql);
	const found = splitStatements(text);
	const filled = found.filter(({ empty }) => !empty);
	const tail = found.at(-1);
	return filled.map((statement, index) => {
		const piece = trimmed(sql, statement.start, statement.start + statement.text.length);
		const isLast = index === filled.length - 1;
		if (!isLast || !tail?.empty || tail.text.trim() === '') return piece;
		const comment = trimmed(sql, tail.start, tail.start + tail.text.length);
		return [...piece, '\n', ...comment] as unknown as Sql;
	});
}

/** What follows a statement so that its semicolon ends it: a new line first when a `--` comment would swallow it. */
export const terminator = (parts: readonly Part[]): string => (endsInLineComment(textOf(parts)) ? '\n;' : ';');

/** The parts between two offsets of the joined text, without white space at the ends. */
function trimmed(parts: readonly Part[], start: number, end: number): Sql {
	const kept: Part[] = [];
	let offset = 0;
	for (const part of parts) {
		const text = partText(part);
		const from = Math.max(start - offset, 0);
		const to = Math.min(end - offset, text.length);
		if (from < to) kept.push(typeof part === 'string' ? part.slice(from, to) : part);
		offset += text.length;
	}
	const [first] = kept;
	if (typeof first === 'string') kept[0] = first.trimStart();
	const last = kept.at(-1);
	if (typeof last === 'string') kept[kept.length - 1] = last.trimEnd();
	return kept as unknown as Sql;
}
