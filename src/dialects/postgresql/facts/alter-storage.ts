import type { Relation, RelationKind } from '../catalog/model.ts';
import { type NodeOf, nodeOf, nodesOf, objectName } from '../catalog/trees.ts';
import type { Command } from './alter-command.ts';
import type { Context } from './context.ts';
import type { LockMode } from './lock-modes.ts';

/** Storage parameters that other sessions do not have to wait for. */
const MILD =
	/^(?:(?:log_)?autovacuum_|fillfactor$|toast_tuple_target$|parallel_workers$|vacuum_|n_distinct|effective_io|deduplicate_items$)/;

/** @see https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-STORAGE-PARAMETER */
export function lockOfOptions({ def }: Command['cmd']): LockMode {
	const options = nodesOf(nodeOf(def, 'List')?.items, 'DefElem');
	const isMild = options.every(({ defname = '' }) => MILD.test(defname));
	return isMild ? 'SHARE UPDATE EXCLUSIVE' : 'ACCESS EXCLUSIVE';
}

export const setLogged = (command: Command): void => setPersistence(command, 'permanent');
export const setUnlogged = (command: Command): void => setPersistence(command, 'unlogged');

/** Nothing is written when the table is so already. */
function setPersistence({ target, context }: Command, wanted: 'permanent' | 'unlogged'): void {
	if (target.relation?.persistence === wanted) return;
	context.rewrite(
		target,
		`all rows are written anew to make the table ${wanted === 'unlogged' ? 'unlogged' : 'logged'}`,
	);
}

export function setTablespace({ cmd, target, context }: Command): void {
	if ((target.relation?.tablespace ?? (target.relation && 'pg_default')) !== cmd.name)
		context.replace(target, `its files are copied to ${cmd.name ?? 'another tablespace'}`);
}

/** ALTER TABLE ALL IN TABLESPACE moves one kind of relation, of all roles or of some. */
export function moveAll(statement: NodeOf<'AlterTableMoveAllStmt'>, context: Context): void {
	const { orig_tablespacename: from = '', new_tablespacename: to = '', objtype } = statement;
	const kind = MOVED[objtype ?? ''];
	const isIn = ({ tablespace = 'pg_default', ...relation }: Relation): boolean =>
		relation.kind === kind && tablespace === from && relation.persistence !== 'temporary';
	for (const target of context.all([...context.known.relations()].filter(isIn).map(({ id }) => id))) {
		context.lock(target, 'ACCESS EXCLUSIVE');
		if (from !== to) context.replace(target, `its files are copied to ${to}`);
	}
}

const MOVED: Readonly<Record<string, RelationKind>> = {
	OBJECT_INDEX: 'index',
	OBJECT_MATVIEW: 'materialized view',
	OBJECT_TABLE: 'table',
};

export function setAccessMethod({ cmd, target, context }: Command): void {
	const before = target.relation ? (target.relation.accessMethod ?? 'heap') : undefined;
	if (before !== (cmd.name ?? 'heap')) context.rewrite(target, 'the access method stores all rows anew');
}

/** The parent is read, and may not change meanwhile. */
export function addInherit({ cmd, target, context }: Command): void {
	// A table must not become its own parent.
	for (const each of context.withChildren(target)) context.lock(each, 'ACCESS SHARE');
	context.lock(context.target(objectName(cmd.def)), 'SHARE UPDATE EXCLUSIVE', 'it gets a child');
}

export function dropInherit({ cmd, context }: Command): void {
	context.lock(context.target(objectName(cmd.def)), 'ACCESS SHARE', 'it loses a child');
}
