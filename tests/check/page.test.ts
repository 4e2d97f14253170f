import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checks } from '../../src/check/index.ts';
import { soundness } from '../../src/check/sound-graph.ts';
import { renderHeads } from '../../src/revisions/heads-file.ts';
import { commit, git, repository } from '../support/git.ts';
import { golden } from '../support/golden.ts';
import { graphOf, revision } from '../support/graph.ts';
import { revisionText, run } from '../support/project.ts';
import { repository as here } from '../support/sample.ts';
import { suite } from '../support/suite.ts';

/** What the command prints on a branch that does two things wrong. */
async function printed(): Promise<string> {
	const root = repository({
		'revisions/1975ea83b712_users.ts': revisionText('1975ea83b712', null),
		'revisions/ae1027a6acf0_emails.ts': revisionText('ae1027a6acf0', '1975ea83b712'),
	});
	git(root, 'update-ref', 'refs/remotes/origin/main', 'HEAD');
	commit(root, {
		'revisions/27c6a30d7c24_names.ts': revisionText('27c6a30d7c24', '1975ea83b712'),
		'revisions/ae1027a6acf0_emails.ts': revisionText('ae1027a6acf0', '27c6a30d7c24'),
		'revisions/53fffde5ad51_plans.ts': revisionText('53fffde5ad51', 'ae1027a6acf0', 'op.dropTable()'),
	});
	return (await run(root, ['check', '--against', 'origin/main'])).stdout;
}

const headsShown = (): string => {
	const all = [revision('1975ea83b712'), revision('27c6a30d7c24', '1975ea83b712')];
	const text = renderHeads(graphOf(...all, revision('ae1027a6acf0', '1975ea83b712', { branchLabels: ['audit'] })));
	return text.slice(text.indexOf('# lines'));
};

const sections = (): string =>
	[soundness, ...checks]
		.map(({ name, about, finds }) => {
			const rows = finds.map(({ code, cause, cure }) => `| \`${code}\` | ${cause} | ${cure} |\n`).join('');
			return `\n### ${name}\n\n${about}\n\n| Problem | Cause | Cure |\n| --- | --- | --- |\n${rows}`;
		})
		.join('');

suite('check/page', (test) => {
	test('check.md lists what every check finds, and shows what is printed', async () => {
		const page = readFileSync(join(here, 'docs/check.md'), 'utf8');
		const [written = ''] = /^.*^## What it finds\n/ms.exec(page) ?? [];
		const output = await printed();
		golden(
			'../../docs/check.md',
			written
				.replace(/(?<=\$ gen-sql check --against origin\/main\n).*?(?=```)/s, () => output)
				.replace(/(?<=```text\n)# lines.*?(?=```)/s, () => headsShown()) + sections(),
		);
	});
});
