import type { QualifiedName } from '../../../core/names.ts';
import type { Node, PostgresqlParser } from '../../../sql/parse-postgresql.ts';
import { Catalog } from '../catalog/catalog.ts';
import type { FunctionDefinition, TypeDefinition } from '../catalog/definitions.ts';
import type { ColumnType, Id, Relation } from '../catalog/model.ts';
import { State } from '../catalog/state.ts';
import { type NodeOf, nodeOf, nodesOf, rangeName } from '../catalog/trees.ts';
import { resolveType } from '../catalog/type-names.ts';
import { AddedTypes } from './added-types.ts';
import type { Known } from './known.ts';
import { publishedIn } from './publications.ts';

/** Whether a relation is gone, or has fewer parts than before. */
function hasLess(now: Relation | undefined, old: Relation): boolean {
	if (!now) return true;
	const defaults = ({ columns }: Relation): number => columns.filter((column) => column.default).length;
	return (
		now.columns.length < old.columns.length ||
		now.constraints.length < old.constraints.length ||
		now.triggers.length < old.triggers.length ||
		defaults(now) < defaults(old)
	);
}

/** The schema as the statements so far leave it, with what the facts need beside the catalog. */
export class SchemaBefore implements Known {
	readonly isComplete: boolean;
	readonly #parser: PostgresqlParser;
	readonly #start: State;
	readonly #state: State;
	readonly #catalog: Catalog;
	readonly #filled = new Set<Id>();
	/** What the script created, and counts as there before it all the same. */
	readonly #settled: Set<Id>;
	readonly #added: AddedTypes;
	readonly #owners: Map<Id, string>;
	#isTrying = false;
	readonly #publications: Map<string, readonly QualifiedName[]>;
	readonly #prepared: Map<string, Node | undefined>;

	/**
	 * @param from - What is taken for there before the script; it is left as it is.
	 * @param undone - The schema that this one begins anew.
	 */
	constructor(
		parser: PostgresqlParser,
		from?: SchemaBefore,
		undone?: SchemaBefore,
		isComplete = from?.isComplete ?? false,
	) {
		this.isComplete = isComplete;
		this.#parser = parser;
		this.#start = from ? from.#state : new State((text) => parser.parse(text));
		this.#state = this.#start.copy();
		// pg_dump empties it for itself; one that names schemas is how the scripts on a baseline look for names, too.
		if (this.#state.searchPath.every((schema) => schema === '')) this.#state.resetSearchPath();
		this.#catalog = new Catalog(this.#state.parse, this.#state);
		this.#settled = new Set(undone ? undone.#settled : []);
		this.#added = new AddedTypes(from ? from.#added : undefined);
		this.#owners = new Map(from ? from.#owners : []);
		this.#publications = new Map(from ? from.#publications : []);
		this.#prepared = new Map(from ? from.#prepared : []);
	}

	/** Take back what is applied meanwhile. */
	trying(run: () => void): void {
		this.#isTrying = true;
		try {
			this.#state.tentatively(run);
		} finally {
			this.#isTrying = false;
		}
	}

	lostBy(tree: Node): readonly Relation[] {
		const before = [...this.relations()];
		const lost: Relation[] = [];
		this.trying(() => {
			this.#catalog.apply(tree);
			lost.push(...before.filter((old) => hasLess(this.get(old.id), old)));
		});
		return lost;
	}

	apply(tree: Node): void {
		this.#catalog.apply(tree);
		if (this.#isTrying) return;
		this.#add(tree);
		this.#fill(tree);
		const publication = nodeOf(tree, 'CreatePublicationStmt') ?? nodeOf(tree, 'AlterPublicationStmt');
		if (publication) this.#publish(publication);
		const [prepared, cursor] = [nodeOf(tree, 'PrepareStmt'), nodeOf(tree, 'DeclareCursorStmt')];
		const name = prepared?.name ?? cursor?.portalname;
		if (name !== undefined) this.#prepared.set(name, (prepared ?? cursor)?.query);
		const altered = nodeOf(tree, 'AlterTableStmt');
		for (const { subtype, newowner } of nodesOf(altered?.cmds, 'AlterTableCmd')) {
			const id = altered?.relation && this.relation(rangeName(altered.relation))?.id;
			if (subtype === 'AT_ChangeOwner' && id !== undefined) this.#owners.set(id, newowner?.rolename ?? '');
		}
	}

	/** Columns of a table that is not known. */
	#add(tree: Node): void {
		const statement = nodeOf(tree, 'AlterTableStmt') ?? nodeOf(tree, 'RenameStmt');
		if (!statement?.relation || this.relation(rangeName(statement.relation))) return;
		const table = this.#nameOf(rangeName(statement.relation));
		if ('cmds' in statement) this.#added.alter(table, statement.cmds, (name) => this.columnType(name));
		else if ('subname' in statement) this.#added.rename(table, statement.subname ?? '');
	}

	#nameOf({ schema, name }: QualifiedName): string {
		return `${schema ?? this.schemaOf(name)}.${name}`;
	}

	addedType(table: QualifiedName, column: string): ColumnType | undefined {
		return this.relation(table) ? undefined : this.#added.of(this.#nameOf(table), column);
	}

	/** A table that rows were put into. */
	#fill(tree: Node): void {
		const copied = nodeOf(tree, 'CopyStmt');
		const made = nodeOf(tree, 'CreateTableAsStmt')?.into ?? nodeOf(tree, 'SelectStmt')?.intoClause;
		const range =
			nodeOf(tree, 'InsertStmt')?.relation ??
			nodeOf(tree, 'MergeStmt')?.relation ??
			(copied?.is_from ? copied.relation : undefined) ??
			(made?.skipData ? undefined : made?.rel);
		const id = range && this.relation(rangeName(range))?.id;
		if (id !== undefined) this.#filled.add(id);
	}

	#publish(statement: NodeOf<'CreatePublicationStmt'> | NodeOf<'AlterPublicationStmt'>): void {
		const { pubname = '', pubobjects } = statement;
		const isAdding = 'action' in statement && statement.action === 'AP_AddObjects';
		const isDropping = 'action' in statement && statement.action === 'AP_DropObjects';
		if (isDropping || !pubobjects) return;
		const before = isAdding ? this.published(pubname) : [];
		this.#publications.set(pubname, [...before, ...publishedIn(pubobjects)]);
	}

	relation(name: QualifiedName): Relation | undefined {
		return this.#catalog.relation(name);
	}

	get(id: Id): Relation | undefined {
		return this.#catalog.get(id);
	}

	relations(): Iterable<Relation> {
		return this.#catalog.relations();
	}

	type(name: QualifiedName): TypeDefinition | undefined {
		return this.#catalog.type(name);
	}

	columnType(type: NodeOf<'TypeName'>): ColumnType | undefined {
		return resolveType(this.#state, type);
	}

	get hasRoutines(): boolean {
		return this.#state.hasFunctions();
	}

	functions(name: QualifiedName): readonly FunctionDefinition[] {
		return this.#catalog.functions(name);
	}

	functionsWith({ schema, name }: { readonly schema: string; readonly name: string }): readonly FunctionDefinition[] {
		const isMeant = (type: ColumnType | undefined): boolean => type?.schema === schema && type.name === name;
		return this.#state.allFunctions().filter((each) => [...each.arguments, each.returns].some(isMeant));
	}

	soleExpression({ body, tree }: FunctionDefinition): Node | undefined {
		if (tree) return nodeOf(tree, 'ReturnStmt')?.returnval;
		const [query, ...more] = (body !== undefined && this.#parser.parse(body)) || [];
		const select = more.length === 0 ? nodeOf(query, 'SelectStmt') : undefined;
		const [target, ...others] = nodesOf(select?.targetList, 'ResTarget');
		const isSimple = select && others.length === 0 && !select.fromClause && !select.larg && !select.withClause;
		return isSimple ? target?.val : undefined;
	}

	parse(text: string): readonly Node[] | undefined {
		return this.#parser.parse(text);
	}

	parsePlpgsql(text: string): unknown {
		return this.#parser.parsePlpgsql(text);
	}

	schemaOf(name: string): string {
		if (name.startsWith('pg_')) return 'pg_catalog';
		return this.#catalog.searchPath.find((schema) => schema !== '' && schema !== '$user') ?? 'public';
	}

	isNew(id: Id): boolean {
		return this.#start.get(id) === undefined && !this.#settled.has(id);
	}

	/** Grows with each relation that is created. */
	get lastId(): Id {
		return this.#state.lastId;
	}

	/** Take what was created behind an id for there before the script. */
	settle(after: Id): void {
		for (let id = after + 1; id <= this.#state.lastId; id++) this.#settled.add(id);
	}

	isFilled(id: Id): boolean {
		return this.#filled.has(id);
	}

	prepared(name: string): Node | undefined {
		return this.#prepared.get(name);
	}

	published(name: string): readonly QualifiedName[] {
		return this.#publications.get(name) ?? [];
	}

	ownedBy(role: string): readonly Id[] {
		return [...this.#owners].flatMap(([id, owner]) => (owner === role ? [id] : []));
	}
}
