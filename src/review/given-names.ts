import { listedName, type NodeOf, nodeOf, nodesOf } from '../dialects/postgresql/catalog/trees.ts';
import { placeholdersShown } from '../dialects/postgresql/placeholders.ts';
import type { Node } from '../sql/parse-postgresql.ts';
import { once } from './once.ts';
import type { Seen } from './seen.ts';
import { shown } from './spelled.ts';

/** What a name can be given to. */
export type NamedKind =
	| 'schema'
	| 'table'
	| 'view'
	| 'column'
	| 'index'
	| 'sequence'
	| 'type'
	| 'function'
	| 'primaryKey'
	| 'unique'
	| 'foreignKey'
	| 'check'
	| 'constraint';

/** A name that a statement gives to something. */
export interface GivenName {
	readonly kind: NamedKind;
	readonly name: string;
	/** With what it belongs to: `app.user.email`. */
	readonly object: string;
}

type Constraint = NodeOf<'Constraint'>;

const CONSTRAINTS: Readonly<Record<string, NamedKind>> = {
	CONSTR_PRIMARY: 'primaryKey',
	CONSTR_UNIQUE: 'unique',
	CONSTR_FOREIGN: 'foreignKey',
	CONSTR_CHECK: 'check',
	CONSTR_EXCLUSION: 'constraint',
	CONSTR_NOTNULL: 'constraint',
};

const RENAMED: Readonly<Record<string, NamedKind>> = {
	OBJECT_SCHEMA: 'schema',
	OBJECT_TABLE: 'table',
	OBJECT_VIEW: 'view',
	OBJECT_MATVIEW: 'view',
	OBJECT_COLUMN: 'column',
	OBJECT_INDEX: 'index',
	OBJECT_SEQUENCE: 'sequence',
	OBJECT_TYPE: 'type',
	OBJECT_DOMAIN: 'type',
	OBJECT_FUNCTION: 'function',
	OBJECT_PROCEDURE: 'function',
	OBJECT_TABCONSTRAINT: 'constraint',
};

/** The names that a statement gives, where the names are its own: not to what is temporary, and not by a variable. */
export const namesGiven = once((seen: Seen): readonly GivenName[] =>
	namesGivenBy(seen.tree).filter(({ name }) => name !== '' && placeholdersShown(name) === name),
);

/** The names that a statement gives, whatever they are. */
export const namesGivenBy = (tree: Node): readonly GivenName[] => [...ofRelation(tree), ...ofObject(tree)];

/** Those of a table, with its columns and constraints, and of an index, a view or a sequence. */
function ofRelation(tree: Node): readonly GivenName[] {
	const table = nodeOf(tree, 'CreateStmt');
	if (table?.relation) {
		if (table.relation.relpersistence === 't') return [];
		return [ofRange('table', table.relation), ...partsOf(shown(table.relation), table.tableElts)];
	}
	const altered = nodeOf(tree, 'AlterTableStmt');
	if (altered?.relation) {
		const added = nodesOf(altered.cmds, 'AlterTableCmd').filter(({ subtype }) => ADDING.has(subtype));
		return partsOf(
			shown(altered.relation),
			added.flatMap(({ def }) => def ?? []),
		);
	}
	const index = nodeOf(tree, 'IndexStmt');
	if (index?.relation) {
		const name = index.idxname ?? '';
		return [{ kind: 'index', name, object: `${shown(index.relation)}.${name}` }];
	}
	const view = nodeOf(tree, 'ViewStmt')?.view;
	return view ? lasting('view', view) : madeByQuery(tree);
}

const ADDING: ReadonlySet<NodeOf<'AlterTableCmd'>['subtype']> = new Set(['AT_AddColumn', 'AT_AddConstraint']);

const ofRange = (kind: NamedKind, range: NodeOf<'RangeVar'>): GivenName => ({
	kind,
	name: range.relname ?? '',
	object: shown(range),
});

/** `CREATE TABLE … AS`, `SELECT … INTO` and `CREATE MATERIALIZED VIEW`. */
function madeByQuery(tree: Node): readonly GivenName[] {
	const made = nodeOf(tree, 'CreateTableAsStmt');
	const range = made?.into?.rel ?? nodeOf(tree, 'SelectStmt')?.intoClause?.rel;
	return range ? lasting(made?.objtype === 'OBJECT_MATVIEW' ? 'view' : 'table', range) : [];
}

const lasting = (kind: NamedKind, range: NodeOf<'RangeVar'>): readonly GivenName[] =>
	range.relpersistence === 't' ? [] : [ofRange(kind, range)];

function partsOf(owner: string, parts: readonly Node[] | undefined): readonly GivenName[] {
	const columns = nodesOf(parts, 'ColumnDef').flatMap(({ colname = '', constraints }): readonly GivenName[] => [
		{ kind: 'column', name: colname, object: `${owner}.${colname}` },
		...nodesOf(constraints, 'Constraint').flatMap((constraint) => ofConstraint(owner, constraint)),
	]);
	return [...columns, ...nodesOf(parts, 'Constraint').flatMap((constraint) => ofConstraint(owner, constraint))];
}

function ofConstraint(owner: string, { contype, conname }: Constraint): readonly GivenName[] {
	const kind = CONSTRAINTS[contype ?? ''];
	return kind && conname !== undefined ? [{ kind, name: conname, object: `${owner}.${conname}` }] : [];
}

/** Those of what is no relation, and of what is renamed. */
function ofObject(tree: Node): readonly GivenName[] {
	const schema = nodeOf(tree, 'CreateSchemaStmt')?.schemaname;
	if (schema !== undefined) return [{ kind: 'schema', name: schema, object: schema }];
	const sequence = nodeOf(tree, 'CreateSeqStmt')?.sequence;
	if (sequence) return lasting('sequence', sequence);
	const composite = nodeOf(tree, 'CompositeTypeStmt')?.typevar;
	if (composite) return [ofRange('type', composite)];
	const type = nodeOf(tree, 'CreateEnumStmt')?.typeName ?? nodeOf(tree, 'CreateRangeStmt')?.typeName;
	const named = type ?? nodeOf(tree, 'CreateDomainStmt')?.domainname;
	if (named) return [ofList('type', named)];
	const routine = nodeOf(tree, 'CreateFunctionStmt')?.funcname;
	return routine ? [ofList('function', routine)] : renamedBy(tree);
}

function ofList(kind: NamedKind, nodes: readonly Node[]): GivenName {
	const found = listedName(nodes);
	return { kind, name: found.name, object: shown(found) };
}

function renamedBy(tree: Node): readonly GivenName[] {
	const rename = nodeOf(tree, 'RenameStmt');
	const kind = RENAMED[rename?.renameType ?? ''];
	if (!rename || !kind) return [];
	const name = rename.newname ?? '';
	const isPart = kind === 'column' || kind === 'constraint';
	return [{ kind, name, object: isPart && rename.relation ? `${shown(rename.relation)}.${name}` : name }];
}
