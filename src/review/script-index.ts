import {
	type NodeOf,
	nodeOf,
	nodesOf,
	objectName,
	optionsOf,
	valueText,
	visit,
} from '../dialects/postgresql/catalog/trees.ts';
import type { Node } from '../sql/parse-postgresql.ts';
import { type GivenName, namesGivenBy } from './given-names.ts';
import { GrowingShape, type ScriptShape } from './script-shape.ts';
import type { ScriptTrees } from './script-trees.ts';
import { isBegin, isEnd } from './transactions.ts';

/** Where statements stand in a script, by a word of theirs. In order. */
export type Places = Map<string, number[]>;

/** All statements of a script, found by what they are and what they name. */
export class ScriptIndex {
	readonly trees: ScriptTrees;
	readonly kinds: Places = new Map();
	/** By the table that ALTER TABLE names, without its schema, as those below. */
	readonly altered: Places = new Map();
	/** By an action of ALTER TABLE and its table, and by both with the column or constraint. */
	readonly acted: Places = new Map();
	/** By the table that gets an index, and by that with the first column of the index. */
	readonly indexed: Places = new Map();
	/** By the table that becomes a partition. */
	readonly attached: Places = new Map();
	/** By each table whose rows are changed, removed or asked for. */
	readonly tended: Places = new Map();
	/** By each name that DROP names, without its schema. */
	readonly dropped: Places = new Map();
	/** Where transactions begin, and where they end. */
	readonly begins: number[] = [];
	readonly ends: number[] = [];
	/** By the setting that goes back to what the session began with; empty for all of them. */
	readonly reset: Places = new Map();
	/** DO blocks, by each word in them. */
	readonly blocks: Places = new Map();

	readonly #shape: GrowingShape;
	#named: Places | undefined;

	/** @param isInParts - Whether parts of it are run one after the other, each by itself. */
	constructor(trees: ScriptTrees, isInParts: boolean) {
		this.trees = trees;
		this.#shape = new GrowingShape(isInParts);
		for (const [at, tree] of trees.entries()) {
			this.#shape.add(tree, at);
			add(this.kinds, Object.keys(tree).slice(0, 1), at);
			add(this.altered, namesOf(alteredBy(tree)), at);
			add(this.acted, actionsIn(tree), at);
			add(this.indexed, indexKeysIn(tree), at);
			add(this.attached, namesOf(attachedBy(tree)), at);
			add(this.tended, namesOf(tendedBy(tree)), at);
			add(this.dropped, droppedNames(tree), at);
			add(this.reset, resetBy(tree), at);
			this.#addControl(nodeOf(tree, 'TransactionStmt'), at);
			add(this.blocks, wordsOf(nodeOf(tree, 'DoStmt')), at);
		}
	}

	/** By each name that is given, with the kind of what gets it. */
	get named(): Places {
		if (this.#named) return this.#named;
		const found: Places = new Map();
		for (const [at, tree] of this.trees.entries()) add(found, new Set(namesGivenBy(tree).map(nameKey)), at);
		this.#named = found;
		return found;
	}

	get shape(): ScriptShape {
		return this.#shape;
	}

	#addControl(control: NodeOf<'TransactionStmt'> | undefined, at: number): void {
		if (!control) return;
		if (isBegin(control)) this.begins.push(at);
		if (isEnd(control)) this.ends.push(at);
	}
}

/** How a name is looked for. */
export const nameKey = ({ kind, name }: Pick<GivenName, 'kind' | 'name'>): string => `${kind} ${name}`;

function add(places: Places, keys: Iterable<string>, at: number): void {
	for (const key of keys) {
		const known = places.get(key);
		if (known) known.push(at);
		else places.set(key, [at]);
	}
}

type Range = NodeOf<'RangeVar'>;

const namesOf = (ranges: readonly Range[]): ReadonlySet<string> => new Set(ranges.map(({ relname = '' }) => relname));

/** Whether two names may mean one table: a schema that is not written is the one that is found first. */
export const mayBeSame = (a: Range, b: Range): boolean =>
	a.relname === b.relname &&
	(a.schemaname === undefined || b.schemaname === undefined || a.schemaname === b.schemaname);

const given = (range: Range | undefined): readonly Range[] => (range ? [range] : []);

export const alteredBy = (tree: Node): readonly Range[] => given(nodeOf(tree, 'AlterTableStmt')?.relation);

/** The actions of ALTER TABLE, each with the table. */
function actionsIn(tree: Node): ReadonlySet<string> {
	const altered = nodeOf(tree, 'AlterTableStmt');
	const table = altered?.relation?.relname ?? '';
	return new Set(
		nodesOf(altered?.cmds, 'AlterTableCmd').flatMap((cmd) => {
			const part = partOf(cmd);
			const key = actionKey(cmd.subtype, table);
			return part === undefined ? [key] : [key, actionKey(cmd.subtype, table, part)];
		}),
	);
}

/** The column or constraint that an action names, also one that it adds. */
export const partOf = ({ name, def }: NodeOf<'AlterTableCmd'>): string | undefined =>
	name ?? nodeOf(def, 'Constraint')?.conname;

/** The table of an index, alone and with the first column. */
function indexKeysIn(tree: Node): readonly string[] {
	const index = nodeOf(tree, 'IndexStmt');
	const table = index?.relation?.relname;
	return index && table !== undefined ? [table, indexKey(table, firstColumn(index))] : [];
}

export const indexKey = (table: string, column: string): string => `${table} ${column}`;

/** The first column of an index; empty for an expression. */
export const firstColumn = ({ indexParams }: NodeOf<'IndexStmt'>): string =>
	nodesOf(indexParams, 'IndexElem')[0]?.name ?? '';

export const actionKey = (subtype: string | undefined, table: string, part = ''): string =>
	`${subtype} ${table} ${part}`;

export const indexedBy = (tree: Node): readonly Range[] => given(nodeOf(tree, 'IndexStmt')?.relation);

/** The tables that become partitions. */
export const attachedBy = (tree: Node): readonly Range[] =>
	nodesOf(nodeOf(tree, 'AlterTableStmt')?.cmds, 'AlterTableCmd').flatMap(({ subtype, def }) =>
		subtype === 'AT_AttachPartition' ? given(nodeOf(def, 'PartitionCmd')?.name) : [],
	);

function resetBy(tree: Node): readonly string[] {
	if (nodeOf(tree, 'DiscardStmt')?.target === 'DISCARD_ALL') return [''];
	const { kind, name = '', is_local: isLocal = false } = nodeOf(tree, 'VariableSetStmt') ?? {};
	if (kind === 'VAR_RESET_ALL') return [''];
	return (kind === 'VAR_RESET' || kind === 'VAR_SET_DEFAULT') && !isLocal ? [name] : [];
}

const droppedNames = (tree: Node): ReadonlySet<string> =>
	new Set(nodeOf(tree, 'DropStmt')?.objects?.map((object) => objectName(object).name));

/** The tables whose rows a statement changes, removes or asks for. */
export function tendedBy(tree: Node): readonly Range[] {
	const changed = nodeOf(tree, 'UpdateStmt') ?? nodeOf(tree, 'DeleteStmt');
	const found = [...given(changed?.relation)];
	if (!changed && !nodeOf(tree, 'SelectStmt')) return found;
	visit(tree, (node) => {
		found.push(...given(nodeOf(node, 'RangeVar')));
		return true;
	});
	return found;
}

/** The words of a DO block; none for any other statement. */
export const wordsOf = (block: NodeOf<'DoStmt'> | undefined): ReadonlySet<string> =>
	new Set(block && valueText(optionsOf(block.args).get('as')).match(/[\w$\u0080-\uffff]+/g));
