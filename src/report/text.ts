import { count, oneLine } from '../core/text.ts';
import { wrap } from '../core/wrap.ts';
import type { RelationFacts } from '../dialects/facts.ts';
import { durationOf } from '../dialects/lock-words.ts';
import type { Finding, Place, Review } from '../review/finding.ts';
import { byScript, type Script } from './by-script.ts';
import type { Format, ReportContext, ReportPage } from './format.ts';
import { heaviest } from './locks.ts';
import { pathFrom } from './place.ts';
import { comparedWith, countsOf, sentence, shown } from './summary.ts';

const PLAIN: ReportPage = { columns: 80, paint: { mark: String, removed: String } };

/** How many lines of a statement are shown. */
const MAX_LINES = 6;

/** For a terminal. */
export const text: Format = (review, context) => {
	const { page = PLAIN } = context;
	const groups = byScript(review).flatMap((script) => {
		const head = [...headOf(script, context), ...heaviest(script).flatMap((each) => lockLine(each, page))];
		if (script.findings.length === 0 && head.length === 1) return [];
		return [[head, ...script.findings.map((each) => block(each, page, context))]];
	});
	const blocks = groups.flat().map((lines) => lines.join('\n'));
	return `${[...blocks, summaryOf(review)].join('\n\n')}\n`;
};

/** The revision, or the file. */
function headOf({ file, revision, title }: Script, { root }: ReportContext): readonly string[] {
	if (revision === undefined) return [shown(pathFrom(root, file))];
	return [shown(title === undefined || title === revision ? revision : `${revision} ${title}`)];
}

/** `ACCESS EXCLUSIVE on public.account, rewrite` */
const lockLine = (relation: RelationFacts, { columns }: ReportPage): readonly string[] =>
	wrap(shown(`  ${relation.lock} on ${oneLine(relation.name)}, ${durationOf(relation)}`), columns, '    ');

function block(finding: Finding, page: ReportPage, { root }: ReportContext): readonly string[] {
	const { rule, severity, message, why, instead, source, sql } = finding;
	const { columns, paint } = page;
	const label = `${severity}[${rule}]`;
	const painted = severity === 'error' ? paint.removed(label) : paint.mark(label);
	const [first = '', ...more] = wrap(`  ${label} ${shown(message)}`, columns);
	return [
		first.replace(label, () => painted),
		...more,
		...[source, sql].flatMap((place) => (place ? `    at ${placeText(place, root)}` : [])),
		'',
		...frame(finding, columns),
		'',
		...wrap(`    ${shown(sentence(why))}`, columns, '    '),
		...(instead === undefined ? [] : ['    Instead:', ...instead.split('\n').map((line) => `      ${shown(line)}`)]),
	];
}

const placeText = ({ file, line, column }: Place, root: string): string =>
	`${shown(pathFrom(root, file))}:${line}:${column}`;

/** The lines of the statement with their numbers. */
function frame({ statement, sql }: Finding, columns: number): readonly string[] {
	const lines = statement.split('\n');
	const width = String(sql.line + MAX_LINES).length;
	const numbered = lines.slice(0, MAX_LINES).map((line, index) => {
		const room = columns - width - 7;
		const shownLine = shown(line.replaceAll('\t', '    '));
		const cut = shownLine.length > room ? `${shownLine.slice(0, room - 1)}…` : shownLine;
		return `    ${String(sql.line + index).padStart(width)} | ${cut}`.trimEnd();
	});
	return lines.length > MAX_LINES ? [...numbered, `    ${' '.repeat(width)} | …`] : numbered;
}

function summaryOf({ findings, reviewed, against }: Review): string {
	if (against) return `${countsOf(findings)} in ${comparedWith(against)}`;
	const statements = reviewed.reduce((sum, each) => sum + each.statements, 0);
	return `${countsOf(findings)} in ${count(statements, 'statement')} of ${count(reviewed.length, 'script')}`;
}
