import type { Project } from '../config/project.ts';
import type { RevisionContext } from '../ops/context.ts';

/** What a run knows of the project. */
export type RunSettings = Pick<Project, 'dialect' | 'database' | 'tag' | 'x'>;

/** What may be known of the run of one revision. */
export const contextOf = (
	{ dialect, database, tag, x }: RunSettings,
	direction: RevisionContext['direction'],
	revision: string,
): RevisionContext =>
	Object.freeze({
		dialect: dialect.name,
		database,
		direction,
		revision,
		...(tag !== undefined && { tag }),
		offline: true,
		x,
	});
