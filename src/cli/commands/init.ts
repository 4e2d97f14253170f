import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { init as newProject } from '../../api/init.ts';
import { CONFIG_FILES } from '../../config/project.ts';
import { PROJECT_TEMPLATES } from '../../config/project-templates.ts';
import { GenSqlError } from '../../core/error.ts';
import { keysOf } from '../../core/keys.ts';
import { createFile } from '../../modules/write.ts';
import { defineCommand } from '../command.ts';
import { shellWord } from '../project.ts';

export const init = defineCommand({
	usage: 'init [dir]',
	describe: 'Make a new project in a folder. Files that are there already are left as they are.',
	options: {
		template: {
			type: 'string',
			describe: 'The kind of project',
			default: 'generic',
			oneOf: keysOf(PROJECT_TEMPLATES),
		},
	},
	examples: ['init', 'init db', 'init --template multidb'],

	async run({ args: [folder = '.'], options, io, note }) {
		const root = resolve(io.cwd, folder);
		if (CONFIG_FILES.some((name) => existsSync(join(root, name)))) {
			throw new GenSqlError('PROJECT_EXISTS', `there is a project in ${root} already`, {
				hint: 'choose another folder',
			});
		}
		const { files, next } = newProject(options.template);
		for (const [path, text] of Object.entries(files)) {
			const file = join(root, path);
			if (existsSync(file)) note(`${relative(io.cwd, file)} is there already and stays as it is`);
			else {
				createFile(file, text);
				io.out(`${relative(io.cwd, file)}\n`);
			}
		}
		const into = relative(io.cwd, root);
		note(`next: ${into === '' ? '' : `cd ${shellWord(into)} && `}${next}`);
		return 0;
	},
});
