import type { Node } from '../../../sql/parse-postgresql.ts';
import { type NodeOf, nodeOf, rangeName } from '../catalog/trees.ts';
import type { Context } from './context.ts';
import type { Target } from './target.ts';

/** A column or a constraint has its name on the children, too. */
const BELOW: ReadonlySet<string> = new Set([
	'OBJECT_COLUMN',
	'OBJECT_ATTRIBUTE',
	'OBJECT_TABCONSTRAINT',
	'OBJECT_TRIGGER',
]);

const KINDS: Readonly<Record<string, Target['kind']>> = {
	OBJECT_ATTRIBUTE: 'composite type',
	OBJECT_FOREIGN_TABLE: 'foreign table',
	OBJECT_INDEX: 'index',
	OBJECT_MATVIEW: 'materialized view',
	OBJECT_SEQUENCE: 'sequence',
	OBJECT_TYPE: 'composite type',
	OBJECT_VIEW: 'view',
};

/** @see https://www.postgresql.org/docs/current/sql-alterindex.html */
export function rename(statement: NodeOf<'RenameStmt'>, context: Context): void {
	const { renameType, relationType, relation } = statement;
	if (!relation) return;
	context.allowMissing(statement.missing_ok);
	const target = context.target(rangeName(relation), KINDS[renameType ?? ''] ?? KINDS[relationType ?? '']);
	const isIndex = target.kind === 'index' || target.kind === 'partitioned index';
	const mode = isIndex && context.version >= 12 ? 'SHARE UPDATE EXCLUSIVE' : 'ACCESS EXCLUSIVE';
	const isBelow = isRenamedBelow(statement, target, context) && relation.inh !== false;
	for (const each of isBelow ? context.withChildren(target) : [target]) context.lock(each, mode);
	if (target.kind === 'composite type') lockTyped(target, context);
}

/** Children have the columns of their parent, its checks, and the triggers for each row of a partitioned table. */
function isRenamedBelow(
	{ renameType = 'OBJECT_TABLE', subname }: NodeOf<'RenameStmt'>,
	{ kind, relation }: Target,
	{ version }: Context,
): boolean {
	if (renameType === 'OBJECT_TABCONSTRAINT') {
		const constraint = relation?.constraints.find(({ name }) => name === subname);
		return !constraint || ((constraint.kind === 'check' || constraint.kind === 'not null') && !constraint.noInherit);
	}
	if (renameType !== 'OBJECT_TRIGGER') return BELOW.has(renameType);
	return version >= 15 && kind === 'partitioned table';
}

/** The tables of a composite type follow it. */
export function lockTyped({ schema, name }: Target, context: Context): readonly Target[] {
	const typed = [...context.known.relations()].filter(
		({ ofType }) => ofType?.schema === schema && ofType.name === name,
	);
	const targets = context.all(typed.map(({ id }) => id));
	context.lockAll(targets, 'ACCESS EXCLUSIVE', 'it is a table of the type');
	return targets;
}

/** A relation that moves to another schema takes its indexes and sequences along. */
export function setSchema(statement: NodeOf<'AlterObjectSchemaStmt'>, context: Context): void {
	const { objectType, relation, missing_ok: isOptional } = statement;
	context.allowMissing(isOptional);
	if (relation) context.lock(context.target(rangeName(relation), KINDS[objectType ?? '']), 'ACCESS EXCLUSIVE');
}

/** Only relations are locked when their owner changes. */
export function setOwner({ relation }: NodeOf<'AlterOwnerStmt'>, context: Context): void {
	if (relation) context.lock(context.target(rangeName(relation)), 'ACCESS EXCLUSIVE');
}

/** The name of a relation, and the one that a statement gives it. */
export interface Renamed {
	readonly from: string;
	readonly to: string;
}

/** The new name of a relation; undefined where a statement renames none, or something that belongs to one. */
export function renamedBy(tree: Node, context: Context): Renamed | undefined {
	const renamed = nodeOf(tree, 'RenameStmt');
	const moved = nodeOf(tree, 'AlterObjectSchemaStmt');
	if (moved?.relation) {
		const { id, name } = context.at(moved.relation);
		return { from: id, to: `${moved.newschema ?? ''}.${name}` };
	}
	if (!renamed?.relation || BELOW.has(renamed.renameType ?? '')) return undefined;
	const { id, schema } = context.at(renamed.relation);
	return { from: id, to: `${schema}.${renamed.newname ?? ''}` };
}
