import type { QualifiedName } from '../../../core/names.ts';
import { sharedStart } from '../../../core/shared-start.ts';
import type { Node } from '../../../sql/parse-postgresql.ts';
import type { FunctionDefinition, StoredType } from './definitions.ts';
import { Ledger } from './ledger.ts';
import { type Id, type ObjectName, type Relation, relationOf } from './model.ts';

/** The server refuses the statement, or it speaks of something that the catalog does not know: nothing changes. */
export class Refused extends Error {}

/** Reads SQL text; undefined where the grammar does not know it. */
export type Parse = (text: string) => readonly Node[] | undefined;

/** Does to a state what a statement does to a database. */
export type Handle = (state: State, tree: Node) => void;

/** Leave the statement without effect. */
export function refuse(why: string): never {
	throw new Refused(why);
}

const keyOf = ({ schema, name }: ObjectName): string => `${schema}\0${name}`;

/** What a database holds, as the handlers of statements change it. */
export class State {
	readonly #journal: (() => void)[] = [];
	#relations = new Ledger<Id, Relation>(this.#journal);
	#names = new Ledger<string, Id>(this.#journal);
	#types = new Ledger<string, StoredType>(this.#journal);
	#functions = new Ledger<string, readonly FunctionDefinition[]>(this.#journal);
	/** The table of each statistics object. */
	#statistics = new Ledger<string, Id>(this.#journal);
	/** How many constraints of a schema have a name: those that are chosen are new to the schema. */
	#constraintNames = new Ledger<string, number>(this.#journal);
	#schemas = new Ledger<string, true>(this.#journal, [['public', true]]);
	/** `search_path` as SET and as SET LOCAL left it. */
	#settings = new Ledger<'session' | 'local', readonly string[]>(this.#journal);
	/** Types of users that columns have, or once had. */
	#usedTypes = new Ledger<string, true>(this.#journal);
	#lastId: Id = 0;
	/** How many attempts are under way, one within the other. */
	#attempts = 0;
	readonly parse: Parse | undefined;

	/** @param parse - Reads the statements in a DO block, which is text; without it they are not seen. */
	constructor(parse?: Parse) {
		this.parse = parse;
	}

	copy(): State {
		const copy = new State(this.parse);
		copy.#relations = this.#relations.copy(copy.#journal);
		copy.#names = this.#names.copy(copy.#journal);
		copy.#types = this.#types.copy(copy.#journal);
		copy.#functions = this.#functions.copy(copy.#journal);
		copy.#statistics = this.#statistics.copy(copy.#journal);
		copy.#constraintNames = this.#constraintNames.copy(copy.#journal);
		copy.#schemas = this.#schemas.copy(copy.#journal);
		copy.#settings = this.#settings.copy(copy.#journal);
		copy.#usedTypes = this.#usedTypes.copy(copy.#journal);
		copy.#lastId = this.#lastId;
		return copy;
	}

	/** Make changes, and take all of them back. */
	tentatively(change: () => void): void {
		let failure: { readonly error: unknown } | undefined;
		this.attempt(() => {
			try {
				change();
			} catch (error) {
				failure = { error };
			}
			throw new Refused('only tried');
		});
		if (failure) throw failure.error;
	}

	/** Make changes, all or none. An attempt may be a part of another one. */
	attempt(change: () => void): boolean {
		const start = this.#journal.length;
		this.#attempts++;
		try {
			change();
			return true;
		} catch {
			for (const undo of this.#journal.splice(start).reverse()) undo();
			return false;
		} finally {
			this.#attempts--;
			// One that is a part of another may be taken back with it.
			if (this.#attempts === 0) this.#journal.length = 0;
		}
	}

	get searchPath(): readonly string[] {
		return this.#settings.get('local') ?? this.#settings.get('session') ?? ['public'];
	}

	/** @param isLocal - Whether it holds until the transaction ends. */
	setSearchPath(schemas: readonly string[], isLocal = false): void {
		this.#settings.set(isLocal ? 'local' : 'session', schemas);
		if (!isLocal) this.endLocalSettings();
	}

	resetSearchPath(): void {
		this.#settings.delete('session');
		this.endLocalSettings();
	}

	endLocalSettings(): void {
		this.#settings.delete('local');
	}

	/** Make changes with a schema before the others of the search path. */
	within(schema: string, change: () => void): void {
		const local = this.#settings.get('local');
		this.#settings.set('local', [schema, ...this.searchPath]);
		change();
		if (local) this.#settings.set('local', local);
		else this.#settings.delete('local');
	}

	/** The schema of an object that is created without one. */
	get creationSchema(): string {
		return this.searchPath.find((schema) => schema !== '$user' && schema !== '') ?? refuse('no schema to create in');
	}

	/** Where a name is looked for, in order. */
	#schemasFor({ schema }: QualifiedName): readonly string[] {
		return schema === undefined ? ['pg_temp', ...this.searchPath] : [schema];
	}

	find(name: QualifiedName): Relation | undefined {
		for (const schema of this.#schemasFor(name)) {
			const id = this.#names.get(keyOf({ schema, name: name.name }));
			if (id !== undefined) return this.#relations.get(id);
		}
		return undefined;
	}

	get(id: Id): Relation | undefined {
		return this.#relations.get(id);
	}

	/** The id of the relation that was created last; later ones have greater ids. */
	get lastId(): Id {
		return this.#lastId;
	}

	/** A relation that has to be there. */
	known(id: Id): Relation {
		return this.#relations.get(id) ?? refuse('unknown relation');
	}

	relations(): IterableIterator<Relation> {
		return this.#relations.values();
	}

	isTaken(name: ObjectName): boolean {
		return this.#names.has(keyOf(name));
	}

	/** Whether a relation is to be created: with IF NOT EXISTS, one that is there is left as it is. */
	isFree(name: ObjectName, ifNotExists: boolean | undefined): boolean {
		if (this.isTaken(name) && !ifNotExists) refuse('the name is taken');
		return !this.isTaken(name);
	}

	/** Add a relation. */
	create(name: ObjectName, known: Partial<Relation> & Pick<Relation, 'kind'>): Relation {
		if (this.isTaken(name)) refuse('the name is taken');
		this.#lastId++;
		const relation = relationOf(this.#lastId, name, known);
		this.#write(undefined, relation);
		return relation;
	}

	/** Change a relation that is there. */
	update(id: Id, change: Partial<Relation>): Relation {
		const old = this.known(id);
		// A copy of one shape that is then changed is far faster than two spreads.
		const relation: Relation = Object.assign({ ...old }, change);
		this.#write(old, relation);
		return relation;
	}

	remove(id: Id): void {
		const old = this.#relations.get(id);
		if (old) this.#write(old, undefined);
	}

	#write(old: Relation | undefined, relation: Relation | undefined): void {
		const isNamed = old && relation && old.name === relation.name && old.schema === relation.schema;
		if (old && !isNamed) this.#names.delete(keyOf(old));
		if (relation && !isNamed) this.#names.set(keyOf(relation), relation.id);
		if (relation) this.#put(relation, old?.columns);
		else if (old) this.#relations.delete(old.id);
		// Most changes add one at the end.
		const same = isNamed ? sharedStart(old.constraints, relation.constraints) : 0;
		if (old) this.#countConstraints(old, -1, same);
		if (relation) this.#countConstraints(relation, 1, same);
	}

	#put(relation: Relation, columns: Relation['columns'] | undefined): void {
		this.#relations.set(relation.id, relation);
		if (relation.columns !== columns) this.#useTypes(relation);
	}

	#useTypes({ columns }: Relation): void {
		for (const { type } of columns) {
			const { schema, name = '' } = type ?? {};
			if (schema !== undefined && schema !== 'pg_catalog') this.#usedTypes.set(keyOf({ schema, name }), true);
		}
	}

	/** @param from - The first constraint that counts. */
	#countConstraints({ schema, constraints }: Pick<Relation, 'schema' | 'constraints'>, by: 1 | -1, from = 0): void {
		for (const { name } of constraints.slice(from)) {
			const key = keyOf({ schema, name });
			this.#constraintNames.set(key, (this.#constraintNames.get(key) ?? 0) + by);
		}
	}

	hasConstraintNamed(name: ObjectName): boolean {
		return (this.#constraintNames.get(keyOf(name)) ?? 0) > 0;
	}

	isTypeUsed(name: ObjectName): boolean {
		return this.#usedTypes.has(keyOf(name));
	}

	type(name: QualifiedName): StoredType | undefined {
		for (const schema of this.#schemasFor(name)) {
			const found = this.#types.get(keyOf({ schema, name: name.name }));
			if (found) return found;
		}
		return undefined;
	}

	types(): IterableIterator<StoredType> {
		return this.#types.values();
	}

	putType(type: StoredType, old?: StoredType): void {
		if (old) this.removeType(old);
		this.#types.set(keyOf(type), type);
		if (type.kind === 'domain') this.#countConstraints(type, 1);
	}

	removeType(type: StoredType): void {
		this.#types.delete(keyOf(type));
		if (type.kind === 'domain') this.#countConstraints(type, -1);
	}

	functions(name: QualifiedName): readonly FunctionDefinition[] {
		return this.#schemasFor(name).flatMap((schema) => this.#functions.get(keyOf({ schema, name: name.name })) ?? []);
	}

	readonly hasFunctions = (): boolean => this.#functions.values().next().done === false;
	allFunctions(): readonly FunctionDefinition[] {
		return [...this.#functions.values()].flat();
	}

	/** All functions of one name in a schema. */
	putFunctions(name: ObjectName, functions: readonly FunctionDefinition[]): void {
		if (functions.length === 0) this.#functions.delete(keyOf(name));
		else this.#functions.set(keyOf(name), functions);
	}

	/** The table of a statistics object. */
	tableOfStatistics(name: QualifiedName): Id | undefined {
		for (const schema of this.#schemasFor(name)) {
			const found = this.#statistics.get(keyOf({ schema, name: name.name }));
			if (found !== undefined) return found;
		}
		return undefined;
	}

	putStatistics(name: ObjectName, table: Id | undefined): void {
		if (table === undefined) this.#statistics.delete(keyOf(name));
		else this.#statistics.set(keyOf(name), table);
	}

	schemas(): readonly string[] {
		return [...this.#schemas.keys()];
	}

	hasSchema(name: string): boolean {
		return this.#schemas.has(name);
	}

	putSchema(name: string): void {
		this.#schemas.set(name, true);
	}

	removeSchema(name: string): void {
		this.#schemas.delete(name);
	}
}
