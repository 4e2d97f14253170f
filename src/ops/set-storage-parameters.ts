import { GenSqlError } from '../core/error.ts';
import { type QualifiedName, qualified } from '../core/names.ts';
import * as check from '../schema/arguments.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';
import { irreversible, undoneBy } from './reversal.ts';

/** Parameters by name; null for the default of the server. */
export type StorageParameters = Readonly<Record<string, string | number | boolean | null>>;

/** What has storage parameters. */
export type StoredType = 'table' | 'index' | 'materializedView';

export interface SetStorageParameters extends OperationBase<'setStorageParameters'> {
	readonly relation: QualifiedName;
	readonly type: StoredType;
	readonly parameters: StorageParameters;
	/** The parameters before; undoing the change needs them. */
	readonly existingParameters?: StorageParameters;
}

export interface SetStorageParametersOptions {
	readonly schema?: string;
	/** What it is that has the name. Default `'table'`. */
	readonly type?: StoredType;
	/** The values there are now of the same parameters, null for those that are not set; undoing the change needs them. */
	readonly existingParameters?: StorageParameters;
}

export interface SetStorageParametersMethod {
	/**
	 * Set and reset storage parameters of a table, an index or a materialized view.
	 *
	 * What is stored already is not rewritten: a `fillfactor` holds for new pages.
	 *
	 * @param parameters - By name: `fillfactor`, `'toast.autovacuum_enabled'`; null resets one to the server's default.
	 * @throws {GenSqlError} ARGUMENT_INVALID when `existingParameters` are others than those that are set.
	 * @see https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-STORAGE-PARAMETERS
	 *
	 * @example
	 * op.setStorageParameters(
	 *   'event',
	 *   { autovacuum_vacuum_scale_factor: 0.02, fillfactor: null },
	 *   { existingParameters: { autovacuum_vacuum_scale_factor: null, fillfactor: 70 } },
	 * );
	 */
	setStorageParameters(name: string, parameters: StorageParameters, options?: SetStorageParametersOptions): void;
}

/** Null is checked apart: in CREATE TABLE it means nothing. */
const parameters: check.Check<StorageParameters> = (given, label) => {
	if (typeof given !== 'object' || given === null || Array.isArray(given) || given instanceof Date) {
		check.refuse(label, 'an object', given);
	}
	const entries = Object.entries(given as object);
	check.parameters(Object.fromEntries(entries.map(([key, value]) => [key, value === null ? false : value])), label);
	return Object.freeze(Object.fromEntries(entries));
};

const options = {
	schema: check.name,
	type: check.oneOf('table', 'index', 'materializedView'),
	existingParameters: parameters,
};

/** @throws {GenSqlError} ARGUMENT_INVALID when they are not the same parameters. */
function checkSame(wanted: StorageParameters, existing: StorageParameters | undefined): void {
	if (!existing) return;
	const other =
		Object.keys(wanted).find((key) => !Object.hasOwn(existing, key)) ??
		Object.keys(existing).find((key) => !Object.hasOwn(wanted, key));
	if (other === undefined) return;
	throw new GenSqlError('ARGUMENT_INVALID', `setStorageParameters: only one side of the change tells "${other}"`, {
		hint: 'name the same ones in parameters and in existingParameters; null is one that is not set',
	});
}

export const setStorageParameters: OperationDefinition<
	SetStorageParameters,
	SetStorageParametersMethod['setStorageParameters']
> = {
	kind: 'setStorageParameters',
	summary: 'Set and reset storage parameters of a table, an index or a materialized view.',
	options,

	create(name, given, more, ...rest) {
		check.noMore('setStorageParameters', rest);
		const own = check.name(name, 'setStorageParameters: name');
		const wanted = parameters(given, 'setStorageParameters: parameters');
		const { schema, ...others } = check.readOptions('setStorageParameters', more, options);
		checkSame(wanted, others.existingParameters);
		return {
			kind: 'setStorageParameters',
			relation: qualified(own, schema),
			type: 'table',
			parameters: wanted,
			...others,
		};
	},

	reverse: ({ kind, relation, type, parameters: now, existingParameters: before }) =>
		before
			? undoneBy({ kind, relation, type, parameters: before, existingParameters: now })
			: irreversible('the parameters before are not known', 'give { existingParameters: … }', relation),
};
