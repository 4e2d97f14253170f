import { GenSqlError } from '../core/error.ts';
import { deepFreeze } from '../core/freeze.ts';
import { isOfKind } from '../core/keys.ts';
import type { SqlFragment } from '../sql/sql.ts';
import type { ColumnType } from '../sql/types.ts';
import * as check from './arguments.ts';
import { checkArgument, foreignKeyArgument } from './constraint-argument.ts';
import { type CheckConstraint, checkOnDeleteColumns, type ForeignKey } from './constraints.ts';
import { checkSequence, type SequenceOptions, sequenceOptions } from './sequence.ts';

/** A column whose value the server computes. */
export interface Computed {
	readonly kind: 'computed';
	readonly expression: SqlFragment;
	/** Stored (true), computed when read (false), or what the server does by default. */
	readonly persisted?: boolean;
}

export interface IdentityOptions extends SequenceOptions {
	/** Refuse values from the client unless OVERRIDING SYSTEM VALUE is said. Default `false`: BY DEFAULT. */
	readonly always?: boolean;
}

/** A column that a sequence of its own fills. */
export interface Identity extends IdentityOptions {
	readonly kind: 'identity';
	readonly always: boolean;
}

export interface ColumnOptions {
	/** Default `false`. */
	readonly primaryKey?: boolean;
	/** Default: true unless the column is part of the primary key. */
	readonly nullable?: boolean;
	/** A unique constraint over this column; with `index`, a unique index instead. */
	readonly unique?: boolean;
	/** An index over this column, named by the naming convention. */
	readonly index?: boolean;
	/** The value of new rows: a string is a literal, sql`now()` an expression. */
	readonly serverDefault?: check.Value | null;
	readonly comment?: string | null;
	/** Whether a lone integer primary key counts by itself (SERIAL). Default `'auto'`: when nothing else fills it. */
	readonly autoincrement?: boolean | 'auto';
	readonly references?: ForeignKey;
	readonly computed?: Computed;
	readonly identity?: Identity;
	readonly check?: CheckConstraint;
}

/** A column as the author declared it; the dialect decides how it is spelled. Frozen. */
export interface Column {
	readonly kind: 'column';
	readonly name: string;
	readonly type: ColumnType;
	readonly primaryKey: boolean;
	readonly nullable: boolean;
	readonly unique: boolean;
	readonly index: boolean;
	readonly autoincrement: boolean | 'auto';
	readonly serverDefault?: check.Value;
	readonly comment?: string;
	readonly references?: ForeignKey;
	readonly computed?: Computed;
	readonly identity?: Identity;
	readonly check?: CheckConstraint;
}

/** A value. The other ways to fill a column have options of their own. */
const serverDefault: check.Check<check.Value | null> = (given, label) =>
	isIdentity(given) || isComputed(given)
		? check.refuse(label, 'a value', given, `write ${given.kind}: ${given.kind}(…)`)
		: check.valueOrNull(given, label);

const options = {
	primaryKey: check.flag,
	nullable: check.flag,
	unique: check.flag,
	index: check.flag,
	serverDefault,
	comment: check.textOrNull,
	autoincrement: (given: unknown, label: string) =>
		typeof given === 'boolean' || given === 'auto' ? given : check.refuse(label, "true, false or 'auto'", given),
	references: foreignKeyArgument,
	computed: check.madeBy('computed', 'made by computed()', ['expression'], ({ expression }, rest) =>
		computed(expression, rest),
	),
	identity: check.madeBy('identity', 'made by identity()', [], (_, rest) => identity(rest)),
	check: checkArgument,
};

/**
 * A column of a table.
 *
 * @param name - As the server stores it: not quoted, in its own case.
 * @param type - One of `t`.
 * @throws {GenSqlError} ARGUMENT_INVALID when an option is unknown, or two of them exclude each other.
 *
 * @example
 * column('email', t.string(255), { nullable: false, unique: true });
 */
export function column(name: string, type: ColumnType, given?: ColumnOptions): Column {
	const own = check.name(name, 'column: name');
	const call = `column "${own}"`;
	const { primaryKey = false, nullable, serverDefault, comment, ...rest } = check.readOptions(call, given, options);
	checkColumn(call, own, { primaryKey, nullable, serverDefault, ...rest });
	return deepFreeze({
		kind: 'column',
		name: own,
		type: check.columnType(type, `${call}: type`),
		unique: false,
		index: false,
		autoincrement: 'auto',
		...rest,
		primaryKey,
		nullable: nullable ?? !(primaryKey || rest.identity !== undefined),
		...(serverDefault != null && { serverDefault }),
		...(comment != null && { comment }),
	});
}

/** What may contradict itself in a column. */
type Checked = { readonly [Key in keyof ColumnOptions]: ColumnOptions[Key] | undefined };

/** @throws {GenSqlError} ARGUMENT_INVALID when options exclude each other. */
function checkColumn(call: string, name: string, options: Checked): void {
	const { primaryKey, nullable, serverDefault, computed, identity, references } = options;
	if (nullable && primaryKey) {
		throw new GenSqlError('ARGUMENT_INVALID', `${call} is a primary key and cannot be nullable`);
	}
	if (nullable && identity) {
		throw new GenSqlError('ARGUMENT_INVALID', `${call} has an identity and cannot be nullable`);
	}
	const fillers = [serverDefault != null && 'serverDefault', computed && 'computed', identity && 'identity'];
	const filled = fillers.filter(Boolean);
	if (filled.length > 1) {
		throw new GenSqlError('ARGUMENT_INVALID', `${call} has ${filled.join(' and ')}; a column is filled in one way`);
	}
	if (references) checkOnDeleteColumns(call, references, [name]);
}

/** Whether a value was made by `identity()`. */
export const isIdentity = (given: unknown): given is Identity => isOfKind(given, 'identity') && 'always' in given;

/** Whether a value was made by `computed()`. */
export const isComputed = (given: unknown): given is Computed => isOfKind(given, 'computed') && 'expression' in given;

/** Whether a value was made by `column()`. */
export const isColumn = (given: unknown): given is Column => isOfKind(given, 'column');

/** A column made by `column()`. */
export const columnArgument: check.Check<Column> = check.madeBy(
	'column',
	'a column',
	['name', 'type'],
	({ name, type }, rest) => column(name, type, rest),
	"write column('name', t.text())",
);

/**
 * The value of a column, computed by the server from others.
 *
 * @param expression - A string is SQL.
 */
export const computed = (expression: string | SqlFragment, given?: { readonly persisted?: boolean }): Computed =>
	deepFreeze({
		kind: 'computed',
		expression: check.expression(expression, 'computed: expression'),
		...check.readOptions('computed', given, { persisted: check.flag }),
	});

const identityOptions = { always: check.flag, ...sequenceOptions };

/**
 * A sequence that fills a column.
 *
 * @throws {GenSqlError} ARGUMENT_INVALID when an option is unknown, or two of them exclude each other.
 */
export function identity(given?: IdentityOptions): Identity {
	const { always = false, ...rest } = check.readOptions('identity', given, identityOptions);
	checkSequence('identity', rest);
	return deepFreeze({ kind: 'identity', always, ...rest });
}
