import { show as showRevision } from '../../api/show.ts';
import { defineCommand } from '../command.ts';
import { withProject } from '../project.ts';
import { formatOption, json, linesOf, revisionBlock } from '../revision-text.ts';
import { sqlLines } from '../sql-text.ts';

export const show = defineCommand({
	usage: 'show <revision>',
	describe: 'Show all that is known of a revision.',
	options: {
		sql: { type: 'boolean', describe: 'Show its SQL, there and back, without transactions and version rows' },
		format: formatOption,
	},
	examples: ['show head', 'show 1975', 'show -1', 'show head --sql'],

	async run({ args: [text = ''], options, io, note }) {
		const { sql, format } = options;
		const found = await withProject(options, io, (project) => showRevision(project, text, { sql }));
		const blocks = found.map((shown) =>
			linesOf([...revisionBlock(shown, io.page), ...(shown.sql ? sqlLines(shown.sql) : [])]),
		);
		io.out(format === 'json' ? json(found) : blocks.join('\n'));
		if (found.length === 0) note(`"${text}" means no revision`);
		return 0;
	},
});
