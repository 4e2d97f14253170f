import type { Node } from '../../../sql/parse-postgresql.ts';
import { bareColumn } from './column-definition.ts';
import type { Column, Id, Relation, RelationKind, View } from './model.ts';
import { createdName } from './names.ts';
import { queryFacts, renamedOutputs } from './query.ts';
import { persistenceOf } from './sequences.ts';
import { refuse, type State } from './state.ts';
import { type NodeOf, optionsOf, rangeName, stringsOf, valueText } from './trees.ts';

/** The columns and the query of a view, or of a table that is made from a query. */
interface Read {
	readonly columns: readonly Column[];
	readonly areColumnsKnown: boolean;
	readonly view: View;
}

function read(state: State, query: Node, names: readonly Node[] | undefined): Read {
	const { columns, dependsOn } = queryFacts(state, query);
	const outputs = renamedOutputs(columns, stringsOf(names)) ?? [];
	return {
		columns: outputs.map(({ name, type, collation }) => ({ ...bareColumn(name, type), collation })),
		areColumnsKnown: columns !== undefined,
		view: { query, dependsOn },
	};
}

export function createView(state: State, statement: NodeOf<'ViewStmt'>): void {
	const { view: range, query } = statement;
	if (!range || !query) return;
	const persistence = persistenceOf(range);
	const made = read(state, query, statement.aliases);
	const isTemporary = persistence === 'temporary' || readsTemporary(state, made.view);
	const name = createdName(state, rangeName(range), isTemporary);
	const options = optionTexts(statement.options);
	const old = state.find(name);
	if (old && (!statement.replace || old.kind !== 'view')) refuse('the name is taken');
	if (old) {
		unlink(state, old);
		state.update(old.id, { ...made, columns: keptColumns(old, made.columns), options });
		link(state, old.id, made.view);
	} else {
		const kind = 'view';
		const { id } = state.create(name, {
			kind,
			options,
			persistence: isTemporary ? 'temporary' : persistence,
			...made,
		});
		link(state, id, made.view);
	}
}

/** What reads something temporary is temporary, too. */
const readsTemporary = (state: State, { dependsOn }: View): boolean =>
	dependsOn.some(({ relation }) => state.known(relation).persistence === 'temporary');

/** Columns that a view has keep their defaults. */
const keptColumns = (old: Relation, columns: readonly Column[]): readonly Column[] => {
	if (columns.length < old.columns.length && old.areColumnsKnown) refuse('columns are missing');
	return columns.map((column, at) => ({ ...column, default: old.columns[at]?.default }));
};

const optionTexts = (options: readonly Node[] | undefined): Readonly<Record<string, string>> =>
	Object.fromEntries([...optionsOf(options)].map(([name, value]) => [name, valueText(value)]));

function link(state: State, id: Id, { dependsOn }: View): void {
	for (const { relation } of dependsOn) state.update(relation, { views: [...state.known(relation).views, id] });
}

function unlink(state: State, { id, view }: Relation): void {
	for (const { relation } of view?.dependsOn ?? []) {
		state.update(relation, { views: state.known(relation).views.filter((each) => each !== id) });
	}
}

/** `CREATE TABLE … AS` and `CREATE MATERIALIZED VIEW`. */
export function createTableAs(state: State, statement: NodeOf<'CreateTableAsStmt'>): void {
	const { into, query } = statement;
	if (!into || !query) return;
	const kind = statement.objtype === 'OBJECT_MATVIEW' ? 'materialized view' : 'table';
	createInto(state, into, query, kind, statement.if_not_exists);
}

function createInto(
	state: State,
	into: NodeOf<'IntoClause'>,
	query: Node,
	kind: RelationKind,
	ifNotExists?: boolean,
): void {
	if (!into.rel) return;
	const persistence = persistenceOf(into.rel);
	const name = createdName(state, rangeName(into.rel), persistence === 'temporary');
	if (!state.isFree(name, ifNotExists)) return;
	const { view, ...made } = read(state, query, into.colNames);
	const isView = kind === 'materialized view';
	const { id } = state.create(name, {
		kind,
		...made,
		...(isView && { view }),
		persistence,
		options: optionTexts(into.options),
		accessMethod: into.accessMethod,
		tablespace: into.tableSpaceName,
	});
	if (isView) link(state, id, view);
}

/** `SELECT … INTO table`; the clause stands in the first of several queries. */
export function selectInto(state: State, select: NodeOf<'SelectStmt'>): void {
	const into = select.intoClause ?? intoOf(select.larg);
	if (into) createInto(state, into, { SelectStmt: select }, 'table');
}

const intoOf = (select: NodeOf<'SelectStmt'> | undefined): NodeOf<'IntoClause'> | undefined =>
	select?.intoClause ?? (select?.larg && intoOf(select.larg));
