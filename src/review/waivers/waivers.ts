import { append } from '../../core/keys.ts';
import { nearest } from '../../core/suggest.ts';
import { oneLine } from '../../core/text.ts';
import { readWaiver, wordsOf } from '../../core/waiver.ts';
import type { Reading } from '../../sql/reading.ts';
import { rulesOfSquawk, squawkRules } from '../other-tools.ts';
import { type Comment, commentsOf } from './comments.ts';

/** One rule that a comment allows. */
interface Allowed {
	/** The rule; undefined for every one. */
	readonly rule: string | undefined;
	readonly reason: string;
}

/** What is wrong with a comment that is to allow something. */
export interface WaiverProblem {
	readonly comment: Comment;
	/** What it speaks of. */
	readonly object: string;
	readonly message: string;
}

/** The rules, as waivers ask for them. */
export interface KnownRules {
	readonly ids: readonly string[];
	/** Whether a rule is looked for. */
	isOn(id: string): boolean;
}

/** Rules that tell that something was not reviewed. */
const NEVER_ALLOWED: ReadonlySet<string> = new Set(['syntax-error', 'unused-suppression']);

const MARKS = /gen-sql[:\s]|squawk-ignore/i;

/** The statement of a comment that stands behind the last one. */
const NOWHERE = -1;

/** What stands where squawk's comment gives no reason: it asks for none. */
const NO_REASON = 'no reason is given';

/**
 * What the comments of a script allow, and which of that was needed. Comments that say the same count as one: a call that
 * renders several statements is printed with its waivers in front of each.
 */
export class Waivers {
	readonly #rules: KnownRules;
	/** By the statement; undefined for the whole script. */
	readonly #allowed = new Map<number | undefined, Allowed[]>();
	readonly #problems: WaiverProblem[] = [];
	/** Those of gen-sql's own, by what they say. */
	readonly #own = new Map<string, { readonly comments: Comment[]; readonly rule: string }>();
	readonly #used = new Set<string>();
	/** The statements that are not looked at. */
	readonly #passedOver = new Set<number>();

	constructor(text: string, reading: Reading, rules: KnownRules) {
		this.#rules = rules;
		if (!MARKS.test(text)) return;
		for (const comment of commentsOf(text, reading)) {
			this.#readOwn(comment);
			this.#readSquawk(comment);
		}
	}

	/** Why a rule is allowed on a statement; undefined when it is not. What is said of the statement comes first. */
	reasonFor(rule: string, statement: number): string | undefined {
		if (NEVER_ALLOWED.has(rule)) return undefined;
		const said = [statement, undefined].flatMap((each) => this.#allowed.get(each) ?? []);
		const found = said.filter((each) => (each.rule ?? rule) === rule);
		for (const { reason } of found) this.#used.add(keyOf(rule, reason));
		return found[0]?.reason;
	}

	/** A statement is not looked at, so that nothing tells whether what is said of it is needed. */
	passOver(statement: number): void {
		this.#passedOver.add(statement);
	}

	/** What is wrong with the comments, once all statements were looked at. */
	problems(): readonly WaiverProblem[] {
		const told = this.#problems.filter(({ comment }) => !this.#isPassedOver(comment));
		const unused = [...this.#own].flatMap(([key, { comments, rule }]) => {
			const [comment] = comments;
			const mayBeNeeded = comments.some((each) => this.#isPassedOver(each) || this.#mayHoldFor(each));
			if (!comment || this.#used.has(key) || !this.#rules.isOn(rule) || mayBeNeeded) return [];
			return problem(comment, rule, `"${rule}" is allowed here, and finds nothing`);
		});
		return [...told, ...unused];
	}

	#isPassedOver({ statement }: Comment): boolean {
		return statement !== undefined && this.#passedOver.has(statement);
	}

	/** Whether a comment that holds for the script holds for statements that are not looked at. */
	#mayHoldFor({ isAtHead }: Comment): boolean {
		return isAtHead && this.#passedOver.size > 0;
	}

	#readOwn(comment: Comment): void {
		const read = readWaiver(comment.text);
		if (!read) return;
		const { rules, reason } = read;
		if (rules.length === 0)
			this.#tell(comment, '', 'the comment allows nothing: write "gen-sql: allow rule because reason"');
		for (const rule of rules) {
			const wrong = this.#wrongWith(rule, reason);
			if (wrong !== undefined) this.#tell(comment, rule, wrong);
			else this.#allow(comment, rule, reason);
		}
	}

	#wrongWith(rule: string, reason: string): string | undefined {
		if (NEVER_ALLOWED.has(rule)) return `"${rule}" cannot be allowed in a comment`;
		if (!this.#rules.ids.includes(rule)) {
			return `there is no rule "${oneLine(rule)}" to allow${meant(rule, this.#rules.ids)}`;
		}
		return reason === '' ? `"${rule}" is allowed without a reason, and so it is not` : undefined;
	}

	#allow(comment: Comment, rule: string, reason: string): void {
		append(this.#allowed, comment.isAtHead ? undefined : (comment.statement ?? NOWHERE), { rule, reason });
		const key = keyOf(rule, reason);
		const known = this.#own.get(key);
		if (known) known.comments.push(comment);
		else this.#own.set(key, { comments: [comment], rule });
	}

	/** Which of theirs are needed is not told: they may be needed by squawk alone. */
	#readSquawk(comment: Comment): void {
		const read = readSquawk(comment.text);
		if (!read) return;
		const { isOfFile, names, reason } = read;
		const statement = isOfFile ? undefined : (comment.statement ?? NOWHERE);
		if (names.length === 0 && isOfFile) append(this.#allowed, statement, { rule: undefined, reason });
		else if (names.length === 0) this.#tell(comment, '', 'the comment names no rule');
		for (const name of names) {
			for (const rule of rulesOfSquawk(name)) append(this.#allowed, statement, { rule, reason });
			if (squawkRules.includes(name)) continue;
			this.#tell(comment, name, `squawk has no rule "${oneLine(name)}"${meant(name, squawkRules)}`);
		}
	}

	#tell(comment: Comment, object: string, message: string): void {
		this.#problems.push(...problem(comment, object, message));
	}
}

const problem = (comment: Comment, object: string, message: string): readonly WaiverProblem[] => [
	{ comment, object, message },
];

/** `squawk-ignore a, b -- reason`, or `squawk-ignore-file`, which may name rules, too. */
function readSquawk(
	text: string,
): { readonly isOfFile: boolean; readonly names: readonly string[]; readonly reason: string } | undefined {
	const match = /^\s*squawk-ignore(-file)?(?:\s(.*))?$/is.exec(text);
	if (!match) return undefined;
	const [names = '', ...behind] = (match[2] ?? '').split(/(?:^|\s)--(?:\s|$)/);
	return { isOfFile: match[1] !== undefined, names: wordsOf(names), reason: oneLine(behind.join(' ')) || NO_REASON };
}

/** What was probably meant. */
function meant(word: string, known: readonly string[]): string {
	const guess = nearest(word, known);
	return guess === undefined ? '' : `; did you mean "${guess}"?`;
}

const keyOf = (rule: string, reason: string): string => JSON.stringify([rule, reason]);
