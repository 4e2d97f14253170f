import type { QualifiedName } from '../core/names.ts';
import type { StatementFacts } from '../dialects/facts.ts';
import type { Id } from '../dialects/postgresql/catalog/model.ts';
import { listedName, type NodeOf, nodeOf, nodesOf, rangeName } from '../dialects/postgresql/catalog/trees.ts';
import type { Known } from '../dialects/postgresql/facts/known.ts';
import type { Node } from '../sql/parse-postgresql.ts';
import { isEnd } from './transactions.ts';

type Found = { readonly schema: string; readonly name: string };

/** What a script made, beside relations: these are known by the catalog. */
export class History {
	readonly #mayBeOlder = new Set<string>();
	readonly #older = new Set<string>();
	readonly #columns = new Set<string>();
	readonly #objects = new Set<string>();
	readonly #told = new Set<string>();
	readonly #indexes = new Set<string>();
	/** Those of the transaction, in the order in which they were set. */
	#savepoints: readonly string[] = [];
	readonly #unique = new Map<Id, readonly (readonly string[])[]>();

	/** @param known - The schema behind the statement. */
	add(tree: Node, known: Known): void {
		const table = nodeOf(tree, 'CreateStmt');
		const found = table?.if_not_exists && table.relation && known.relation(rangeName(table.relation));
		if (found && !this.#isDropped(found)) {
			this.#mayBeOlder.add(keyOf(found));
			this.#older.add(`${found.schema}.${found.name}`);
		}
		const altered = nodeOf(tree, 'AlterTableStmt');
		for (const { subtype, def, missing_ok: isOptional } of nodesOf(altered?.cmds, 'AlterTableCmd')) {
			const column = nodeOf(def, 'ColumnDef');
			if (subtype !== 'AT_AddColumn' || isOptional || !altered?.relation || !column) continue;
			this.#columns.add(`${idOf(altered.relation, known)}.${column.colname ?? ''}`);
		}
		const control = nodeOf(tree, 'TransactionStmt');
		if (control) this.#savepoints = savepointsAfter(control, this.#savepoints);
		const made = madeBy(tree);
		if (made) this.#objects.add(objectKey(made.kind, made.name));
	}

	/** Whether a relation came from CREATE … IF NOT EXISTS, and may have been there before. */
	mayBeOlder(relation: Found): boolean {
		return this.#mayBeOlder.has(keyOf(relation));
	}

	/** The same, by the name that facts have. */
	mayBeOlderNamed(name: string): boolean {
		return this.#older.has(name);
	}

	/** Whether the script added a column to a table. */
	addedColumn(table: Parameters<typeof rangeName>[0], column: string, known: Known): boolean {
		return this.#columns.has(`${idOf(table, known)}.${column}`);
	}

	/** Whether the script made an object that is no relation. */
	made(kind: MadeKind, name: QualifiedName): boolean {
		return this.#objects.has(objectKey(kind, name));
	}

	/** Whether the transaction has a savepoint. */
	hasSavepoint(name: string): boolean {
		return this.#savepoints.includes(name);
	}

	/** Keep in mind by which columns no two rows of a table were the same, until an index was dropped. */
	rememberUnique(table: Id, columns: readonly string[]): void {
		this.#unique.set(table, [...this.uniqueBefore(table), columns]);
	}

	uniqueBefore(table: Id): readonly (readonly string[])[] {
		return this.#unique.get(table) ?? [];
	}

	/** Keep in mind which of the relations that a statement locks are indexes. */
	addLocks({ relations }: StatementFacts): void {
		for (const { name, kind } of relations) if (kind.endsWith('index')) this.#indexes.add(name);
	}

	/** Whether a lock is on an index, also on one that is gone. */
	isIndex(name: string): boolean {
		return this.#indexes.has(name);
	}

	/** Whether something that is told once in a script was told. */
	hasTold(what: string): boolean {
		return this.#told.has(what);
	}

	tell(what: string): void {
		this.#told.add(what);
	}

	/** What a rule has told was not heard, since it is allowed. */
	untell(rule: string): void {
		for (const what of this.#told) if (what === rule || what.startsWith(`${rule} `)) this.#told.delete(what);
	}

	#isDropped({ schema, name }: Found): boolean {
		return this.#objects.has(objectKey('dropped table', { schema, name }));
	}
}

/**
 * The savepoints behind a statement: RELEASE and ROLLBACK TO take along those that were set later.
 *
 * @see https://www.postgresql.org/docs/current/sql-rollback-to.html
 */
function savepointsAfter(control: NodeOf<'TransactionStmt'>, before: readonly string[]): readonly string[] {
	const { kind, savepoint_name: name = '' } = control;
	if (kind === 'TRANS_STMT_SAVEPOINT') return [...before, name];
	const at = before.lastIndexOf(name);
	if (kind === 'TRANS_STMT_RELEASE' && at !== -1) return before.slice(0, at);
	if (kind === 'TRANS_STMT_ROLLBACK_TO' && at !== -1) return before.slice(0, at + 1);
	return isEnd(control) ? [] : before;
}

export type MadeKind = 'schema' | 'type' | 'function' | 'extension' | 'dropped table' | 'database';

const keyOf = ({ schema, name }: Found): string => JSON.stringify([schema, name]);

/** What has no schema is looked for in the first one. */
const objectKey = (kind: MadeKind, { schema = 'public', name }: QualifiedName): string =>
	JSON.stringify([kind, schema, name]);

function idOf(range: Parameters<typeof rangeName>[0], known: Known): string {
	const { name, schema } = rangeName(range);
	const found = known.relation(rangeName(range));
	return keyOf(found ?? { schema: schema ?? known.schemaOf(name), name });
}

type Made = { readonly kind: MadeKind; readonly name: QualifiedName };

function madeBy(tree: Node): Made | undefined {
	const type = typeMadeBy(tree);
	if (type) return { kind: 'type', name: type };
	const routine = nodeOf(tree, 'CreateFunctionStmt');
	if (routine && !routine.replace) return { kind: 'function', name: listedName(routine.funcname) };
	const drop = nodeOf(tree, 'DropStmt');
	if (drop?.removeType !== 'OBJECT_TABLE' || drop.objects?.length !== 1) return plainlyMadeBy(tree);
	return { kind: 'dropped table', name: listedName(nodesOf(drop.objects, 'List')[0]?.items) };
}

function typeMadeBy(tree: Node): QualifiedName | undefined {
	const composite = nodeOf(tree, 'CompositeTypeStmt')?.typevar;
	if (composite) return rangeName(composite);
	const type = nodeOf(tree, 'CreateEnumStmt')?.typeName ?? nodeOf(tree, 'CreateRangeStmt')?.typeName;
	const name = type ?? nodeOf(tree, 'CreateDomainStmt')?.domainname;
	return name && listedName(name);
}

/** What has a name without a schema. */
function plainlyMadeBy(tree: Node): Made | undefined {
	const schema = nodeOf(tree, 'CreateSchemaStmt');
	if (schema && !schema.if_not_exists) return { kind: 'schema', name: { name: schema.schemaname ?? '' } };
	const extension = nodeOf(tree, 'CreateExtensionStmt');
	if (extension && !extension.if_not_exists) return { kind: 'extension', name: { name: extension.extname ?? '' } };
	const database = nodeOf(tree, 'CreatedbStmt');
	return database && { kind: 'database', name: { name: database.dbname ?? '' } };
}
