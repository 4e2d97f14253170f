import { GenSqlError } from '../core/error.ts';
import { byCodePoint } from '../core/keys.ts';
import { oneLine } from '../core/text.ts';
import type { RevisionGraph } from '../revisions/graph.ts';
import { resolveRevisions } from '../revisions/range.ts';

/** The rows of the version table, as revision arguments (`base` is none), or as the answer of a database client. */
export type VersionRowsGiven = readonly string[] | { readonly answer: string };

/**
 * The ids of the version rows, in code-point order.
 *
 * @throws {GenSqlError} OPTION_INVALID when the answer is empty, REVISION_NOT_FOUND when a row is no revision of the project, and what `resolveRevisions` throws.
 */
export function resolveRows(graph: RevisionGraph, given: VersionRowsGiven): readonly string[] {
	if ('answer' in given && given.answer.trim() === '') {
		throw new GenSqlError('OPTION_INVALID', 'the answer is empty, as after an error of the client', {
			hint: 'when the table has no row, say so: --current base',
		});
	}
	const rows =
		'answer' in given
			? rowsOf(given.answer).map((row) => existing(graph, row))
			: given.flatMap((text) => resolveRevisions(graph, text));
	return [...new Set(rows)].sort(byCodePoint);
}

/** What clients print around rows: the heading of our query, lines of a frame, a count. */
const AROUND = [
	/^gen-sql: the database is now at$/,
	/^[-+=\u2500-\u257f]+$/,
	/^\(\d+ rows?\)$/,
	/^\d+ rows? in set\b/,
	/^Empty set\b/,
];

const rowsOf = (answer: string): readonly string[] =>
	answer
		.split('\n')
		.map((line) => oneLine(line.replaceAll(/^\s*[|│]|[|│]\s*$/g, '')))
		.filter((line) => line !== '' && !AROUND.some((pattern) => pattern.test(line)));

/** A row is a whole id; the beginning of one would be another revision. */
function existing(graph: RevisionGraph, row: string): string {
	if (graph.nodes.has(row)) return row;
	throw new GenSqlError('REVISION_NOT_FOUND', `the database is at "${row}", which is no revision of this project`, {
		hint: 'was its file deleted, or is it on a branch that is not merged here?',
	});
}
