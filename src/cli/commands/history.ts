import { history as listHistory } from '../../api/history.ts';
import { defineCommand } from '../command.ts';
import { withProject } from '../project.ts';
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
		const range = options['rev-range'];
		const found = await withProject(options, io, (project) => listHistory(project, { range }));
		io.out(listing(found, { ...options, line: historyLine }));
		return 0;
	},
});
