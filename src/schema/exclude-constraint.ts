import { deepFreeze } from '../core/freeze.ts';
import type { SqlFragment } from '../sql/sql.ts';
import * as check from './arguments.ts';
import { type DeferrableOptions, deferrable, readNamed } from './constraints.ts';
import type { FinalName, Named } from './final-name.ts';
import { checkOperatorClasses, columnOrExpression, operatorClasses } from './index-element.ts';

export interface ExcludeOptions extends DeferrableOptions {
	/** Name of the constraint; without one the naming convention chooses, else the server. */
	readonly name?: string | FinalName;
	/** Access method of the index. Default `gist`. */
	readonly using?: string;
	/** Only rows for which this holds exclude each other. A string is SQL. */
	readonly where?: string | SqlFragment;
	/** Operator classes by column name: `{ room: 'gist_int4_ops' }`. */
	readonly ops?: Readonly<Record<string, string>>;
}

/** A column name, or an expression given as sql`…`, and the operator that compares it: `['period', '&&']`. */
export type ExcludeElement = readonly [subject: string | SqlFragment, operator: string];

export interface ExcludeConstraint extends Named, Omit<ExcludeOptions, 'name' | 'where'> {
	readonly kind: 'exclude';
	readonly elements: readonly ExcludeElement[];
	readonly where?: SqlFragment;
}

const element: check.Check<ExcludeElement> = (given, label) => {
	if (!Array.isArray(given) || given.length !== 2) check.refuse(label, "a pair such as ['period', '&&']", given);
	const [subject, operator] = given as readonly unknown[];
	// @see https://www.postgresql.org/docs/current/sql-createoperator.html
	if (typeof operator !== 'string' || !/^[+\-*/<>=~!@#%^&|`?]+$/.test(operator) || /--|\/\*/.test(operator)) {
		check.refuse(`${label}: operator`, 'an operator such as = or &&', operator);
	}
	return deepFreeze([columnOrExpression(subject, label), operator as string] as const);
};

/** The elements of an exclusion. */
export const excludeElements = check.listOf(element, "pairs such as ['period', '&&']");

/** The options of an exclusion without its name. */
export const excludeOptions = { ...deferrable, using: check.name, where: check.expression, ops: operatorClasses };

/**
 * No two rows for which every operator holds. PostgreSQL only.
 *
 * @param elements - Pairs of a column name, or an expression given as sql`…`, and an operator: `[['room', '=']]`.
 * @throws {GenSqlError} ARGUMENT_INVALID when an operator class is given for a column that is not among the elements.
 */
export function excludeConstraint(elements: readonly ExcludeElement[], options?: ExcludeOptions): ExcludeConstraint {
	const pairs = excludeElements(elements, 'excludeConstraint: elements');
	const others = readNamed('excludeConstraint', options, excludeOptions);
	checkElementClasses('excludeConstraint', others, pairs);
	return deepFreeze({ kind: 'exclude', elements: pairs, ...others });
}

/** @throws {GenSqlError} ARGUMENT_INVALID when an operator class is given for a column that is not among the elements. */
export const checkElementClasses = (
	call: string,
	{ ops }: Pick<ExcludeOptions, 'ops'>,
	elements: readonly ExcludeElement[],
): void =>
	checkOperatorClasses(
		`${call}: ops`,
		ops,
		elements.map(([subject]) => subject),
	);
