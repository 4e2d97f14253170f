import { count } from '../../core/text.ts';
import type { DiffReport, RevisionDiff, ScriptDiff, SideFacts, StatementDiff } from '../report.ts';

/** `main (4f3a2b1c), out` and `the work tree, out`. */
export const sidesOf = ({ before, after }: DiffReport): readonly [string, string] => [sideOf(before), sideOf(after)];

function sideOf({ label, prefix, file }: SideFacts): string {
	const place = file ?? prefix.replace(/\/$/, '');
	return place === '' || place === label ? label : `${label}, ${place}`;
}

/** Both sides on one line. */
export const comparedSides = (report: DiffReport): string => sidesOf(report).join(' -> ');

/** `SQL unchanged, 12 files re-rendered`, or how many revisions have changed in which way. */
export function summary({ isSame, counts, rerendered }: DiffReport): string {
	const rest = [
		...(counts.moved > 0 ? [`${count(counts.moved, 'revision')} only moved`] : []),
		...(rerendered > 0 ? [`${count(rerendered, 'file')} re-rendered`] : []),
	];
	if (isSame) return ['SQL unchanged', ...rest].join(', ');
	const changes = (['added', 'removed', 'changed'] as const).filter((change) => counts[change] > 0);
	return [
		changes
			.map((change, index) =>
				index === 0 ? `${count(counts[change], 'revision')} ${change}` : `${counts[change]} ${change}`,
			)
			.join(', '),
		...rest,
		`${counts.unchanged} unchanged`,
	].join('; ');
}

/** The scripts that are shown in full: those that have changed; of a revision that is on one side alone, how it is reached. */
export function shownScripts({ change, scripts }: RevisionDiff): readonly ScriptDiff[] {
	if (change === 'changed') return scripts;
	return change === 'added' || change === 'removed' ? scripts.filter(({ direction }) => direction !== 'down') : [];
}

/** `GRANT table public.user`: the first word, and what the statement acts on where that is known. */
export function subject({ object, before, after }: StatementDiff): string {
	const verb = /^\S+/.exec((after ?? before)?.text ?? '')?.[0].toUpperCase() ?? '';
	return object ? `${verb} ${object.kind} ${object.name}` : verb;
}

/** `line 46`, or `line 46 -> 48`. */
export function lineOf({ before, after }: StatementDiff): string {
	const lines = [before, after].flatMap((placed) => placed?.line ?? []);
	return `line ${[...new Set(lines)].join(' -> ')}`;
}

/** What a revision is called: its id and title, or the path of its file. */
export const nameOf = ({ revision, title, path }: RevisionDiff): string =>
	[revision ?? path, ...(title === undefined ? [] : [title])].join('  ');
