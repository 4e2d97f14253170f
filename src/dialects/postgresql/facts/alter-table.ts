import { type NodeOf, nodesOf, rangeName } from '../catalog/trees.ts';
import { addColumn } from './add-column.ts';
import { addConstraint, lockOfConstraint, requireValues } from './add-constraint.ts';
import { alterColumnType } from './alter-column-type.ts';
import type { AlterTableCmd, Command } from './alter-command.ts';
import { alterConstraint, validateConstraint } from './alter-constraint.ts';
import { dropColumn, dropConstraint, setExpression } from './alter-drop.ts';
import {
	addInherit,
	dropInherit,
	lockOfOptions,
	setAccessMethod,
	setLogged,
	setTablespace,
	setUnlogged,
} from './alter-storage.ts';
import { attachPartition, detachPartition, finishDetaching, lockOfAttach, lockOfDetach } from './attach-partition.ts';
import type { Context } from './context.ts';
import { type LockMode, strengthOf } from './lock-modes.ts';
import type { Target } from './target.ts';

interface Action {
	readonly lock: LockMode | ((cmd: AlterTableCmd, context: Context) => LockMode);
	/** Whether partitions and children are changed, too. */
	readonly recurses?: boolean | ((target: Target, context: Context) => boolean);
	readonly act?: (command: Command) => void;
}

const isPartitioned = ({ kind }: Target): boolean => kind === 'partitioned table';

const STRONG: Action = { lock: 'ACCESS EXCLUSIVE' };
const STRONG_BELOW: Action = { lock: 'ACCESS EXCLUSIVE', recurses: true };
const MILD: Action = { lock: 'SHARE UPDATE EXCLUSIVE' };
const IDENTITY: Action = {
	lock: 'ACCESS EXCLUSIVE',
	recurses: (target, { version }) => version >= 17 && isPartitioned(target),
};
const TRIGGER: Action = {
	lock: 'SHARE ROW EXCLUSIVE',
	recurses: (target, { version }) => version >= 11 && isPartitioned(target),
};

/**
 * The lock that each action of ALTER TABLE takes, and what it does beside; what is not listed takes the strongest lock.
 *
 * @see https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESCRIPTION
 */
const ACTIONS: { readonly [Type in NonNullable<AlterTableCmd['subtype']>]?: Action } = {
	AT_AddColumn: { ...STRONG_BELOW, act: addColumn },
	AT_AddConstraint: { lock: lockOfConstraint, recurses: true, act: addConstraint },
	AT_AddIdentity: IDENTITY,
	AT_AddInherit: { ...STRONG, act: addInherit },
	AT_AlterColumnType: { ...STRONG_BELOW, act: alterColumnType },
	AT_AlterConstraint: { ...STRONG_BELOW, act: alterConstraint },
	AT_AttachPartition: { lock: lockOfAttach, act: attachPartition },
	AT_ClusterOn: MILD,
	AT_ColumnDefault: STRONG_BELOW,
	AT_DetachPartition: { lock: lockOfDetach, act: detachPartition },
	AT_DetachPartitionFinalize: { lock: 'SHARE UPDATE EXCLUSIVE', act: finishDetaching },
	AT_DisableTrig: TRIGGER,
	AT_DisableTrigAll: TRIGGER,
	AT_DisableTrigUser: TRIGGER,
	AT_DropCluster: MILD,
	AT_DropColumn: { ...STRONG_BELOW, act: dropColumn },
	AT_DropConstraint: { ...STRONG_BELOW, act: dropConstraint },
	AT_DropExpression: STRONG_BELOW,
	AT_DropIdentity: IDENTITY,
	AT_DropInherit: { ...STRONG, act: dropInherit },
	AT_DropNotNull: STRONG_BELOW,
	AT_EnableAlwaysTrig: TRIGGER,
	AT_EnableReplicaTrig: TRIGGER,
	AT_EnableTrig: TRIGGER,
	AT_EnableTrigAll: TRIGGER,
	AT_EnableTrigUser: TRIGGER,
	AT_ReplaceRelOptions: { lock: lockOfOptions },
	AT_ResetOptions: MILD,
	AT_ResetRelOptions: { lock: lockOfOptions },
	AT_SetAccessMethod: { ...STRONG, act: setAccessMethod },
	AT_SetExpression: { ...STRONG_BELOW, act: setExpression },
	AT_SetIdentity: IDENTITY,
	AT_SetLogged: { ...STRONG, act: setLogged },
	AT_SetNotNull: { ...STRONG_BELOW, act: (command) => requireValues(command, [command.cmd.name ?? '']) },
	AT_SetOptions: MILD,
	AT_SetRelOptions: { lock: lockOfOptions },
	AT_SetStatistics: { ...MILD, recurses: true },
	AT_SetStorage: STRONG_BELOW,
	AT_SetTableSpace: { ...STRONG, act: setTablespace },
	AT_SetUnLogged: { ...STRONG, act: setUnlogged },
	AT_ValidateConstraint: { lock: 'SHARE UPDATE EXCLUSIVE', recurses: true, act: validateConstraint },
};

const actionOf = ({ subtype }: AlterTableCmd): Action => (subtype && ACTIONS[subtype]) ?? STRONG;

const lockOf = (cmd: AlterTableCmd, context: Context): LockMode => {
	const { lock } = actionOf(cmd);
	return typeof lock === 'function' ? lock(cmd, context) : lock;
};

const KINDS: Readonly<Record<string, Target['kind']>> = {
	OBJECT_FOREIGN_TABLE: 'foreign table',
	OBJECT_INDEX: 'index',
	OBJECT_MATVIEW: 'materialized view',
	OBJECT_SEQUENCE: 'sequence',
	OBJECT_TYPE: 'composite type',
	OBJECT_VIEW: 'view',
};

/** One statement takes the strongest of the locks of its actions, from its beginning on. */
export function alterTable(statement: NodeOf<'AlterTableStmt'>, context: Context): void {
	if (!statement.relation) return;
	const target = context.target(rangeName(statement.relation), KINDS[statement.objtype ?? '']);
	const commands = nodesOf(statement.cmds, 'AlterTableCmd');
	const mode = commands
		.map((cmd) => lockOf(cmd, context))
		.reduce((a, b) => (strengthOf(a) < strengthOf(b) ? b : a), 'ACCESS SHARE');
	context.lock(target, mode);
	for (const cmd of commands) {
		const { recurses = false, act } = actionOf(cmd);
		const isRecursing = typeof recurses === 'function' ? recurses(target, context) : recurses;
		const targets = isRecursing && statement.relation.inh ? context.withChildren(target) : [target];
		for (const each of targets) context.lock(each, mode);
		act?.({ cmd, target, targets, commands, context });
	}
	if (target.kind === 'composite type') alterTyped(target, commands, context);
}

/** Typed tables follow their type with CASCADE. */
function alterTyped({ schema, name }: Target, commands: readonly AlterTableCmd[], context: Context): void {
	if (!commands.some(({ behavior }) => behavior === 'DROP_CASCADE')) return;
	for (const relation of context.known.relations()) {
		if (relation.ofType?.schema === schema && relation.ofType.name === name)
			for (const each of context.all([relation.id]))
				context.lock(each, 'ACCESS EXCLUSIVE', 'it is a table of the type');
	}
}
