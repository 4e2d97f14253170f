import { relative } from 'node:path';
import { revision as draftRevision, previewRevision } from '../../api/revision.ts';
import { GenSqlError } from '../../core/error.ts';
import { oneLine } from '../../core/text.ts';
import { defineCommand } from '../command.ts';
import { draftOptions, wantedDraft } from '../draft-options.ts';
import { sameProject, shellWord, withProject } from '../project.ts';
import { writeDraft } from '../write-draft.ts';

export const revision = defineCommand({
	usage: 'revision',
	describe: 'Make a new revision file.',
	options: {
		message: { type: 'string', alias: 'm', describe: 'What the revision does; becomes its title and file name' },
		head: { type: 'list', describe: 'The revision it follows (default the only head); several for a merge' },
		...draftOptions,
		'sql-preview': { type: 'boolean', describe: 'Print its upgrade script and make no file' },
	},
	examples: ['revision -m "create user table"', 'revision -m "merge" --head ae1027a6acf0 --head 27c6a30d7c24'],

	async run({ options, io, note }) {
		const { message = '', head: heads } = options;
		if (oneLine(message) === '') {
			throw new GenSqlError('OPTION_INVALID', 'revision needs -m with a message', {
				hint: 'gen-sql revision -m "create user table"',
			});
		}
		const wanted = { message, heads, ...wantedDraft(options, io) };
		return withProject(options, io, async (project) => {
			if (options['sql-preview']) {
				const { draft, upgrade } = await previewRevision(project, wanted);
				io.out(upgrade.text);
				note(`${relative(io.cwd, draft.file)} is not written`);
			} else {
				const draft = await draftRevision(project, wanted);
				await writeDraft(project, draft, options.quiet, io);
				const look = `gen-sql show ${shellWord(draft.id)} --sql${sameProject(options)}`;
				note(`write its upgrade() and downgrade(), then look at the SQL: ${look}`);
			}
			return 0;
		});
	},
});
