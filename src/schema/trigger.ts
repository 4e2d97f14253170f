import { GenSqlError } from '../core/error.ts';
import { type QualifiedName, qualified } from '../core/names.ts';
import type { SqlFragment } from '../sql/sql.ts';
import * as check from './arguments.ts';
import { type DeferrableOptions, deferrable } from './constraints.ts';

type EventWord = 'INSERT' | 'UPDATE' | 'DELETE' | 'TRUNCATE';

/** What a trigger runs for; `{ updateOf: ['email'] }` is an UPDATE that names one of the columns. */
export type TriggerEvent = EventWord | { readonly updateOf: readonly string[] };

/** A name, or one of a schema as `['schema', 'name']`. */
type NameOrPair = string | readonly [schema: string, name: string];

/** Names under which a trigger function finds the rows of a statement. */
interface TransitionTables {
	/** The rows before an UPDATE or a DELETE. */
	readonly oldTable?: string;
	/** The rows after an UPDATE or an INSERT. */
	readonly newTable?: string;
}

interface TriggerTiming {
	readonly timing: 'BEFORE' | 'AFTER' | 'INSTEAD OF';
	/** `['INSERT', { updateOf: ['email'] }]` */
	readonly events: readonly TriggerEvent[];
	/** Run for each row, or once for a statement. Default `'STATEMENT'`. */
	readonly forEach?: 'ROW' | 'STATEMENT';
}

/** A trigger as createTrigger takes it. */
export interface TriggerDefinition extends TriggerTiming, DeferrableOptions {
	/** Run only where this holds; it may use `OLD` and `NEW`. A string is SQL. */
	readonly when?: string | SqlFragment;
	/** What it runs; a function of another schema as `['schema', 'function']`. */
	readonly function: NameOrPair;
	/** Texts that the function finds in `TG_ARGV`. */
	readonly arguments?: readonly string[];
	readonly referencing?: TransitionTables;
	/** A constraint trigger: one that `deferrable` and `initially` may put off. Default `false`. */
	readonly constraint?: boolean;
	/** Of a constraint trigger: another table that it is about; one of another schema as `['schema', 'table']`. */
	readonly from?: NameOrPair;
	readonly comment?: string | null;
}

/** A trigger as data. */
export interface TriggerParts extends TriggerTiming, DeferrableOptions {
	readonly when?: SqlFragment;
	readonly function: QualifiedName;
	readonly arguments: readonly string[];
	readonly referencing?: TransitionTables;
	readonly constraint: boolean;
	readonly from?: QualifiedName;
}

const word = check.oneOf('INSERT', 'UPDATE', 'DELETE', 'TRUNCATE');
const columnsOf = check.record({ updateOf: check.columnNames });

const event: check.Check<TriggerEvent> = (given, label) => {
	if (typeof given === 'string') return word(given, label);
	const { updateOf } = columnsOf(given, label);
	return updateOf ? Object.freeze({ updateOf }) : check.refuse(label, "a word or { updateOf: ['column'] }", given);
};

const nameOrPair: check.Check<QualifiedName> = (given, label) => {
	if (!Array.isArray(given)) return Object.freeze({ name: check.name(given, label) });
	const [schema, name, ...rest] = given as readonly unknown[];
	if (rest.length > 0) check.refuse(label, "a name or ['schema', 'name']", given);
	return Object.freeze(qualified(check.name(name, label), check.name(schema, label)));
};

const parts = check.record({
	timing: check.oneOf('BEFORE', 'AFTER', 'INSTEAD OF'),
	events: check.listOf(event, "events such as 'INSERT'"),
	forEach: check.oneOf('ROW', 'STATEMENT'),
	when: check.expression,
	function: nameOrPair,
	arguments: check.listOf(check.text, 'strings', 0),
	referencing: check.record({ oldTable: check.name, newTable: check.name }),
	constraint: check.flag,
	from: nameOrPair,
	...deferrable,
	comment: check.textOrNull,
});

/** A trigger that says what it does; its parts are checked by `readTrigger`. */
export const triggerDefinition = check.definition<TriggerDefinition>(
	'an object with timing, events and function',
	['timing', 'events', 'function'],
	['schema', 'orReplace'],
);

/** A trigger as data, and its comment. */
interface ReadTrigger {
	readonly parts: TriggerParts;
	readonly comment?: string;
}

/**
 * A trigger from the definition that a call is given.
 *
 * @throws {GenSqlError} ARGUMENT_INVALID or IDENTIFIER_INVALID, also when parts of the definition exclude each other.
 */
export function readTrigger(call: string, given: TriggerDefinition): ReadTrigger {
	const label = `${call}: definition`;
	const { comment, ...read } = parts(triggerDefinition(given, label), label);
	const { timing, events, function: run } = read;
	if (!timing || !events || !run)
		throw new GenSqlError('ARGUMENT_INVALID', `${label} lacks timing, events or function`);
	const whole: TriggerParts = { arguments: [], constraint: false, ...read, timing, events, function: run };
	const problem = RULES.find(([holds]) => holds(whole))?.[1];
	if (problem === undefined) return { parts: whole, ...(comment != null && { comment }) };
	throw new GenSqlError('ARGUMENT_INVALID', `${label} ${problem}`);
}

const kindOf = (one: TriggerEvent): EventWord => (typeof one === 'string' ? one : 'UPDATE');
const has = ({ events }: TriggerParts, ...kinds: readonly EventWord[]): boolean =>
	events.some((one) => kinds.includes(kindOf(one)));
const hasColumns = ({ events }: TriggerParts): boolean => events.some((one) => typeof one === 'object');
const isForRows = ({ forEach }: TriggerParts): boolean => forEach === 'ROW';

/**
 * What is certain to be refused by the server, each with words that complete "definition …".
 *
 * @see https://www.postgresql.org/docs/current/sql-createtrigger.html
 */
const RULES: readonly (readonly [holds: (trigger: TriggerParts) => boolean, problem: string])[] = [
	[({ events }) => new Set(events.map(kindOf)).size < events.length, 'names an event twice'],
	[(it) => isForRows(it) && has(it, 'TRUNCATE'), 'runs for each row, and TRUNCATE has none'],
	[(it) => it.timing === 'INSTEAD OF' && !isForRows(it), "runs INSTEAD OF a change, and needs forEach: 'ROW'"],
	[(it) => it.timing === 'INSTEAD OF' && it.when !== undefined, 'runs INSTEAD OF a change, and has no "when"'],
	[(it) => it.timing === 'INSTEAD OF' && hasColumns(it), 'runs INSTEAD OF a change, and has no "updateOf"'],
	[(it) => it.constraint && it.timing !== 'AFTER', 'is of a constraint trigger, which runs AFTER a change'],
	[(it) => it.constraint && !isForRows(it), "is of a constraint trigger, which needs forEach: 'ROW'"],
	[(it) => it.constraint && it.referencing !== undefined, 'is of a constraint trigger, which has no "referencing"'],
	[
		(it) => !it.constraint && [it.from, it.deferrable, it.initially].some((part) => part !== undefined),
		'has from, deferrable or initially, and needs constraint: true',
	],
	[
		({ deferrable: can, initially }) => can === false && initially === 'DEFERRED',
		'is of a constraint that is not deferrable, and cannot be initially deferred',
	],
	[
		({ referencing }) => referencing !== undefined && Object.keys(referencing).length === 0,
		'has "referencing" without a name',
	],
	[(it) => it.referencing !== undefined && it.timing !== 'AFTER', 'has "referencing", and does not run AFTER a change'],
	[
		(it) => it.referencing !== undefined && (it.events.length > 1 || hasColumns(it)),
		'has "referencing", which goes with one event on all columns',
	],
	[
		(it) => it.referencing?.oldTable !== undefined && !has(it, 'UPDATE', 'DELETE'),
		'has an oldTable, and its event has no old rows',
	],
	[
		(it) => it.referencing?.newTable !== undefined && !has(it, 'UPDATE', 'INSERT'),
		'has a newTable, and its event has no new rows',
	],
];
