import { type QualifiedName, qualified } from '../core/names.ts';
import * as check from '../schema/arguments.ts';
import { type TriggerDefinition, triggerDefinition } from '../schema/trigger.ts';
import { type CreateTrigger, createTrigger } from './create-trigger.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';
import { inSchema, restoredAlone } from './reversal.ts';

export interface DropTrigger extends OperationBase<'dropTrigger'> {
	readonly name: string;
	readonly table: QualifiedName;
	readonly ifExists: boolean;
	readonly cascade: boolean;
	/** What it was; undoing the drop needs it. */
	readonly was?: CreateTrigger;
}

export interface DropTriggerOptions {
	/** Schema of the table, which is that of the trigger. */
	readonly schema?: string;
	/** Succeed when there is no such trigger, or no such table. Default `false`. */
	readonly ifExists?: boolean;
	/** Drop what depends on it as well. Default `false`. */
	readonly cascade?: boolean;
	/** What it is now; undoing the drop needs it. */
	readonly was?: TriggerDefinition;
}

export interface DropTriggerMethod {
	/**
	 * Drop a trigger. Its function stays.
	 *
	 * @see https://www.postgresql.org/docs/current/sql-droptrigger.html
	 *
	 * @example
	 * op.dropTrigger('user_touch', 'user', {
	 *   was: { timing: 'BEFORE', events: ['UPDATE'], forEach: 'ROW', function: 'touch' },
	 * });
	 */
	dropTrigger(name: string, table: string, options?: DropTriggerOptions): void;
}

const options = { schema: check.name, ifExists: check.flag, cascade: check.flag, was: triggerDefinition };

export const dropTrigger: OperationDefinition<DropTrigger, DropTriggerMethod['dropTrigger']> = {
	kind: 'dropTrigger',
	summary: 'Drop a trigger.',
	options,

	create(name, table, given, ...rest) {
		check.noMore('dropTrigger', rest);
		const own = check.name(name, 'dropTrigger: name');
		const on = check.name(table, 'dropTrigger: table');
		const { schema, was, ...others } = check.readOptions('dropTrigger', given, options);
		return {
			kind: 'dropTrigger',
			name: own,
			table: qualified(on, schema),
			ifExists: false,
			cascade: false,
			...others,
			...(was && { was: createTrigger.create(own, on, was, inSchema(schema)) }),
		};
	},

	reverse: (op) => restoredAlone(op, `the trigger "${op.name}"`, 'give { was: its definition }', op.table),
};
