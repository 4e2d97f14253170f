import type { Project } from '../config/project.ts';
import type { GenSqlError } from '../core/error.ts';
import { explained } from '../modules/explained.ts';
import type { Operation } from '../ops/index.ts';
import { record } from '../record/record.ts';
import type { Direction } from '../script/plan.ts';
import type { Node } from './graph.ts';
import { loadBody } from './load.ts';

/**
 * Run one direction of a revision, and return what it asked for.
 *
 * @param late - Takes up the errors of calls that come after the function has returned.
 * @throws {GenSqlError} REVISION_THREW, REVISION_INVALID, and what an operation throws.
 */
export async function recordRevision(
	{ runner, dialect, x, namingConvention }: Project,
	node: Node,
	direction: Direction,
	late: GenSqlError[],
): Promise<readonly Operation[]> {
	const body = await loadBody(node, direction, runner);
	const context = Object.freeze({ dialect: dialect.name, direction, revision: node.id, offline: true as const, x });
	try {
		return await record(body, { context, script: node.file, namingConvention, onLate: (error) => late.push(error) });
	} catch (error) {
		throw explained(error, node.file);
	}
}
