import type { QualifiedName } from '../../../core/names.ts';
import type { Node } from '../../../sql/parse-postgresql.ts';
import type { FunctionDefinition, TypeDefinition } from '../catalog/definitions.ts';
import type { ColumnType, Id, Relation } from '../catalog/model.ts';
import type { NodeOf } from '../catalog/trees.ts';

/** The schema before a statement, as far as it is known. */
export interface Known {
	/** Whether there is nothing but what is known. */
	readonly isComplete: boolean;
	/** The relations that lose something when a statement runs, or are dropped by it. */
	lostBy(tree: Node): readonly Relation[];
	relation(name: QualifiedName): Relation | undefined;
	get(id: Id): Relation | undefined;
	relations(): Iterable<Relation>;
	/** The type of a column that the script added to a table of which nothing else is known. */
	addedType(table: QualifiedName, column: string): ColumnType | undefined;
	type(name: QualifiedName): TypeDefinition | undefined;
	/** What the name of a type means. */
	columnType(type: NodeOf<'TypeName'>): ColumnType | undefined;
	/** Whether there is a function or a procedure that the script or the baseline made. */
	readonly hasRoutines: boolean;
	functions(name: QualifiedName): readonly FunctionDefinition[];
	/** The functions that take or give a type. */
	functionsWith(type: { readonly schema: string; readonly name: string }): readonly FunctionDefinition[];
	/** The expression of a function whose body is one query without tables; `undefined` for any other. */
	soleExpression(definition: FunctionDefinition): Node | undefined;
	/** The trees of a text; undefined where the grammar does not know it. */
	parse(text: string): readonly Node[] | undefined;
	/** What the grammar of PL/pgSQL makes of CREATE FUNCTION, CREATE PROCEDURE or DO; undefined where it does not know it. */
	parsePlpgsql(text: string): unknown;
	/** Where a relation that is not known stands when no schema is named. */
	schemaOf(name: string): string;
	/** Whether the script put rows into a table that it created. */
	isFilled(id: Id): boolean;
	/** Whether the script created a relation. */
	isNew(id: Id): boolean;
	/** The tables of a publication that the script or the baseline made. */
	published(name: string): readonly QualifiedName[];
	/** The relations whose owner is known to be a role. */
	ownedBy(role: string): readonly Id[];
}
