import { merge as draftMerge } from '../../api/merge.ts';
import { defineCommand } from '../command.ts';
import { draftOptions, wantedDraft } from '../draft-options.ts';
import { withProject } from '../project.ts';
import { writeDraft } from '../write-draft.ts';

export const merge = defineCommand({
	usage: 'merge <revisions...>',
	describe: 'Make a new revision file that joins branches.',
	options: {
		message: { type: 'string', alias: 'm', describe: 'Its title and file name (default the revisions it joins)' },
		...draftOptions,
	},
	examples: ['merge heads', 'merge ae1027a6acf0 27c6a30d7c24 -m "merge audit and users"'],

	run: ({ args, options, io, note }) =>
		withProject(options, io, async (project) => {
			const revisions = args.filter((arg) => arg !== undefined);
			const { message } = options;
			const wanted = { ...wantedDraft(options, io), ...(message !== undefined && { message }) };
			const draft = await draftMerge(project, revisions, wanted);
			await writeDraft(project, draft, options.quiet, io);
			note(`it joins ${draft.downRevisions.join(' and ')}, and has nothing to do unless you write it`);
			return 0;
		}),
});
