import { resolveHistory } from '../../revisions/history.ts';
import { defineCommand } from '../command.ts';
import { openGraph } from '../project.ts';
import { formatOption, historyLine, listing, verboseOption } from '../revision-text.ts';

export const history = defineCommand({
	usage: 'history',
	describe: 'List the revisions, newest first.',
	options: {
		'rev-range': { type: 'string', alias: 'r', describe: 'start:end, both included; -3:head shows the last four' },
		verbose: verboseOption,
		format: formatOption,
	},
	examples: ['history', 'history -r-3:head', 'history --verbose', 'history --format json'],

	async run({ options, io }) {
		const { project, graph } = await openGraph(options, io);
		const revisions = resolveHistory(graph, options['rev-range'] ?? ':');
		io.out(listing(graph, revisions, project.root, { ...options, line: historyLine }));
		return 0;
	},
});
