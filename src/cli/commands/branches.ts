import { branches as findBranches } from '../../api/branches.ts';
import { defineCommand } from '../command.ts';
import { withProject } from '../project.ts';
import { formatOption, historyLine, json, linesOf, revisionBlock, shortLine, verboseOption } from '../revision-text.ts';

export const branches = defineCommand({
	usage: 'branches',
	describe: 'List the revisions where branches begin. Those that follow stand below each.',
	options: { verbose: verboseOption, format: formatOption },
	examples: ['branches', 'branches --format json'],

	async run({ options: { format, verbose, ...options }, io }) {
		const points = await withProject(options, io, findBranches);
		const blocks = points.map((point) => {
			const own = verbose ? revisionBlock(point) : [historyLine(point)];
			return linesOf([...own, ...point.branches.map((facts) => `    -> ${shortLine(facts)}`)]);
		});
		io.out(format === 'json' ? json(points) : blocks.join('\n'));
		return 0;
	},
});
