import type { Node } from '../../sql/parse-postgresql.ts';
import type { ActedOn } from '../../sql/reading.ts';
import { nameOf, typeNameOf } from './tree-names.ts';

type Kind = Node extends infer Each ? (Each extends object ? keyof Each : never) : never;
type Of<Wanted extends Kind> = Extract<Node, Readonly<Record<Wanted, unknown>>>[Wanted];
type Table = { readonly [Each in Kind]?: (statement: Of<Each>) => ActedOn | undefined };

type Relation = Of<'RangeVar'> | undefined;
type Nodes = readonly Node[] | undefined;

const made = (kind: string, name: string | undefined): ActedOn | undefined =>
	name === undefined || name === '' ? undefined : { kind, name };

const relationName = (relation: Relation): string | undefined => relation && nameOf({ RangeVar: relation });
const relation = (kind: string, found: Relation): ActedOn | undefined => made(kind, relationName(found));
const listed = (kind: string, names: Nodes): ActedOn | undefined =>
	made(kind, names && nameOf({ List: { items: [...names] } }));
const several = (kind: string, names: Nodes): ActedOn | undefined =>
	made(kind, names?.map((name) => nameOf(name) ?? '').join(', '));

/** What belongs to a relation has its name behind it in a list; alone it is told with the relation it is on. */
const onRelation = (kind: string, name: string | undefined, found: Relation): ActedOn | undefined =>
	made(kind, [relationName(found), name].filter((part) => part !== undefined).join('.'));

const SHORTER: Readonly<Record<string, string>> = {
	OBJECT_MATVIEW: 'materialized view',
	OBJECT_TABCONSTRAINT: 'constraint',
	OBJECT_STATISTIC_EXT: 'statistics',
};

/** `OBJECT_FOREIGN_TABLE` is a `foreign table`. */
export const kindOf = (type: string | undefined): string =>
	SHORTER[type ?? ''] ?? (type ?? 'object').replace('OBJECT_', '').replaceAll('_', ' ').toLowerCase();

/** The relation, or what else the statement names. */
const either = (type: string | undefined, found: Relation, object: Node | undefined): ActedOn | undefined =>
	relation(kindOf(type), found) ?? made(kindOf(type), object && nameOf(object));

/** A column or a constraint is a part of its relation; a trigger or a policy has a name on it. */
function renamed({
	renameType,
	relationType,
	relation: found,
	object,
	subname,
}: Of<'RenameStmt'>): ActedOn | undefined {
	const isPart = renameType === 'OBJECT_COLUMN' || renameType === 'OBJECT_TABCONSTRAINT';
	const isOnRelation = renameType === 'OBJECT_TRIGGER' || renameType === 'OBJECT_POLICY';
	if (isPart) return relation(renameType === 'OBJECT_COLUMN' ? kindOf(relationType) : 'table', found);
	if (isOnRelation) return onRelation(kindOf(renameType), subname, found);
	return either(renameType, found, object) ?? made(kindOf(renameType), subname);
}

/** The name, with the types of the arguments that calls have. */
function functionOf({
	funcname,
	parameters,
	is_procedure: isProcedure,
}: Of<'CreateFunctionStmt'>): ActedOn | undefined {
	const types = (parameters ?? []).flatMap((parameter) => {
		const { mode, argType } = 'FunctionParameter' in parameter ? parameter.FunctionParameter : {};
		const isGiven = mode !== 'FUNC_PARAM_OUT' && mode !== 'FUNC_PARAM_TABLE';
		return isGiven && argType ? typeNameOf(argType) : [];
	});
	const name = nameOf({ List: { items: funcname ?? [] } });
	return made(isProcedure ? 'procedure' : 'function', name && `${name}(${types.join(', ')})`);
}

/** An index without a name is told by its table. */
function indexOf({ idxname, relation: found }: Of<'IndexStmt'>): ActedOn | undefined {
	if (idxname === undefined) return relation('table', found);
	return made('index', found?.schemaname === undefined ? idxname : `${found.schemaname}.${idxname}`);
}

/** One line for each statement that acts on an object with a name. */
const OBJECTS: Table = {
	AlterDomainStmt: (of) => listed('domain', of.typeName),
	AlterEnumStmt: (of) => listed('type', of.typeName),
	AlterExtensionStmt: (of) => made('extension', of.extname),
	AlterFunctionStmt: (of) => made('function', of.func && nameOf({ ObjectWithArgs: of.func })),
	AlterObjectSchemaStmt: (of) => either(of.objectType, of.relation, of.object),
	AlterOwnerStmt: (of) => either(of.objectType, of.relation, of.object),
	AlterPolicyStmt: (of) => onRelation('policy', of.policy_name, of.table),
	AlterRoleStmt: (of) => made('role', of.role?.rolename),
	AlterSeqStmt: (of) => relation('sequence', of.sequence),
	AlterStatsStmt: (of) => listed('statistics', of.defnames),
	AlterTableStmt: (of) => relation(kindOf(of.objtype), of.relation),
	CommentStmt: (of) => made(kindOf(of.objtype), of.object && nameOf(of.object)),
	CompositeTypeStmt: (of) => relation('type', of.typevar),
	CopyStmt: (of) => relation('table', of.relation),
	CreateDomainStmt: (of) => listed('domain', of.domainname),
	CreateEnumStmt: (of) => listed('type', of.typeName),
	CreateExtensionStmt: (of) => made('extension', of.extname),
	CreateFunctionStmt: functionOf,
	CreatePolicyStmt: (of) => onRelation('policy', of.policy_name, of.table),
	CreateRangeStmt: (of) => listed('type', of.typeName),
	CreateRoleStmt: (of) => made('role', of.role),
	CreateSchemaStmt: (of) => made('schema', of.schemaname),
	CreateSeqStmt: (of) => relation('sequence', of.sequence),
	CreateStatsStmt: (of) => listed('statistics', of.defnames),
	CreateStmt: (of) => relation('table', of.relation),
	CreateTableAsStmt: (of) => relation(kindOf(of.objtype), of.into?.rel),
	CreateTrigStmt: (of) => onRelation('trigger', of.trigname, of.relation),
	DefineStmt: (of) => listed(kindOf(of.kind), of.defnames),
	DeleteStmt: (of) => relation('table', of.relation),
	DropStmt: (of) => several(kindOf(of.removeType), of.objects),
	GrantRoleStmt: (of) => several('role', of.granted_roles),
	GrantStmt: (of) => several(kindOf(of.objtype), of.objects),
	IndexStmt: indexOf,
	InsertStmt: (of) => relation('table', of.relation),
	LockStmt: (of) => several('table', of.relations),
	MergeStmt: (of) => relation('table', of.relation),
	RefreshMatViewStmt: (of) => relation('materialized view', of.relation),
	RenameStmt: renamed,
	RuleStmt: (of) => onRelation('rule', of.rulename, of.relation),
	TruncateStmt: (of) => several('table', of.relations),
	UpdateStmt: (of) => relation('table', of.relation),
	VariableSetStmt: (of) => made('setting', of.name),
	ViewStmt: (of) => relation('view', of.view),
};

/** The object that a statement acts on, or `undefined`. */
export function treeObject(tree: Node): ActedOn | undefined {
	const [found] = Object.entries(tree);
	if (!found) return undefined;
	const [kind, statement] = found;
	const objects: Readonly<Record<string, ((statement: never) => ActedOn | undefined) | undefined>> = OBJECTS;
	return objects[kind]?.(statement as never);
}
