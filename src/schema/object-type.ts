import { GenSqlError } from '../core/error.ts';
import { type QualifiedName, qualified } from '../core/names.ts';
import type { ColumnType } from '../sql/types.ts';
import * as check from './arguments.ts';
import { argumentTypes, isRoutine } from './function-arguments.ts';

/** What kind of thing a name is the name of, in the manual's words as one word. */
export type ObjectType =
	| 'table'
	| 'foreignTable'
	| 'view'
	| 'materializedView'
	| 'sequence'
	| 'type'
	| 'domain'
	| 'function'
	| 'procedure'
	| 'routine'
	| 'extension'
	| 'schema';

/** Options that say which object of a database is meant. */
export interface ObjectOptions<Type extends ObjectType> {
	/** Default `'table'`. A routine is a function or a procedure, an aggregate too. */
	readonly type?: Type;
	/** The schema that it is in. */
	readonly schema?: string;
	/**
	 * The types of what a function, procedure or routine takes, without those of OUT. PostgreSQL can do without them where
	 * the name is that of one alone; an empty array is for one that takes nothing.
	 */
	readonly argumentTypes?: readonly ColumnType[];
	/** Succeed when there is no such object. Only for tables, views and sequences. Default `false`. */
	readonly ifExists?: boolean;
}

/** An object of a database. */
export interface DatabaseObject<Type extends ObjectType> {
	readonly type: Type;
	readonly name: QualifiedName;
	readonly argumentTypes?: readonly ColumnType[];
	readonly ifExists: boolean;
}

/** `materialized view`, as messages name a type of object. */
export const shownType = (type: string): string => type.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** The checks of these options, for objects of some types. */
export const objectOptions = <const Type extends ObjectType>(...types: readonly Type[]) => ({
	type: check.oneOf(...types),
	schema: check.name,
	argumentTypes,
	ifExists: check.flag,
});

/**
 * Put a name and its options together.
 *
 * @throws {GenSqlError} ARGUMENT_INVALID when an option is for objects of another type.
 */
export function databaseObject<Type extends ObjectType>(
	call: string,
	given: string,
	{ type, schema, argumentTypes: types, ifExists = false }: ObjectOptions<Type> & { readonly type: Type },
): DatabaseObject<Type> {
	const name = check.name(given, `${call}: name`);
	if (types && !isRoutine(type)) {
		throw new GenSqlError('ARGUMENT_INVALID', `${call}: "${name}" is a ${shownType(type)}, and takes no arguments`, {
			hint: "leave argumentTypes out, or say which type it is: { type: 'function' }",
		});
	}
	if (schema !== undefined && (type === 'extension' || type === 'schema')) {
		throw new GenSqlError('ARGUMENT_INVALID', `${call}: the name of the ${type} "${name}" has no schema`, {
			hint: 'leave schema out',
		});
	}
	return { type, name: qualified(name, schema), ...(types && { argumentTypes: types }), ifExists };
}
