import type { DiffReport, FileDiff, ScriptDiff } from '../report.ts';
import type { Format } from './format.ts';

/** For programs: the report without the texts of the files. */
export const json: Format = (report) => `${JSON.stringify(plainReport(report), null, '\t')}\n`;

const plainReport = ({ revisions, ...rest }: DiffReport): object => ({
	...rest,
	revisions: revisions.map(({ scripts, others, ...revision }) => ({
		...revision,
		scripts: scripts.map(plainScript),
		others: others.map(plainFile),
	})),
});

const plainScript = ({ before, after, direction, change, statements, unparsed }: ScriptDiff): object => ({
	...(direction && { direction }),
	change,
	...plainFile({ ...(before && { before }), ...(after && { after }) }),
	statements,
	unparsed,
});

/** The paths of a file. */
const plainFile = ({ before, after }: FileDiff): object => ({
	...(before && { before: before.path }),
	...(after && { after: after.path }),
});
