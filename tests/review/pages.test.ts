import * as assert from 'uvu/assert';
import { GROUPS, type Rule } from '../../src/review/rule.ts';
import { rulePage } from '../../src/review/rule-page.ts';
import { rules } from '../../src/review/rules/index.ts';
import { golden } from '../support/golden.ts';
import { project, revisionText, run } from '../support/project.ts';
import { suite } from '../support/suite.ts';

const all = Object.entries<Rule>(rules);

suite('review/pages', (test) => {
	for (const [id, rule] of all) {
		test(`docs/rules/${id}.md is made of the rule`, () => {
			golden(`../../docs/rules/${id}.md`, rulePage(id, rule));
		});
	}

	test('docs/rules/README.md lists every rule', () => {
		const sections = Object.entries(GROUPS).map(([group, title]) => {
			const rows = all
				.filter(([, rule]) => rule.group === group)
				.map(([id, { severity, about }]) => `| [\`${id}\`](${id}.md) | ${severity} | ${about} |`);
			return rows.length === 0 ? '' : `## ${title}\n\n| Rule | | |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
		});
		const head =
			'# Rules\n\nWhat [`gen-sql review`](../review.md) looks for. `gen-sql review --explain <rule>` prints a page.\n';
		golden('../../docs/rules/README.md', [head, ...sections.filter((section) => section !== '')].join('\n'));
	});

	for (const [id, { op }] of all.filter(([, rule]) => rule.op !== undefined)) {
		test(`${id} has nothing to say of what the call of its page renders`, async () => {
			const root = project({ 'revisions/a.ts': revisionText('a1', null, op, '', '') });
			const { code, stdout, stderr } = await run(root, ['review', 'head', '--format', 'json', '--fail-on', 'never']);
			assert.is(code, 0, stderr);
			const { findings } = JSON.parse(stdout) as { readonly findings: readonly { readonly rule: string }[] };
			assert.equal(
				findings.filter(({ rule }) => rule === id || rule === 'syntax-error'),
				[],
			);
		});
	}
});
