import { count, oneLine } from '../core/text.ts';
import { type Finding, LEVELS, type Severity, type WaivedFinding } from '../review/finding.ts';
import type { Format } from './format.ts';
import { pathFrom, placeOf, STDIN } from './place.ts';
import { bySeverity, explanation, shown } from './summary.ts';

/**
 * How many annotations of one kind a step may make. GitHub drops the others without a word.
 *
 * @see https://docs.github.com/en/rest/checks/runs
 */
const MAX_PER_KIND = 10;

/** The commands that make annotations. */
const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const satisfies Record<Severity, string>;

/** Annotations of a GitHub workflow: the most severe findings become annotations, the rest stands in the log. */
export const github: Format = ({ findings, waived = [] }, { root }) => {
	const sorted = bySeverity(findings);
	const annotated = withinLimits(sorted);
	const rest = sorted.filter((finding) => !annotated.has(finding));
	const commands = [...annotated].map((finding) => annotation(finding, root));
	const allowed = allowedLines(waived, root);
	if (rest.length === 0) return linesOf([...commands, ...allowed]);
	return linesOf([
		...commands,
		command('notice', { title: 'gen-sql review' }, `${count(rest.length, 'more finding')} in the log of this step`),
		'::group::Findings without an annotation',
		...rest.map((finding) => logLine(finding, root)),
		'::endgroup::',
		...allowed,
	]);
};

/** What comments allow stands in the log alone. */
function allowedLines(waived: readonly WaivedFinding[], root: string): readonly string[] {
	if (waived.length === 0) return [];
	const lines = waived.map((finding) => `${logLine(finding, root)} (allowed: ${inLog(finding.reason)})`);
	return ['::group::Allowed findings', ...lines, '::endgroup::'];
}

/** As many of each kind as are shown. Where some are not, a notice is left to say so. */
function withinLimits(sorted: readonly Finding[]): ReadonlySet<Finding> {
	const upTo = (notices: number): readonly Finding[] =>
		LEVELS.flatMap((level) =>
			sorted.filter(({ severity }) => severity === level).slice(0, level === 'info' ? notices : MAX_PER_KIND),
		);
	const most = upTo(MAX_PER_KIND);
	return new Set(most.length === sorted.length ? most : upTo(MAX_PER_KIND - 1));
}

function annotation(finding: Finding, root: string): string {
	const { rule, severity, sql, source, instead } = finding;
	const { file, line, column } = placeOf(finding);
	const endLine = source ? line : sql.endLine;
	const text = [
		explanation(finding),
		...(source || file === STDIN ? [`SQL: ${shown(pathFrom(root, sql.file))}:${sql.line}`] : []),
		...(instead === undefined ? [] : [`Instead:\n${shown(instead)}`]),
	].join('\n');
	// A column is refused where the lines differ.
	const columns = endLine > line ? { endLine } : { col: column };
	const place = file === STDIN ? {} : { file: shown(pathFrom(root, file)), line, ...columns };
	return command(COMMANDS[severity], { ...place, title: shown(rule) }, text);
}

/**
 * A command to the runner.
 *
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
function command(name: string, properties: Readonly<Record<string, string | number>>, text: string): string {
	const given = Object.entries(properties).map(([key, value]) => `${key}=${escapedProperty(String(value))}`);
	return `::${name} ${given.join(',')}::${escaped(text)}`;
}

const escaped = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapedProperty = (text: string): string => escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** A line of the log. The runner takes `##[` anywhere in a line for a command. */
function logLine(finding: Finding, root: string): string {
	const { file, line, column } = placeOf(finding);
	const text = `${pathFrom(root, file)}:${line}:${column}: ${finding.rule}: ${finding.message}`;
	return `${finding.severity}: ${inLog(text)}`;
}

const inLog = (text: string): string => oneLine(text.toWellFormed()).replaceAll('##[', '## [');

const linesOf = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');
