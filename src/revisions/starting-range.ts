import type { Project } from '../config/project.ts';
import { GenSqlError, isGenSqlError } from '../core/error.ts';
import type { RevisionGraph } from './graph.ts';
import { type Range, resolveRange } from './range.ts';

/**
 * Resolve a range as it is typed: without a start, it begins where the project says.
 *
 * @throws {GenSqlError} what `resolveRange` throws.
 */
export function resolveStartedRange(
	{ startingRevision }: Pick<Project, 'startingRevision'>,
	graph: RevisionGraph,
	direction: Range['direction'],
	text: string,
): Range {
	if (startingRevision === undefined || text.includes(':')) return resolveRange(graph, direction, text);
	try {
		return resolveRange(graph, direction, `${startingRevision}:${text}`);
	} catch (error) {
		if (!isGenSqlError(error)) throw error;
		const { code, message, cause } = error;
		throw new GenSqlError(code, message, { cause, hint: `startingRevision begins the range at "${startingRevision}"` });
	}
}
