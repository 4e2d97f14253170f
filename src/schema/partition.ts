import { GenSqlError } from '../core/error.ts';
import { deepFreeze, snapshot } from '../core/freeze.ts';
import { isSqlFragment, type SqlFragment } from '../sql/sql.ts';
import { isLiteralValue, type LiteralValue } from '../sql/value.ts';
import * as check from './arguments.ts';

/** A value in the bounds of a partition: a string is a literal. */
export type BoundValue = LiteralValue | SqlFragment;

/**
 * Which rows a partition takes, by the strategy of its parent; one value stands for a list of one.
 *
 * - range: `{ from: '2026-01-01', to: '2026-02-01' }`, without the end; open at an end with sql`MINVALUE` or sql`MAXVALUE`.
 * - list: `{ in: ['de', 'at', null] }`
 * - hash: `{ modulus: 4, remainder: 0 }`
 * - what no other partition takes: `'DEFAULT'`
 *
 * @see https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-PARTITION
 */
export type PartitionBounds =
	| { readonly from: BoundValue | readonly BoundValue[]; readonly to: BoundValue | readonly BoundValue[] }
	| { readonly in: BoundValue | readonly BoundValue[] }
	| { readonly modulus: number; readonly remainder: number }
	| 'DEFAULT';

/** The same as data. */
export type Bounds =
	| { readonly kind: 'range'; readonly from: readonly BoundValue[]; readonly to: readonly BoundValue[] }
	| { readonly kind: 'list'; readonly in: readonly BoundValue[] }
	| { readonly kind: 'hash'; readonly modulus: number | bigint; readonly remainder: number | bigint }
	| { readonly kind: 'default' };

const listed: check.Check<BoundValue> = (given, label) => {
	if (isSqlFragment(given)) return given;
	if (given === 'MINVALUE' || given === 'MAXVALUE') {
		check.refuse(label, 'a value', given, `write sql\`${given}\`, or literal('${given}') for the text`);
	}
	return isLiteralValue(given) ? snapshot(given) : check.refuse(label, 'a value', given);
};

const ranged: check.Check<BoundValue> = (given, label) =>
	given === null ? check.refuse(label, 'a value', given, 'no range holds NULL') : listed(given, label);

const oneOrMore =
	(value: check.Check<BoundValue>): check.Check<readonly BoundValue[]> =>
	(given, label) =>
		Array.isArray(given) ? check.listOf(value, 'values')(given, label) : [value(given, label)];

const parts = check.record({
	from: oneOrMore(ranged),
	to: oneOrMore(ranged),
	in: oneOrMore(listed),
	modulus: check.wholeNumber,
	remainder: check.wholeNumber,
});

/** The bounds of a partition. */
export const partitionBounds: check.Check<Bounds> = (given, label) => {
	if (given === 'DEFAULT') return deepFreeze({ kind: 'default' });
	if (typeof given === 'string') check.refuse(label, "'DEFAULT' or an object", given);
	const { from, to, in: values, modulus, remainder } = parts(given, label);
	const strategies = [from ?? to, values, modulus ?? remainder].filter((one) => one !== undefined);
	if (strategies.length > 1) throw invalid(`${label} mix the strategies of range, list and hash`);
	if (from && to) return range(from, to, label);
	if (values) return deepFreeze({ kind: 'list', in: values });
	if (modulus !== undefined && remainder !== undefined) return hash(modulus, remainder, label);
	throw invalid(`${label} are not complete`, 'give { from, to }, { in }, { modulus, remainder }, or the word DEFAULT');
};

function range(from: readonly BoundValue[], to: readonly BoundValue[], label: string): Bounds {
	if (from.length === to.length) return deepFreeze({ kind: 'range', from, to });
	throw invalid(
		`${label}: from has ${from.length} values, and to has ${to.length}`,
		'give one for each column of the key',
	);
}

function hash(modulus: number | bigint, remainder: number | bigint, label: string): Bounds {
	if (modulus > 0 && remainder >= 0 && remainder < modulus) return deepFreeze({ kind: 'hash', modulus, remainder });
	throw invalid(
		`${label}: the remainder ${remainder} is none of the modulus ${modulus}`,
		'it lies between 0 and the modulus',
	);
}

const invalid = (message: string, hint?: string): GenSqlError => new GenSqlError('ARGUMENT_INVALID', message, { hint });
