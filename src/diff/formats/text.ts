import { oneLine, visible } from '../../core/text.ts';
import type { RevisionDiff, ScriptDiff, StatementDiff } from '../report.ts';
import type { Format, FormatContext } from './format.ts';
import { comparedSides, lineOf, nameOf, shownScripts, subject, summary } from './summary.ts';
import { type Atom, changedLines, wrapped } from './word-lines.ts';

/** For a terminal. */
export const text: Format = (report, context) => {
	const blocks = report.revisions.map((revision) => revisionLines(revision, context).join('\n'));
	const ends = [oneLine(comparedSides(report)), summary(report)];
	const [head, foot] = ends.map((line) => plain(line, context, '').join('\n'));
	return `${[head, ...blocks, foot].join('\n\n')}\n`;
};

function revisionLines(revision: RevisionDiff, context: FormatContext): readonly string[] {
	const { change, from, path, parents } = revision;
	const ids = (list: readonly string[]): string => (list.length === 0 ? 'base' : list.join(', '));
	return [
		...plain(`${change}  ${oneLine(nameOf(revision))}`, context, ''),
		...(from === undefined ? [] : plain(`path: ${oneLine(from)} -> ${oneLine(path)}`, context)),
		...(parents ? plain(`parents: ${oneLine(ids(parents.before))} -> ${oneLine(ids(parents.after))}`, context) : []),
		...shownScripts(revision).flatMap((script) => scriptLines(script, revision, context)),
	];
}

function scriptLines(script: ScriptDiff, { dialect }: RevisionDiff, context: FormatContext): readonly string[] {
	const { direction = 'script', change, statements, unparsed } = script;
	if (statements.length === 0) return change === 'moved' ? [] : plain(`${direction}: ${change}`, context);
	const unknown = `${direction}: statements that the grammar of ${dialect} does not know: ${unparsed}; their tokens were compared`;
	return [
		...(unparsed > 0 ? plain(unknown, context) : []),
		...statements.flatMap((statement) => [
			...plain(`${direction}, ${lineOf(statement)}, ${statement.change}: ${oneLine(subject(statement))}`, context),
			...statementLines(statement, context),
		]),
	];
}

function statementLines(
	{ change, before, after, words = [] }: StatementDiff,
	context: FormatContext,
): readonly string[] {
	const { paint, columns } = context;
	const painted = ({ kind, text }: Atom): string => (kind === 'same' ? visible(text) : paint[kind](visible(text)));
	if (change === 'changed') return changedLines(words).flatMap((atoms) => wrapped(atoms, columns, '      ', painted));
	if (change === 'moved') return [];
	const mark = change === 'added' ? '+' : '-';
	const lines = ((after ?? before)?.text ?? '').split('\n');
	return lines.flatMap((line) => wrapped([{ kind: change, text: `${mark} ${line}` }], columns, '    ', painted));
}

const plain = (line: string, { columns }: FormatContext, indent = '  '): readonly string[] =>
	wrapped([{ kind: 'same', text: line }], columns, indent, ({ text }) => text);
