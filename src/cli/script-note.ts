import type { Project } from '../config/project.ts';
import { count } from '../core/text.ts';
import { type Script, shownIds, shownStart } from '../script/plan.ts';

/** What a script does, in one line: `upgrade base -> 1975: 1 revision, postgresql`. */
export function scriptNote(script: Script, { target }: Project): string {
	const { direction, end, steps, dialect } = script;
	const revisions = count(steps.length, 'revision');
	return `${direction} ${shownStart(script)} -> ${shownIds(end)}: ${revisions}, ${dialect}${target ? `, for ${target.label}` : ''}`;
}
