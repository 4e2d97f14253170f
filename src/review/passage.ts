import type { QualifiedName } from '../core/names.ts';
import { type NodeKind, type NodeOf, nodeOf, nodesOf } from '../dialects/postgresql/catalog/trees.ts';
import type { Node } from '../sql/parse-postgresql.ts';
import type { NamedKind } from './given-names.ts';
import {
	actionKey,
	alteredBy,
	attachedBy,
	indexedBy,
	indexKey,
	mayBeSame,
	nameKey,
	type Places,
	partOf,
	ScriptIndex,
	tendedBy,
} from './script-index.ts';
import type { ScriptShape } from './script-shape.ts';
import type { ScriptTrees } from './script-trees.ts';

type Range = NodeOf<'RangeVar'>;
type Command = NodeOf<'AlterTableCmd'>;

/** Statements of a script in a row, which are looked for without walking all of them. */
export class Passage {
	readonly #index: ScriptIndex;
	readonly #from: number;
	readonly #to: number;

	private constructor(index: ScriptIndex, from: number, to: number) {
		this.#index = index;
		this.#from = from;
		this.#to = to;
	}

	/**
	 * A whole script.
	 *
	 * @param isInParts - Whether parts of it are run one after the other, each by itself.
	 */
	static of(trees: ScriptTrees, isInParts = false): Passage {
		const index = new ScriptIndex(trees, isInParts);
		return new Passage(index, 0, trees.length);
	}

	/** The statements before one, which is told by its place in the script. */
	before(at: number): Passage {
		return new Passage(this.#index, this.#from, at);
	}

	/** The statements behind one. */
	behind(at: number): Passage {
		return new Passage(this.#index, at + 1, this.#to);
	}

	/** What the statements of the whole script are. */
	get shape(): ScriptShape {
		return this.#index.shape;
	}

	/** The statements, in order. */
	get trees(): readonly Node[] {
		return this.#treesAt(Array.from({ length: Math.max(0, this.#to - this.#from) }, (_, each) => this.#from + each));
	}

	/** Whether a statement passes a test. */
	some(test: (tree: Node) => boolean): boolean {
		return this.firstThat(test) !== undefined;
	}

	/** The place in the script of the first statement that passes a test. */
	firstThat(test: (tree: Node) => boolean): number | undefined {
		const { trees } = this.#index;
		for (let at = this.#from; at < this.#to; at++) {
			const tree = trees.at(at);
			if (tree && test(tree)) return at;
		}
		return undefined;
	}

	/** The place in the script behind the last statement. */
	get end(): number {
		return this.#to;
	}

	/** Whether a statement of a kind passes a test. */
	has<Kind extends NodeKind>(kind: Kind, test: (statement: NodeOf<Kind>) => boolean): boolean {
		return this.#find(kind, test) !== undefined;
	}

	/** The statements of a kind. */
	all<Kind extends NodeKind>(kind: Kind): readonly NodeOf<Kind>[] {
		return nodesOf(this.#within(this.#index.kinds, kind), kind);
	}

	/** The actions of ALTER TABLE on a table, or those of a kind, or of these the ones on a column or constraint. */
	actionsOn(table: Range, wanted?: Command['subtype'], part?: string): readonly Command[] {
		const { acted, altered } = this.#index;
		const trees = wanted
			? this.#naming(acted, table, alteredBy, actionKey(wanted, table.relname ?? '', part))
			: this.#naming(altered, table, alteredBy);
		const actions = trees.flatMap((tree) => nodesOf(nodeOf(tree, 'AlterTableStmt')?.cmds, 'AlterTableCmd'));
		const isWanted = (cmd: Command): boolean => cmd.subtype === wanted && (part === undefined || partOf(cmd) === part);
		return wanted ? actions.filter(isWanted) : actions;
	}

	/** The statements that give something of a kind a name. */
	naming(kind: NamedKind, name: string): readonly Node[] {
		return this.#within(this.#index.named, nameKey({ kind, name }));
	}

	/** The statements that drop something of a name, whatever its schema, in order. */
	dropping(name: string): readonly NodeOf<'DropStmt'>[] {
		return nodesOf(this.#within(this.#index.dropped, name), 'DropStmt');
	}

	/** Whether a setting, or every one, goes back to what the session began with. */
	resets(setting: string): boolean {
		return [setting, ''].some((name) => {
			const places = this.#index.reset.get(name) ?? [];
			return (places[firstFrom(places, this.#from)] ?? this.#to) < this.#to;
		});
	}

	/** The constraints that are added to a table, or those with a name. */
	constraintsAdded(table: Range, name?: string): readonly NodeOf<'Constraint'>[] {
		return this.actionsOn(table, 'AT_AddConstraint', name).flatMap(({ def }) => nodeOf(def, 'Constraint') ?? []);
	}

	/** Whether a constraint that is added to a table passes a test. */
	addsConstraint(table: Range, test: (constraint: NodeOf<'Constraint'>) => boolean = () => true): boolean {
		const all = this.#index.acted.get(actionKey('AT_AddConstraint', table.relname ?? '')) ?? [];
		for (let each = firstFrom(all, this.#from); each < all.length; each++) {
			const at = all[each] ?? 0;
			if (at >= this.#to) return false;
			if (new Passage(this.#index, at, at + 1).constraintsAdded(table).some(test)) return true;
		}
		return false;
	}

	/** Whether a table is created, or may be. */
	creates({ schema, name }: QualifiedName): boolean {
		const wanted = { relname: name, ...(schema !== undefined && { schemaname: schema }) };
		return this.has('CreateStmt', ({ relation }) => relation !== undefined && mayBeSame(relation, wanted));
	}

	/** The columns that are added to a table. */
	columnsAdded(table: Range): readonly NodeOf<'ColumnDef'>[] {
		return this.actionsOn(table, 'AT_AddColumn').flatMap(({ def }) => nodeOf(def, 'ColumnDef') ?? []);
	}

	/** The indexes that are created on a table, or those that begin with a column; `''` stands for an expression. */
	indexesOn(table: Range, column?: string): readonly NodeOf<'IndexStmt'>[] {
		const { relname = '' } = table;
		const key = column === undefined ? relname : indexKey(relname, column);
		return nodesOf(this.#naming(this.#index.indexed, table, indexedBy, key), 'IndexStmt');
	}

	/** Whether a table becomes a partition. */
	attaches(table: Range): boolean {
		return this.#naming(this.#index.attached, table, attachedBy).length > 0;
	}

	/** The statements that change rows of a table, remove some, or ask for them. */
	tending(table: Range): readonly Node[] {
		return this.#naming(this.#index.tended, table, tendedBy);
	}

	/** The DO blocks that a word stands in. */
	blocksNaming(word: string): readonly NodeOf<'DoStmt'>[] {
		return nodesOf(this.#within(this.#index.blocks, word), 'DoStmt');
	}

	/** From the last BEGIN on: the transaction that is open behind these statements. */
	sinceBegin(): Passage {
		const { begins } = this.#index;
		const at = begins[firstFrom(begins, this.#to) - 1] ?? -1;
		return at < this.#from ? this : new Passage(this.#index, at + 1, this.#to);
	}

	/** Up to the first COMMIT, ROLLBACK or PREPARE TRANSACTION. */
	untilEnd(): Passage {
		const { ends } = this.#index;
		const end = ends[firstFrom(ends, this.#from)] ?? this.#to;
		return end < this.#to ? new Passage(this.#index, this.#from, end) : this;
	}

	/** Where the first statement of a kind stands that passes a test. */
	#find<Kind extends NodeKind>(kind: Kind, test: (statement: NodeOf<Kind>) => boolean): number | undefined {
		const places = this.#index.kinds.get(kind) ?? [];
		for (let each = firstFrom(places, this.#from); each < places.length; each++) {
			const at = places[each] ?? 0;
			if (at >= this.#to) return undefined;
			const statement = nodeOf(this.#index.trees.at(at), kind);
			if (statement && test(statement)) return at;
		}
		return undefined;
	}

	/** The statements that name a table in one of their places. */
	#naming(
		places: Places,
		table: Range,
		named: (tree: Node) => readonly Range[],
		key = table.relname ?? '',
	): readonly Node[] {
		const found = this.#within(places, key);
		return found.filter((tree) => named(tree).some((each) => mayBeSame(each, table)));
	}

	#within(places: Places, key: string): readonly Node[] {
		const all = places.get(key) ?? [];
		return this.#treesAt(all.slice(firstFrom(all, this.#from), firstFrom(all, this.#to)));
	}

	#treesAt(places: readonly number[]): readonly Node[] {
		return places.flatMap((at) => this.#index.trees.at(at) ?? []);
	}
}

/** The index of the first place that is not before another one. */
function firstFrom(places: readonly number[], from: number): number {
	let [low, high] = [0, places.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((places[middle] ?? 0) < from) low = middle + 1;
		else high = middle;
	}
	return low;
}
