import * as assert from 'uvu/assert';
import { oneLine } from '../../src/core/text.ts';
import { loadDiffer } from '../../src/diff/differ.ts';
import type { StatementDiff } from '../../src/diff/report.ts';
import type { ReportContext } from '../../src/report/format.ts';
import { markdown } from '../../src/report/markdown.ts';
import { shown } from '../../src/report/summary.ts';
import type { Finding, Review } from '../../src/review/finding.ts';
import { fc } from '../support/property.ts';
import { REFERENCE, rendered, textsIn } from '../support/rendered-markdown.ts';
import { suite } from '../support/suite.ts';
import { CONTEXT, EMPTY, many, REVIEW, ROOT, relation, reviewOf, SAMPLE, script, statement } from './sample.ts';
import { anyFileName, anyText } from './texts.ts';

const MAX_LENGTH = 60_000;

/** One finding in each of as many scripts. */
const scattered = (findings: readonly Finding[], clean: number): Review => {
	const files = findings.map((_, index) => `${ROOT}/${index}.sql`);
	return {
		findings: findings.map((finding, index) => ({ ...finding, sql: { ...SAMPLE.sql, file: files[index] ?? '' } })),
		reviewed: [...Array.from({ length: clean }, (_, index) => `${ROOT}/clean${index}.sql`), ...files].map((file) =>
			script({ file, statements: 1 }),
		),
	};
};

const verdict = (review: Review, failOn: ReportContext['failOn']): string | undefined =>
	markdown(review, { ...CONTEXT, failOn }).split('\n')[1];

const rowsOf = (page: string): readonly string[] =>
	page
		.split('\n')
		.filter((line) => /^\| .*\|$/.test(line))
		.slice(2);

suite('report/markdown', (test) => {
	test('begins with the verdict', () => {
		const review = reviewOf(...many('warning', 1), ...many('info', 2));
		assert.is(verdict(review, 'error'), '### Review passed: 1 warning, 2 info');
		assert.is(verdict(review, 'warning'), '### Review failed: 1 warning, 2 info');
		assert.is(verdict(review, 'never'), '### Review passed: 1 warning, 2 info');
		assert.is(verdict(EMPTY, 'error'), '### Nothing was reviewed');
	});

	test('has a row for each script, and its findings folded below', () => {
		const html = rendered(markdown(REVIEW, CONTEXT));
		const [page = ''] = html.split('<details>');
		assert.is(page.match(/<tr>/g)?.length, 6);
		assert.is(html.match(/<details>/g)?.length, 3);
		assert.is(html.match(/<\/details>/g)?.length, 3);
		assert.is(html.match(/<pre>/g)?.length, 7);
	});

	test('names the script where a revision has several', () => {
		const reviewed = ['up', 'down'].map((direction) =>
			script({ file: `${ROOT}/out/a.${direction}.sql`, revision: 'a', title: 'add a', statements: 1 }),
		);
		assert.equal(rowsOf(markdown({ findings: [], reviewed }, CONTEXT)), [
			'| `a` add a, `out/a.up.sql` | none | none | none |  | none |',
			'| `a` add a, `out/a.down.sql` | none | none | none |  | none |',
		]);
	});

	test('has room for the most severe findings first, and counts the others', () => {
		const page = markdown(reviewOf(...many('info', 400), ...many('warning', 9600), ...many('error', 20)), CONTEXT);
		assert.ok(page.length <= MAX_LENGTH && page.length > MAX_LENGTH - 1000);
		assert.is(page.match(/^\*\*error\*\*/gm)?.length, 20);
		const warnings = page.match(/^\*\*warning\*\*/gm)?.length ?? 0;
		assert.match(page, `Findings that are not shown: ${9600 - warnings} warnings, 400 info.`);
	});

	test('has rows for the scripts with the most risk first, and counts the others', () => {
		const page = markdown(scattered([...many('warning', 10), ...many('error', 10)], 9980), CONTEXT);
		assert.ok(page.length <= MAX_LENGTH);
		const rows = rowsOf(page);
		assert.is(rows.filter((row) => row.includes('| error |')).length, 10);
		assert.is(rows.filter((row) => row.includes('| warning |')).length, 10);
		assert.match(page, `Scripts that are not listed: ${10_000 - rows.length}.`);
	});

	test('never has more than 60,000 characters', () => {
		const long = fc.string({ maxLength: 30 }).map((text) => text.repeat(300));
		const finding = fc.record({ message: anyText, statement: long, severity: fc.constantFrom('error', 'info') });
		fc.assert(
			fc.property(fc.array(finding, { maxLength: 40 }), fc.nat(400), (given, clean) => {
				const findings = given.map((parts) => ({ ...SAMPLE, ...parts }) as Finding);
				assert.ok(markdown(scattered(findings, clean), CONTEXT).length <= MAX_LENGTH);
			}),
		);
	});

	test('has the locks of each statement below the findings of its script', () => {
		const html = rendered(markdown(REVIEW, CONTEXT));
		const [, first = ''] = html.split('<details>');
		assert.ok(first.indexOf('<pre>') < first.indexOf('<table>'));
		assert.equal(
			textsIn(first.slice(first.indexOf('<tbody>'))).filter((text) => text.trim() !== ''),
			[
				...[
					'25',
					'ALTER TABLE "user" ADD COLUMN seen timestamptz',
					'public.user',
					'ACCESS EXCLUSIVE',
					'reads writes DDL',
				],
				...['instant', '27', 'CREATE INDEX ix_user_email ON "user" (email)', 'public.user', 'SHARE', 'writes DDL'],
				'index build: the index is built',
			],
		);
	});

	test('leaves out first the locks of what takes no time, then those of other statements, then findings', () => {
		const rows = (count: number, isSlow: boolean) =>
			Array.from({ length: count }, (_, index) =>
				statement(
					'ALTER TABLE',
					`ALTER TABLE t${index}`,
					index + 1,
					relation({ name: `public.t${index}`, lock: 'ACCESS EXCLUSIVE', rewrite: isSlow }),
				),
			);
		const pageOf = (errors: number, slow: number, quick: number): string => {
			const review = reviewOf(...many('error', errors));
			const locks = [...rows(quick, false), ...rows(slow, true)];
			return markdown({ ...review, reviewed: review.reviewed.map((each) => script({ ...each, locks })) }, CONTEXT);
		};
		const countIn = (page: string, pattern: RegExp): number => page.match(pattern)?.length ?? 0;
		const quick = pageOf(10, 200, 2000);
		assert.equal([countIn(quick, /\*\*error\*\*/g), countIn(quick, /\| rewrite \|/g)], [10, 200]);
		assert.ok(countIn(quick, /\| instant \|/g) > 100);
		const left = 2000 - countIn(quick, /\| instant \|/g);
		assert.match(quick, `\nStatements whose locks are not shown: ${left}.\n`);
		const slow = pageOf(10, 2000, 2000);
		assert.equal([countIn(slow, /\*\*error\*\*/g), countIn(slow, /\| instant \|/g)], [10, 0]);
		const full = pageOf(2000, 2000, 2000);
		assert.ok(countIn(full, /\*\*error\*\*/g) > 200);
		assert.ok(countIn(full, /\| rewrite \|/g) < 5);
		for (const page of [quick, slow, full]) assert.ok(page.length <= MAX_LENGTH && page.length > MAX_LENGTH - 1000);
	});

	test('lists no script of which all is as it was, and says what it was compared with', () => {
		const reviewed = [1, 0].map((changed) => script({ file: `${ROOT}/${changed}.sql`, statements: 9, changed }));
		const page = markdown({ findings: [], reviewed, against: { ref: '@a|b', changed: 1, unchanged: 17 } }, CONTEXT);
		assert.match(
			page,
			'### Review passed: no findings\n\n1 statement new or changed since &#64;<!-- -->a&#124;b, 17 unchanged\n',
		);
		assert.equal(rowsOf(page).length, 1);
	});

	test('begins with a mark that is not seen, by which a comment is found again', () => {
		assert.match(markdown(REVIEW, CONTEXT), /^<!-- gen-sql review -->\n### Review/);
		assert.match(markdown(REVIEW, { ...CONTEXT, database: 'a--> b_1' }), /^<!-- gen-sql review a____b_1 -->\n/);
		assert.equal(
			textsIn(rendered(markdown(EMPTY, CONTEXT)))
				.join('')
				.trim(),
			'Nothing was reviewed',
		);
	});

	test('shows what differs, with lines around it where all has room', async () => {
		const differ = await loadDiffer();
		const lines = (changed: string, count: number): string =>
			Array.from({ length: count }, (_, at) => `column_${at} text${at % 9 === 4 ? changed : ''},`).join('\n');
		const changes = (count: number): readonly StatementDiff[] =>
			Array.from({ length: count }, (_, at) => ({
				change: 'changed',
				before: { text: lines('', 45), line: at + 1 },
				after: { text: lines(' NOT NULL', 45), line: at + 1 },
			}));
		const pageOf = (count: number): string => {
			const reviewed = [script({ file: `${ROOT}/a.sql`, statements: count, changed: 0, changes: changes(count) })];
			const against = { ref: 'main', changed: 0, unchanged: 0 };
			return markdown({ findings: [], reviewed, against }, { ...CONTEXT, differ });
		};
		const few = pageOf(3);
		assert.match(few, ' column_3 text,\n-column_4 text,\n+column_4 text NOT NULL,\n column_5 text,\n');
		assert.not.match(few, 'not shown');
		const more = pageOf(90);
		assert.match(more, '\n-column_4 text,\n+column_4 text NOT NULL,\n…\n');
		assert.not.match(more, 'column_3 text');
		assert.match(more, /\nLines around what differs are not shown\.\n$/);
		assert.is(more.match(/^line \d+, changed/gm)?.length, 90);
		const most = pageOf(1000);
		assert.ok(most.length <= MAX_LENGTH && most.length > MAX_LENGTH - 2000);
		const left = 1000 - (most.match(/^line \d+, changed/gm)?.length ?? 0);
		assert.match(most, `\nStatements that differ and are not shown: ${left}.\n`);
	});

	test('marks a script that was there in another form', () => {
		const reviewed = [true, false].map((isNew) => script({ file: `${ROOT}/${isNew}.sql`, statements: 1, isNew }));
		assert.equal(
			rowsOf(markdown({ findings: [], reviewed }, CONTEXT)).map((row) => row.includes('**changed**')),
			[false, true],
		);
	});

	test('shows the beginning of a long statement', () => {
		const statement = `SELECT ${Array.from({ length: 1000 }, (_, index) => `${index}`).join(',\n')}`;
		const page = markdown(reviewOf({ ...SAMPLE, statement }), CONTEXT);
		assert.match(page, 'SELECT 0,\n1,\n');
		assert.match(page, /,\n…\n```\n/);
		assert.ok(page.length < 2500);
	});

	test('any text and any name is read as it is shown, and refers to nothing', () => {
		fc.assert(
			fc.property(anyText, anyText, anyFileName, (message, title, name) => {
				const sql = { ...SAMPLE.sql, file: `${ROOT}/${name}` };
				const locks = [statement(title, message, 1, relation({ name: message, lock: 'SHARE', reasons: [title] }))];
				const reviewed = script({ file: sql.file, revision: 'a1', title, statements: 1, locks });
				const finding = { ...SAMPLE, message, statement: message, instead: title, sql, revision: 'a1' };
				const html = rendered(markdown({ findings: [finding], reviewed: [reviewed] }, CONTEXT));
				const seen = textsIn(html).join('').replaceAll(/\s+/g, ' ');
				for (const text of [oneLine(shown(message)), oneLine(title.toWellFormed()), oneLine(name.toWellFormed())]) {
					assert.ok(seen.includes(text.replaceAll(/\s+/g, ' ').trim()), text);
				}
				const tags = [...html.matchAll(/<(?!!--)(\w+)/g)].map(([, tag = '']) => tag);
				assert.equal(
					[...new Set(tags)].filter((tag) => !TAGS.has(tag)),
					[],
				);
				const outside = html.replaceAll(/<code.*?<\/code>/gs, '<code>');
				for (const piece of textsIn(outside)) assert.not.match(piece, REFERENCE);
			}),
		);
	});
});

/** What the report itself is made of. */
const TAGS = new Set('h3 table thead tbody tr th td details summary p strong code pre'.split(' '));
