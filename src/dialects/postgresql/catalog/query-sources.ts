import type { Typed } from './expression-type.ts';
import type { Id } from './model.ts';

/** A column that a query gives. */
export interface Output extends Typed {
	readonly name: string;
}

/** A column of a relation that a query reads. */
export interface Use {
	readonly relation: Id;
	readonly name: string | undefined;
}

/** What stands in FROM: a relation, or a query whose columns are its own. */
interface Source {
	readonly alias: string;
	/** Undefined when they are not known. */
	readonly columns: readonly Output[] | undefined;
	/** The relation, with the names that the columns have there. */
	readonly relation: { readonly id: Id; readonly names: readonly string[] } | undefined;
	/** Columns that `*` gives once for a whole join. */
	merged: ReadonlySet<string>;
}

interface Found {
	readonly column: Output;
	readonly use: Use | undefined;
}

/** What the names in a query can mean, from the inside out. */
export class Sources {
	readonly #outer: Sources | undefined;
	readonly #sources: Source[] = [];
	readonly #common = new Map<string, readonly Output[] | undefined>();
	#joined: Output[] = [];

	constructor(outer?: Sources) {
		this.#outer = outer;
	}

	get count(): number {
		return this.#sources.length;
	}

	add(alias: string, columns: Source['columns'], relation?: Source['relation']): void {
		this.#sources.push({ alias, columns, relation, merged: new Set() });
	}

	addCommon(name: string, columns: readonly Output[] | undefined): void {
		this.#common.set(name, columns);
	}

	/** The query that WITH has given a name. */
	common(name: string): { readonly columns: readonly Output[] | undefined } | undefined {
		if (this.#common.has(name)) return { columns: this.#common.get(name) };
		return this.#outer?.common(name);
	}

	/** The names that both sides of a join have. */
	shared(start: number, middle: number): readonly string[] {
		const names = (sources: readonly Source[]): readonly string[] =>
			sources.flatMap(({ columns }) => columns?.map(({ name }) => name) ?? []);
		const right = new Set(names(this.#sources.slice(middle)));
		return names(this.#sources.slice(start, middle)).filter((name) => right.has(name));
	}

	/** Join by columns of the same name, which `*` then gives once, and first. */
	merge(shared: readonly string[], start: number, middle: number): readonly Use[] {
		if (shared.length === 0) return [];
		const joined = shared.flatMap((name) => this.#among(this.#sources.slice(start, middle), name)?.column ?? []);
		this.#joined = [...joined, ...this.#joined.filter(({ name }) => !shared.includes(name))];
		const uses = shared.flatMap((name) =>
			this.#sources.slice(start).flatMap((source) => this.#in(source, name)?.use ?? []),
		);
		for (const source of this.#sources.slice(start)) source.merged = new Set([...source.merged, ...shared]);
		return uses;
	}

	#in({ columns, relation }: Source, name: string): Found | undefined {
		const at = columns?.findIndex((column) => column.name === name) ?? -1;
		const column = columns?.[at];
		return column && { column, use: relation && { relation: relation.id, name: relation.names[at] } };
	}

	#among(sources: readonly Source[], name: string): Found | undefined {
		for (const source of sources) {
			const found = this.#in(source, name);
			if (found) return found;
		}
		return undefined;
	}

	/** The column that a reference means. */
	resolve(fields: readonly string[]): Found | undefined {
		const name = fields.at(-1) ?? '';
		const qualifier = fields.at(-2);
		const sources = this.#sources.filter(({ alias }) => qualifier === undefined || alias === qualifier);
		return this.#among(sources, name) ?? this.#outer?.resolve(fields);
	}

	/** The columns of relations that a reference reads; a name of a source stands for its whole row. */
	uses(fields: readonly string[]): readonly Use[] {
		const found = this.resolve(fields);
		if (found) return found.use ? [found.use] : [];
		const row = fields.length === 1 ? this.#sources.find(({ alias }) => alias === fields[0]) : undefined;
		return row?.relation ? [{ relation: row.relation.id, name: undefined }] : [];
	}

	/** What `*` stands for. */
	expand(qualifier: readonly string[]): {
		readonly columns: readonly Output[] | undefined;
		readonly uses: readonly Use[];
	} {
		const alias = qualifier.at(-1);
		const sources = this.#sources.filter((source) => alias === undefined || source.alias === alias);
		if (sources.length === 0 && this.#outer) return this.#outer.expand(qualifier);
		const isWhole = alias === undefined;
		const columns = sources.map((source) => source.columns?.filter(({ name }) => !isWhole || !source.merged.has(name)));
		const uses = sources.flatMap(
			({ relation }) => relation?.names.map((name) => ({ relation: relation.id, name })) ?? [],
		);
		const isKnown = columns.every((each) => each !== undefined);
		return { columns: isKnown ? [...(isWhole ? this.#joined : []), ...columns.flat()] : undefined, uses };
	}
}
