import type { StatementFacts } from '../dialects/facts.ts';
import { usedByOthers } from '../dialects/lock-words.ts';
import { nodeOf } from '../dialects/postgresql/catalog/trees.ts';
import { readBlock } from '../dialects/postgresql/facts/block-facts.ts';
import type { Reader, Sight } from '../dialects/postgresql/facts/reader.ts';
import type { Node } from '../sql/parse-postgresql.ts';
import type { Grammar, Reading } from '../sql/reading.ts';
import { type CutBefore, type UnseenInScript, unseenIn, variableProblem } from './client-commands.ts';
import type { Cut } from './facts/cut.ts';
import {
	type CutScript,
	cutScript,
	type Place,
	placesIn,
	readCuts,
	type ScriptStatement,
} from './facts/script-facts.ts';
import type { Inspector, Judged } from './inspector.ts';
import type { Problem } from './rule.ts';
import { Seen, type Surroundings } from './seen.ts';
import { Sides } from './sides.ts';
import { withoutLastComments } from './statement-tokens.ts';
import { type Before, unchangedAmong } from './unchanged.ts';
import { Waivers } from './waivers/waivers.ts';

/** What was found in a statement, and where that begins. Lines and columns count from 1. */
export interface Found extends Judged {
	readonly text: string;
	readonly line: number;
	readonly column: number;
	/** Where the statement begins, where that is another place. */
	readonly begin?: Place;
	/** Why a comment allows it; absent when none does. */
	readonly reason?: string;
}

/** A statement that was looked at, with what reports tell of its facts. */
export interface LookedAt
	extends Omit<ScriptStatement, 'facts'>,
		Pick<StatementFacts, 'relations' | 'transaction' | 'transactional'> {
	/** Whether the script had it before: then nothing is said of it. */
	readonly isUnchanged: boolean;
	/** Whether it belongs to a part that takes back what the script does. */
	readonly isDown: boolean;
}

/** What was found in a script, and its statements. */
export interface FoundInScript {
	readonly found: readonly Found[];
	/** What was found, too, and is allowed by comments. */
	readonly waived: readonly Found[];
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
	/** The script that this one takes back. */
	readonly undone?: string | undefined;
}

/**
 * Have the rules look at each statement of a script. Never throws, whatever the text is, unless a rule of the project does.
 *
 * @param wanted.before - What the script was: of statements that it had then, nothing is said.
 * @param wanted.isOwn - Whether a line is of the author; of others nothing is said either.
 * @param wanted.undone - The text of the script that this one takes back.
 */
export function reviewScript(
	text: string,
	reviewer: Reviewer,
	{ before = 'nothing', isOwn = () => true, undone }: Wanted = {},
): FoundInScript {
	const script = cutScript(text, reviewer.reading);
	const then = typeof before === 'string' ? before : cutScript(before.text, reviewer.reading);
	const back = undone === undefined ? undefined : cutScript(undone, reviewer.reading).cuts.map((cut) => cut.text);
	const look = new Look(script, reviewer, { isKept: keptIn(script, reviewer, then), isOwn, undone: back });
	const statements: LookedAt[] = [];
	for (const statement of readCuts(script, (cut, { line }) => look.read(cut, line)))
		statements.push(look.lookedAt(statement, statements.length));
	const all = [
		...statements.flatMap((statement, index) => look.foundIn(statement, index)),
		...look.unseen(unseenIn(script, then, reviewer.reading)),
		...look.wrongWaivers(),
	];
	const inOrder = all.toSorted((one, other) => one.line - other.line || one.column - other.column);
	return {
		found: inOrder.filter(({ reason }) => reason === undefined),
		waived: inOrder.filter(({ reason }) => reason !== undefined),
		statements,
	};
}

/** Which of the statements of a script it had before. */
function keptIn({ cuts }: CutScript, { reading, grammar }: Reviewer, before: CutBefore): readonly boolean[] {
	if (typeof before === 'string') return cuts.map(() => before === 'same');
	const [now, then] = [cuts, before.cuts].map((all) => all.map(({ text }) => text));
	return unchangedAmong(now ?? [], then ?? [], reading, grammar);
}

interface Looking {
	readonly isOwn: (line: number) => boolean;
	/** Which statements the script had before. */
	readonly isKept: readonly boolean[];
	/** The statements that it takes back. */
	readonly undone: readonly string[] | undefined;
}

/** One way through a script: has the rules look while its facts are read. */
class Look {
	readonly #reviewer: Reviewer;
	readonly #text: string;
	readonly #waivers: Waivers;
	readonly #sides: Sides;
	/** Which statements the script had before. */
	readonly #isKept: readonly boolean[];
	readonly #isOwn: (line: number) => boolean;
	/** What was found in each statement, in their order. */
	readonly #outcomes: Outcome[] = [];
	#cut = -1;

	constructor({ text, cuts, parts }: CutScript, reviewer: Reviewer, { isKept, isOwn, undone }: Looking) {
		const { reading, reader, inspector } = reviewer;
		this.#reviewer = reviewer;
		this.#text = text;
		this.#isKept = isKept;
		this.#isOwn = isOwn;
		this.#waivers = new Waivers(text, reading, inspector);
		this.#sides = new Sides(cuts, parts, reader, undone);
	}

	/** The cuts have to come in their order. */
	read(cut: Cut, line: number): ReturnType<Reader['read']> {
		const { reader, isDown } = this.#sides.enter(cut.start);
		const trees = this.#sides.next();
		const isUnchanged = this.#isKept[++this.#cut] ?? false;
		if (isUnchanged) this.#waivers.passOver(this.#cut);
		const outcome = { isUnchanged, isDown, isPassedOver: isUnchanged || !this.#isOwn(line), judged: [] };
		if (!('message' in trees)) {
			return reader.readTrees(trees, cut.text, (sight) => this.#look(sight, cut.text, outcome));
		}
		const isVariable = this.#reviewer.reading.variable?.test(cut.text) && !outcome.isPassedOver;
		const judged = isVariable ? this.#waived(this.#opaque(variableProblem(cut.text)), this.#cut) : undefined;
		this.#outcomes.push({ ...outcome, judged: judged ?? [], isTold: judged !== undefined });
		return trees;
	}

	/** What is found in commands of a client. */
	unseen(all: readonly UnseenInScript[]): readonly Found[] {
		const placeOf = placesIn(this.#text);
		return all.flatMap(({ problem, text, start, index }) => {
			const place = placeOf(start);
			if (!this.#isOwn(place.line)) return [];
			return this.#waived(this.#opaque(problem), index).map((each) => ({ ...each, text, ...place }));
		});
	}

	#opaque(problem: Problem): readonly Judged[] {
		return this.#reviewer.inspector.tell('opaque-sql', problem);
	}

	lookedAt({ facts, ...statement }: ScriptStatement, index: number): LookedAt {
		const { relations, transaction, transactional } = facts ?? NO_FACTS;
		const { isUnchanged = false, isDown = false } = this.#outcomes[index] ?? {};
		return { isUnchanged, isDown, transaction, transactional, relations: usedByOthers(relations), ...statement };
	}

	/** What was found in a statement, with its place. */
	foundIn({ line, column, sql, problem }: LookedAt, index: number): readonly Found[] {
		const { judged = [], isPassedOver = false, isTold = false } = this.#outcomes[index] ?? {};
		if (!problem || isPassedOver || isTold) {
			const placeOf = placesIn(sql);
			return judged.map((each) => ({ text: sql, ...within({ line, column }, placeOf(each.location ?? 0)), ...each }));
		}
		const { message, ...place } = problem;
		const found = this.#reviewer.inspector.tell('syntax-error', { object: sql.slice(0, 40), message });
		return found.map((each) => ({ ...each, text: sql, ...place }));
	}

	/** What is wrong with the comments that allow something. */
	wrongWaivers(): readonly Found[] {
		const placeOf = placesIn(this.#text);
		const problems = this.#waivers.problems().toSorted((one, other) => one.comment.start - other.comment.start);
		return problems.flatMap(({ comment, ...problem }) => {
			const place = placeOf(comment.start);
			if (!this.#isOwn(place.line)) return [];
			const told = this.#reviewer.inspector.tell('unused-suppression', problem);
			return told.map((each) => ({ ...each, text: comment.raw, ...place }));
		});
	}

	#look(sight: Sight, text: string, outcome: Outcome): void {
		const side = this.#sides.now;
		const { previous, history } = side;
		if (previous) {
			history.add(previous.tree, sight.known);
			history.addLocks(previous.facts);
		}
		side.previous = sight;
		const index = side.seen++;
		const judged = outcome.isPassedOver ? [] : this.#judged(sight, text, { index, previous });
		this.#outcomes.push({ ...outcome, judged });
	}

	#judged(
		sight: Sight,
		text: string,
		{ index, previous }: Pick<Surroundings, 'index' | 'previous'>,
	): readonly Waived[] {
		const { inspector, version, minor } = this.#reviewer;
		const { reader, history, script, undone } = this.#sides.now;
		const around = { history, undone, version, minor, script, index, previous };
		const inspect = (each: Sight, own: string): readonly Judged[] =>
			inspector.inspect(new Seen(each, withoutLastComments(own), around));
		const own = inspect(sight, text).map((each) =>
			each.location === undefined ? each : { ...each, location: reader.offsetOf(each.location, text) },
		);
		return this.#waived([...own, ...judgedInside(sight.tree, text, reader, inspect)], this.#cut);
	}

	#waived(found: readonly Judged[], statement: number): readonly Waived[] {
		return found.map((each): Waived => {
			const reason = this.#waivers.reasonFor(each.rule, statement);
			if (reason === undefined) return each;
			this.#sides.now.history.untell(each.rule);
			return { ...each, reason };
		});
	}
}

const NO_FACTS = { relations: [], transaction: undefined, transactional: true };

/** What came of looking at a statement. */
interface Outcome {
	/** Whether the script had it before. */
	readonly isUnchanged: boolean;
	readonly isDown: boolean;
	/** Whether nothing is said of it. */
	readonly isPassedOver: boolean;
	readonly judged: readonly Waived[];
	/** Whether that says all of a statement that cannot be parsed. */
	readonly isTold?: boolean;
}

type Waived = Judged & Pick<Found, 'reason'>;

/** A place in a statement as one in its script, beside that of its beginning. */
function within(begin: Place, { line, column }: Place): Place & Pick<Found, 'begin'> {
	if (line === 1 && column === 1) return begin;
	return { line: begin.line + line - 1, column: line === 1 ? begin.column + column - 1 : column, begin };
}

/**
 * What is said of the statements in a DO block, at the place of those that stand there as they are. What they could be
 * replaced by would not replace the block.
 */
function judgedInside(
	tree: Node,
	block: string,
	reader: Reader,
	inspect: (sight: Sight, text: string) => readonly Judged[],
): readonly Judged[] {
	const found = new Map<string, Judged>();
	let end = 0;
	readBlock(nodeOf(tree, 'DoStmt'), reader, (sight, text) => {
		const start = block.indexOf(text, end);
		const location = start === -1 ? undefined : start;
		end = location ?? end;
		for (const { instead: _, ...each } of inspect(sight, text))
			found.set(`${each.rule} ${each.object}`, { ...each, location });
	});
	return [...found.values()];
}
