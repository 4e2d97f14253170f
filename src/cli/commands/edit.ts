import { edit as filesToEdit } from '../../api/edit.ts';
import { defineCommand } from '../command.ts';
import { openEditor } from '../editor.ts';
import { withProject } from '../project.ts';

export const edit = defineCommand({
	usage: 'edit <revision>',
	describe: 'Open the file of a revision in an editor. EDITOR or VISUAL names it.',
	options: {},
	examples: ['edit head', 'edit 1975', 'edit -1'],

	async run({ args: [text = ''], options, io }) {
		await openEditor(await withProject(options, io, (project) => filesToEdit(project, text)), io);
		return 0;
	},
});
