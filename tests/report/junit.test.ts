import * as assert from 'uvu/assert';
import type { ReportContext } from '../../src/report/format.ts';
import { junit } from '../../src/report/junit.ts';
import { shown } from '../../src/report/summary.ts';
import { LEVELS, type Review } from '../../src/review/finding.ts';
import { fc } from '../support/property.ts';
import { suite } from '../support/suite.ts';
import { CONTEXT, EMPTY, many, REVIEW, ROOT, reviewOf, SAMPLE, script } from './sample.ts';
import { anyFileName, anyText } from './texts.ts';
import { type Parsed, parseXml } from './xml-parser.ts';

const suiteOf = (review: Review, failOn: ReportContext['failOn'] = 'error'): Parsed | undefined =>
	parseXml(junit(review, { ...CONTEXT, failOn })).children[0];

suite('report/junit', (test) => {
	test('has a case for each script that was reviewed', () => {
		const { attributes, children = [] } = suiteOf(REVIEW) ?? {};
		assert.equal(
			children.map((one) => [one.attributes['file'], ...one.children.map(({ name }) => name)]),
			[
				['out/main/postgresql/1975ea83b712_create_users.up.sql', 'failure', 'system-out'],
				['out/main/postgresql/3d7e58a90c16_create_roles.up.sql'],
				['legacy sql/100% größe, 2:1 | `old`.sql', 'system-out'],
				['/srv/other/seed.sql'],
				['-', 'failure'],
			],
		);
		assert.equal([attributes?.['tests'], attributes?.['failures']], ['5', '2']);
		assert.is(suiteOf(EMPTY)?.attributes['tests'], '0');
	});

	test('fails where the command fails', () => {
		for (const severity of LEVELS) {
			const failures = (failOn: ReportContext['failOn']): string | undefined =>
				suiteOf(reviewOf(...many(severity, 2)), failOn)?.attributes['failures'];
			const expected = { error: ['1', '1', '1', '0'], warning: ['0', '1', '1', '0'], info: ['0', '0', '1', '0'] };
			assert.equal([...LEVELS, 'never' as const].map(failures), expected[severity]);
		}
	});

	test('a case fails once, whatever was found in it', () => {
		const [one] = suiteOf(reviewOf(...many('warning', 2), ...many('error', 3)), 'warning')?.children ?? [];
		assert.is(one?.children.length, 1);
		assert.is(one?.children[0]?.attributes['message'], '3 errors, 2 warnings: drops column "c0" of "user".');
		assert.is(one?.children[0]?.text.match(/^(error|warning): drop-column$/gm)?.length, 5);
	});

	test('loses no finding of a script that is not listed', () => {
		const { findings } = reviewOf(...many('error', 3));
		const [one] = suiteOf({ findings, reviewed: [] })?.children ?? [];
		assert.is(one?.attributes['file'], 'all.sql');
		assert.match(one?.text ?? '', 'drops column "c2"');
	});

	test('tells apart the revisions of one script', () => {
		const file = `${ROOT}/deploy.sql`;
		const sql = { ...SAMPLE.sql, file };
		const reviewed = ['a', 'b'].map((revision) => script({ file, revision, statements: 1 }));
		const { children = [] } = suiteOf({ reviewed, findings: [{ ...SAMPLE, sql, revision: 'b' }] }) ?? {};
		assert.equal(
			children.map((one) => [one.attributes['name'], one.children.length]),
			[
				['deploy.sql (a)', 0],
				['deploy.sql (b)', 1],
			],
		);
	});

	test('a parser reads any text and any name as it is shown', () => {
		fc.assert(
			fc.property(anyText, anyText, anyFileName, (message, statement, name) => {
				const file = `${ROOT}/${name}`;
				const finding = { ...SAMPLE, message, statement, instead: message, sql: { ...SAMPLE.sql, file } };
				const [one] = suiteOf({ findings: [finding], reviewed: [script({ file, statements: 1 })] })?.children ?? [];
				assert.is(one?.attributes['file'], shown(name));
				assert.ok(one?.children[0]?.attributes['message']?.startsWith(`1 error: ${shown(message)}`));
				assert.ok(one?.text.includes(`${shown(statement)}\nInstead:\n${shown(message)}`));
			}),
		);
	});
});
