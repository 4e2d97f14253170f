import { count, oneLine } from '../core/text.ts';
import { wrap } from '../core/wrap.ts';
import type { RelationFacts } from '../dialects/facts.ts';
import { durationOf } from '../dialects/lock-words.ts';
import type { Finding, Place, Review } from '../review/finding.ts';
import { byScript, type Script } from './by-script.ts';
import type { FormatInParts, ReportContext, ReportPage } from './format.ts';
import { heaviestIn } from './locks.ts';
import { pathFrom, placeOf } from './place.ts';
import { allowance, comparedWith, countsOf, leftOutIn, sentence, shown } from './summary.ts';

const PLAIN: ReportPage = { columns: 80, paint: { mark: String, removed: String } };

/** How many lines of a statement are shown. */
const MAX_LINES = 6;

/** For a terminal. */
export const text: FormatInParts = function* (review, context) {
	const { page = PLAIN } = context;
	const how = { page, root: context.root, lineOf: moduleLines(context), explain: explanations(page) };
	for (const script of byScript(review)) {
		const head = [...headOf(script, context), ...heaviestIn(script).flatMap((each) => lockLine(each, page))];
		if (script.findings.length === 0 && head.length === 1) continue;
		yield paragraph(head);
		for (const each of script.findings) yield paragraph(block(each, how));
	}
	for (const section of allowedIn(review, context)) yield paragraph([section]);
	yield `${wrap(summaryOf(review), page.columns, '').join('\n')}\n`;
};

const paragraph = (lines: readonly string[]): string => `${lines.join('\n')}\n\n`;

/** What comments allow, in a short section. */
function allowedIn({ waived = [] }: Review, { page = PLAIN, root }: ReportContext): readonly string[] {
	if (waived.length === 0) return [];
	const lines = waived.flatMap((finding) => [
		...wrap(`  ${finding.severity}[${shown(finding.rule)}] at ${placeText(placeOf(finding), root)}`, page.columns),
		...wrap(`    ${allowance(finding)}`, page.columns, '    '),
	]);
	return [['Allowed', '', ...lines].join('\n')];
}

/** The revision, or the file. */
function headOf({ file, revision, title }: Script, { root }: ReportContext): readonly string[] {
	if (revision === undefined) return [shown(pathFrom(root, file))];
	return [shown(title === undefined || title === revision ? revision : `${revision} ${title}`)];
}

/** `ACCESS EXCLUSIVE on public.account, rewrite` */
const lockLine = (relation: RelationFacts, { columns }: ReportPage): readonly string[] =>
	wrap(shown(`  ${relation.lock} on ${oneLine(relation.name)}, ${durationOf(relation)}`), columns, '    ');

/** How findings are printed. */
interface How {
	readonly page: ReportPage;
	readonly root: string;
	readonly lineOf: LineOf;
	/** The lines that say why. */
	readonly explain: (why: string) => readonly string[];
}

function block(finding: Finding, { page, root, lineOf, explain }: How): readonly string[] {
	const { rule, severity, message, why, instead, source, sql } = finding;
	const { columns, paint } = page;
	const label = `${severity}[${rule}]`;
	const painted = severity === 'error' ? paint.removed(label) : paint.mark(label);
	const [first = '', ...more] = wrap(`  ${label} ${shown(message)}`, columns);
	return [
		first.replace(label, () => painted),
		...more,
		...(source ? callFrame(source, page, root, lineOf(source)) : []),
		`    at ${placeText(sql, root)}`,
		'',
		...frame(finding, columns),
		'',
		...explain(why),
		...(instead === undefined ? [] : ['    Instead:', ...instead.split('\n').map((line) => `      ${shown(line)}`)]),
	];
}

/** Says why; a rule says the same of all that it finds. */
function explanations({ columns }: ReportPage): How['explain'] {
	const known = new Map<string, readonly string[]>();
	return (why) => {
		const lines = known.get(why) ?? wrap(`    ${shown(sentence(why))}`, columns, '    ');
		known.set(why, lines);
		return lines;
	};
}

const placeText = ({ file, line, column }: Place, root: string): string =>
	`${shown(pathFrom(root, file))}:${line}:${column}`;

/** The line of a place; undefined where its file cannot be read. */
type LineOf = (place: Place) => string | undefined;

/** Findings of one module follow each other: it is read once. */
function moduleLines({ moduleText }: ReportContext): LineOf {
	let known: { readonly file: string; readonly lines: readonly string[] | undefined } | undefined;
	return ({ file, line }) => {
		if (known?.file !== file) known = { file, lines: moduleText?.(file)?.split(/\r?\n/) };
		return known.lines?.[line - 1];
	};
}

/** Where the call stands, its line, and a mark below it. */
function callFrame(
	source: Place,
	{ columns, paint }: ReportPage,
	root: string,
	text: string | undefined,
): readonly string[] {
	const { line, column } = source;
	const place = `    at ${placeText(source, root)}`;
	if (text === undefined) return [place];
	const width = String(line).length;
	const before = shown(withoutTabs(text.slice(0, column - 1)));
	const margin = numbered('', width, `${' '.repeat(before.length)}^`, columns);
	const mark = margin.endsWith('^') ? [margin.replace('^', () => paint.removed('^'))] : [];
	return [place, '', numbered(String(line), width, shown(withoutTabs(text)), columns), ...mark, ''];
}

/** The lines of the statement with their numbers. */
function frame({ statement, sql, begin = sql }: Finding, columns: number): readonly string[] {
	const lines = statement.split('\n');
	const at = sql.line - begin.line;
	const width = String(Math.max(sql.line, begin.line + MAX_LINES)).length;
	const shownAt = (index: number): string =>
		numbered(String(begin.line + index), width, shown(withoutTabs(lines[index] ?? '')), columns);
	const rest = numbered('', width, '…', columns);
	const indexes = at < MAX_LINES ? lines.slice(0, MAX_LINES).map((_, index) => index) : [0, at];
	const [first = '', ...more] = indexes.map(shownAt);
	const isLast = indexes.at(-1) === lines.length - 1;
	return [first, ...(at < MAX_LINES ? [] : [rest]), ...more, ...(isLast ? [] : [rest])];
}

const withoutTabs = (line: string): string => line.replaceAll('\t', '    ');

/** A line behind its number, cut where the page ends. */
function numbered(number: string, width: number, line: string, columns: number): string {
	const room = columns - width - 7;
	const cut = line.length > room ? `${line.slice(0, room - 1)}…` : line;
	return `    ${number.padStart(width)} | ${cut}`.trimEnd();
}

function summaryOf(review: Review): string {
	const { findings, reviewed, against } = review;
	const statements = reviewed.reduce((sum, each) => sum + each.statements, 0);
	const looked = `${count(statements, 'statement')} of ${count(reviewed.length, 'script')}`;
	const found = `${countsOf(findings)} in ${against ? comparedWith(against) : looked}`;
	return [found, leftOutIn(review)].filter(Boolean).join(', ');
}
