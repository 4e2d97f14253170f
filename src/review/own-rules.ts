import { GenSqlError } from '../core/error.ts';
import { keysOf } from '../core/keys.ts';
import { describe } from '../core/names.ts';
import type { SourceLocation } from '../core/source.ts';
import { didYouMean } from '../core/suggest.ts';
import { thrownAt } from '../record/call-site.ts';
import { LEVELS } from './finding.ts';
import { GROUPS, type OwnRule, type Problems, type Rule } from './rule.ts';

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string' && value.trim() !== '';
const isTexts: Check = (value) => Array.isArray(value) && value.every(isText);
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
const isFunction: Check = (value) => typeof value === 'function';
const areFunctions: Check = (value) => isObject(value) && Object.values(value).every(isFunction);
const text = { check: isText, what: 'a text' };

/** What each key must be. */
const KEYS: { readonly [Key in keyof OwnRule]-?: { readonly check: Check; readonly what: string } } = {
	severity: {
		check: (value) => [...LEVELS, 'off'].some((level) => level === value),
		what: `one of ${LEVELS.join(', ')}, off`,
	},
	group: {
		check: (value) => typeof value === 'string' && Object.hasOwn(GROUPS, value),
		what: `one of ${Object.keys(GROUPS).join(', ')}`,
	},
	about: text,
	why: text,
	advice: text,
	op: text,
	sources: { check: isTexts, what: 'an array of URLs' },
	examples: {
		check: (value) => isObject(value) && isTexts(value['bad'] ?? []) && isTexts(value['good'] ?? []),
		what: 'an object of two arrays of scripts, bad and good',
	},
	covers: { check: isTexts, what: 'an array of rules' },
	options: {
		check: (value) =>
			isObject(value) && Object.values(value).every((each) => ['number', 'boolean', 'string'].includes(typeof each)),
		what: 'an object of numbers, texts, true and false',
	},
	dependsOnRows: { check: (value) => typeof value === 'boolean', what: 'true or false' },
	statements: { check: areFunctions, what: 'an object of functions' },
	actions: { check: areFunctions, what: 'an object of functions' },
	every: { check: isFunction, what: 'a function' },
};

const NEEDED = ['severity', 'group', 'about', 'why'] as const;

/**
 * A rule of a project, with what its pages and reports need.
 *
 * @param placeOf - Gives the place of one of its keys.
 * @throws {GenSqlError} CONFIG_INVALID when it is not what `defineRule` takes.
 */
export function ownRule(
	id: string,
	given: Readonly<Record<string, unknown>>,
	placeOf: (...path: readonly string[]) => SourceLocation | undefined,
): Rule {
	const invalid = (message: string, key: string, hint?: string): GenSqlError =>
		new GenSqlError('CONFIG_INVALID', message, { at: placeOf(key), hint });
	for (const [key, value] of Object.entries(given)) {
		if (!Object.hasOwn(KEYS, key)) {
			throw invalid(`the rule "${id}" has no key "${key}"`, key, didYouMean(key, keysOf(KEYS), 'keys'));
		}
		const { check, what } = KEYS[key as keyof OwnRule];
		if (value !== undefined && !check(value)) {
			throw invalid(`${key} of the rule "${id}" must be ${what}, got ${describe(value)}`, key);
		}
	}
	const missing = NEEDED.find((key) => given[key] === undefined);
	if (missing) throw invalid(`the rule "${id}" has no ${missing}`, missing, `it is ${KEYS[missing].what}`);
	if (!given['statements'] && !given['actions'] && !given['every']) {
		throw invalid(`the rule "${id}" looks at nothing`, 'every', 'give it statements, actions or every');
	}
	const { sources = [], examples = {}, ...rule } = given as unknown as OwnRule;
	return { ...rule, sources, examples: { bad: [], good: [], ...examples } };
}

/**
 * What a rule of a project has to say.
 *
 * @param statement - The text of the statement that it is asked about.
 * @throws {GenSqlError} RULE_THREW, with the place in its code, when it fails, or says something else than problems.
 */
export function askedOwn(id: string, statement: string, ask: () => unknown): Problems {
	const about = `it was asked about: ${statement.replaceAll(/\s+/g, ' ').slice(0, 60)}`;
	const failed = (what: string, at?: ReturnType<typeof thrownAt>, cause?: unknown): GenSqlError =>
		new GenSqlError('RULE_THREW', `the rule "${id}" ${what}`, { hint: about, at, cause });
	let said: unknown;
	try {
		said = ask();
	} catch (error) {
		const [first = ''] = String(error).split('\n');
		throw failed(`threw ${first}`, thrownAt(error), error);
	}
	if (!Array.isArray(said)) throw failed(`must return an array of problems, got ${describe(said)}`);
	const odd: unknown = said.find((each) => !isProblem(each));
	if (odd === undefined) return said as Problems;
	const got = isObject(odd) ? JSON.stringify(odd) : describe(odd);
	throw failed(`must return problems { object, message, instead?, location?, severity? }, got ${got}`);
}

const isProblem: Check = (value) => {
	if (!isObject(value) || !isText(value['object']) || !isText(value['message'])) return false;
	const { instead = '', location = 0, severity = LEVELS[0] } = value;
	return typeof instead === 'string' && Number.isInteger(location) && LEVELS.some((level) => level === severity);
};
