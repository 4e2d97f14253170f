import { listTemplates as findTemplates } from '../../api/list-templates.ts';
import { defineCommand } from '../command.ts';
import { linesOf } from '../revision-text.ts';

export const listTemplates = defineCommand({
	usage: 'list-templates',
	describe: 'List the kinds of projects that init makes.',
	options: {},
	examples: ['list-templates'],

	async run({ io, note }) {
		const templates = findTemplates();
		const width = Math.max(...templates.map(({ name }) => name.length));
		io.out(linesOf(templates.map(({ name, summary }) => `${name.padEnd(width)}  ${summary}`)));
		note('next: gen-sql init --template generic');
		return 0;
	},
});
