import { defineCommand } from '../command.ts';
import { openGraph } from '../project.ts';
import { formatOption, headLine, listing, verboseOption } from '../revision-text.ts';

export const heads = defineCommand({
	usage: 'heads',
	describe: 'List the revisions that no other one follows.',
	options: { verbose: verboseOption, format: formatOption },
	examples: ['heads', 'heads --verbose'],

	async run({ options, io }) {
		const { project, graph } = await openGraph(options, io);
		io.out(listing(graph, graph.heads, project.root, { ...options, line: headLine }));
		return 0;
	},
});
