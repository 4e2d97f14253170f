import type { Project } from '../config/project.ts';
import { count } from '../core/text.ts';
import { type Script, shownIds } from '../script/plan.ts';

/** What a script does, in one line: `upgrade base -> 1975: 1 revision, postgresql`. */
export function scriptNote({ direction, start, end, steps, dialect }: Script, { target }: Project): string {
	const revisions = count(steps.length, 'revision');
	return `${direction} ${shownIds(start)} -> ${shownIds(end)}: ${revisions}, ${dialect}${target ? `, for ${target.label}` : ''}`;
}
