import { branches as findBranches } from '../../api/branches.ts';
import { wrap } from '../../core/wrap.ts';
import { defineCommand } from '../command.ts';
import { withProject } from '../project.ts';
import {
	checkVerbose,
	formatOption,
	historyLine,
	json,
	linesOf,
	revisionBlock,
	shortLine,
	verboseOption,
} from '../revision-text.ts';

export const branches = defineCommand({
	usage: 'branches',
	describe: 'List the revisions where branches begin. Those that follow stand below each.',
	options: { verbose: verboseOption, format: formatOption },
	examples: ['branches', 'branches --format json'],

	async run({ options: { format, verbose, ...options }, io }) {
		checkVerbose({ format, verbose });
		const { page } = io;
		const points = await withProject(options, io, findBranches);
		const blocks = points.map((point) => {
			const own = verbose ? revisionBlock(point, page) : wrap(historyLine(point, page), page.columns);
			const below = point.branches.flatMap((facts) => wrap(`    -> ${shortLine(facts, page)}`, page.columns));
			return linesOf([...own, ...below]);
		});
		io.out(format === 'json' ? json(points) : blocks.join('\n'));
		return 0;
	},
});
