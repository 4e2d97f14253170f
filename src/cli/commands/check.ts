import { type CheckReport, check as runChecks } from '../../api/check.ts';
import { fromRoot } from '../../api/revision-facts.ts';
import type { Project } from '../../config/project.ts';
import { count } from '../../core/text.ts';
import { shownIds } from '../../script/plan.ts';
import { defineCommand } from '../command.ts';
import { errorLines } from '../error-text.ts';
import type { Io } from '../io.ts';
import { withProject } from '../project.ts';
import { formatOption, json, linesOf } from '../revision-text.ts';

/** Exit code when something is wrong. */
const PROBLEMS = 1;

export const check = defineCommand({
	usage: 'check',
	describe:
		'Look for all that is wrong with the revisions. Files, graph and heads are checked, and that every revision can be rendered, there and back; ends with 1 when there is a problem.',
	options: {
		'graph-only': { type: 'boolean', describe: 'Check files, graph and heads; run no revision' },
		against: {
			type: 'string',
			describe: 'A git commit, branch or tag that the revisions have to go on from',
		},
		format: { ...formatOption, describe: 'How problems are printed' },
	},
	examples: ['check', 'check --against origin/main', 'check --graph-only --format json'],

	async run({ options, io }) {
		const { 'graph-only': graphOnly, against } = options;
		return withProject(options, io, async (project) => {
			const report = await runChecks(project, { graphOnly, against });
			io.out(
				options.format === 'json' ? json(plainReport(report, project)) : linesOf(reportLines(report, io, against)),
			);
			return report.problems.length === 0 ? 0 : PROBLEMS;
		});
	},
});

/** Errors as JSON can hold them. Paths count from the project. */
const plainReport = (report: CheckReport, { root }: Project): object => ({
	...report,
	problems: report.problems.map(({ code, message, hint, at }) => ({
		code,
		message,
		...(hint !== undefined && { hint }),
		...(at && { file: fromRoot(root, at.file), line: at.line, column: at.column }),
	})),
});

function reportLines(
	{ problems, revisions, heads, rendered }: CheckReport,
	{ cwd }: Io,
	against: string | undefined,
): readonly string[] {
	const paint = { error: String, hint: String };
	const seen = `${count(revisions, 'revision')}, ${heads.length === 1 ? 'head' : 'heads'} ${shownIds(heads)}`;
	if (problems.length === 0) {
		const sound = rendered ? 'all can be rendered, there and back' : 'the graph is sound';
		return [`${seen}: ${sound}${against === undefined ? '' : `, and goes on from ${against}`}`];
	}
	return [...problems.flatMap((problem) => errorLines(problem, { cwd, paint })), count(problems.length, 'problem')];
}
