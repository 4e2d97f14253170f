import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as assert from 'uvu/assert';
import { renderRange, resolveRange } from '../src/index.ts';
import { rules } from '../src/review/rules/index.ts';
import { project, run } from './support/project.ts';
import { repository, sample } from './support/sample.ts';
import { suite } from './support/suite.ts';

const README = readFileSync(join(repository, 'README.md'), 'utf8');

/** The part of the README below a heading. */
const section = (heading: string): string =>
	README.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';

/** The code blocks of a language in a text. */
const blocks = (text: string, language: string): readonly string[] =>
	[...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)].flatMap(([, found, code = '']) => (found === language ? [code] : []));

interface ShownCommand {
	readonly command: string;
	readonly output: string;
}

/** The commands of a block, `$ command`, each with the lines below it. */
const shownCommands = (block: string): readonly ShownCommand[] =>
	block
		.split(/^\$ /m)
		.slice(1)
		.map((part) => {
			const end = part.indexOf('\n');
			return { command: part.slice(0, end), output: part.slice(end + 1) };
		});

/** What fits an output as it is shown: a line `…` stands for any lines, and blanks at the end of a line do not count. */
const fitting = (output: string): RegExp => {
	const lines = output.split('\n').slice(0, -1);
	const patterns = lines.map((line) =>
		line === '…' ? '(?:.*\\n)*?' : `${line.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')} *\\n`,
	);
	return new RegExp(`^${patterns.join('')}$`);
};

/** Run a line in a shell that knows the command; returns its exit code, and what the terminal shows. */
function inTerminal(cwd: string, line: string): { readonly code: number | null; readonly shown: string } {
	const bin = fileURLToPath(new URL('../src/bin.ts', import.meta.url));
	const { status, stdout } = spawnSync(
		'bash',
		['-c', `gen-sql() { "$NODE" --import "$TSX" "$BIN" "$@"; }; { ${line}\n} 2>&1`],
		{
			cwd,
			encoding: 'utf8',
			env: {
				PATH: process.env['PATH'],
				GEN_SQL_CACHE: 'off',
				NODE: process.execPath,
				TSX: import.meta.resolve('tsx'),
				BIN: bin,
			},
		},
	);
	return { code: status, shown: stdout };
}

suite('readme/sample', (test) => {
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

	test('README shows a revision of the sample, and its script', async () => {
		const [revision = ''] = blocks(section('More than tables'), 'ts');
		const file = join(repository, 'revisions/f4127e9da0b3_check_messages_in_use.ts');
		assert.ok(readFileSync(file, 'utf8').endsWith(revision));
		const [shown = ''] = blocks(section('More than tables'), 'sql');
		const { stdout } = await run(repository, ['upgrade', '8b36:f412']);
		assert.match(stdout.slice(stdout.indexOf('-- Part 1')), fitting(shown));
	});
});

suite('readme/review', (test) => {
	test('README shows what the review of its script prints', async () => {
		const text = section('What a script does while people work');
		const [schema = '', deploy = ''] = blocks(text, 'sql');
		const [shown] = blocks(text, 'text').flatMap(shownCommands);
		const { code, stdout } = await run(
			project({ 'schema.sql': schema, 'deploy.sql': deploy }),
			(shown?.command ?? '').split(' ').slice(1),
		);
		assert.is(code, 1);
		assert.is(stdout, shown?.output);
	});

	test('README tells how many rules there are', () => {
		assert.match(README, `of the ${Object.keys(rules).length} rules`);
	});
});

suite('readme/first project', (test) => {
	const ID = '4c1d6f0a92be';
	const FILE = `revisions/${ID}_create_author_table.ts`;
	const steps = section('Your first project in five steps');
	const everyDay = section('Every day');
	const [written = ''] = blocks(steps, 'ts');
	const shown = blocks(steps, 'text').flatMap(shownCommands);
	const root = project({});
	/** The id of the revision that the steps have made here; the README shows another. */
	const ownId = (): string =>
		readdirSync(join(root, 'revisions'))
			.find((name) => name.endsWith('.ts'))
			?.slice(0, 12) ?? ID;

	const check = ({ command, output }: ShownCommand, expected = 0): void => {
		const { code, shown: actual } = inTerminal(root, command);
		assert.is(code, expected, actual);
		const comparable = actual.replaceAll(ownId(), ID);
		assert.ok(fitting(output).test(comparable), `README.md: "${command}" prints:\n${comparable}`);
	};

	test('shows each step', () => {
		assert.equal(
			shown.map(({ command }) => command.split(' ').slice(0, 2).join(' ')),
			['gen-sql init', 'gen-sql revision', 'gen-sql upgrade', 'cat deploy.sql', 'psql -X', 'psql -X'],
		);
	});

	test('the revision is the one of the example', () => {
		assert.is(written, readFileSync(join(repository, 'examples/first-script', FILE), 'utf8'));
	});

	for (const step of shown.filter(({ command }) => !command.startsWith('psql'))) {
		test(`$ ${step.command}`, () => {
			check(step);
			if (step.command.startsWith('gen-sql revision')) {
				writeFileSync(join(root, FILE.replace(ID, ownId())), written.replaceAll(ID, ownId()));
			}
		});
	}

	test('is run as the script says, and ends where the script does', () => {
		const script = readFileSync(join(root, 'deploy.sql'), 'utf8').replaceAll(ownId(), ID);
		const [first, second] = shown.filter(({ command }) => command.startsWith('psql'));
		assert.ok(
			script.includes(`-- ${first?.command.replace('library', '<database>').replace('deploy.sql', '<this file>')}\n`),
		);
		assert.is(second?.command, first?.command);
		const [, verdict = ''] = /SELECT version_num AS "(.*)"/.exec(script) ?? [];
		assert.match(first?.output ?? '', ` ${verdict}\n${'-'.repeat(verdict.length + 2)}\n ${ID}\n(1 row)\n`);
		const [, line, message = '', hint = ''] =
			/:(\d+): ERROR: {2}(.*) the database is at .*\nHINT: {2}(.*)\n/.exec(second?.output ?? '') ?? [];
		assert.match(script, `MESSAGE = '${message}`);
		assert.match(script, `HINT = '${hint}'`);
		assert.is(script.split('\n')[Number(line) - 1], '$gen_sql$;');
	});

	for (const line of blocks(everyDay, 'sh').flatMap((block) => block.trimEnd().split('\n'))) {
		const command = line.replace(/ +#.*/, '');
		test(`$ ${command}`, async () => {
			const { code, stderr } = await run(root, command.replace('4c1d', ownId()).split(' ').slice(1));
			assert.is(code, 0, stderr);
		});
	}

	test('a mistake is told with its line', () => {
		const file = join(root, FILE.replace(ID, ownId()));
		const text = readFileSync(file, 'utf8');
		writeFileSync(file, text.replace('\t]);', '\t], { ifNotExist: true });'));
		const [mistake = { command: '', output: '' }] = blocks(everyDay, 'text').flatMap(shownCommands);
		check(mistake, 4);
	});
});
