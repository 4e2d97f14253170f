import { Buffer } from 'node:buffer';
import type { QualifiedName } from '../../../core/names.ts';
import type { ObjectName } from './model.ts';
import type { State } from './state.ts';

/** The bytes that a name keeps. */
const MAX_BYTES = 63;

/** The schema that an object is created in. */
export const createdName = (state: State, { schema, name }: QualifiedName, isTemporary = false): ObjectName => ({
	schema: isTemporary ? 'pg_temp' : (schema ?? state.creationSchema),
	name: cut(name, MAX_BYTES),
});

/** The first bytes of a text, without a part of a character. */
export function cut(text: string, bytes: number): string {
	if (Buffer.byteLength(text) <= bytes) return text;
	let size = 0;
	let result = '';
	for (const char of text) {
		size += Buffer.byteLength(char);
		if (size > bytes) break;
		result += char;
	}
	return result;
}

/** `first_second_label`, of which the longer one of first and second gives way. */
function composed(first: string, second: string, label: string): string {
	const room = MAX_BYTES - Buffer.byteLength(label) - 1 - (second === '' ? 0 : 1);
	let [left, right] = [Buffer.byteLength(first), Buffer.byteLength(second)];
	while (left + right > room) {
		if (left > right) left--;
		else right--;
	}
	return [cut(first, left), ...(second === '' ? [] : [cut(second, right)]), label].join('_');
}

/** A composed name that is free; the label gets a number where it is not. */
function chosen(first: string, second: string, label: string, isTaken: (name: string) => boolean): string {
	for (let pass = 0; ; pass++) {
		const name = composed(first, second, pass === 0 ? label : `${label}${pass}`);
		if (!isTaken(name)) return name;
	}
}

/** The name of a sequence or an index that is created without one. */
export const relationName = (
	state: State,
	table: ObjectName,
	addition: string,
	label: 'seq' | 'idx' | 'key' | 'pkey' | 'excl',
): string => {
	const isConstraint = label !== 'seq' && label !== 'idx';
	const taken = (name: string): boolean => {
		const full = { schema: table.schema, name };
		return state.isTaken(full) || (isConstraint && state.hasConstraintNamed(full));
	};
	return chosen(table.name, addition, label, taken);
};

/**
 * The name of a constraint without an index that is created without a name.
 *
 * @param others - Names that are given in the same statement.
 */
export const constraintName = (
	state: State,
	table: ObjectName,
	addition: string,
	label: 'check' | 'fkey' | 'not_null',
	others: readonly string[] = [],
): string =>
	chosen(
		table.name,
		addition,
		label,
		(name) => others.includes(name) || state.hasConstraintNamed({ schema: table.schema, name }),
	);

/** The part of a name that columns give: `a_b_c`, as long as it has room. */
export function columnsAddition(columns: readonly string[]): string {
	let result = '';
	for (const column of columns) {
		result += result === '' ? column : `_${column}`;
		if (Buffer.byteLength(result) >= MAX_BYTES + 1) break;
	}
	return cut(result, 2 * MAX_BYTES);
}

/** The names of an index's columns, each with a number where it came before. */
export function uniqueColumnNames(columns: readonly string[]): readonly string[] {
	const result: string[] = [];
	for (const column of columns) {
		let name = column;
		for (let pass = 1; result.includes(name); pass++) name = `${cut(column, MAX_BYTES - String(pass).length)}${pass}`;
		result.push(name);
	}
	return result;
}

/** The name of a statistics object that is created without one. */
export const statisticsName = (state: State, table: ObjectName, addition: string): string =>
	chosen(table.name, addition, 'stat', (name) => state.tableOfStatistics({ schema: table.schema, name }) !== undefined);
