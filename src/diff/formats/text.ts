import { oneLine } from '../../core/text.ts';
import type { RevisionDiff, ScriptDiff, StatementDiff } from '../report.ts';
import type { Format, FormatContext } from './format.ts';
import { comparedSides, lineOf, nameOf, subject, summary } from './summary.ts';
import { type Atom, changedLines, wrapped } from './word-lines.ts';

const WIDTH = 80;

/** For a terminal of 80 columns. */
export const text: Format = (report, context) => {
	const blocks = report.revisions.map((revision) => revisionLines(revision, context).join('\n'));
	const [head, foot] = [oneLine(comparedSides(report)), summary(report)].map((line) => plain(line, '').join('\n'));
	return `${[head, ...blocks, foot].join('\n\n')}\n`;
};

function revisionLines(revision: RevisionDiff, context: FormatContext): readonly string[] {
	const { change, from, path, parents } = revision;
	const ids = (list: readonly string[]): string => (list.length === 0 ? 'base' : list.join(', '));
	return [
		...plain(`${change}  ${oneLine(nameOf(revision))}`, ''),
		...(from === undefined ? [] : plain(`path: ${oneLine(from)} -> ${oneLine(path)}`)),
		...(parents ? plain(`parents: ${oneLine(ids(parents.before))} -> ${oneLine(ids(parents.after))}`) : []),
		...(change === 'changed' ? revision.scripts.flatMap((script) => scriptLines(script, revision, context)) : []),
	];
}

function scriptLines(script: ScriptDiff, { dialect }: RevisionDiff, context: FormatContext): readonly string[] {
	const { direction = 'script', change, statements, unparsed } = script;
	if (change !== 'changed') return change === 'moved' ? [] : plain(`${direction}: ${change}`);
	const unknown = `${direction}: statements that the grammar of ${dialect} does not know: ${unparsed}; their tokens were compared`;
	return [
		...(unparsed > 0 ? plain(unknown) : []),
		...statements.flatMap((statement) => [
			...plain(`${direction}, ${lineOf(statement)}, ${statement.change}: ${oneLine(subject(statement))}`),
			...statementLines(statement, context),
		]),
	];
}

function statementLines(
	{ change, before, after, words = [] }: StatementDiff,
	context: FormatContext,
): readonly string[] {
	const { paint } = context;
	const painted = ({ kind, text }: Atom): string => (kind === 'same' ? text : paint[kind](text));
	if (change === 'changed') return changedLines(words).flatMap((atoms) => wrapped(atoms, WIDTH, '      ', painted));
	if (change === 'moved') return [];
	const mark = change === 'added' ? '+' : '-';
	const lines = ((after ?? before)?.text ?? '').split('\n');
	return lines.flatMap((line) => wrapped([{ kind: change, text: `${mark} ${line}` }], WIDTH, '    ', painted));
}

const plain = (line: string, indent = '  '): readonly string[] =>
	wrapped([{ kind: 'same', text: line }], WIDTH, indent, ({ text }) => text);
