import { resolveRevisions } from '../../revisions/range.ts';
import { defineCommand } from '../command.ts';
import { openGraph } from '../project.ts';
import { formatOption, historyLine, listing } from '../revision-text.ts';

export const show = defineCommand({
	usage: 'show <revision>',
	describe: 'Show all that is known of a revision.',
	options: { format: formatOption },
	examples: ['show head', 'show 1975', 'show -1'],

	async run({ args: [text = ''], options, io }) {
		const { project, graph } = await openGraph(options, io);
		const revisions = resolveRevisions(graph, text, graph.realHeads);
		io.out(listing(graph, revisions, project.root, { ...options, verbose: true, line: historyLine }));
		return 0;
	},
});
