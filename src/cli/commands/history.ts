import { history as listHistory } from '../../api/history.ts';
import type { RevisionFacts } from '../../api/revision-facts.ts';
import { GenSqlError } from '../../core/error.ts';
import { wrap } from '../../core/wrap.ts';
import { defineCommand } from '../command.ts';
import { historyGraph } from '../history-graph.ts';
import type { Page } from '../io.ts';
import { withProject } from '../project.ts';
import {
	checkVerbose,
	formatOption,
	historyLine,
	linesOf,
	listing,
	revisionBlock,
	shortLine,
	verboseOption,
} from '../revision-text.ts';
import { currentOption, versionRows } from '../version-rows.ts';

const graphLine = (facts: RevisionFacts, page: Page): readonly string[] => wrap(shortLine(facts, page), page.columns);

const graphBlock = (facts: RevisionFacts, page: Page): readonly string[] => [...revisionBlock(facts, page), ''];

export const history = defineCommand({
	usage: 'history',
	describe: 'List the revisions, newest first.',
	options: {
		'rev-range': {
			type: 'string',
			alias: 'r',
			describe: 'start:end, both included; -3:head shows the last four, current: what comes after --current',
		},
		current: { ...currentOption, alias: 'i' },
		graph: { type: 'boolean', describe: 'Draw how the revisions hang together' },
		verbose: verboseOption,
		format: formatOption,
	},
	examples: [
		'history',
		'history -r-3:head',
		'history --graph',
		'history -i 1975ea83b712 -r current:heads',
		'history --verbose',
		'history --format json',
	],

	async run({ options, io }) {
		checkVerbose(options);
		if (options.graph && options.format !== 'text') {
			throw new GenSqlError('OPTION_INVALID', `--graph cannot be drawn as ${options.format}`, {
				hint: 'leave one of them out: JSON names parents and children',
			});
		}
		const range = options['rev-range'];
		const current = versionRows(options.current, io);
		const found = await withProject(options, io, (project) => listHistory(project, { range, current }));
		io.out(
			options.graph
				? linesOf(historyGraph(found, options.verbose ? graphBlock : graphLine, io.page))
				: listing(found, { ...options, line: historyLine }, io.page),
		);
		return 0;
	},
});
