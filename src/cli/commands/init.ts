import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { ENVIRONMENT } from '../../config/env.ts';
import { CONFIG_FILES } from '../../config/project.ts';
import { DEFAULT_DIALECT } from '../../core/dialect-names.ts';
import { GenSqlError } from '../../core/error.ts';
import { readText } from '../../modules/files.ts';
import { createFile } from '../../modules/write.ts';
import { shippedTemplate } from '../../script/template.ts';
import { defineCommand } from '../command.ts';

const CONFIG = `import { defineConfig } from 'gen-sql';

export default defineConfig({
	dialect: '${DEFAULT_DIALECT}',
	revisions: 'revisions',
	out: 'out',
});
`;

/** `.env.example`: every variable with its meaning, commented out. */
export const environmentExample = (): string =>
	[
		'# Copy this to .env. What the process sets wins; after it, the .env beside the configuration file.\n',
		...Object.entries(ENVIRONMENT).map(([name, about]) => `# ${about}\n# ${name}=\n`),
	].join('\n');

/** What a new project consists of, by path. */
const files = (): Readonly<Record<string, string>> => ({
	'gen-sql.config.ts': CONFIG,
	'.env.example': environmentExample(),
	'revisions/.gitkeep': '',
	'out/.gitattributes': '* text eol=lf linguist-generated=false\n',
	'templates/revision.ts.hbs': readText(shippedTemplate('revision.ts.hbs')),
	'templates/script.sql.hbs': readText(shippedTemplate('script.sql.hbs')),
});

export const init = defineCommand({
	usage: 'init [dir]',
	describe: 'Make a new project in a folder. Files that are there already are left as they are.',
	options: {},
	examples: ['init', 'init db'],

	async run({ args: [folder = '.'], io, note }) {
		const root = resolve(io.cwd, folder);
		if (CONFIG_FILES.some((name) => existsSync(join(root, name)))) {
			throw new GenSqlError('PROJECT_EXISTS', `there is a project in ${root} already`, {
				hint: 'choose another folder',
			});
		}
		for (const [path, text] of Object.entries(files())) {
			const file = join(root, path);
			if (existsSync(file)) note(`${relative(io.cwd, file)} is there already and stays as it is`);
			else {
				createFile(file, text);
				io.out(`${relative(io.cwd, file)}\n`);
			}
		}
		note('next: gen-sql revision -m "create the first table"');
		return 0;
	},
});
