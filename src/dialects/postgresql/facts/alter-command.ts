import type { Column, Constraint } from '../catalog/model.ts';
import type { NodeOf } from '../catalog/trees.ts';
import type { Context } from './context.ts';
import type { Target } from './target.ts';

export type AlterTableCmd = NodeOf<'AlterTableCmd'>;

/** One action of ALTER TABLE, with the relations it is carried out on. */
export interface Command {
	readonly cmd: AlterTableCmd;
	/** The relation that is named. */
	readonly target: Target;
	/** That relation and the children that the action reaches; all of them are locked. */
	readonly targets: readonly Target[];
	/** Whether the statement leaves children out. */
	readonly isOnly: boolean;
	/** All actions of the statement. */
	readonly commands: readonly AlterTableCmd[];
	readonly context: Context;
}

export const columnOf = ({ relation }: Target, name: string | undefined): Column | undefined =>
	relation?.columns.find((column) => column.name === name);

export const constraintOf = ({ relation }: Target, name: string | undefined): Constraint | undefined =>
	relation?.constraints.find((constraint) => constraint.name === name);
