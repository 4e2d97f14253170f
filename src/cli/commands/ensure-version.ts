import { ensureVersion as renderEnsureVersion } from '../../api/ensure-version.ts';
import { defineCommand } from '../command.ts';
import { withProject } from '../project.ts';

export const ensureVersion = defineCommand({
	usage: 'ensure-version',
	describe: 'Print the script that creates the version table. What is there stays as it is.',
	options: {
		'create-schema': { type: 'boolean', describe: 'Create its schema as well (versionTableSchema)' },
	},
	examples: ['ensure-version', 'ensure-version --create-schema'],

	async run({ options, io }) {
		const createSchema = options['create-schema'];
		const { text } = await withProject(options, io, (project) => renderEnsureVersion(project, { createSchema }));
		io.out(text);
		return 0;
	},
});
