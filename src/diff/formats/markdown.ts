import { code, fenced, plain } from '../../core/markdown.ts';
import type { Differ, Hunk } from '../differ.ts';
import type { RevisionDiff, ScriptDiff, StatementDiff } from '../report.ts';
import type { Format } from './format.ts';
import { lineOf, shownScripts, sidesOf, subject, summary } from './summary.ts';

/**
 * What GitHub takes as one comment, with some room to spare. In characters.
 *
 * @see https://docs.github.com/en/rest/issues/comments
 */
const MAX_LENGTH = 60_000;

/** For a comment on a pull request. What does not fit into one is named without its statements. */
export const markdown: Format = (report, { differ }) => {
	const head = `### ${plain(summary(report))}\n\n${sidesOf(report).map(code).join(' → ')}\n`;
	let length = head.length;
	let left = 0;
	const blocks = report.revisions.map((revision) => {
		const title = headline(revision);
		const body = bodyOf(revision, differ);
		const fits = length + title.length + body.length < MAX_LENGTH;
		if (!fits) left++;
		const block = fits ? title + body : title;
		length += block.length;
		return length < MAX_LENGTH ? block : '';
	});
	const rest = left === 0 ? '' : `\nA comment holds no more: ${left} of the revisions are not shown in full.\n`;
	return `${head}${blocks.join('')}${rest}`;
};

function headline({ change, revision, title, path, from, parents }: RevisionDiff): string {
	const ids = (list: readonly string[]): string => (list.length === 0 ? 'base' : list.map(code).join(', '));
	const name = revision === undefined ? code(path) : `${code(revision)} ${plain(title ?? '')}`.trimEnd();
	const moved = from === undefined ? '' : `, moved from ${code(from)} to ${code(path)}`;
	const under = parents ? `, parents ${ids(parents.before)} → ${ids(parents.after)}` : '';
	return `\n**${change}** ${name}${moved}${under}\n`;
}

const bodyOf = (revision: RevisionDiff, differ: Differ): string =>
	shownScripts(revision)
		.map((script) => scriptBlock(script, revision.dialect, differ))
		.join('');

function scriptBlock(script: ScriptDiff, dialect: string, differ: Differ): string {
	const { change, statements, unparsed } = script;
	const direction = script.direction ?? 'script';
	if (statements.length === 0) return change === 'moved' ? '' : `\n${direction}: ${change}\n`;
	const unknown =
		unparsed > 0
			? `\n${direction}: statements that the grammar of ${dialect} does not know: ${unparsed}; their tokens were compared\n`
			: '';
	return unknown + statements.map((statement) => statementBlock(statement, differ, { direction })).join('');
}

/** What differs in a statement: what stands in front of its line, and how many lines around what differs are shown. */
export function statementBlock(
	statement: StatementDiff,
	differ: Differ,
	{ direction, context }: { readonly direction?: string; readonly context?: number },
): string {
	const place = [...(direction === undefined ? [] : [direction]), plain(lineOf(statement)), statement.change].join(
		', ',
	);
	const title = `\n${place}: ${code(subject(statement))}\n`;
	const lines = linesOf(statement, differ, context);
	return lines.length === 0 ? title : `${title}\n${fenced('diff', lines.join('\n'))}\n`;
}

function linesOf({ change, before, after }: StatementDiff, differ: Differ, context?: number): readonly string[] {
	if (change === 'moved') return [];
	const ended = (text: string | undefined): string => (text === undefined ? '' : `${text}\n`);
	const hunks: readonly Hunk[] = differ.hunks(ended(before?.text), ended(after?.text), context);
	return hunks.flatMap(({ lines }, index) => (index === 0 ? lines : ['…', ...lines]));
}
