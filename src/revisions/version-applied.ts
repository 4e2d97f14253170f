import type { Project } from '../config/project.ts';
import { GenSqlError, isGenSqlError } from '../core/error.ts';
import { byCodePoint } from '../core/keys.ts';
import { compile } from '../dialects/compile.ts';
import { explained } from '../modules/explained.ts';
import { execute } from '../ops/execute.ts';
import type { Step } from '../script/plan.ts';
import type { Statement } from '../sql/statement.ts';
import { contextOf, type RunSettings } from './context.ts';

/**
 * What `onVersionApply` wants to stand beside the version rows of a step.
 *
 * @param rows - The rows of the version table after it.
 * @throws {GenSqlError} CONFIG_INVALID when it returns something other than SQL; REVISION_THREW when it throws.
 */
export async function appliedStatements(
	project: RunSettings & Pick<Project, 'onVersionApply' | 'root'>,
	{ direction, revision, title, from, to }: Step,
	rows: readonly string[],
): Promise<readonly Statement[]> {
	const { onVersionApply, dialect, root } = project;
	if (!onVersionApply) return [];
	const context = contextOf(project, direction, revision);
	const step = Object.freeze({ ...context, title, from, to, rows: Object.freeze([...rows].sort(byCodePoint)) });
	const returned = await asked(() => onVersionApply(step), root);
	const texts = [returned ?? []].flat();
	try {
		return compile(
			texts.map((text) => execute.create(text)),
			dialect,
		);
	} catch (error) {
		if (!isGenSqlError(error)) throw error;
		throw new GenSqlError('CONFIG_INVALID', `onVersionApply, called for ${revision}: ${error.message}`, {
			hint: 'it returns SQL text, sql`…`, an array of these, or nothing',
			cause: error,
		});
	}
}

async function asked<T>(ask: () => T, root: string): Promise<Awaited<T>> {
	try {
		return await ask();
	} catch (error) {
		throw explained(error, root);
	}
}
