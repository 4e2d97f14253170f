import { patch } from '../patch.ts';
import type { DiffReport, FileDiff, SideFacts } from '../report.ts';
import type { Format, FormatContext } from './format.ts';

/** A patch that takes the first side to the second. */
export const unified: Format = (report, context) =>
	report.revisions
		.flatMap(({ scripts, others }) => [...scripts, ...others])
		.map((file) => filePatch(file, report, context))
		.join('');

const filePatch = ({ before, after }: FileDiff, report: DiffReport, context: FormatContext): string =>
	patch(
		before && { path: pathIn(report.before, report.after, before.path), text: before.text },
		after && { path: pathIn(report.after, report.before, after.path), text: after.text },
		context,
	);

/** From where both sides begin: the repository, or the folders that were named. */
function pathIn({ prefix, file }: SideFacts, other: SideFacts, path: string): string {
	const whole = prefix === other.prefix ? `${prefix}${path}` : path;
	return (file ?? whole).replace(/^\/+/, '');
}
