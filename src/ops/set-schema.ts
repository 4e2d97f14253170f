import { GenSqlError } from '../core/error.ts';
import { qualified } from '../core/names.ts';
import * as check from '../schema/arguments.ts';
import {
	type DatabaseObject,
	databaseObject,
	type ObjectOptions,
	type ObjectType,
	objectOptions,
} from '../schema/object-type.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';
import { bare, irreversible, undoneBy } from './reversal.ts';

/** What can be moved to another schema. */
export type MovableType = Exclude<ObjectType, 'schema'>;

export interface SetSchema extends OperationBase<'setSchema'>, DatabaseObject<MovableType> {
	readonly newSchema: string;
	readonly existingSchema?: string;
}

export interface SetSchemaOptions extends ObjectOptions<MovableType> {
	/** The schema that an extension is in now; undoing the move needs it. For all else, `schema` says so. */
	readonly existingSchema?: string;
}

export interface SetSchemaMethod {
	/**
	 * Move a table, or another object, to another schema.
	 *
	 * What belongs to a table goes with it: indexes, constraints, and the sequences of its columns. The types of its
	 * columns stay where they are.
	 *
	 * @throws {GenSqlError} ARGUMENT_INVALID when an option is for objects of another type.
	 * @throws {GenSqlError} OPERATION_UNSUPPORTED when PostgreSQL has no IF EXISTS for the type of object.
	 * @see https://www.postgresql.org/docs/current/sql-altertable.html
	 *
	 * @example
	 * op.setSchema('price_at', 'shop', { type: 'function', schema: 'public', argumentTypes: [t.date()] });
	 */
	setSchema(name: string, newSchema: string, options?: SetSchemaOptions): void;
}

const options = {
	...objectOptions(
		'table',
		'foreignTable',
		'view',
		'materializedView',
		'sequence',
		'type',
		'domain',
		'function',
		'procedure',
		'routine',
		'extension',
	),
	existingSchema: check.name,
};

export const setSchema: OperationDefinition<SetSchema, SetSchemaMethod['setSchema']> = {
	kind: 'setSchema',
	summary: 'Move a table, a type, a function or another object to another schema.',
	options,

	create(name, newSchema, given, ...rest) {
		check.noMore('setSchema', rest);
		const { existingSchema, type = 'table', ...others } = check.readOptions('setSchema', given, options);
		const object = databaseObject('setSchema', name, { ...others, type });
		const next = check.name(newSchema, 'setSchema: newSchema');
		if (existingSchema !== undefined && type !== 'extension') {
			throw new GenSqlError('ARGUMENT_INVALID', 'setSchema: existingSchema is that of an extension', {
				hint: 'give schema: it is a part of the name',
			});
		}
		return { kind: 'setSchema', ...object, newSchema: next, ...(existingSchema !== undefined && { existingSchema }) };
	},

	reverse(op) {
		const { type, name, newSchema, existingSchema } = op;
		const before = type === 'extension' ? existingSchema : name.schema;
		if (before === undefined) {
			const option = type === 'extension' ? 'existingSchema' : 'schema';
			return irreversible(`the schema that "${name.name}" was in is not known`, `give ${option}`);
		}
		if (type === 'extension') return undoneBy({ ...bare(op), newSchema: before, existingSchema: newSchema });
		const moved = qualified(name.name, newSchema);
		return {
			operations: [{ ...bare(op), name: moved, newSchema: before }],
			...(type === 'table' && { moves: { from: name, to: moved } }),
		};
	},

	types: ({ type, name, newSchema }) => (type === 'type' ? { moves: [name, qualified(name.name, newSchema)] } : {}),
};
