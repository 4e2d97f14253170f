import { DEFAULT_DIALECT } from '../core/dialect-names.ts';
import { readText } from '../modules/files.ts';
import { shippedTemplate } from '../script/template.ts';
import { ENVIRONMENT } from './env.ts';

/** A kind of project that `gen-sql init` makes. */
export interface ProjectTemplate {
	/** One line for the list of templates. */
	readonly summary: string;
	/** What follows when it is made. */
	readonly next: string;
	/** The texts of its files, by their paths. */
	files(): Readonly<Record<string, string>>;
}

/** `.env.example`: every variable with its meaning, commented out. */
export const environmentExample = (): string =>
	[
		'# Copy this to .env. What the process sets wins; after it, the .env beside the configuration file.\n',
		...Object.entries(ENVIRONMENT).map(([name, about]) => `# ${about}\n# ${name}=\n`),
	].join('\n');

const projectFiles = (config: string, folders: readonly string[]): Readonly<Record<string, string>> => ({
	'gen-sql.config.ts': config,
	'.env.example': environmentExample(),
	...Object.fromEntries(folders.map((folder) => [`${folder}/.gitkeep`, ''])),
	'out/.gitattributes': '* text eol=lf linguist-generated=false\n',
	'templates/revision.ts.hbs': readText(shippedTemplate('revision.ts.hbs')),
	'templates/script.sql.hbs': readText(shippedTemplate('script.sql.hbs')),
});

const GENERIC = `import { defineConfig } from 'gen-sql';

export default defineConfig({
	dialect: '${DEFAULT_DIALECT}',
	revisions: 'revisions',
	out: 'out',
});
`;

const MULTIDB = `import { defineConfig } from 'gen-sql';

export default defineConfig({
	out: 'out',
	// --name audit chooses a database; without it, main is meant. Each may have any setting of its own.
	// Databases that are to share revisions have the same folder; a revision then asks op.getContext().database.
	databases: {
		main: { dialect: '${DEFAULT_DIALECT}', revisions: 'revisions/main' },
		audit: { dialect: '${DEFAULT_DIALECT}', revisions: 'revisions/audit' },
	},
});
`;

/** The kinds of projects, by name. */
export const PROJECT_TEMPLATES = {
	generic: {
		summary: 'One database.',
		next: 'gen-sql revision -m "create the first table"',
		files: () => projectFiles(GENERIC, ['revisions']),
	},
	multidb: {
		summary: 'Several databases, each with revisions of its own.',
		next: 'gen-sql revision --name main -m "create the first table"',
		files: () => projectFiles(MULTIDB, ['revisions/main', 'revisions/audit']),
	},
} as const satisfies Readonly<Record<string, ProjectTemplate>>;
