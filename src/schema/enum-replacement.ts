import { GenSqlError } from '../core/error.ts';
import { deepFreeze } from '../core/freeze.ts';
import { type QualifiedName, qualified } from '../core/names.ts';
import type { SqlFragment } from '../sql/sql.ts';
import { enumLabels } from '../sql/type-arguments.ts';
import * as check from './arguments.ts';

/** What each label becomes that is to go; null for no value. */
export type EnumMapping = Readonly<Record<string, string | null>>;

/** A column of an enum that is to be built anew. */
export interface EnumColumn {
	readonly table: string;
	readonly column: string;
	/** The schema of the table. */
	readonly schema?: string;
	/** Whether the column holds arrays of the enum. Default `false`. */
	readonly array?: boolean;
	/**
	 * The default that it is to have: a label, or sql`…`; null for none. It has to be given when the column has a default
	 * now, since the server converts none.
	 */
	readonly serverDefault?: check.Value | null;
	/** The default that it has now, when that is another one; undoing the change needs it. */
	readonly existingServerDefault?: check.Value | null;
	/** How the old value becomes the new one, in the place of `mapping`. A string is SQL; the old type is converted from. */
	readonly using?: string | SqlFragment;
}

/** The same as data. */
export interface ReplacedColumn extends Pick<EnumColumn, 'serverDefault' | 'existingServerDefault'> {
	readonly table: QualifiedName;
	readonly column: string;
	readonly array: boolean;
	readonly using?: SqlFragment;
}

/** The labels of an enum, and how those that the other set does not have get there. */
export interface EnumLabels {
	readonly labels: readonly string[];
	readonly mapping: EnumMapping;
}

const columnChecks = {
	table: check.name,
	column: check.name,
	schema: check.name,
	array: check.flag,
	serverDefault: check.valueOrNull,
	existingServerDefault: check.valueOrNull,
	using: check.expression,
};

const readColumn = check.record(columnChecks);

export const replacedColumn: check.Check<ReplacedColumn> = (given, label) => {
	const { table, column, schema, array = false, ...others } = readColumn(given, label);
	return deepFreeze({
		table: qualified(check.name(table, `${label}.table`), schema),
		column: check.name(column, `${label}.column`),
		array,
		...others,
	});
};

export const enumMapping: check.Check<EnumMapping> = (given, label) => {
	const mapping = check.object<Record<string, unknown>>('an object')(given, label);
	const entries = Object.entries(mapping).map(
		([from, to]) => [from, check.textOrNull(to, `${label}.${from}`)] as const,
	);
	return Object.freeze(Object.fromEntries(entries));
};

const readLabels = check.record({ labels: enumLabels, mapping: enumMapping });

/** Labels, or an object that holds them beside a mapping. */
export const labelsBefore: check.Check<{ readonly labels: readonly string[]; readonly mapping?: EnumMapping }> = (
	given,
	label,
) => {
	if (Array.isArray(given)) return { labels: enumLabels(given, label) };
	const { labels, mapping } = readLabels(check.object<object>('labels')(given, label), label);
	return labels ? { labels, ...(mapping && { mapping }) } : check.refuse(`${label}.labels`, 'labels', labels);
};

const quoted = (label: string): string => JSON.stringify(label);

/**
 * A mapping leads from labels that there are to others that there will be.
 *
 * @param from - The labels it leads away from; undefined when they are not known.
 * @throws {GenSqlError} ARGUMENT_INVALID when it does not.
 */
export function checkMapping(
	call: string,
	mapping: EnumMapping,
	from: readonly string[] | undefined,
	to: readonly string[],
): void {
	for (const [old, next] of Object.entries(mapping)) {
		const problem =
			(old === next && `${quoted(old)} is mapped to itself`) ||
			(next !== null && !to.includes(next) && `${quoted(old)} is mapped to ${quoted(next)}, which is no new label`) ||
			(from?.includes(old) === false && `${quoted(old)} is mapped, and no old label`);
		if (problem) throw new GenSqlError('ARGUMENT_INVALID', `${call}: ${problem}`);
	}
}

/** The way back: from each label that is new to the only one that was mapped to it. */
export function wayBack(mapping: EnumMapping, labels: readonly string[], before: readonly string[]): EnumMapping {
	const entries = labels
		.filter((label) => !before.includes(label))
		.map((label) => [label, Object.keys(mapping).filter((old) => mapping[old] === label)] as const)
		.flatMap(([label, [old, ...more]]) => (old !== undefined && more.length === 0 ? [[label, old] as const] : []));
	return Object.freeze(Object.fromEntries(entries));
}

/**
 * A mapping as replacements one after the other, none of which takes up what an earlier one has made.
 *
 * @returns Undefined when labels change places: there is no such order.
 */
export function inSteps(mapping: EnumMapping): readonly (readonly [from: string, to: string | null])[] | undefined {
	const left = new Map(Object.entries(mapping));
	const steps: (readonly [string, string | null])[] = [];
	while (left.size > 0) {
		const next = [...left].find(([, to]) => to === null || !left.has(to));
		if (!next) return undefined;
		steps.push(next);
		left.delete(next[0]);
	}
	return steps;
}
