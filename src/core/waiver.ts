import { GenSqlError } from './error.ts';
import { describe } from './names.ts';
import { hasLoneSurrogate, oneLine } from './text.ts';

/** What a rule of the reviewer finds is accepted, and why. */
export interface Waiver {
	/** The id of the rule: `drop-column`. */
	readonly rule: string;
	/** One line, for whoever reads the script. */
	readonly reason: string;
}

const RULE_ID = /^[a-z][a-z0-9-]*(?:\/[a-z][a-z0-9-]*)?$/;

/**
 * A waiver as it is kept: its reason is one line, and can stand in a comment.
 *
 * @param label - What it is part of, for messages: `waive[0]`.
 * @throws {GenSqlError} ARGUMENT_INVALID when the rule is no id, or there is no reason.
 */
export function checkedWaiver(given: unknown, label: string): Waiver {
	if (typeof given !== 'object' || given === null || Array.isArray(given)) {
		throw invalid(`${label} must be a waiver, got ${describe(given)}`, SHAPE);
	}
	const { rule, reason, ...rest } = given as Readonly<Record<string, unknown>>;
	const [stray] = Object.keys(rest);
	if (stray !== undefined) throw invalid(`${label} has no option "${stray}"`, SHAPE);
	if (typeof rule !== 'string' || !RULE_ID.test(rule)) {
		throw invalid(`${label}: rule must be the id of a rule, got ${describe(rule)}`, 'write for example drop-column');
	}
	const line = typeof reason === 'string' && !hasLoneSurrogate(reason) ? oneLine(reason) : '';
	if (line !== '') return Object.freeze({ rule, reason: line });
	throw invalid(`${label}: reason must be a line of text, got ${describe(reason)}`, 'say why it is accepted');
}

const SHAPE = "write { rule: 'drop-column', reason: 'no reader since 2.3' }";

const invalid = (message: string, hint: string): GenSqlError => new GenSqlError('ARGUMENT_INVALID', message, { hint });

/** A waiver as scripts have it, to stand in a comment. */
export const waiverText = ({ rule, reason }: Waiver): string => `gen-sql: allow ${rule} because ${oneLine(reason)}`;

/** What a comment allows; `reason` is empty where none is given. */
export interface ReadWaiver {
	readonly rules: readonly string[];
	readonly reason: string;
}

/**
 * Read what `waiverText` writes, and what people write in its place.
 *
 * @param text - Of a comment, without its marks.
 * @returns `undefined` when it is not for gen-sql; no rules when it is, and allows nothing.
 */
export function readWaiver(text: string): ReadWaiver | undefined {
	if (/^\s*gen-sql\s+(?:allow|ignore|disable)\s/i.test(text)) return { rules: [], reason: '' };
	const [, said] = /^\s*gen-sql:(.*)$/is.exec(text) ?? [];
	if (said === undefined) return undefined;
	const [, allowed = ''] = /^\s*allow\s(.*)$/is.exec(said) ?? [];
	const because = /(?:^|\s)because(?:\s|$)/i.exec(allowed);
	const names = because ? allowed.slice(0, because.index) : allowed;
	const reason = because ? allowed.slice(because.index + because[0].length) : '';
	return { rules: wordsOf(names), reason: oneLine(reason) };
}

/** Words with commas or white space between them. */
export const wordsOf = (text: string): readonly string[] => text.split(/[\s,]+/).filter((word) => word !== '');
