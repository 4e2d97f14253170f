import { type QualifiedName, qualified } from '../core/names.ts';
import * as check from '../schema/arguments.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';
import { bare, undoneBy } from './reversal.ts';

export interface EnableTrigger extends OperationBase<'enableTrigger'> {
	readonly name: string;
	readonly table: QualifiedName;
}

export interface EnableTriggerOptions {
	/** Schema of the table, which is that of the trigger. */
	readonly schema?: string;
}

export interface EnableTriggerMethod {
	/**
	 * Let a trigger of a table run again, but where the session replays the changes of another server.
	 *
	 * Undone by disabling it, whatever it was before.
	 *
	 * @see https://www.postgresql.org/docs/current/sql-altertable.html
	 *
	 * @example
	 * op.enableTrigger('user_touch', 'user');
	 */
	enableTrigger(name: string, table: string, options?: EnableTriggerOptions): void;
}

const options = { schema: check.name };

export const enableTrigger: OperationDefinition<EnableTrigger, EnableTriggerMethod['enableTrigger']> = {
	kind: 'enableTrigger',
	summary: 'Let a trigger run again.',
	options,

	create(name, table, given, ...rest) {
		check.noMore('enableTrigger', rest);
		const own = check.name(name, 'enableTrigger: name');
		const on = check.name(table, 'enableTrigger: table');
		const { schema } = check.readOptions('enableTrigger', given, options);
		return { kind: 'enableTrigger', name: own, table: qualified(on, schema) };
	},

	reverse: (op) => undoneBy({ ...bare(op), kind: 'disableTrigger' }),
};
