import * as assert from 'uvu/assert';
import { checkstyle } from '../../src/report/checkstyle.ts';
import { shown } from '../../src/report/summary.ts';
import type { Review } from '../../src/review/finding.ts';
import { fc } from '../support/property.ts';
import { suite } from '../support/suite.ts';
import { CONTEXT, EMPTY, many, REVIEW, ROOT, reviewOf, SAMPLE } from './sample.ts';
import { anyFileName, anyText } from './texts.ts';
import { type Parsed, parseXml } from './xml-parser.ts';

const filesOf = (review: Review): readonly Parsed[] => parseXml(checkstyle(review, CONTEXT)).children;

suite('report/checkstyle', (test) => {
	test('lists the findings of each file that has to change', () => {
		assert.equal(
			filesOf(REVIEW).map(({ attributes, children }) => [attributes['name'], children.length]),
			[
				['revisions/1975ea83b712_create_users.ts', 2],
				['legacy sql/100% größe, 2:1 | `old`.sql', 1],
				['-', 2],
			],
		);
		assert.equal(filesOf(EMPTY), []);
	});

	test('knows the three severities', () => {
		const [file] = filesOf(reviewOf(...many('error', 1), ...many('warning', 1), ...many('info', 1)));
		assert.equal(
			file?.children.map(({ attributes }) => attributes['severity']),
			['error', 'warning', 'info'],
		);
	});

	test('a parser reads any text and any name as it is shown', () => {
		fc.assert(
			fc.property(anyText, anyText, anyFileName, (message, rule, name) => {
				const sql = { file: `${ROOT}/${name}`, line: 7, column: 3, endLine: 9 };
				const [file] = filesOf(reviewOf({ ...SAMPLE, message, rule, sql }));
				const { attributes } = file?.children[0] ?? {};
				assert.is(file?.attributes['name'], shown(name));
				assert.ok(attributes?.['message']?.startsWith(shown(message)));
				assert.is(attributes?.['source'], `gen-sql.${shown(rule)}`);
				assert.equal([attributes?.['line'], attributes?.['column']], ['7', '3']);
			}),
		);
	});
});
