import { type ColumnDefinition, columnDefinition } from './column-definition.ts';
import {
	addCheck,
	addNotNull,
	addToTable,
	changeConstraint,
	findConstraint,
	inheritNotNull,
	keyColumns,
	notNullOf,
} from './constraints.ts';
import { addForeignKey } from './foreign-keys.ts';
import { indexKey } from './indexes.ts';
import { inheritedChecks, inheritedColumns, mergedColumns } from './inheritance.ts';
import { addKey, isKey, withoutRepetition } from './keys.ts';
import { copyAfterwards, type Like, likeOf } from './like.ts';
import type { Column, Id, Partitioning, Relation } from './model.ts';
import { createdName } from './names.ts';
import { boundOf, clonePartitionParts } from './partitions.ts';
import { addOwnSequence, persistenceOf } from './sequences.ts';
import type { State } from './state.ts';
import { type NodeOf, nodeOf, nodesOf, optionsOf, rangeName, valueText } from './trees.ts';
import { resolveType } from './type-names.ts';

type Constraint = NodeOf<'Constraint'>;

/** What stands between the parentheses, read. */
interface Elements {
	readonly columns: readonly Column[];
	readonly definitions: readonly ColumnDefinition[];
	readonly constraints: readonly Constraint[];
	readonly likes: readonly Like[];
	/** Whether the columns are known that come from elsewhere. */
	readonly areColumnsKnown: boolean;
}

export function createTable(state: State, statement: NodeOf<'CreateStmt'>, kind?: 'foreign table'): void {
	if (!statement.relation) return;
	const persistence = persistenceOf(statement.relation);
	const name = createdName(state, rangeName(statement.relation), persistence === 'temporary');
	if (!state.isFree(name, statement.if_not_exists)) return;
	const ranges = nodesOf(statement.inhRelations, 'RangeVar');
	const parents = ranges.flatMap((range) => state.find(rangeName(range)) ?? []);
	const isPartition = statement.partbound !== undefined;
	const elements = elementsOf(state, statement);
	const inherited = inheritedColumns(parents, isPartition);
	const { id } = state.create(name, {
		persistence,
		columns: mergedColumns(inherited, elements.columns, isPartition || statement.ofTypename !== undefined),
		areColumnsKnown: elements.areColumnsKnown && parents.length === ranges.length,
		parents: parents.map((parent) => parent.id),
		...shapeOf(state, statement, kind),
	});
	for (const parent of parents) state.update(parent.id, { children: [...parent.children, id] });
	addSequences(state, id, elements.definitions);
	inheritChecks(state, id, parents);
	if (isPartition) for (const parent of parents) clonePartitionParts(state, parent.id, id);
	addConstraints(state, id, elements.constraints, parents, elements.likes);
}

type Shape = Pick<
	Relation,
	'kind' | 'isDroppedOnCommit' | 'bound' | 'ofType' | 'partitioning' | 'options' | 'accessMethod' | 'tablespace'
>;

const shapeOf = (state: State, statement: NodeOf<'CreateStmt'>, kind?: 'foreign table'): Shape => ({
	kind: kind ?? (statement.partspec ? 'partitioned table' : 'table'),
	isDroppedOnCommit: statement.oncommit === 'ONCOMMIT_DROP',
	bound: statement.partbound && boundOf(statement.partbound),
	ofType: statement.ofTypename && ofType(state, statement.ofTypename),
	partitioning: statement.partspec && partitioningOf(statement.partspec),
	options: Object.fromEntries([...optionsOf(statement.options)].map(([name, value]) => [name, valueText(value)])),
	accessMethod: statement.accessMethod,
	tablespace: statement.tablespacename,
});

const ofType = (state: State, type: NodeOf<'TypeName'>): Relation['ofType'] => {
	const { schema, name = '' } = resolveType(state, type) ?? {};
	return schema === undefined ? undefined : { schema, name };
};

const STRATEGIES = {
	PARTITION_STRATEGY_RANGE: 'range',
	PARTITION_STRATEGY_LIST: 'list',
	PARTITION_STRATEGY_HASH: 'hash',
} as const;

const partitioningOf = ({ strategy, partParams }: NodeOf<'PartitionSpec'>): Partitioning => ({
	strategy: STRATEGIES[strategy ?? 'PARTITION_STRATEGY_RANGE'],
	keys: nodesOf(partParams, 'PartitionElem').map(indexKey),
});

/** The elements in their order: a LIKE stands for the columns of its table. */
function elementsOf(state: State, { tableElts = [], constraints = [], ofTypename }: NodeOf<'CreateStmt'>): Elements {
	const read = tableElts.map((element) => {
		const [column, like] = [nodeOf(element, 'ColumnDef'), nodeOf(element, 'TableLikeClause')];
		return { definition: column && columnDefinition(state, column), like: like && likeOf(state, like) };
	});
	const columns = read.flatMap(({ definition, like }) => definition?.column ?? like?.columns ?? []);
	const definitions = read.flatMap(({ definition }) => definition ?? []);
	const likes = read.flatMap(({ like }) => like ?? []);
	const composite = ofTypename && compositeOf(state, ofTypename);
	return {
		columns: ofTypename ? (composite?.columns ?? []).map((column) => withOptions(column, columns)) : columns,
		definitions,
		constraints: [
			...definitions.flatMap((definition) => definition.constraints),
			...nodesOf([...tableElts, ...constraints], 'Constraint'),
			...likes.flatMap(({ notNulls }) => notNulls),
		],
		likes,
		areColumnsKnown: likes.every(({ isKnown }) => isKnown) && (!ofTypename || composite !== undefined),
	};
}

function compositeOf(state: State, type: NodeOf<'TypeName'>): Relation | undefined {
	const { schema, name = '' } = resolveType(state, type) ?? {};
	return schema === undefined ? undefined : state.find({ schema, name });
}

/** A column of a typed table, with what the statement says of it. */
function withOptions(column: Column, options: readonly Column[]): Column {
	const given = options.find(({ name }) => name === column.name);
	return given ? { ...column, default: given.default, sequences: given.sequences, generated: given.generated } : column;
}

function addSequences(state: State, id: Id, definitions: readonly ColumnDefinition[]): void {
	for (const { column, sequence } of definitions) {
		if (sequence) addOwnSequence(state, state.known(id), column.name, sequence);
	}
}

function inheritChecks(state: State, id: Id, parents: readonly Relation[]): void {
	for (const check of inheritedChecks(parents)) addToTable(state, id, check);
}

/** Add the constraints of a new table in the order in which the server does, since some of them get their names so. */
function addConstraints(
	state: State,
	id: Id,
	constraints: readonly Constraint[],
	parents: readonly Relation[],
	likes: readonly Like[],
): void {
	const of = (type: Constraint['contype']): readonly Constraint[] =>
		constraints.filter(({ contype }) => contype === type);
	const checks = of('CONSTR_CHECK');
	const others = checks.flatMap(({ conname }) => conname ?? []);
	for (const check of checks) addOrMergeCheck(state, id, check, others);
	const keys = withoutRepetition(constraints.filter(isKey));
	addNotNulls(state, id, of('CONSTR_NOTNULL'), parents);
	inheritNotNulls(state, id, parents);
	for (const key of keys) addKey(state, id, key, true);
	for (const like of likes) copyAfterwards(state, id, like);
	for (const key of of('CONSTR_FOREIGN')) addForeignKey(state, id, key, { isNewTable: true, recurse: true });
}

/** A check that a parent has, too, is one. */
function addOrMergeCheck(state: State, id: Id, check: Constraint, others: readonly string[]): void {
	const own = check.conname === undefined ? undefined : findConstraint(state.known(id), check.conname);
	if (own?.kind === 'check' && !own.isLocal) changeConstraint(state, id, own.name, { isLocal: true });
	else addCheck(state, id, check, { isNewTable: true, recurse: true, others });
}

/** Those of one column count once; a name that one of them has is taken. */
function addNotNulls(state: State, id: Id, constraints: readonly Constraint[], parents: readonly Relation[]): void {
	const names = new Map<string, Constraint>();
	for (const constraint of constraints) {
		const [column = ''] = keyColumns(constraint);
		const known = names.get(column);
		if (!known) names.set(column, constraint);
		else if (known.conname === undefined) names.set(column, { ...known, ...constraint });
	}
	for (const [column, { conname, is_no_inherit: noInherit }] of names) {
		addNotNull(state, id, column, { name: conname, noInherit });
		const own = notNullOf(state.known(id), column);
		const count = parents.filter((parent) => isInheritedNotNull(parent, column)).length;
		if (own && count > 0) changeConstraint(state, id, own.name, { inheritCount: count });
	}
}

const isInheritedNotNull = (parent: Relation, column: string): boolean => {
	const own = notNullOf(parent, column);
	return own !== undefined && !own.noInherit;
};

function inheritNotNulls(state: State, id: Id, parents: readonly Relation[]): void {
	const own = new Set(state.known(id).constraints.flatMap(({ kind, columns }) => (kind === 'not null' ? columns : [])));
	for (const { constraints } of parents) {
		for (const constraint of constraints) {
			const [column = ''] = constraint.columns;
			if (constraint.kind === 'not null' && !constraint.noInherit && !own.has(column)) {
				inheritNotNull(state, [id], constraint);
			}
		}
	}
}
