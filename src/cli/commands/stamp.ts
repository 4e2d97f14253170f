import { stamp as renderStamp } from '../../api/stamp.ts';
import { defineCommand } from '../command.ts';
import { withProject } from '../project.ts';
import { guardOption, parameterOption, tagOption } from '../range-command.ts';
import { scriptNote } from '../script-note.ts';

export const stamp = defineCommand({
	usage: 'stamp <revisions...>',
	describe:
		'Print the script that changes the version table alone. It says that a database is at these revisions, each a revision or start:revision, and runs none.',
	options: {
		purge: { type: 'boolean', describe: 'Delete all rows first, whatever they are' },
		param: parameterOption,
		tag: tagOption,
		'no-guard': guardOption,
	},
	examples: ['stamp head', 'stamp 1975ea83b712:ae1027a6acf0', 'stamp heads:base', 'stamp --purge heads'],

	run: ({ args, options, io, note }) =>
		withProject(options, io, async (project) => {
			const revisions = args.filter((arg) => arg !== undefined);
			const { script, text } = await renderStamp(project, revisions, {
				purge: options.purge,
				guard: !options['no-guard'],
			});
			io.out(text);
			note(scriptNote(script, project));
			return 0;
		}),
});
