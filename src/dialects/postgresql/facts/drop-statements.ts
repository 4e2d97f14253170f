import type { Node } from '../../../sql/parse-postgresql.ts';
import type { Relation } from '../catalog/model.ts';
import { listedName, type NodeOf, nodeOf, objectName, stringsOf } from '../catalog/trees.ts';
import { kindOf } from '../tree-object.ts';
import type { Context } from './context.ts';
import { calls, castsTo, isColumnOf, lockLost, lockWhere } from './dependents.ts';
import { dropTable, dropViews } from './drops.ts';
import { dropIndex } from './indexes.ts';
import { type Target, targetOf } from './target.ts';

type DropStmt = NodeOf<'DropStmt'>;
type Drop = (object: Node, statement: DropStmt, context: Context) => void;

const isCascading = ({ behavior }: DropStmt): boolean => behavior === 'DROP_CASCADE';

const relationOf =
	(kind: Target['kind']): Drop =>
	(object, statement, context) =>
		dropTable(context.named(object, kind), context, isCascading(statement));

/** A trigger, a rule or a policy: its name stands behind that of the table. */
const ofTable =
	(kind: string): Drop =>
	(object, statement, context) => {
		const parts = stringsOf(nodeOf(object, 'List')?.items);
		const [name = '', table = '', schema] = [...parts].reverse();
		const target = context.target(schema === undefined ? { name: table } : { schema, name: table });
		const owned = ownedBy(target, kind);
		context.drops.push({ kind, name: `${target.id}.${name}` });
		if (statement.missing_ok && owned && !owned.some((each) => each.name === name)) return;
		const trigger = target.relation?.triggers.find((each) => each.name === name);
		const isBelow = kind === 'trigger' && trigger?.isForEachRow !== false;
		for (const each of isBelow ? context.withPartitions(target) : [target]) context.lock(each, 'ACCESS EXCLUSIVE');
	};

/** The triggers, rules or policies of a relation that is known. */
function ownedBy({ relation }: Target, kind: string): readonly { readonly name: string }[] | undefined {
	if (kind === 'trigger') return relation?.triggers;
	return kind === 'rule' ? relation?.rules : relation?.policies;
}

const dropSequence: Drop = (object, statement, context) => {
	const sequence = context.named(object, 'sequence');
	context.lock(sequence, 'ACCESS EXCLUSIVE');
	context.drops.push({ kind: 'sequence', name: sequence.id });
	const id = sequence.relation?.id;
	if (id === undefined || !isCascading(statement)) return;
	lockWhere(context, ({ columns }) => columns.some(({ sequences }) => sequences.includes(id)), 'a default of it goes');
};

/** With CASCADE the columns of the type go. */
const dropType: Drop = (object, statement, context) => {
	const name = objectName(object);
	const type = context.known.type(name);
	const shown = type ? `${type.schema}.${type.name}` : name.name;
	context.drops.push({ kind: statement.removeType === 'OBJECT_DOMAIN' ? 'domain' : 'type', name: shown });
	if (!type || !isCascading(statement)) return;
	const functions = context.known.functionsWith(type);
	const isOf = (relation: Relation): boolean =>
		relation.columns.some((column) => isColumnOf(column, type, context)) ||
		(relation.ofType?.schema === type.schema && relation.ofType.name === type.name) ||
		functions.some((each) => calls(relation, each.name, context)) ||
		castsTo(relation, (given) => isType(context.known.type(given), type), context);
	lockWhere(context, isOf, `its columns of the type ${type.name} go`);
};

const isType = (found: { readonly schema: string; readonly name: string } | undefined, type: typeof found): boolean =>
	found?.schema === type?.schema && found?.name === type?.name;

/** With CASCADE the triggers and defaults that call the function go. */
const dropFunction: Drop = (object, statement, context) => {
	const name = objectName(object);
	context.drops.push({ kind: 'function', name: name.name });
	if (!isCascading(statement)) return;
	lockWhere(context, (relation) => calls(relation, name.name, context), `it uses ${name.name}()`);
};

/** The types of the extensions that tables most often use. */
const EXTENSION_TYPES: Readonly<Record<string, readonly string[]>> = {
	citext: ['citext'],
	cube: ['cube'],
	hstore: ['hstore'],
	ltree: ['ltree', 'lquery', 'ltxtquery'],
	postgis: ['geometry', 'geography', 'box2d', 'box3d'],
	vector: ['vector', 'halfvec', 'sparsevec'],
};

/** With CASCADE the columns of its types go. */
const dropExtension: Drop = (object, statement, context) => {
	const { name } = objectName(object);
	context.drops.push({ kind: 'extension', name });
	if (!isCascading(statement)) return;
	const types = EXTENSION_TYPES[name] ?? [];
	const isUser = ({ columns }: Relation): boolean => columns.some(({ type }) => type && types.includes(type.name));
	lockWhere(context, isUser, `it uses a type of the extension ${name}`);
};

/** With CASCADE its foreign tables go; which of all they are is not kept. */
const dropServer: Drop = (object, statement, context) => {
	context.drops.push({ kind: kindOf(statement.removeType), name: objectName(object).name });
	if (isCascading(statement))
		lockWhere(context, ({ kind }) => kind === 'foreign table', 'it may be a table of the foreign server');
};

const dropSchema: Drop = (object, statement, context) => {
	const { name } = objectName(object);
	context.drops.push({ kind: 'schema', name });
	if (!isCascading(statement)) return;
	for (const relation of context.known.relations())
		if (relation.schema === name) dropTable(targetOf(relation), context, true);
};

/** @see https://www.postgresql.org/docs/current/sql-dropstatistics.html */
const dropStatistics: Drop = (object, _statement, context) => {
	const name = listedName(nodeOf(object, 'List')?.items);
	context.drops.push({ kind: 'statistics', name: name.name });
	if (context.version < 12) return;
	const isOf = ({ statistics }: Relation): boolean =>
		statistics.some((each) => each.name === name.name && (name.schema === undefined || name.schema === each.schema));
	for (const relation of context.known.relations())
		if (isOf(relation)) context.lock(targetOf(relation), 'SHARE UPDATE EXCLUSIVE');
};

const dropView: Drop = (object, statement, context) => {
	const view = context.named(object, 'view');
	context.lock(view, 'ACCESS EXCLUSIVE');
	context.drops.push({ kind: view.kind, name: view.id });
	if (isCascading(statement)) dropViews(view, context);
};

/** One line for each kind of object that relations are locked for. */
const DROPS: { readonly [Type in NonNullable<DropStmt['removeType']>]?: Drop } = {
	OBJECT_DOMAIN: dropType,
	OBJECT_EXTENSION: dropExtension,
	OBJECT_FDW: dropServer,
	OBJECT_FOREIGN_SERVER: dropServer,
	OBJECT_FOREIGN_TABLE: relationOf('foreign table'),
	OBJECT_FUNCTION: dropFunction,
	OBJECT_INDEX: (object, { concurrent }, context) => {
		if (concurrent) context.outside();
		dropIndex(context.named(object, 'index'), concurrent ?? false, context);
	},
	OBJECT_MATVIEW: relationOf('materialized view'),
	OBJECT_POLICY: ofTable('policy'),
	OBJECT_PROCEDURE: dropFunction,
	OBJECT_ROUTINE: dropFunction,
	OBJECT_RULE: ofTable('rule'),
	OBJECT_SCHEMA: dropSchema,
	OBJECT_SEQUENCE: dropSequence,
	OBJECT_STATISTIC_EXT: dropStatistics,
	OBJECT_TABLE: relationOf('table'),
	OBJECT_TRIGGER: ofTable('trigger'),
	OBJECT_TYPE: dropType,
	OBJECT_VIEW: dropView,
};

/** Other kinds of objects are dropped without a lock on a relation. */
export function drop(statement: DropStmt, context: Context): void {
	context.allowMissing(statement.missing_ok);
	const act = statement.removeType && DROPS[statement.removeType];
	for (const object of statement.objects ?? []) {
		if (act) act(object, statement, context);
		else context.drops.push({ kind: kindOf(statement.removeType), name: objectName(object).name });
	}
	if (isCascading(statement)) lockLost({ DropStmt: statement }, context);
}
