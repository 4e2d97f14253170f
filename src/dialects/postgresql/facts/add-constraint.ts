import { type NodeOf, nodeOf, nodesOf, rangeName, stringsOf } from '../catalog/trees.ts';
import { type Command, columnOf } from './alter-command.ts';
import type { Context } from './context.ts';
import type { LockMode } from './lock-modes.ts';
import { isProvenNotNull } from './not-null-proof.ts';
import type { Target } from './target.ts';

type Constraint = NodeOf<'Constraint'>;

/** A foreign key locks both tables against writes; every other constraint locks the table against all. */
export const lockOfConstraint = ({ def }: Command['cmd']): LockMode =>
	nodeOf(def, 'Constraint')?.contype === 'CONSTR_FOREIGN' ? 'SHARE ROW EXCLUSIVE' : 'ACCESS EXCLUSIVE';

/**
 * Whether children are locked for a constraint. Before version 18 only those that get it are: an index is for partitions
 * alone, which `buildConstraintIndex` locks.
 */
export function addsBelow(target: Target, context: Context, { def }: Command['cmd']): boolean {
	const { kind } = target;
	const constraint = nodeOf(def, 'Constraint');
	if (context.version >= 18 || constraint === undefined) return true;
	if (constraint.contype === 'CONSTR_CHECK') return !constraint.is_no_inherit;
	if (constraint.contype === 'CONSTR_PRIMARY')
		return (
			(context.version >= 12 && kind !== 'partitioned table') ||
			keysOf(target, context, constraint).some((name) => !columnOf(target, name)?.notNull)
		);
	return constraint.contype === 'CONSTR_FOREIGN' && kind === 'partitioned table';
}

/** @see https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-ADD-TABLE-CONSTRAINT */
export function addConstraint(command: Command): void {
	const { target, targets, context } = command;
	const constraint = nodeOf(command.cmd.def, 'Constraint');
	if (!constraint) return;
	const { contype } = constraint;
	const isTrying = isTried(constraint);
	const tried = constraint.is_no_inherit ? [target] : targets;
	if (contype === 'CONSTR_CHECK' && isTrying) context.scanAll(tried, 'the CHECK is tried on each row');
	if (contype === 'CONSTR_NOTNULL' && isTrying)
		requireValues({ ...command, targets: tried }, stringsOf(constraint.keys));
	if (contype === 'CONSTR_PRIMARY') requireValues(command, keysOf(target, context, constraint));
	if (contype === 'CONSTR_FOREIGN') addForeignKey(command, constraint, isTrying);
	else buildConstraintIndex(command, constraint);
}

/** Whether the rows that are there have to fit. */
export const isTried = ({ skip_validation: isSkipped, is_enforced: isEnforced }: Constraint): boolean =>
	!isSkipped && isEnforced !== false;

/** Columns that must have no NULL: rows are read unless something known shows it. */
export function requireValues(command: Command, columns: readonly string[]): void {
	for (const each of command.targets) {
		const open = columns.filter((name) => !isKnownNotNull(command, each, name));
		if (open.length > 0) command.context.scan(each, `NOT NULL is tried on each row (${open.join(', ')})`);
	}
}

function isKnownNotNull({ context, commands }: Command, target: Target, name: string): boolean {
	const { relation } = target;
	const column = columnOf(target, name);
	if (!relation || !column) return false;
	const dropped = new Set(commands.flatMap((cmd) => (cmd.subtype === 'AT_DropConstraint' ? (cmd.name ?? []) : [])));
	const isPending = relation.constraints.some(
		({ kind, columns, isValidated }) => kind === 'not null' && columns.includes(name) && !isValidated,
	);
	if (column.notNull && !isPending) return true;
	const constraints = relation.constraints.filter((each) => !dropped.has(each.name));
	return context.version >= 12 && isProvenNotNull({ constraints }, name);
}

/** The columns of a primary key, also of one that takes over an index. */
function keysOf(target: Target, context: Context, { indexname, keys }: Constraint): readonly string[] {
	if (indexname === undefined) return stringsOf(keys);
	const index = context.all(target.relation?.indexes ?? []).find(({ name }) => name === indexname)?.relation?.index;
	return index ? index.keys.flatMap(({ column }) => column ?? []) : [`the columns of ${indexname}`];
}

/** The index of a constraint is built under the lock, unless it is there already. */
export function buildConstraintIndex({ target, isOnly, context }: Command, { contype, indexname }: Constraint): void {
	if (indexname !== undefined) return;
	const words = INDEXED[contype ?? ''];
	if (words === undefined) return;
	for (const each of isOnly ? [target] : context.withPartitions(target)) {
		context.lock(each, 'SHARE');
		context.buildIndex(each, `the index of the ${words} is built`);
	}
}

const INDEXED: Readonly<Record<string, string>> = {
	CONSTR_PRIMARY: 'primary key',
	CONSTR_UNIQUE: 'unique constraint',
	CONSTR_EXCLUSION: 'exclusion constraint',
};

/** The table referred to gets triggers, for which writes to it wait, too. */
export function addForeignKey(command: Command, constraint: Constraint, isValidated: boolean): void {
	const { target, context } = command;
	const targets = target.kind === 'partitioned table' ? command.targets : [target];
	if (!constraint.pktable) return;
	const referenced = context.withChildren(context.target(rangeName(constraint.pktable)));
	context.lockAll(referenced, 'SHARE ROW EXCLUSIVE', 'a foreign key refers to it');
	const filled = targets.filter((each) => context.mayHaveRows(each));
	if (!isValidated || !isTried(constraint) || filled.length === 0) return;
	context.scanAll(filled, 'the foreign key is tried on each row');
	if (!isNullEverywhere(command, constraint))
		context.scanAll(referenced, 'the rows of the foreign key are looked for in it');
}

/** Whether a column of a key was added without a value by the same statement, so that there is nothing to look for. */
function isNullEverywhere({ commands }: Command, { fk_attrs: columns }: Constraint): boolean {
	const added = commands.flatMap(({ subtype, def }) =>
		subtype === 'AT_AddColumn' ? (nodeOf(def, 'ColumnDef') ?? []) : [],
	);
	const empty = added.filter(
		({ constraints }) => !nodesOf(constraints, 'Constraint').some(({ contype }) => VALUED.has(contype)),
	);
	return stringsOf(columns).some((name) => empty.some(({ colname }) => colname === name));
}

const VALUED: ReadonlySet<Constraint['contype']> = new Set(['CONSTR_DEFAULT', 'CONSTR_GENERATED', 'CONSTR_IDENTITY']);
