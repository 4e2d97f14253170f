import { type QualifiedName, qualified } from '../core/names.ts';
import * as check from '../schema/arguments.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';
import { bare, undoneBy } from './reversal.ts';

export interface DisableTrigger extends OperationBase<'disableTrigger'> {
	readonly name: string;
	readonly table: QualifiedName;
}

export interface DisableTriggerOptions {
	/** Schema of the table, which is that of the trigger. */
	readonly schema?: string;
}

export interface DisableTriggerMethod {
	/**
	 * Keep a trigger of a table from running.
	 *
	 * Undone by enabling it, whatever it was before.
	 *
	 * @see https://www.postgresql.org/docs/current/sql-altertable.html
	 *
	 * @example
	 * op.disableTrigger('user_touch', 'user');
	 */
	disableTrigger(name: string, table: string, options?: DisableTriggerOptions): void;
}

const options = { schema: check.name };

export const disableTrigger: OperationDefinition<DisableTrigger, DisableTriggerMethod['disableTrigger']> = {
	kind: 'disableTrigger',
	summary: 'Keep a trigger from running.',
	options,

	create(name, table, given, ...rest) {
		check.noMore('disableTrigger', rest);
		const own = check.name(name, 'disableTrigger: name');
		const on = check.name(table, 'disableTrigger: table');
		const { schema } = check.readOptions('disableTrigger', given, options);
		return { kind: 'disableTrigger', name: own, table: qualified(on, schema) };
	},

	reverse: (op) => undoneBy({ ...bare(op), kind: 'enableTrigger' }),
};
