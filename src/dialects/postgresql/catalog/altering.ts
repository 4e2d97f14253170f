import type { Id } from './model.ts';
import type { State } from './state.ts';
import type { NodeOf } from './trees.ts';

export type Command = NodeOf<'AlterTableCmd'>;
export type AlterType = NonNullable<Command['subtype']>;

/** One part of an ALTER TABLE. */
export interface Altering {
	readonly state: State;
	readonly table: Id;
	/** False after ONLY. */
	readonly recurse: boolean;
	readonly command: Command;
	/** What has to wait for the other parts: foreign keys, which may need a unique constraint among them. */
	readonly later: (() => void)[];
}

export type Actions = { readonly [Each in AlterType]?: (altering: Altering) => void };
