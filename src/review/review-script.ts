import type { Reader, Sight } from '../dialects/postgresql/facts/reader.ts';
import type { Node } from '../sql/parse-postgresql.ts';
import type { Grammar, Reading } from '../sql/reading.ts';
import { cutStatements } from './facts/cut.ts';
import { factsOf, plainText, type ScriptStatement } from './facts/script-facts.ts';
import { History } from './history.ts';
import type { Inspector, Judged } from './inspector.ts';
import { Seen } from './seen.ts';
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
}

/**
 * Have the rules look at each statement of a script. Never throws, whatever the text is.
 *
 * @param before - What the script was: of statements that it had then, nothing is said.
 */
export function reviewScript(text: string, reviewer: Reviewer, before: Before = 'nothing'): FoundInScript {
	const { reading, reader, inspector, version } = reviewer;
	const cuts = [...cutStatements(plainText(text), reading)].map(({ text: sql }) => sql);
	const trees = cuts.flatMap((sql) => treesOf(sql, reader));
	const isUnchanged = unchangedIn(cuts, reviewer, before).values();
	const history = new History();
	const judged: (readonly Judged[])[] = [];
	const unchanged: boolean[] = [];
	let last: Node | undefined;
	const look = ({ tree, facts, known, isInTransaction }: Sight, sql: string, isKept: boolean): void => {
		if (last) history.add(last, known);
		last = tree;
		const seen = new Seen({
			tree,
			text: sql,
			facts,
			known,
			isInTransaction,
			history,
			version,
			trees,
			index: judged.length,
		});
		judged.push(isKept ? [] : inspector.inspect(seen));
	};
	const statements = factsOf(text, reading, {
		next: () => reader.next(),
		read: (sql) => {
			const isKept = isUnchanged.next().value ?? false;
			const read = reader.read(sql, (sight) => look(sight, sql, isKept));
			unchanged.push(...('message' in read ? [isKept] : read.map(() => isKept)));
			return read;
		},
	}).map((statement, index): LookedAt => ({ ...statement, isUnchanged: unchanged[index] ?? false }));
	const parsed = judged.values();
	const found = statements.flatMap(({ line, column, sql, problem, isUnchanged: isKept }): readonly Found[] => {
		if (!problem) return (parsed.next().value ?? []).map((each) => ({ ...each, text: sql, line, column }));
		const object = sql.slice(0, 40);
		const { message, ...place } = problem;
		const problems = isKept ? [] : inspector.unparsed({ object, message });
		return problems.map((each) => ({ ...each, text: sql, ...place }));
	});
	return { found, statements };
}

/** Which of the statements of a script it had before. */
function unchangedIn(cuts: readonly string[], { reading, grammar }: Reviewer, before: Before): readonly boolean[] {
	if (typeof before === 'string') return cuts.map(() => before === 'same');
	const old = [...cutStatements(plainText(before.text), reading)].map(({ text }) => text);
	return unchangedAmong(cuts, old, reading, grammar);
}

function treesOf(sql: string, reader: Reader): readonly Node[] {
	const trees = reader.parse(sql);
	return 'message' in trees ? [] : trees;
}
