import { type NodeKind, type NodeOf, nodeOf, nodesOf, visit } from '../dialects/postgresql/catalog/trees.ts';
import type { Node } from '../sql/parse-postgresql.ts';
import { type ScriptShape, shapeOf } from './script-shape.ts';
import { spelled } from './spelled.ts';
import { isBegin, isEnd } from './transactions.ts';

type Range = NodeOf<'RangeVar'>;
type Command = NodeOf<'AlterTableCmd'>;

/** Where the statements of a kind, or those that alter a table, stand in a script. In order. */
type Places = Map<string, number[]>;

/** All statements of a script, found by what they are. */
class ScriptIndex {
	readonly trees: readonly Node[];
	readonly kinds: Places = new Map();
	readonly altered: Places = new Map();
	/** By an action of ALTER TABLE and its table. */
	readonly acted: Places = new Map();
	/** By the table that gets an index. */
	readonly indexed: Places = new Map();
	/** By the table that becomes a partition. */
	readonly attached: Places = new Map();
	/** By each table whose rows are changed, removed or asked for. */
	readonly tended: Places = new Map();

	#shape: ScriptShape | undefined;

	constructor(trees: readonly Node[]) {
		this.trees = trees;
		for (const [at, tree] of trees.entries()) {
			const [kind = ''] = Object.keys(tree);
			add(this.kinds, kind, at);
			this.#addActions(tree, at);
			const indexed = nodeOf(tree, 'IndexStmt')?.relation;
			if (indexed) add(this.indexed, spelled(indexed), at);
			for (const partition of attachedBy(tree)) add(this.attached, spelled(partition), at);
			for (const name of tendedBy(tree)) add(this.tended, name, at);
		}
	}

	#addActions(tree: Node, at: number): void {
		const altered = nodeOf(tree, 'AlterTableStmt');
		if (!altered?.relation) return;
		const table = spelled(altered.relation);
		add(this.altered, table, at);
		const actions = new Set(nodesOf(altered.cmds, 'AlterTableCmd').map(({ subtype }) => subtype));
		for (const action of actions) add(this.acted, `${action} ${table}`, at);
	}

	get shape(): ScriptShape {
		this.#shape ??= shapeOf(this.trees);
		return this.#shape;
	}
}

const attachedBy = (tree: Node): readonly Range[] =>
	nodesOf(nodeOf(tree, 'AlterTableStmt')?.cmds, 'AlterTableCmd').flatMap(
		({ subtype, def }) => (subtype === 'AT_AttachPartition' && nodeOf(def, 'PartitionCmd')?.name) || [],
	);

/** The tables whose rows a statement changes, removes or asks for. */
function tendedBy(tree: Node): ReadonlySet<string> {
	const found = new Set<string>();
	if (!['UpdateStmt', 'DeleteStmt', 'SelectStmt'].some((kind) => kind in tree)) return found;
	visit(tree, (node) => {
		const table = nodeOf(node, 'RangeVar');
		if (table) found.add(spelled(table));
		return true;
	});
	const { relation } = nodeOf(tree, 'UpdateStmt') ?? nodeOf(tree, 'DeleteStmt') ?? {};
	if (relation) found.add(spelled(relation));
	return found;
}

function add(places: Places, key: string, at: number): void {
	const known = places.get(key);
	if (known) known.push(at);
	else places.set(key, [at]);
}

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

	/** A whole script. */
	static of(trees: readonly Node[]): Passage {
		return new Passage(new ScriptIndex(trees), 0, trees.length);
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
		return this.#index.trees.slice(this.#from, this.#to);
	}

	/** The first statement that passes a test. */
	some(test: (tree: Node) => boolean): boolean {
		const { trees } = this.#index;
		for (let at = this.#from; at < this.#to; at++) {
			const tree = trees[at];
			if (tree && test(tree)) return true;
		}
		return false;
	}

	/** Whether a statement of a kind passes a test. */
	has<Kind extends NodeKind>(kind: Kind, test: (statement: NodeOf<Kind>) => boolean): boolean {
		return this.#find(kind, test) !== undefined;
	}

	/** The statements of a kind. */
	all<Kind extends NodeKind>(kind: Kind): readonly NodeOf<Kind>[] {
		return nodesOf(this.#within(this.#index.kinds, kind), kind);
	}

	/** The actions of ALTER TABLE on a table, or those of a kind. */
	actionsOn(table: Range, wanted?: Command['subtype']): readonly Command[] {
		const { acted, altered } = this.#index;
		const name = spelled(table);
		const trees = wanted ? this.#within(acted, `${wanted} ${name}`) : this.#within(altered, name);
		const actions = trees.flatMap((tree) => nodesOf(nodeOf(tree, 'AlterTableStmt')?.cmds, 'AlterTableCmd'));
		return wanted ? actions.filter(({ subtype }) => subtype === wanted) : actions;
	}

	/** The constraints that are added to a table. */
	constraintsAdded(table: Range): readonly NodeOf<'Constraint'>[] {
		return this.actionsOn(table, 'AT_AddConstraint').flatMap(({ def }) => nodeOf(def, 'Constraint') ?? []);
	}

	/** The columns that are added to a table. */
	columnsAdded(table: Range): readonly NodeOf<'ColumnDef'>[] {
		return this.actionsOn(table, 'AT_AddColumn').flatMap(({ def }) => nodeOf(def, 'ColumnDef') ?? []);
	}

	/** The indexes that are created on a table. */
	indexesOn(table: Range): readonly NodeOf<'IndexStmt'>[] {
		return nodesOf(this.#within(this.#index.indexed, spelled(table)), 'IndexStmt');
	}

	/** Whether a table becomes a partition. */
	attaches(table: Range): boolean {
		return this.#within(this.#index.attached, spelled(table)).length > 0;
	}

	/** The statements that change rows of a table, remove some, or ask for them. */
	tending(table: Range): readonly Node[] {
		return this.#within(this.#index.tended, spelled(table));
	}

	/** From the last BEGIN on: the transaction that is open behind these statements. */
	sinceBegin(): Passage {
		const places = this.#index.kinds.get('TransactionStmt') ?? [];
		for (let each = firstFrom(places, this.#to) - 1; each >= 0; each--) {
			const at = places[each] ?? 0;
			if (at < this.#from) break;
			const control = nodeOf(this.#index.trees[at], 'TransactionStmt');
			if (control && isBegin(control)) return new Passage(this.#index, at + 1, this.#to);
		}
		return this;
	}

	/** Up to the first COMMIT, ROLLBACK or PREPARE TRANSACTION. */
	untilEnd(): Passage {
		const end = this.#find('TransactionStmt', isEnd);
		return end === undefined ? this : new Passage(this.#index, this.#from, end);
	}

	/** Where the first statement of a kind stands that passes a test. */
	#find<Kind extends NodeKind>(kind: Kind, test: (statement: NodeOf<Kind>) => boolean): number | undefined {
		const places = this.#index.kinds.get(kind) ?? [];
		for (let each = firstFrom(places, this.#from); each < places.length; each++) {
			const at = places[each] ?? 0;
			if (at >= this.#to) return undefined;
			const statement = nodeOf(this.#index.trees[at], kind);
			if (statement && test(statement)) return at;
		}
		return undefined;
	}

	#within(places: Places, key: string): readonly Node[] {
		const all = places.get(key) ?? [];
		const found = all.slice(firstFrom(all, this.#from), firstFrom(all, this.#to));
		return found.flatMap((at) => this.#index.trees[at] ?? []);
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
