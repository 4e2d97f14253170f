import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { keysOf } from '../../src/core/keys.ts';
import { formats, renderReport } from '../../src/report/index.ts';
import type { Review } from '../../src/review/finding.ts';
import { golden } from '../support/golden.ts';
import { repository } from '../support/sample.ts';
import { suite } from '../support/suite.ts';
import { CONTEXT, REVIEW } from './sample.ts';

/** A command of the guide, and what it prints. */
const SHOWN = /(`{3,})console\n\$ gen-sql review heads --format (\w+)\n.*?\1(?=\n)/gs;

/** One finding, and a script without any. */
const review: Review = {
	findings: REVIEW.findings.slice(0, 1),
	reviewed: REVIEW.reviewed.slice(0, 2).map((script) => ({ ...script, title: script.title?.split(',')[0] ?? '' })),
};

suite('report/guide', (test) => {
	test('docs/review-formats.md shows what the formats print', () => {
		const text = readFileSync(join(repository, 'docs/review-formats.md'), 'utf8');
		const shown = text.replaceAll(SHOWN, (whole, _, name: string) => {
			const format = keysOf(formats).find((one) => one === name);
			assert.ok(format, whole);
			const printed = renderReport(review, format, CONTEXT);
			const fence = printed.includes('```') ? '````' : '```';
			return `${fence}console\n$ gen-sql review heads --format ${name}\n${printed}${fence}`;
		});
		assert.is([...text.matchAll(SHOWN)].length, 5);
		golden('../../docs/review-formats.md', shown);
	});
});
