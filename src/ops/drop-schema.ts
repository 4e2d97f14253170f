import * as check from '../schema/arguments.ts';
import { type CreateSchema, type CreateSchemaOptions, createSchema } from './create-schema.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';
import { restoredAlone } from './reversal.ts';

export interface DropSchema extends OperationBase<'dropSchema'> {
	readonly schema: string;
	readonly ifExists: boolean;
	readonly cascade: boolean;
	/** What it was; undoing the drop needs it. */
	readonly was?: CreateSchema;
}

export interface DropSchemaOptions {
	/** Succeed when there is no such schema. Default `false`. */
	readonly ifExists?: boolean;
	/** Drop all that the schema holds, and what depends on it. Default `false`. */
	readonly cascade?: boolean;
	/** What it is now, as createSchema takes it: an empty object for a schema of the role that runs the script. */
	readonly was?: Omit<CreateSchemaOptions, 'ifNotExists'>;
}

export interface DropSchemaMethod {
	/**
	 * Drop a schema.
	 *
	 * Fails when it holds anything, unless `cascade` says that all of it goes.
	 *
	 * @see https://www.postgresql.org/docs/current/sql-dropschema.html
	 *
	 * @example
	 * op.dropSchema('billing', { was: { authorization: 'accounting' } });
	 */
	dropSchema(name: string, options?: DropSchemaOptions): void;
}

const options = {
	ifExists: check.flag,
	cascade: check.flag,
	was: check.definition<Omit<CreateSchemaOptions, 'ifNotExists'>>('the options of createSchema'),
};

export const dropSchema: OperationDefinition<DropSchema, DropSchemaMethod['dropSchema']> = {
	kind: 'dropSchema',
	summary: 'Drop a schema.',
	options,

	create(name, given, ...rest) {
		check.noMore('dropSchema', rest);
		const schema = check.name(name, 'dropSchema: name');
		const { was, ...others } = check.readOptions('dropSchema', given, options);
		return {
			kind: 'dropSchema',
			schema,
			ifExists: false,
			cascade: false,
			...others,
			...(was && { was: createSchema.create(schema, was) }),
		};
	},

	reverse: (op) =>
		restoredAlone(op, 'the schema', 'give { was: {} }, with its authorization when another role owns it'),
	types: ({ schema, cascade }) => (cascade ? { dropsSchema: schema } : {}),
};
