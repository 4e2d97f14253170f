import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { keysOf } from '../../src/core/keys.ts';
import { otherTools, rulesOfSquawk, squawkRules, TOOLS } from '../../src/review/other-tools.ts';
import { rules } from '../../src/review/rules/index.ts';
import { golden } from '../support/golden.ts';
import { repository } from '../support/sample.ts';
import { suite } from '../support/suite.ts';

const quoted = (names: readonly string[] = []): string => names.map((name) => `\`${name}\``).join(', ');

suite('review/other-tools', (test) => {
	test('names rules that there are, in order, each with a name of another tool', () => {
		const ids = keysOf(otherTools);
		assert.equal(ids, ids.toSorted());
		for (const id of ids) {
			assert.ok(Object.hasOwn(rules, id), id);
			const names = keysOf(TOOLS).flatMap((tool) => otherTools[id]?.[tool] ?? []);
			assert.ok(names.length > 0 && names.every((name) => /^[\w-]+$/.test(name)), id);
		}
	});

	test('knows what a rule of squawk is called here', () => {
		assert.equal(rulesOfSquawk('ban-drop-column'), ['drop-column']);
		assert.equal(rulesOfSquawk('constraint-missing-not-valid'), [
			'add-check-scan',
			'add-foreign-key-scan',
			'validate-in-same-transaction',
		]);
		assert.equal(rulesOfSquawk('toString'), []);
		assert.equal(new Set(squawkRules).size, squawkRules.length);
	});

	test('docs/from-other-reviewers.md has a row for each rule', () => {
		const page = readFileSync(join(repository, 'docs/from-other-reviewers.md'), 'utf8');
		const rows = keysOf(otherTools).map((id) => {
			const cells = keysOf(TOOLS).map((tool) => quoted(otherTools[id]?.[tool]));
			return `${[`| [\`${id}\`](rules/${id}.md)`, ...cells].join(' | ')} |\n`
				.replaceAll('|  |', '| |')
				.replaceAll('|  |', '| |');
		});
		const head = `| Rule | ${Object.values(TOOLS).join(' | ')} |\n`;
		assert.ok(page.includes(head));
		const missing = squawkRules.filter((name) => rulesOfSquawk(name).length === 0);
		golden(
			'../../docs/from-other-reviewers.md',
			page
				.replace(/(?<=^\| Rule \|.*\n.*\n)(\|.*\n)*/m, () => rows.join(''))
				.replace(/(?<=^Rules of squawk that nothing here stands for:).*/m, () => ` ${quoted(missing) || 'none'}.`),
		);
	});
});
