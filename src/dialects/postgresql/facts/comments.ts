import { type NodeOf, nodeOf, objectName, stringsOf } from '../catalog/trees.ts';
import type { Context } from './context.ts';
import type { Target } from './target.ts';

const RELATIONS: Readonly<Record<string, Target['kind']>> = {
	OBJECT_FOREIGN_TABLE: 'foreign table',
	OBJECT_INDEX: 'index',
	OBJECT_MATVIEW: 'materialized view',
	OBJECT_SEQUENCE: 'sequence',
	OBJECT_TABLE: 'table',
	OBJECT_VIEW: 'view',
};

/** What belongs to a table; its name stands behind that of the table. */
const OF_TABLE: ReadonlySet<string> = new Set([
	'OBJECT_COLUMN',
	'OBJECT_POLICY',
	'OBJECT_RULE',
	'OBJECT_TABCONSTRAINT',
	'OBJECT_TRIGGER',
]);

/** @see https://www.postgresql.org/docs/current/sql-comment.html */
export function comment(
	{ objtype = 'OBJECT_TABLE', object }: NodeOf<'CommentStmt'> | NodeOf<'SecLabelStmt'>,
	context: Context,
): void {
	const kind = RELATIONS[objtype];
	if (kind) context.lock(context.target(objectName(object), kind), 'SHARE UPDATE EXCLUSIVE');
	if (!OF_TABLE.has(objtype)) return;
	const [, table = '', schema] = [...stringsOf(nodeOf(object, 'List')?.items)].reverse();
	const target = context.target(schema === undefined ? { name: table } : { schema, name: table });
	context.lock(target, objtype === 'OBJECT_COLUMN' ? 'SHARE UPDATE EXCLUSIVE' : 'ACCESS SHARE');
}
