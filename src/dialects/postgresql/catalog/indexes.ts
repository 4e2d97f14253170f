import { isDeepStrictEqual } from 'node:util';
import { collationOf } from './column-definition.ts';
import { figuredName } from './figured-name.ts';
import type { Index, IndexKey, Relation } from './model.ts';
import { columnsAddition, relationName, uniqueColumnNames } from './names.ts';
import { refuse, type State } from './state.ts';
import { columnsIn, listedName, type NodeOf, nodesOf } from './trees.ts';

/** What an index is, before it has a name. */
export type IndexShape = Omit<Index, 'table'>;

const PLAIN: IndexShape = {
	isUnique: false,
	isPrimary: false,
	isExclusion: false,
	areNullsDistinct: true,
	isImmediate: true,
	method: 'btree',
	keys: [],
	include: [],
	predicate: undefined,
	isValid: true,
	isClustered: false,
	constraint: undefined,
};

export const indexShape = (known: Partial<IndexShape>): IndexShape => ({ ...PLAIN, ...known });

export const columnKey = (column: string): IndexKey => ({
	column,
	expression: undefined,
	collation: undefined,
	operatorClass: undefined,
	isDescending: false,
	areNullsFirst: false,
});

/** An element of an index, a partition key or an exclusion constraint. */
export function indexKey(element: NodeOf<'IndexElem'> | NodeOf<'PartitionElem'>): IndexKey {
	const { ordering, nulls_ordering: nulls } = 'ordering' in element ? element : {};
	const isDescending = ordering === 'SORTBY_DESC';
	return {
		column: element.name,
		expression: element.expr,
		collation: collationOf(element.collation),
		operatorClass: element.opclass && listedName(element.opclass).name,
		isDescending,
		areNullsFirst: nulls === 'SORTBY_NULLS_FIRST' || (isDescending && nulls !== 'SORTBY_NULLS_LAST'),
	};
}

/** The columns that an index needs: it goes when one of them goes. */
export const columnsOfIndex = ({ keys, include, predicate }: Index): readonly string[] => [
	...keys.flatMap(({ column, expression }) => column ?? columnsIn(expression)),
	...include,
	...columnsIn(predicate),
];

/** The name of an index that is created without one. */
function chosenIndexName(state: State, table: Relation, shape: IndexShape): string {
	if (shape.isPrimary) return relationName(state, table, '', 'pkey');
	const columns = [
		...shape.keys.map(({ column, expression }) => column ?? (expression && figuredName(expression)) ?? 'expr'),
		...shape.include,
	];
	const unique = shape.constraint === undefined ? 'idx' : 'key';
	return relationName(state, table, columnsAddition(uniqueColumnNames(columns)), shape.isExclusion ? 'excl' : unique);
}

/** Create an index on one table. */
export function createIndexOn(state: State, table: Relation, shape: IndexShape, given?: string): Relation {
	for (const name of columnsOfIndex({ ...shape, table: table.id })) {
		if (table.areColumnsKnown && !isColumn(table, name)) refuse('no such column');
	}
	const name = given ?? chosenIndexName(state, table, shape);
	const constraint = shape.constraint === undefined ? undefined : shape.constraint || name;
	const index = state.create(
		{ schema: table.schema, name },
		{
			kind: table.kind === 'partitioned table' ? 'partitioned index' : 'index',
			persistence: table.persistence,
			index: { ...shape, table: table.id, constraint },
		},
	);
	state.update(table.id, { indexes: [...state.known(table.id).indexes, index.id] });
	return index;
}

const SYSTEM_COLUMNS = new Set(['cmax', 'cmin', 'ctid', 'tableoid', 'xmax', 'xmin']);

const isColumn = (table: Relation, name: string): boolean =>
	SYSTEM_COLUMNS.has(name) || name === table.name || table.columns.some((column) => column.name === name);

/** Whether an index of a partition can be that of its table's index. */
export function isSameShape(a: Index, b: Index): boolean {
	const compared = ({ isUnique, areNullsDistinct, isExclusion, method, keys, include, predicate }: Index): unknown => [
		isUnique,
		areNullsDistinct,
		isExclusion,
		method,
		keys.map(({ isDescending, areNullsFirst, expression, ...key }) => [key, withoutPlaces(expression)]),
		include,
		withoutPlaces(predicate),
	];
	return isDeepStrictEqual(compared(a), compared(b));
}

/** A tree that can be compared with another one. */
export const withoutPlaces = (tree: unknown): unknown =>
	JSON.parse(JSON.stringify(tree ?? null, (key, value) => (key === 'location' ? undefined : value)));

export const excludedElements = (exclusions: NodeOf<'Constraint'>['exclusions']): readonly IndexKey[] =>
	nodesOf(exclusions, 'List').flatMap(({ items }) => nodesOf(items, 'IndexElem').map(indexKey));
