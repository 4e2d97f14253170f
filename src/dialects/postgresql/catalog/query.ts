import type { QualifiedName } from '../../../core/names.ts';
import type { Node } from '../../../sql/parse-postgresql.ts';
import { expressionType, type Typed } from './expression-type.ts';
import { figuredName } from './figured-name.ts';
import type { Dependency, Id } from './model.ts';
import { type Output, Sources } from './query-sources.ts';
import type { State } from './state.ts';
import { type NodeOf, nodeOf, nodesOf, rangeName, stringsOf, visit } from './trees.ts';

type Select = NodeOf<'SelectStmt'>;

/** What a query gives and reads. */
export interface QueryFacts {
	/** Undefined where a part of it is not known. */
	readonly columns: readonly Output[] | undefined;
	readonly dependsOn: readonly Dependency[];
}

/** Read a query: the columns that it gives, and the relations and columns that it needs. */
export function queryFacts(state: State, query: Node | undefined): QueryFacts {
	const reader = new Reader(state);
	const select = nodeOf(query, 'SelectStmt');
	const columns = select && reader.select(select, new Sources());
	return { columns, dependsOn: reader.dependsOn };
}

class Reader {
	readonly #state: State;
	readonly #used = new Map<Id, Set<string>>();

	constructor(state: State) {
		this.#state = state;
	}

	get dependsOn(): readonly Dependency[] {
		return [...this.#used].map(([relation, columns]) => ({ relation, columns: [...columns] }));
	}

	/** The columns of a query that stands inside others. */
	select(select: Select, outer: Sources): readonly Output[] | undefined {
		const sources = new Sources(outer);
		this.#commonTables(select, sources);
		if (select.larg && select.rarg) return this.#union(select.larg, select.rarg, sources);
		for (const item of select.fromClause ?? []) this.#from(item, sources);
		if (select.valuesLists) return this.#values(select.valuesLists, sources);
		const columns = this.#targets(select.targetList ?? [], sources);
		const { fromClause, targetList, withClause, ...rest } = select;
		this.#use(rest, sources);
		return columns;
	}

	#commonTables({ withClause }: Select, sources: Sources): void {
		for (const table of nodesOf(withClause?.ctes, 'CommonTableExpr')) {
			const select = nodeOf(table.ctequery, 'SelectStmt');
			const name = table.ctename ?? '';
			const given = stringsOf(table.aliascolnames);
			const columnsOf = (query: Select | undefined): readonly Output[] | undefined =>
				renamedOutputs(query && this.select(query, sources), given);
			// A recursive one reads itself; its first part tells the columns.
			if (withClause?.recursive && select?.larg) sources.addCommon(name, columnsOf(select.larg));
			sources.addCommon(name, columnsOf(select));
		}
	}

	#union(left: Select, right: Select, sources: Sources): readonly Output[] | undefined {
		const [first, second] = [this.select(left, sources), this.select(right, sources)];
		return first?.map((column, at) => {
			const other = second?.[at];
			return JSON.stringify(column.type) === JSON.stringify(other?.type) ? column : { ...column, type: undefined };
		});
	}

	#values(lists: readonly Node[], sources: Sources): readonly Output[] {
		this.#use(lists, sources);
		const [first] = nodesOf(lists, 'List');
		return (first?.items ?? []).map((item, at) => ({
			name: `column${at + 1}`,
			...(lists.length === 1 ? this.#typeOf(item, sources) : UNKNOWN),
		}));
	}

	#typeOf(node: Node | undefined, sources: Sources): Typed {
		const found = expressionType(
			this.#state,
			node,
			(reference) => sources.resolve(stringsOf(reference.fields))?.column,
		);
		return { type: found?.type, collation: found?.collation };
	}

	#targets(targets: readonly Node[], sources: Sources): readonly Output[] | undefined {
		const columns = nodesOf(targets, 'ResTarget').map(({ name, val }) => {
			const fields = nodeOf(val, 'ColumnRef')?.fields ?? [];
			if (nodesOf(fields, 'A_Star').length > 0) return this.#star(stringsOf(fields), sources);
			this.#use(val, sources);
			return [{ name: name ?? figuredName(val) ?? '?column?', ...this.#typeOf(val, sources) }];
		});
		return columns.every((each) => each !== undefined) ? columns.flat() : undefined;
	}

	/** `*` and `t.*` need every column there is now. */
	#star(qualifier: readonly string[], sources: Sources): readonly Output[] | undefined {
		const expanded = sources.expand(qualifier);
		for (const { relation, name } of expanded.uses) this.#note(relation, name);
		return expanded.columns;
	}

	#note(relation: Id, column?: string): void {
		const used = this.#used.get(relation) ?? new Set();
		if (column !== undefined) used.add(column);
		this.#used.set(relation, used);
	}

	/** Note the columns that expressions read; queries in them see the sources around them. */
	#use(tree: unknown, sources: Sources): void {
		visit(tree, (node) => {
			const inner = nodeOf(node, 'SelectStmt');
			if (inner) this.select(inner, sources);
			const reference = nodeOf(node, 'ColumnRef');
			if (reference) for (const use of sources.uses(stringsOf(reference.fields))) this.#note(use.relation, use.name);
			return !inner;
		});
	}

	#from(item: Node, sources: Sources): void {
		const [range, subselect, join] = [
			nodeOf(item, 'RangeVar'),
			nodeOf(item, 'RangeSubselect'),
			nodeOf(item, 'JoinExpr'),
		];
		if (range) this.#range(range, sources);
		else if (join) this.#join(join, sources);
		else if (subselect) {
			const select = nodeOf(subselect.subquery, 'SelectStmt');
			// LATERAL sees what stands before it; others find nothing there, since their names are their own.
			const columns = select && this.select(select, sources);
			sources.add(subselect.alias?.aliasname ?? '', renamedOutputs(columns, stringsOf(subselect.alias?.colnames)));
		} else this.#function(item, sources);
	}

	#range(range: NodeOf<'RangeVar'>, sources: Sources): void {
		const name = rangeName(range);
		const alias = range.alias?.aliasname ?? name.name;
		const given = stringsOf(range.alias?.colnames);
		const common = name.schema === undefined ? sources.common(name.name) : undefined;
		if (common) {
			sources.add(alias, renamedOutputs(common.columns, given));
			return;
		}
		this.#relation(name, alias, given, sources);
	}

	#relation(name: QualifiedName, alias: string, given: readonly string[], sources: Sources): void {
		const relation = this.#state.find(name);
		if (relation) this.#note(relation.id);
		const columns = relation?.areColumnsKnown ? relation.columns : undefined;
		sources.add(
			alias,
			renamedOutputs(columns, given),
			relation && { id: relation.id, names: relation.columns.map((each) => each.name) },
		);
	}

	#join({ larg, rarg, quals, usingClause, isNatural }: NodeOf<'JoinExpr'>, sources: Sources): void {
		const start = sources.count;
		if (larg) this.#from(larg, sources);
		const middle = sources.count;
		if (rarg) this.#from(rarg, sources);
		const shared = isNatural ? sources.shared(start, middle) : stringsOf(usingClause);
		for (const use of sources.merge(shared, start, middle)) this.#note(use.relation, use.name);
		this.#use(quals, sources);
	}

	/** A function gives one column with its own name, or those that are listed, or some that are not known. */
	#function(item: Node, sources: Sources): void {
		const found = nodeOf(item, 'RangeFunction');
		this.#use(found?.functions, sources);
		const listed = nodesOf(found?.coldeflist, 'ColumnDef').map(({ colname = '' }) => ({ name: colname, ...UNKNOWN }));
		sources.add(found?.alias?.aliasname ?? '', listed.length > 0 ? listed : undefined);
	}
}

const UNKNOWN: Typed = { type: undefined, collation: undefined };

/** `t(a, b)`: the first columns have other names. */
export const renamedOutputs = (
	columns: readonly Output[] | undefined,
	names: readonly string[],
): readonly Output[] | undefined => columns?.map((column, at) => ({ ...column, name: names[at] ?? column.name }));
