import { show as showRevision } from '../../api/show.ts';
import { defineCommand } from '../command.ts';
import { withProject } from '../project.ts';
import { formatOption, historyLine, listing } from '../revision-text.ts';

export const show = defineCommand({
	usage: 'show <revision>',
	describe: 'Show all that is known of a revision.',
	options: { format: formatOption },
	examples: ['show head', 'show 1975', 'show -1'],

	async run({ args: [text = ''], options, io }) {
		const found = await withProject(options, io, (project) => showRevision(project, text));
		io.out(listing(found, { ...options, verbose: true, line: historyLine }));
		return 0;
	},
});
