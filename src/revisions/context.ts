import type { AppliedVersion } from '../config/on-version-apply.ts';
import type { Project } from '../config/project.ts';
import type { RevisionContext } from '../ops/context.ts';

/** What a run knows of the project. */
export type RunSettings = Pick<Project, 'dialect' | 'database' | 'tag' | 'x'>;

/** What may be known of the run of one revision. */
export const contextOf = <Way extends AppliedVersion['direction']>(
	{ dialect, database, tag, x }: RunSettings,
	direction: Way,
	revision: string,
): Omit<RevisionContext, 'direction'> & { readonly direction: Way } =>
	Object.freeze({
		dialect: dialect.name,
		database,
		direction,
		revision,
		...(tag !== undefined && { tag }),
		offline: true,
		x,
	});
