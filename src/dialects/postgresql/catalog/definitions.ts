import type { Node } from '../../../sql/parse-postgresql.ts';
import type { ColumnType, Constraint, ObjectName, Relation } from './model.ts';

export interface EnumDefinition extends ObjectName {
	readonly kind: 'enum';
	readonly labels: readonly string[];
}

export interface DomainDefinition extends ObjectName {
	readonly kind: 'domain';
	readonly base: ColumnType;
	readonly notNull: boolean;
	readonly default: Node | undefined;
	readonly collation: string | undefined;
	readonly constraints: readonly Constraint[];
}

export interface RangeDefinition extends ObjectName {
	readonly kind: 'range';
	readonly subtype: ColumnType | undefined;
}

/** A composite type, or the type of a table's rows. */
export interface CompositeDefinition extends ObjectName {
	readonly kind: 'composite';
	readonly relation: Relation;
}

/** A type whose parts the catalog does not follow: a base type, or a shell. */
export interface OpaqueDefinition extends ObjectName {
	readonly kind: 'base';
}

export type StoredType = EnumDefinition | DomainDefinition | RangeDefinition | OpaqueDefinition;
export type TypeDefinition = StoredType | CompositeDefinition;

export type Volatility = 'immutable' | 'stable' | 'volatile';

export interface FunctionDefinition extends ObjectName {
	readonly kind: 'function' | 'procedure' | 'aggregate';
	readonly language: string;
	readonly volatility: Volatility;
	readonly isStrict: boolean;
	/** Whether it runs with the rights of its owner, or with settings of its own. */
	readonly isSealed: boolean;
	/** `FUNCTION f ("id" "int4")`: what CREATE has in front of the body, for the grammar of PL/pgSQL. */
	readonly signature: string;
	/** The text; undefined for a body that was parsed with the statement. */
	readonly body: string | undefined;
	/** A body that was parsed with the statement: `RETURN …` or `BEGIN ATOMIC … END`. */
	readonly tree: Node | undefined;
	/** The types that a call has to fit. */
	readonly arguments: readonly ColumnType[];
	readonly returns: ColumnType | undefined;
}
