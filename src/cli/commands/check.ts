import { type CheckReport, check as runChecks } from '../../api/check.ts';
import { fromRoot } from '../../api/revision-facts.ts';
import { count } from '../../core/text.ts';
import { shownIds } from '../../script/plan.ts';
import { defineCommand } from '../command.ts';
import { errorLines } from '../error-text.ts';
import type { Io } from '../io.ts';
import { progress } from '../progress.ts';
import { withProjects } from '../project.ts';
import { formatOption, json, linesOf } from '../revision-text.ts';

/** Exit code when something is wrong. */
const PROBLEMS = 1;

export const check = defineCommand({
	usage: 'check',
	describe:
		'Look for all that is wrong with the revisions, of all databases or of the one that --name names: files, graph and heads, that every revision can be rendered, there and back, that the versioned files under out/ are current, and that released revisions are what they were. Ends with 1 when there is a problem.',
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
		return withProjects(options, io, async (projects) => {
			const onRevision = options.quiet ? undefined : progress('checked', io);
			const reports: CheckReport[] = [];
			for (const project of projects)
				reports.push(await runChecks(project, { graphOnly, against, ...(onRevision && { onRevision }) }));
			const [{ root }] = projects;
			const isJson = options.format === 'json';
			io.out(
				isJson ? json(reports.map((each) => plainReport(each, root))) : linesOf(reportLines(reports, io, against)),
			);
			return reports.every(({ problems }) => problems.length === 0) ? 0 : PROBLEMS;
		});
	},
});

/** Errors as JSON can hold them. Paths count from the project. */
const plainReport = (report: CheckReport, root: string): object => ({
	...report,
	problems: report.problems.map(({ code, message, hint, at }) => ({
		code,
		message,
		...(hint !== undefined && { hint }),
		...(at && { file: fromRoot(root, at.file), line: at.line, column: at.column }),
	})),
});

/** What is wrong, or that nothing is. Databases that share revisions share their problems. */
function reportLines(reports: readonly CheckReport[], { cwd }: Io, against: string | undefined): readonly string[] {
	const paint = { error: String, hint: String };
	const told = reports.flatMap(({ problems }) => problems.map((problem) => errorLines(problem, { cwd, paint })));
	const problems = new Map(told.map((lines) => [lines.join('\n'), lines]));
	if (problems.size > 0) return [...[...problems.values()].flat(), count(problems.size, 'problem')];
	return reports.map((report) => (reports.length > 1 ? `${report.database}: ` : '') + soundness(report, against));
}

function soundness({ revisions, heads, rendered, checks }: CheckReport, against: string | undefined): string {
	const seen = `${count(revisions, 'revision')}, ${heads.length === 1 ? 'head' : 'heads'} ${shownIds(heads)}`;
	const sound = [
		rendered ? 'all can be rendered, there and back' : 'the graph is sound',
		checks.includes('out') && 'their files are current',
		checks.includes('releases') && 'what is released is as it was',
		against !== undefined && `they go on from ${against}`,
	];
	return `${seen}: ${sound.filter(Boolean).join(', ')}`;
}
