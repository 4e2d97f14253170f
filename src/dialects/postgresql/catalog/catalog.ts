import type { QualifiedName } from '../../../core/names.ts';
import type { Node } from '../../../sql/parse-postgresql.ts';
import type { FunctionDefinition, TypeDefinition } from './definitions.ts';
import { handle } from './handlers.ts';
import type { Id, Relation } from './model.ts';
import { type Parse, State } from './state.ts';

/**
 * The schema of a PostgreSQL database, as the statements so far leave it.
 *
 * It begins as a database that holds nothing but the schema `public`. What no statement made is not known: a statement
 * that changes an unknown object changes nothing here.
 *
 * What it returns is immutable. A relation names others by their ids, which stay when they are renamed.
 */
export class Catalog {
	readonly #state: State;

	/** @param parse - Reads what a DO block creates; without it, what is created in one is not known. */
	constructor(parse?: Parse, state: State = new State(parse)) {
		this.#state = state;
	}

	/** One that goes its own way from here, for what a transaction may take back. */
	copy(): Catalog {
		return new Catalog(this.#state.parse, this.#state.copy());
	}

	/**
	 * Apply one statement.
	 *
	 * One that is no DDL, that is not understood, or that the server would refuse, changes nothing. Nothing is thrown.
	 *
	 * @returns Whether it was applied; false when it would fail, or speaks of what is not known.
	 */
	apply(tree: Node): boolean {
		return this.#state.attempt(() => handle(this.#state, tree));
	}

	/** The schemas in which names without one are looked for, after `pg_temp`. */
	get searchPath(): readonly string[] {
		return this.#state.searchPath;
	}

	/** Every schema that a statement made, and `public`. */
	get schemas(): readonly string[] {
		return this.#state.schemas();
	}

	/** A relation by its name: along the search path when the name has no schema. */
	relation(name: QualifiedName): Relation | undefined {
		return this.#state.find(name);
	}

	/** A relation that another one names. */
	get(id: Id): Relation | undefined {
		return this.#state.get(id);
	}

	/** All relations, in the order in which they were made. */
	relations(): IterableIterator<Relation> {
		return this.#state.relations();
	}

	/** A type of a user, or that of the rows of a relation. */
	type(name: QualifiedName): TypeDefinition | undefined {
		const relation = this.#state.find(name);
		const isRow =
			relation && relation.kind !== 'index' && relation.kind !== 'sequence' && relation.kind !== 'partitioned index';
		return (
			this.#state.type(name) ??
			(isRow ? { kind: 'composite', schema: relation.schema, name: relation.name, relation } : undefined)
		);
	}

	/** All types of users, those of rows apart. */
	types(): IterableIterator<TypeDefinition> {
		return this.#state.types();
	}

	/** All functions, procedures and aggregates of users. */
	allFunctions(): readonly FunctionDefinition[] {
		return this.#state.allFunctions();
	}

	/** The functions of a name, with whatever arguments. */
	functions(name: QualifiedName): readonly FunctionDefinition[] {
		return this.#state.functions(name);
	}
}
