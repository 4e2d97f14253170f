import { readFileSync } from 'node:fs';
import { type Schema, Validator } from '@cfworker/json-schema';
import type { Log, Result } from 'sarif';
import * as assert from 'uvu/assert';
import { renderReport } from '../../src/report/index.ts';
import { shown } from '../../src/report/summary.ts';
import type { Review } from '../../src/review/finding.ts';
import { fc } from '../support/property.ts';
import { suite } from '../support/suite.ts';
import { CONTEXT, EMPTY, REVIEW, ROOT, reviewOf, SAMPLE } from './sample.ts';
import { anyFileName, anyText } from './texts.ts';

/** The last draft before SARIF 2.1.0 became a standard. */
const schemaFile = new URL(import.meta.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'));
const validator = new Validator(JSON.parse(readFileSync(schemaFile, 'utf8')) as Schema, '4', false);

const logOf = (review: Review): Log => JSON.parse(renderReport(review, 'sarif', CONTEXT)) as Log;
const resultsOf = (review: Review): readonly Result[] => logOf(review).runs[0]?.results ?? [];

const errorsIn = (log: unknown): readonly string[] =>
	validator.validate(log).errors.map(({ instanceLocation, error }) => `${instanceLocation}: ${error}`);

/** What a viewer shows of a message: its text without the signs that guard braces and brackets. */
const read = (text: string): string => {
	const braces = text.replaceAll('{{', '{').replaceAll('}}', '}');
	return braces.includes('](') ? braces.replaceAll(/\\([\\[\]])/g, '$1') : braces;
};

suite('report/sarif', (test) => {
	test('is what the schema wants', () => {
		for (const review of [REVIEW, EMPTY, { ...REVIEW, findings: [] }]) assert.equal(errorsIn(logOf(review)), []);
	});

	test('the schema refuses what it does not know, and what is missing', () => {
		const log = logOf(REVIEW);
		assert.ok(errorsIn({ ...log, more: 1 }).length > 0);
		assert.ok(errorsIn({ ...log, runs: [{ results: [] }] }).length > 0);
	});

	test('a result stands at the call in TypeScript, and leads to the statement', () => {
		const [result] = resultsOf(REVIEW);
		const [there] = result?.locations ?? [];
		const [related] = result?.relatedLocations ?? [];
		assert.equal(there?.physicalLocation, {
			artifactLocation: { uri: 'revisions/1975ea83b712_create_users.ts', uriBaseId: '%SRCROOT%' },
			region: { startLine: 21, startColumn: 5 },
		});
		assert.is(related?.physicalLocation?.region?.startLine, 27);
		assert.match(result?.message.text ?? '', `[here](${related?.id})`);
	});

	test('encodes paths as URLs', () => {
		const artifacts = (file: string): unknown => {
			const [result] = resultsOf(reviewOf({ ...SAMPLE, sql: { ...SAMPLE.sql, file } }));
			return result?.locations?.[0]?.physicalLocation?.artifactLocation;
		};
		assert.equal(artifacts(`${ROOT}/a b/100% größe#1?.sql`), {
			uri: 'a%20b/100%25%20gr%C3%B6%C3%9Fe%231%3F.sql',
			uriBaseId: '%SRCROOT%',
		});
		assert.equal(artifacts('/srv/other/a b.sql'), { uri: 'file:///srv/other/a%20b.sql' });
		assert.equal(artifacts(`${ROOT}-2/a.sql`), { uri: 'file:///home/ada/shop-2/a.sql' });
		assert.equal(artifacts('-'), { uri: '-' });
	});

	test('has a rule for each that found something, at the level that it has when nothing is set', () => {
		const [run] = logOf(REVIEW).runs;
		const rules = run?.tool.driver.rules ?? [];
		assert.equal(
			rules.map(({ id, defaultConfiguration }) => [id, defaultConfiguration]),
			[
				['create-index-blocking', { level: 'error' }],
				['missing-lock-timeout', { level: 'note' }],
				['drop-column', { level: 'warning' }],
				['syntax-error', { level: 'error' }],
			],
		);
		for (const { ruleId, ruleIndex = -1 } of run?.results ?? []) assert.is(rules[ruleIndex]?.id, ruleId);
	});

	test('says that a rule is off when nothing is set', () => {
		const [run] = logOf(reviewOf({ ...SAMPLE, rule: 'prefer-text' })).runs;
		assert.equal(run?.tool.driver.rules?.[0]?.defaultConfiguration, { enabled: false });
	});

	test('the text of a message has no placeholder and no link of its own', () => {
		const text = (message: string): string => resultsOf(reviewOf({ ...SAMPLE, message }))[0]?.message.text ?? '';
		assert.is(text(`stores '{0}' in "a[1]"`), `stores '{{0}}' in "a[1]".`);
		assert.is(text('drops "a](https://example.org)\\"'), 'drops "a\\](https://example.org)\\\\".');
	});

	test('holds any text and any name', () => {
		fc.assert(
			fc.property(anyText, anyText, anyFileName, (message, statement, name) => {
				const sql = { file: `${ROOT}/${name}`, line: 1, column: 1, endLine: 1 };
				const log = logOf(reviewOf({ ...SAMPLE, message, statement, sql }));
				const [result] = log.runs[0]?.results ?? [];
				const { artifactLocation, region } = result?.locations?.[0]?.physicalLocation ?? {};
				assert.ok(read(result?.message.text ?? '').startsWith(shown(message)));
				assert.is(region?.snippet?.text, statement);
				assert.is(decodeURIComponent(artifactLocation?.uri ?? ''), name.toWellFormed());
				assert.equal(errorsIn(log), []);
			}),
		);
	});
});
