import type { Dialect } from '../dialects/dialect.ts';
import type { StatementFacts } from '../revisions/versioned-facts.ts';
import { compareStatements } from './compare-statements.ts';
import type { Differ } from './differ.ts';
import { withLineFeeds } from './line-feeds.ts';
import { hasSameStatements, isSameMeaning, meaningsOf, type StatementMeaning } from './meaning.ts';
import type { Change, FileDiff, ScriptDiff, StatementDiff } from './report.ts';

/**
 * What happened to a script of a revision that is on both sides. A script that holds no statement means the same as none.
 */
export async function compareScripts(
	{ before, after }: FileDiff,
	dialect: Dialect,
	differ: Differ,
): Promise<Omit<ScriptDiff, 'direction'>> {
	const files = { ...(before && { before }), ...(after && { after }) };
	const same = { ...files, statements: [], unparsed: 0 };
	if (!before || !after) return { ...same, change: await changeOfLone((before ?? after)?.text ?? '', before, dialect) };
	if (withLineFeeds(before.text) === withLineFeeds(after.text)) return { ...same, change: 'moved' };
	if (hasSameStatements(before.text, after.text, dialect)) return { ...same, change: 'reformatted' };
	const [old, now] = [await meaningsOf(before.text, dialect), await meaningsOf(after.text, dialect)];
	const unparsed = [...old, ...now].filter(isUnparsed).length;
	if (isSameMeaning(old, now)) return { ...files, change: 'reformatted', statements: [], unparsed };
	return { ...files, change: 'changed', statements: compareStatements(old, now, differ), unparsed };
}

/**
 * A script of a revision that is on one side alone, with its statements.
 *
 * @param own - Which of its lines are the revision's; undefined when all statements are.
 */
export async function loneScript(
	file: FileDiff,
	own: readonly StatementFacts[] | undefined,
	dialect: Dialect,
): Promise<Omit<ScriptDiff, 'direction'>> {
	const change = file.before ? 'removed' : 'added';
	const text = (file.before ?? file.after)?.text ?? '';
	const meanings = await meaningsOf(text, dialect);
	const isOwn = ({ line }: StatementMeaning): boolean =>
		own?.some((facts) => facts.line <= line && line <= facts.lastLine) ?? true;
	const statements = meanings.filter(isOwn).map(({ text: statement, line, object }): StatementDiff => {
		const placed = { text: statement, line };
		return { change, ...(object && { object }), ...(file.before ? { before: placed } : { after: placed }) };
	});
	return { ...file, change, statements, unparsed: meanings.filter(isUnparsed).length };
}

async function changeOfLone(text: string, before: FileDiff['before'], dialect: Dialect): Promise<Change> {
	if ((await meaningsOf(text, dialect)).length === 0) return 'reformatted';
	return before ? 'removed' : 'added';
}

const isUnparsed = (statement: StatementMeaning): boolean => statement.isUnparsed;
