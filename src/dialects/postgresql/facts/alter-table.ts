import { type NodeOf, nodesOf, rangeName } from '../catalog/trees.ts';
import { addColumn, addsColumn } from './add-column.ts';
import { addConstraint, addsBelow, lockOfConstraint, requireValues } from './add-constraint.ts';
import { alterColumnType } from './alter-column-type.ts';
import { type AlterTableCmd, type Command, columnOf } from './alter-command.ts';
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
import { lockLost } from './dependents.ts';
import { type LockMode, stronger } from './lock-modes.ts';
import { lockTyped } from './renames.ts';
import type { Target } from './target.ts';

type Recurses = (target: Target, context: Context, cmd: AlterTableCmd) => boolean;

interface Action {
	readonly lock: LockMode | ((cmd: AlterTableCmd, context: Context) => LockMode);
	/** Whether partitions and children are changed, too. */
	readonly recurses?: boolean | Recurses;
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
/** Only the triggers for each row are those of the partitions, too. */
const TRIGGER: Action = {
	lock: 'SHARE ROW EXCLUSIVE',
	recurses: ({ kind, relation }, _context, { name }) =>
		kind === 'partitioned table' &&
		(relation?.triggers ?? []).some((each) => each.isForEachRow && (name === undefined || each.name === name)),
};
/** From version 18 on, nothing is done below a column that is so already; before, only the partitions are spared. */
const setsNotNull: Recurses = (target, { version }, { name }) =>
	columnOf(target, name)?.notNull !== true || version < 12 || (version < 18 && !isPartitioned(target));
const dropsNotNull: Recurses = (target, { version }, { name }) =>
	version < 18 || columnOf(target, name)?.notNull !== false;

/**
 * The lock that each action of ALTER TABLE takes, and what it does beside; what is not listed takes the strongest lock.
 *
 * @see https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESCRIPTION
 */
const ACTIONS: { readonly [Type in NonNullable<AlterTableCmd['subtype']>]?: Action } = {
	AT_AddColumn: { ...STRONG, recurses: addsColumn, act: addColumn },
	AT_AddConstraint: { lock: lockOfConstraint, recurses: addsBelow, act: addConstraint },
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
	AT_DropNotNull: { ...STRONG, recurses: dropsNotNull },
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
	AT_SetNotNull: {
		...STRONG,
		recurses: setsNotNull,
		act: (command) => requireValues(command, [command.cmd.name ?? '']),
	},
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
	context.allowMissing(statement.missing_ok);
	const target = context.target(rangeName(statement.relation), KINDS[statement.objtype ?? '']);
	const commands = nodesOf(statement.cmds, 'AlterTableCmd');
	const mode = commands.map((cmd) => lockOf(cmd, context)).reduce(stronger, 'ACCESS SHARE');
	context.lock(target, mode);
	for (const cmd of commands) {
		const { recurses = false, act } = actionOf(cmd);
		const isRecursing = typeof recurses === 'function' ? recurses(target, context, cmd) : recurses;
		const targets = isRecursing && statement.relation.inh ? context.withChildren(target) : [target];
		for (const each of targets) context.lock(each, mode);
		act?.({ cmd, target, targets, isOnly: !statement.relation.inh, commands, context });
	}
	if (target.kind === 'composite type') alterTyped(target, commands, context);
	if (commands.some(({ behavior }) => behavior === 'DROP_CASCADE')) lockLost({ AlterTableStmt: statement }, context);
}

/** Typed tables follow their type with CASCADE. */
function alterTyped(target: Target, commands: readonly AlterTableCmd[], context: Context): void {
	if (!commands.some(({ behavior }) => behavior === 'DROP_CASCADE')) return;
	const typed = lockTyped(target, context);
	for (const cmd of commands.filter(({ subtype }) => subtype === 'AT_AlterColumnType'))
		alterColumnType({ cmd, target, targets: typed, isOnly: false, commands, context });
}
