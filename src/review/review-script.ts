import { statementsInBlock } from '../dialects/postgresql/catalog/do-block.ts';
import { nodeOf } from '../dialects/postgresql/catalog/trees.ts';
import type { Reader, Sight } from '../dialects/postgresql/facts/reader.ts';
import type { Node } from '../sql/parse-postgresql.ts';
import type { Grammar, Reading } from '../sql/reading.ts';
import { type CutScript, cutScript, readCuts, type ScriptStatement } from './facts/script-facts.ts';
import { History } from './history.ts';
import type { Inspector, Judged } from './inspector.ts';
import { Passage } from './passage.ts';
import { type Previous, Seen } from './seen.ts';
import { type Before, unchangedAmong } from './unchanged.ts';

/** What was found in a statement, and where that begins. Lines and columns count from 1. */
export interface Found extends Judged {
	readonly text: string;
	readonly line: number;
	readonly column: number;
}

/** A statement that was looked at. */
export interface LookedAt extends ScriptStatement {
	/** Whether the script had it before: then nothing is said of it. */
	readonly isUnchanged: boolean;
}

/** What was found in a script, and its statements. */
export interface FoundInScript {
	readonly found: readonly Found[];
	readonly statements: readonly LookedAt[];
}

/** What a review looks with. */
export interface Reviewer {
	readonly reading: Reading;
	readonly grammar: Grammar | undefined;
	/** Knows what the scripts before left. */
	readonly reader: Reader;
	readonly inspector: Inspector;
	/** The major version of the server. */
	readonly version: number;
	/** The minor version, where it is known. */
	readonly minor?: number | undefined;
}

/** What is to be looked at of a script. Default: all of it. */
interface Wanted {
	readonly before?: Before | undefined;
	readonly isOwn?: ((line: number) => boolean) | undefined;
}

/**
 * Have the rules look at each statement of a script. Never throws, whatever the text is.
 *
 * @param wanted.before - What the script was: of statements that it had then, nothing is said.
 * @param wanted.isOwn - Whether a line is of the author; of others nothing is said either.
 */
export function reviewScript(
	text: string,
	reviewer: Reviewer,
	{ before = 'nothing', isOwn }: Wanted = {},
): FoundInScript {
	const { reading, reader, inspector, version, minor } = reviewer;
	const cut = cutScript(text, reading);
	const parsed = new Map(cut.cuts.map((each) => [each, reader.parse(each.text)]));
	const script = Passage.of([...parsed.values()].flatMap((trees) => ('message' in trees ? [] : trees)));
	const isKept = keptIn(cut, reviewer, before).values();
	const history = new History();
	const judged: (readonly Judged[])[] = [];
	const unchanged: boolean[] = [];
	let previous: Previous | undefined;
	const look = (sight: Sight, sql: string): readonly Judged[] => {
		const around = { history, version, minor, script, index: judged.length, previous };
		const inspect = (each: Sight, own: string): readonly Judged[] =>
			inspector.inspect(new Seen({ ...each, ...around, text: own }));
		return [...inspect(sight, sql), ...judgedInside(sight.tree, reader, inspect)];
	};
	const see = (sight: Sight, sql: string, isPassedOver: boolean): void => {
		if (previous) {
			history.add(previous.tree, sight.known);
			history.addLocks(previous.facts);
		}
		judged.push(isPassedOver ? [] : look(sight, sql));
		previous = sight;
	};
	const statements = readCuts(cut, (each, { line }) => {
		const trees = parsed.get(each) ?? [];
		const isUnchanged = isKept.next().value ?? false;
		unchanged.push(...('message' in trees ? [isUnchanged] : trees.map(() => isUnchanged)));
		const isPassedOver = isUnchanged || isOwn?.(line) === false;
		return 'message' in trees ? trees : reader.readTrees(trees, (sight) => see(sight, each.text, isPassedOver));
	}).map((statement, index): LookedAt => ({ ...statement, isUnchanged: unchanged[index] ?? false }));
	const judgements = judged.values();
	const found = statements.flatMap(({ line, column, sql, problem, isUnchanged }): readonly Found[] => {
		if (!problem) return (judgements.next().value ?? []).map((each) => ({ ...each, text: sql, line, column }));
		const object = sql.slice(0, 40);
		const { message, ...place } = problem;
		const isPassedOver = isUnchanged || isOwn?.(line) === false;
		const problems = isPassedOver ? [] : inspector.unparsed({ object, message });
		return problems.map((each) => ({ ...each, text: sql, ...place }));
	});
	return { found, statements };
}

/** Which of the statements of a script it had before. */
function keptIn({ cuts }: CutScript, { reading, grammar }: Reviewer, before: Before): readonly boolean[] {
	if (typeof before === 'string') return cuts.map(() => before === 'same');
	const [now, then] = [cuts, cutScript(before.text, reading).cuts].map((all) => all.map(({ text }) => text));
	return unchangedAmong(now ?? [], then ?? [], reading, grammar);
}

/** What is said of the statements in a DO block. What they could be replaced by would not replace the block. */
function judgedInside(
	tree: Node,
	reader: Reader,
	inspect: (sight: Sight, text: string) => readonly Judged[],
): readonly Judged[] {
	const block = nodeOf(tree, 'DoStmt');
	const statements = (block && statementsInBlock(block)?.statements) ?? [];
	if (statements.length === 0) return [];
	const inner = reader.within();
	const found = new Map<string, Judged>();
	for (const text of statements) {
		const trees = inner.parse(text);
		if ('message' in trees) continue;
		inner.readTrees(trees, (sight) => {
			for (const { instead: _, ...each } of inspect(sight, text)) found.set(`${each.rule} ${each.object}`, each);
		});
	}
	return [...found.values()];
}
