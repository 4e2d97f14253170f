import type { Node } from '../../../sql/parse-postgresql.ts';
import { type NodeKind, type NodeOf, nodeOf, nodesOf, rangeName } from '../catalog/trees.ts';
import { moveAll } from './alter-storage.ts';
import { alterTable } from './alter-table.ts';
import { createFunction, createRule, policy, rewriteRules, runBlock } from './analysis.ts';
import { comment } from './comments.ts';
import type { Context } from './context.ts';
import { createTable, createTableAs, createView, ownColumn } from './create-relation.ts';
import { isOff, isOn } from './definitions.ts';
import { alterDomain } from './domains.ts';
import { drop } from './drop-statements.ts';
import { followCalls } from './followed.ts';
import { cluster, createIndex, refresh, reindex, vacuum } from './indexes.ts';
import { alterPublication, createPublication } from './publications.ts';
import { select } from './queries.ts';
import { rename, setOwner, setSchema } from './renames.ts';
import { call, discard } from './routines.ts';
import { copy, lockTable, truncate, WRITES, writesInWith } from './writes.ts';

type Handlers = { readonly [Each in NodeKind]?: (statement: NodeOf<Each>, context: Context) => void };

const outside = (_statement: unknown, context: Context): void => context.outside();

/** One line for each statement that locks a relation, or that cannot run in a transaction block. */
const HANDLERS: Handlers = {
	...WRITES,
	AlterDatabaseStmt: ({ options }, context) => {
		if (nodesOf(options, 'DefElem').some(({ defname }) => defname === 'tablespace')) context.outside();
	},
	AlterDomainStmt: alterDomain,
	AlterEnumStmt: ({ newVal, oldVal }, context) => {
		if (context.version < 12 && newVal !== undefined && oldVal === undefined) context.outside();
	},
	AlterExtensionContentsStmt: ({ objtype, object }, context) => {
		if (RELATIONS.has(objtype)) context.lock(context.named(object), 'SHARE UPDATE EXCLUSIVE');
	},
	AlterObjectDependsStmt: ({ relation }, context) => {
		if (relation) context.lock(context.at(relation), 'ACCESS SHARE');
	},
	AlterObjectSchemaStmt: setSchema,
	AlterOwnerStmt: setOwner,
	AlterPolicyStmt: policy,
	AlterPublicationStmt: alterPublication,
	AlterSeqStmt: ({ sequence, options }, context) => {
		if (sequence) context.lock(context.at(sequence, 'sequence'), 'SHARE ROW EXCLUSIVE');
		ownColumn(options, context);
	},
	AlterSystemStmt: outside,
	AlterTableMoveAllStmt: moveAll,
	AlterTableStmt: alterTable,
	CallStmt: call,
	ClusterStmt: cluster,
	CommentStmt: comment,
	CopyStmt: copy,
	CreateForeignTableStmt: ({ base }, context) => {
		if (base) createTable(base, context);
	},
	CreateFunctionStmt: createFunction,
	CreatePolicyStmt: policy,
	CreatePublicationStmt: createPublication,
	CreateSchemaStmt: createSchema,
	CreateSeqStmt: ({ options }, context) => ownColumn(options, context),
	CreateStatsStmt: ({ relations }, context) => {
		for (const range of nodesOf(relations, 'RangeVar')) context.lock(context.at(range), 'SHARE UPDATE EXCLUSIVE');
	},
	CreateStmt: createTable,
	CreateSubscriptionStmt: ({ options }, context) => {
		if (!isOff(options, 'connect') && !isOff(options, 'create_slot')) context.outside();
	},
	CreateTableAsStmt: createTableAs,
	CreateTableSpaceStmt: outside,
	CreateTrigStmt: ({ relation, row, constrrel }, context) => {
		if (!relation) return;
		const target = context.at(relation);
		for (const each of row ? context.withPartitions(target) : [target]) context.lock(each, 'SHARE ROW EXCLUSIVE');
		if (constrrel) context.lock(context.at(constrrel), 'ACCESS SHARE');
	},
	CreatedbStmt: outside,
	DeclareCursorStmt: ({ query }, context) => act(query, context.planning()),
	DiscardStmt: discard,
	DoStmt: runBlock,
	DropStmt: drop,
	DropSubscriptionStmt: outside,
	DropTableSpaceStmt: outside,
	DropdbStmt: outside,
	ExecuteStmt: ({ name = '' }, context) => context.act(context.known.prepared(name)),
	ExplainStmt: explain,
	FetchStmt: fetchRows,
	GrantStmt: grant,
	IndexStmt: createIndex,
	LockStmt: lockTable,
	PrepareStmt: ({ query }, context) => rewriteRules(query, context),
	ReassignOwnedStmt: ({ roles }, context) => {
		for (const { rolename = '' } of nodesOf(roles, 'RoleSpec'))
			for (const each of context.all(context.known.ownedBy(rolename))) context.lock(each, 'ACCESS EXCLUSIVE');
	},
	RefreshMatViewStmt: refresh,
	ReindexStmt: reindex,
	RenameStmt: rename,
	RuleStmt: createRule,
	SecLabelStmt: comment,
	SelectStmt: (statement, context) => {
		select(statement, context);
		writesInWith(statement.withClause, context);
	},
	TransactionStmt: ({ kind }, context) => {
		if (kind === 'TRANS_STMT_COMMIT_PREPARED' || kind === 'TRANS_STMT_ROLLBACK_PREPARED') context.outside();
	},
	TruncateStmt: truncate,
	VacuumStmt: vacuum,
	ViewStmt: createView,
};

/** A query is planned, for which it is locked; it runs with ANALYZE only. */
function explain({ query, options }: NodeOf<'ExplainStmt'>, context: Context): void {
	const isRun = isOn(options, 'analyze');
	act(query, isRun ? context : context.planning());
}

/** From version 18 on, the relation of a privilege is locked. */
function grant({ objtype, objects }: NodeOf<'GrantStmt'>, context: Context): void {
	if (context.version < 18 || (objtype !== 'OBJECT_TABLE' && objtype !== 'OBJECT_SEQUENCE')) return;
	for (const range of nodesOf(objects, 'RangeVar')) context.lock(context.at(range), 'ACCESS SHARE');
}

/** ALL, as the grammar says it. */
const ALL_ROWS = 2 ** 31 - 1;

/** All rows that are left of a cursor are read, which are those of its whole query. */
function fetchRows({ portalname = '', howMany }: NodeOf<'FetchStmt'>, context: Context): void {
	const isAll = Number(howMany) >= ALL_ROWS;
	if (isAll) context.act(context.known.prepared(portalname));
}

/** What is created with a schema is created in it, and is found there by the rest of the statement. */
function createSchema(statement: NodeOf<'CreateSchemaStmt'>, context: Context): void {
	const { schemaElts = [], authrole } = statement;
	const schema = statement.schemaname ?? authrole?.rolename ?? '';
	context.creates.push({ kind: 'schema', name: statement.schemaname ?? '' });
	const created = schemaElts.flatMap((element) => {
		const range = nodeOf(element, 'CreateStmt')?.relation ?? nodeOf(element, 'ViewStmt')?.view;
		return range?.relname === undefined ? [] : [range.relname];
	});
	for (const name of created) context.make(context.target({ schema, name }));
	for (const element of schemaElts) act(inSchema(element, schema, new Set(created)), context);
}

/** A tree whose relations of some names have a schema. */
function inSchema<Tree>(tree: Tree, schema: string, names: ReadonlySet<string>): Tree {
	if (typeof tree !== 'object' || tree === null) return tree;
	if (Array.isArray(tree)) return tree.map((each) => inSchema(each, schema, names)) as Tree;
	const parts = Object.entries(tree).map(([key, value]) => [key, inSchema(value, schema, names)]);
	const { relname, schemaname } = tree as Partial<NodeOf<'RangeVar'>>;
	const isNamed = relname !== undefined && schemaname === undefined && names.has(relname);
	return Object.fromEntries(isNamed ? [...parts, ['schemaname', schema]] : parts);
}

const RELATIONS: ReadonlySet<unknown> = new Set([
	'OBJECT_TABLE',
	'OBJECT_VIEW',
	'OBJECT_MATVIEW',
	'OBJECT_SEQUENCE',
	'OBJECT_FOREIGN_TABLE',
]);

/** What a statement runs whose functions are called; that of the others is kept, or is a part of another statement. */
const CALLING: Handlers = {
	AlterTableStmt: ({ cmds }, context) =>
		followCalls(
			nodesOf(cmds, 'AlterTableCmd').filter(({ subtype = '' }) => subtype && COMPUTED.has(subtype)),
			context,
		),
	CallStmt: ({ funccall }, context) => followCalls({ FuncCall: funccall }, context),
	CopyStmt: ({ query }, context) => followCalls(query, context),
	CreateTableAsStmt: ({ query, into }, context) => {
		if (!into?.skipData) followCalls(query, context);
	},
	DeleteStmt: followCalls,
	InsertStmt: followCalls,
	MergeStmt: followCalls,
	RefreshMatViewStmt: ({ relation, skipData }, context) => {
		const view = relation && !skipData && context.known.relation(rangeName(relation))?.view;
		if (view) followCalls(view.query, context);
	},
	SelectStmt: followCalls,
	UpdateStmt: followCalls,
};

/** The actions of ALTER TABLE that compute something for the rows that are there. */
const COMPUTED: ReadonlySet<string> = new Set(['AT_AddColumn', 'AT_AddConstraint', 'AT_AlterColumnType']);

type Handler = (statement: never, context: Context) => void;

/** Find the facts of one statement. */
export function act(tree: Node | undefined, context: Context): void {
	const [handlers, calling]: readonly Readonly<Record<string, Handler | undefined>>[] = [HANDLERS, CALLING];
	for (const [kind, statement] of Object.entries(tree ?? {})) {
		handlers?.[kind]?.(statement as never, context);
		calling?.[kind]?.(statement as never, context);
	}
}
