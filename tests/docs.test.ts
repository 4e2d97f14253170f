import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { nameOf } from '../src/cli/command.ts';
import { commands } from '../src/cli/commands/index.ts';
import { environmentExample } from '../src/cli/commands/init.ts';
import { parse } from '../src/cli/parse.ts';
import { ERRORS } from '../src/core/error.ts';
import { renderRange, resolveRange } from '../src/index.ts';
import { golden } from './support/golden.ts';
import { repository, sample } from './support/sample.ts';
import { suite } from './support/suite.ts';

const help = (...argv: readonly string[]): string => {
	const invocation = parse(argv, commands);
	return invocation.kind === 'help' ? invocation.text.trimEnd() : '';
};

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
			'| 2 | The command line is wrong. |',
			'| 3 | The project is inconsistent, or a revision argument does not resolve. |',
			'| 4 | A revision cannot be rendered. |',
			'| 5 | The file system refused: read, write, full disk. |',
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

	test('README shows the sample project as it is', async () => {
		const text = (path: string): string => readFileSync(join(repository, path), 'utf8').trim();
		const { project, graph } = await sample();
		const deploy = (await renderRange(project, graph, resolveRange(graph, 'upgrade', 'base:head'))).text;
		const stem = '1975ea83b712_create_user_table';
		const shown = [
			text(`revisions/${stem}.ts`),
			text(`out/main/postgresql/${stem}.up.sql`),
			deploy.split('\n\n')[0] ?? '',
		];
		for (const part of shown) assert.ok(text('README.md').includes(part), `README.md no longer shows:\n${part}`);
	});
});
