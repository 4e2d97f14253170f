import { type NodeOf, nodeOf, nodesOf, optionsOf, valueText, visit } from '../dialects/postgresql/catalog/trees.ts';
import type { Node } from '../sql/parse-postgresql.ts';
import { type ScriptShape, shapeOf } from './script-shape.ts';
import { spelled } from './spelled.ts';

/** Where statements stand in a script, by a word of theirs. In order. */
export type Places = Map<string, number[]>;

/** All statements of a script, found by what they are and what they name. */
export class ScriptIndex {
	readonly trees: readonly Node[];
	readonly kinds: Places = new Map();
	/** By the table that ALTER TABLE names. */
	readonly altered: Places = new Map();
	/** By the table that gets an index. */
	readonly indexed: Places = new Map();
	/** By the table that becomes a partition. */
	readonly attached: Places = new Map();
	/** By each table whose rows are changed, removed or asked for. */
	readonly tended: Places = new Map();
	/** DO blocks, by each word in them. */
	readonly blocks: Places = new Map();

	#shape: ScriptShape | undefined;

	constructor(trees: readonly Node[]) {
		this.trees = trees;
		for (const [at, tree] of trees.entries()) {
			add(this.kinds, Object.keys(tree).slice(0, 1), at);
			add(this.altered, spelledAll([nodeOf(tree, 'AlterTableStmt')?.relation]), at);
			add(this.indexed, spelledAll([nodeOf(tree, 'IndexStmt')?.relation]), at);
			add(this.attached, spelledAll(attachedBy(tree)), at);
			add(this.tended, tendedBy(tree), at);
			add(this.blocks, wordsOf(nodeOf(tree, 'DoStmt')), at);
		}
	}

	get shape(): ScriptShape {
		this.#shape ??= shapeOf(this.trees);
		return this.#shape;
	}
}

function add(places: Places, keys: Iterable<string>, at: number): void {
	for (const key of keys) {
		const known = places.get(key);
		if (known) known.push(at);
		else places.set(key, [at]);
	}
}

type Range = NodeOf<'RangeVar'> | undefined;

const spelledAll = (ranges: readonly Range[]): readonly string[] =>
	ranges.flatMap((range) => (range ? spelled(range) : []));

const attachedBy = (tree: Node): readonly Range[] =>
	nodesOf(nodeOf(tree, 'AlterTableStmt')?.cmds, 'AlterTableCmd').map(({ subtype, def }) =>
		subtype === 'AT_AttachPartition' ? nodeOf(def, 'PartitionCmd')?.name : undefined,
	);

/** The tables whose rows a statement changes, removes or asks for. */
function tendedBy(tree: Node): ReadonlySet<string> {
	const changed = nodeOf(tree, 'UpdateStmt') ?? nodeOf(tree, 'DeleteStmt');
	const found = new Set(spelledAll([changed?.relation]));
	if (!changed && !nodeOf(tree, 'SelectStmt')) return found;
	visit(tree, (node) => {
		const table = nodeOf(node, 'RangeVar');
		if (table) found.add(spelled(table));
		return true;
	});
	return found;
}

/** The words of a DO block; none for any other statement. */
export const wordsOf = (block: NodeOf<'DoStmt'> | undefined): ReadonlySet<string> =>
	new Set(block && valueText(optionsOf(block.args).get('as')).match(/[\w$\u0080-\uffff]+/g));
