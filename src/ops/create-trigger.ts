import { GenSqlError } from '../core/error.ts';
import { type QualifiedName, qualified } from '../core/names.ts';
import * as check from '../schema/arguments.ts';
import { readTrigger, type TriggerDefinition, type TriggerParts } from '../schema/trigger.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';
import { bare, mayHaveBeenThere, undoneBy } from './reversal.ts';

export interface CreateTrigger extends OperationBase<'createTrigger'>, TriggerParts {
	readonly name: string;
	readonly table: QualifiedName;
	readonly orReplace: boolean;
	readonly comment?: string;
}

export interface CreateTriggerOptions {
	/** Schema of the table, which is that of the trigger. */
	readonly schema?: string;
	/** Take the place of a trigger of this name. Not for constraint triggers. PostgreSQL 14 and later. Default `false`. */
	readonly orReplace?: boolean;
}

export interface CreateTriggerMethod {
	/**
	 * Create a trigger on a table or a view.
	 *
	 * @param definition - When it runs, for which events, and which function.
	 * @throws {GenSqlError} ARGUMENT_INVALID when parts of the definition are missing or exclude each other.
	 * @see https://www.postgresql.org/docs/current/sql-createtrigger.html
	 *
	 * @example
	 * op.createTrigger('user_touch', 'user', {
	 *   timing: 'BEFORE',
	 *   events: ['UPDATE'],
	 *   forEach: 'ROW',
	 *   when: 'OLD.* IS DISTINCT FROM NEW.*',
	 *   function: 'touch',
	 * });
	 */
	createTrigger(name: string, table: string, definition: TriggerDefinition, options?: CreateTriggerOptions): void;
}

const options = { schema: check.name, orReplace: check.flag };

export const createTrigger: OperationDefinition<CreateTrigger, CreateTriggerMethod['createTrigger']> = {
	kind: 'createTrigger',
	summary: 'Create a trigger.',
	options,

	create(name, table, definition, given, ...rest) {
		check.noMore('createTrigger', rest);
		const own = check.name(name, 'createTrigger: name');
		const on = check.name(table, 'createTrigger: table');
		const { parts, comment } = readTrigger('createTrigger', definition);
		const { schema, orReplace = false } = check.readOptions('createTrigger', given, options);
		if (orReplace && parts.constraint) {
			throw new GenSqlError('ARGUMENT_INVALID', 'createTrigger: a constraint trigger cannot be replaced', {
				hint: 'drop it before',
			});
		}
		return {
			kind: 'createTrigger',
			name: own,
			table: qualified(on, schema),
			...parts,
			orReplace,
			...(comment !== undefined && { comment }),
		};
	},

	reverse: (op) =>
		op.orReplace
			? mayHaveBeenThere('orReplace', op.table)
			: undoneBy({
					kind: 'dropTrigger',
					name: op.name,
					table: op.table,
					ifExists: false,
					cascade: false,
					was: bare(op),
				}),
};
