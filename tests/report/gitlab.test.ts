import * as assert from 'uvu/assert';
import { renderReport } from '../../src/report/index.ts';
import { shown } from '../../src/report/summary.ts';
import type { Finding } from '../../src/review/finding.ts';
import { fc } from '../support/property.ts';
import { suite } from '../support/suite.ts';
import { CONTEXT, many, REVIEW, ROOT, reviewOf, SAMPLE } from './sample.ts';
import { anyFileName, anyText } from './texts.ts';

interface Issue {
	readonly description: string;
	readonly fingerprint: string;
	readonly severity: string;
	readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

const issuesOf = (...findings: readonly Finding[]): readonly Issue[] =>
	JSON.parse(renderReport(reviewOf(...findings), 'gitlab', CONTEXT)) as readonly Issue[];

suite('report/gitlab', (test) => {
	test('says how severe a finding is in the words of GitLab', () => {
		const issues = issuesOf(...many('error', 1), ...many('warning', 1), ...many('info', 1));
		assert.equal(
			issues.map(({ severity }) => severity),
			['major', 'minor', 'info'],
		);
	});

	test('places an issue at the call in TypeScript, else at the SQL', () => {
		const issues = JSON.parse(renderReport(REVIEW, 'gitlab', CONTEXT)) as readonly Issue[];
		assert.equal(
			issues.slice(0, 3).map(({ location }) => location),
			[
				{ path: 'revisions/1975ea83b712_create_users.ts', lines: { begin: 21 } },
				{ path: 'revisions/1975ea83b712_create_users.ts', lines: { begin: 21 } },
				{ path: 'legacy sql/100% größe, 2:1 | `old`.sql', lines: { begin: 3 } },
			],
		);
	});

	test('keeps the fingerprint of the first finding, and gives every other one its own', () => {
		const prints = (...given: readonly string[]): readonly string[] =>
			issuesOf(...given.map((fingerprint) => ({ ...SAMPLE, fingerprint }))).map(({ fingerprint }) => fingerprint);
		assert.equal(prints('a', 'b', 'a', 'a'), ['a', 'b', 'a-2', 'a-3']);
		assert.equal(prints('a', 'a', 'a-2', 'a', 'a-2'), ['a', 'a-3', 'a-2', 'a-4', 'a-2-2']);
	});

	test('gives every finding a fingerprint of its own', () => {
		const few = fc.constantFrom('a', 'a-2', 'a-2-2', 'a-3', 'b');
		fc.assert(
			fc.property(fc.array(few), (given) => {
				const issues = issuesOf(...given.map((fingerprint) => ({ ...SAMPLE, fingerprint })));
				assert.is(new Set(issues.map(({ fingerprint }) => fingerprint)).size, given.length);
			}),
		);
	});

	test('holds any text as it is shown', () => {
		fc.assert(
			fc.property(anyText, anyFileName, (message, name) => {
				const sql = { file: `${ROOT}/${name}`, line: 1, column: 1, endLine: 1 };
				const [issue] = issuesOf({ ...SAMPLE, message, sql });
				assert.ok(issue?.description.startsWith(shown(message)));
				assert.is(issue?.location.path, shown(name));
			}),
		);
	});
});
