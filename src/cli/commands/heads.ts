import { heads as findHeads } from '../../api/heads.ts';
import { defineCommand } from '../command.ts';
import { withProject } from '../project.ts';
import { checkVerbose, formatOption, headLine, listing, verboseOption } from '../revision-text.ts';

export const heads = defineCommand({
	usage: 'heads',
	describe: 'List the revisions that no other one follows.',
	options: {
		'resolve-dependencies': { type: 'boolean', describe: 'Leave out those that other revisions depend on' },
		verbose: verboseOption,
		format: formatOption,
	},
	examples: ['heads', 'heads --verbose'],

	async run({ options, io }) {
		checkVerbose(options);
		const resolveDependencies = options['resolve-dependencies'];
		const found = await withProject(options, io, (project) => findHeads(project, { resolveDependencies }));
		io.out(listing(found, { ...options, line: headLine }, io.page));
		return 0;
	},
});
