import type { Node } from '../../../sql/parse-postgresql.ts';

/** What a relation is known by; it stays the same when the relation is renamed. */
export type Id = number;

/** An object in its schema. */
export interface ObjectName {
	readonly schema: string;
	readonly name: string;
}

export type RelationKind =
	| 'table'
	| 'partitioned table'
	| 'index'
	| 'partitioned index'
	| 'view'
	| 'materialized view'
	| 'sequence'
	| 'foreign table'
	| 'composite type';

export type Persistence = 'permanent' | 'unlogged' | 'temporary';

/** A type as a column has it: `varchar(255)[]` has the name `varchar`, one modifier and one dimension. */
export interface ColumnType {
	/** `pg_catalog` for the server's own; undefined for a type that the catalog does not know. */
	readonly schema: string | undefined;
	/** The name that `pg_type` has: `int4`, not `integer`. */
	readonly name: string;
	/** As the grammar gives them; the scale of `numeric(10)` is told. */
	readonly modifiers: readonly (number | string)[];
	readonly arrayDimensions: number;
}

export interface Column {
	readonly name: string;
	/** Undefined where the query of a view does not tell. */
	readonly type: ColumnType | undefined;
	readonly notNull: boolean;
	/** The default, or the expression of a generated column. */
	readonly default: Node | undefined;
	/** Sequences that the default takes its values from. */
	readonly sequences: readonly Id[];
	readonly generated: 'stored' | 'virtual' | undefined;
	readonly identity: 'always' | 'by default' | undefined;
	/** Undefined for that of the type. */
	readonly collation: string | undefined;
	/** Undefined for that of the type. */
	readonly storage: string | undefined;
	readonly compression: string | undefined;
	/** Whether the table has the column by itself, too. */
	readonly isLocal: boolean;
	/** How many parents have the column. */
	readonly inheritCount: number;
}

export type ConstraintKind = 'primary key' | 'unique' | 'check' | 'foreign key' | 'exclude' | 'not null';

export interface Reference {
	/** The table referred to; undefined for one that the catalog does not know. */
	readonly table: Id | undefined;
	/** The name that was written, for a table that is not known. */
	readonly given: { readonly schema?: string; readonly name: string };
	/** Empty when none were named and the table is not known. */
	readonly columns: readonly string[];
	/** The unique index that the key relies on. */
	readonly index: Id | undefined;
	readonly onUpdate: string;
	readonly onDelete: string;
	readonly match: string;
}

export interface Constraint {
	readonly name: string;
	readonly kind: ConstraintKind;
	/** Of a check, the columns that its expression reads. */
	readonly columns: readonly string[];
	readonly expression: Node | undefined;
	readonly references: Reference | undefined;
	readonly isValidated: boolean;
	readonly isEnforced: boolean;
	readonly isDeferrable: boolean;
	readonly isInitiallyDeferred: boolean;
	/** Whether children go without it. */
	readonly noInherit: boolean;
	readonly isLocal: boolean;
	readonly inheritCount: number;
	/** The index of a primary key, a unique or an exclusion constraint. */
	readonly index: Id | undefined;
}

export interface IndexKey {
	/** Undefined where the key is an expression. */
	readonly column: string | undefined;
	readonly expression: Node | undefined;
	readonly collation: string | undefined;
	readonly operatorClass: string | undefined;
	readonly isDescending: boolean;
	readonly areNullsFirst: boolean;
}

export interface Index {
	readonly table: Id;
	readonly isUnique: boolean;
	readonly isPrimary: boolean;
	readonly isExclusion: boolean;
	readonly areNullsDistinct: boolean;
	/** Whether uniqueness is checked at once; false when its constraint is deferrable. */
	readonly isImmediate: boolean;
	readonly method: string;
	readonly keys: readonly IndexKey[];
	readonly include: readonly string[];
	readonly predicate: Node | undefined;
	readonly isValid: boolean;
	readonly isClustered: boolean;
	/** The name of the constraint it belongs to. */
	readonly constraint: string | undefined;
}

export type PartitionStrategy = 'range' | 'list' | 'hash';

export interface Partitioning {
	readonly strategy: PartitionStrategy;
	readonly keys: readonly IndexKey[];
}

export interface PartitionBound {
	readonly isDefault: boolean;
	readonly tree: Node;
}

export interface Sequence {
	readonly type: string;
	/** The column that takes it along when it goes. */
	readonly ownedBy: { readonly table: Id; readonly column: string; readonly isIdentity: boolean } | undefined;
}

/** A relation that a query reads, with the columns of it that the query names. */
export interface Dependency {
	readonly relation: Id;
	readonly columns: readonly string[];
}

export interface View {
	readonly query: Node;
	readonly dependsOn: readonly Dependency[];
}

export type Firing = 'origin' | 'disabled' | 'always' | 'replica';

export interface Trigger {
	readonly name: string;
	readonly function: { readonly schema?: string; readonly name: string };
	readonly columns: readonly string[];
	readonly when: Node | undefined;
	readonly isForEachRow: boolean;
	readonly isConstraint: boolean;
	readonly timing: 'before' | 'after' | 'instead of';
	readonly events: readonly ('insert' | 'update' | 'delete' | 'truncate')[];
	readonly firing: Firing;
	/** Whether it waits for the end of the transaction. */
	readonly isDeferred: boolean;
	/** The names that its function has for the rows that changed. */
	readonly transitions: readonly string[];
	/** Whether it came from the trigger of the partitioned table. */
	readonly isInherited: boolean;
}

export interface Rule {
	readonly name: string;
	readonly event: string;
	readonly isInstead: boolean;
	/** What it does, and its condition. */
	readonly actions: readonly Node[];
	readonly firing: Firing;
}

export interface Policy {
	readonly name: string;
	readonly command: string;
	readonly isPermissive: boolean;
	readonly using: Node | undefined;
	readonly withCheck: Node | undefined;
}

export interface Statistics extends ObjectName {
	readonly columns: readonly string[];
	readonly expressions: readonly Node[];
}

export type ReplicaIdentity =
	| { readonly kind: 'default' | 'full' | 'nothing' }
	| { readonly kind: 'index'; readonly index: Id };

/** A table, an index, a view, a sequence or a composite type. What does not apply is empty. */
export interface Relation extends ObjectName {
	readonly id: Id;
	readonly kind: RelationKind;
	/** `pg_temp` for what is temporary. */
	readonly schema: string;
	readonly persistence: Persistence;
	readonly columns: readonly Column[];
	/** False for a view whose query does not tell all of its columns. */
	readonly areColumnsKnown: boolean;
	readonly constraints: readonly Constraint[];
	readonly indexes: readonly Id[];
	/** Tables with a foreign key that points here. */
	readonly referencedBy: readonly Id[];
	/** What it inherits from, or is a partition of. Indexes of partitions have the partitioned index as parent. */
	readonly parents: readonly Id[];
	readonly children: readonly Id[];
	readonly partitioning: Partitioning | undefined;
	/** The rows that a partition takes. */
	readonly bound: PartitionBound | undefined;
	/** The composite type of a typed table. */
	readonly ofType: ObjectName | undefined;
	readonly index: Index | undefined;
	readonly sequence: Sequence | undefined;
	readonly view: View | undefined;
	/** Views whose query reads it. */
	readonly views: readonly Id[];
	/** Sequences of its serial and identity columns, and others that a column owns. */
	readonly ownedSequences: readonly Id[];
	readonly triggers: readonly Trigger[];
	readonly rules: readonly Rule[];
	readonly policies: readonly Policy[];
	readonly hasRowSecurity: boolean;
	readonly forcesRowSecurity: boolean;
	readonly statistics: readonly Statistics[];
	readonly replicaIdentity: ReplicaIdentity;
	/** Whether a temporary table goes when its transaction ends. */
	readonly isDroppedOnCommit: boolean;
	/** Storage parameters, in the words of the statement. */
	readonly options: Readonly<Record<string, string>>;
	readonly accessMethod: string | undefined;
	readonly tablespace: string | undefined;
}

const NOTHING: Relation = {
	id: 0,
	kind: 'table',
	schema: '',
	name: '',
	persistence: 'permanent',
	columns: [],
	areColumnsKnown: true,
	constraints: [],
	indexes: [],
	referencedBy: [],
	parents: [],
	children: [],
	partitioning: undefined,
	bound: undefined,
	ofType: undefined,
	index: undefined,
	sequence: undefined,
	view: undefined,
	views: [],
	ownedSequences: [],
	triggers: [],
	rules: [],
	policies: [],
	hasRowSecurity: false,
	forcesRowSecurity: false,
	statistics: [],
	replicaIdentity: { kind: 'default' },
	isDroppedOnCommit: false,
	options: {},
	accessMethod: undefined,
	tablespace: undefined,
};

/** A relation with what is known of it. Copies that are then changed have one shape, and are small. */
export const relationOf = (
	id: Id,
	{ schema, name }: ObjectName,
	known: Partial<Relation> & Pick<Relation, 'kind'>,
): Relation => Object.assign({ ...NOTHING, id, schema, name }, known);
