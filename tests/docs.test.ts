import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as assert from 'uvu/assert';
import { nameOf } from '../src/cli/command.ts';
import { commands } from '../src/cli/commands/index.ts';
import { parse } from '../src/cli/parse.ts';
import { ENVIRONMENT } from '../src/config/env.ts';
import { environmentExample } from '../src/config/project-templates.ts';
import { SETTINGS } from '../src/config/settings.ts';
import { DEFAULT_DIALECT } from '../src/core/dialect-names.ts';
import { ERRORS } from '../src/core/error.ts';
import { keysOf } from '../src/core/keys.ts';
import { golden } from './support/golden.ts';
import { repository } from './support/sample.ts';
import { suite } from './support/suite.ts';

const help = (...argv: readonly string[]): string => {
	const invocation = parse(argv, commands);
	return invocation.kind === 'help' ? invocation.text.trimEnd() : '';
};

/** The links of a page to files of this repository. */
const linksOf = (page: string): readonly string[] =>
	[
		...readFileSync(join(repository, page), 'utf8')
			.replaceAll(/^```.*?^```/gms, '')
			.matchAll(/\]\(([^)]+)\)/g),
	]
		.map(([, link = '']) => link)
		.filter((link) => !link.includes('://'));

/** Whether there is such a file, and such a heading in it. */
function leadsSomewhere(page: string, link: string): boolean {
	const [path = '', anchor] = link.split('#');
	const file = path === '' ? join(repository, page) : join(repository, dirname(page), path);
	if (!existsSync(file) || anchor === undefined) return existsSync(file);
	const headings = [...readFileSync(file, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, text = '']) =>
		text
			.toLowerCase()
			.replaceAll(/[^\w -]/g, '')
			.replaceAll(' ', '-'),
	);
	return headings.includes(anchor);
}

/** Reference pages are golden files of the registries: `npm run test:golden` writes them, this suite keeps them true. */
suite('docs', (test) => {
	test('errors.md lists every code', () => {
		const rows = Object.entries(ERRORS).map(
			([code, { exitCode, about }]) => `| \`${code}\` | ${exitCode} | ${about} |`,
		);
		const head =
			'# Errors\n\nAn error is one line, `file:line:column: error[CODE]: message`, and often a hint below it.\n';
		golden('../../docs/errors.md', `${head}\n| Code | Exit | Meaning |\n| --- | --- | --- |\n${rows.join('\n')}\n`);
	});

	test('cli.md shows the help of every command', () => {
		const pages = commands.map(
			(command) => `## ${nameOf(command)}\n\n\`\`\`text\n${help(nameOf(command), '--help')}\n\`\`\`\n`,
		);
		const codes = [
			'| Exit code | Meaning |',
			'| --- | --- |',
			'| 0 | Done. |',
			'| 1 | A check found problems. |',
			'| 2 | The command line is wrong. |',
			'| 3 | The project is inconsistent, or a revision argument does not resolve. |',
			'| 4 | A revision cannot be rendered. |',
			'| 5 | The file system or git refused: read, write, full disk. |',
			'| 70 | A bug in gen-sql. |',
			'| 141 | The reader of the output went away. |',
		].join('\n');
		golden(
			'../../docs/cli.md',
			`# Commands\n\n\`\`\`text\n${help('--help')}\n\`\`\`\n\n${codes}\n\n${pages.join('\n')}`,
		);
	});

	test('.env.example names every variable', () => {
		golden('../../.env.example', environmentExample());
	});

	test('configuration.md has a row for every setting and every variable', () => {
		const page = readFileSync(join(repository, 'docs/configuration.md'), 'utf8');
		const source = readFileSync(join(repository, 'src/config/config.ts'), 'utf8');
		const [config = ''] = /export interface Config \{.*?^\}/ms.exec(source) ?? [];
		const settings = [...config.matchAll(/^\t\/\*\* (.*) \*\/\n\treadonly (\w+)\?:/gm)];
		assert.equal(
			settings.map(([, , name]) => name),
			keysOf(SETTINGS),
		);
		const settingRows = settings.map(([, about, name]) => `| \`${name}\` | ${about} |\n`).join('');
		const variableRows = Object.entries(ENVIRONMENT).map(([name, about]) => `| \`${name}\` | ${about} |\n`);
		golden(
			'../../docs/configuration.md',
			page
				.replace(/(?<=^\| Setting .*\n.*\n)(\|.*\n)*/m, () => settingRows)
				.replace(/(?<=^\| Variable .*\n.*\n)(\|.*\n)*/m, () => variableRows.join('')),
		);
	});

	test('the comment of a setting names its default', () => {
		const source = readFileSync(join(repository, 'src/config/config.ts'), 'utf8');
		for (const [name, setting] of Object.entries(SETTINGS)) {
			const [, about = ''] = new RegExp(`/\\*\\* (.*) \\*/\n\treadonly ${name}\\?:`).exec(source) ?? [];
			const [, named] = /Default `(.*?)`/.exec(about) ?? [];
			assert.is(named, 'default' in setting ? String(setting.default) : undefined, name);
		}
		assert.match(source, `else \`${DEFAULT_DIALECT}\``);
	});

	test('links lead to files, and to headings in them', () => {
		const pages = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md', 'examples/first-script/README.md'];
		const docs = readdirSync(join(repository, 'docs'), { recursive: true, encoding: 'utf8' });
		pages.push(...docs.filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`));
		const broken = pages.flatMap((page) => linksOf(page).filter((link) => !leadsSomewhere(page, link)));
		assert.equal(broken, []);
	});
});
