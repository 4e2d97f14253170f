import { figuredName } from './figured-name.ts';
import type { Id, Statistics } from './model.ts';
import { columnsAddition, createdName, statisticsName, uniqueColumnNames } from './names.ts';
import { refuse, type State } from './state.ts';
import { listedName, type NodeOf, nodesOf, rangeName } from './trees.ts';

export function createStatistics(state: State, statement: NodeOf<'CreateStatsStmt'>): void {
	const [range] = nodesOf(statement.relations, 'RangeVar');
	const table = range && state.find(rangeName(range));
	if (!table) return;
	const elements = nodesOf(statement.exprs, 'StatsElem');
	const shape = {
		columns: elements.flatMap(({ name }) => name ?? []),
		expressions: elements.flatMap(({ expr }) => expr ?? []),
	};
	const name = statement.defnames && createdName(state, listedName(statement.defnames));
	if (!name) addStatistics(state, table.id, shape);
	else if (state.tableOfStatistics(name) === undefined) put(state, table.id, { ...name, ...shape });
	else if (!statement.if_not_exists) refuse('the name is taken');
}

/** Add statistics whose name is chosen. */
export function addStatistics(state: State, id: Id, shape: Pick<Statistics, 'columns' | 'expressions'>): void {
	const table = state.known(id);
	const columns = [...shape.columns, ...shape.expressions.map((each) => figuredName(each) ?? 'expr')];
	const name = statisticsName(state, table, columnsAddition(uniqueColumnNames(columns)));
	put(state, id, { schema: table.schema, name, columns: shape.columns, expressions: shape.expressions });
}

function put(state: State, id: Id, statistics: Statistics): void {
	state.update(id, { statistics: [...state.known(id).statistics, statistics] });
	state.putStatistics(statistics, id);
}

/** Take statistics from a table. */
export function removeStatistics(state: State, id: Id, gone: (statistics: Statistics) => boolean): void {
	const { statistics } = state.known(id);
	for (const each of statistics) if (gone(each)) state.putStatistics(each, undefined);
	state.update(id, { statistics: statistics.filter((each) => !gone(each)) });
}
