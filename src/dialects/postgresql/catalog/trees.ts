import type { QualifiedName } from '../../../core/names.ts';
import { qualified } from '../../../core/names.ts';
import type { Node } from '../../../sql/parse-postgresql.ts';

type Kind = Node extends infer Each ? (Each extends object ? keyof Each : never) : never;
export type NodeKind = Kind;
/** What a node of a kind holds. */
export type NodeOf<Wanted extends Kind> = Extract<Node, Readonly<Record<Wanted, unknown>>>[Wanted];
type Nodes = readonly Node[] | undefined;

/** The content of those nodes of a list that are of a kind. */
export function nodesOf<Wanted extends Kind>(nodes: Nodes, kind: Wanted): readonly NodeOf<Wanted>[] {
	const found: NodeOf<Wanted>[] = [];
	for (const node of nodes ?? []) {
		const content = nodeOf(node, kind);
		if (content !== undefined) found.push(content);
	}
	return found;
}

/** The content of a node that has to be of a kind; undefined when it is not. */
export const nodeOf = <Wanted extends Kind>(node: Node | undefined, kind: Wanted): NodeOf<Wanted> | undefined =>
	(node as { readonly [Each in Kind]?: NodeOf<Wanted> } | undefined)?.[kind];

/** The strings of a list; the grammar leaves the text of an empty one out. */
export const stringsOf = (nodes: Nodes): readonly string[] => nodesOf(nodes, 'String').map(({ sval = '' }) => sval);

/** The last two parts of a name in a list; the database before them is the one there is. */
export function listedName(nodes: Nodes): QualifiedName {
	const parts = stringsOf(nodes);
	return qualified(parts.at(-1) ?? '', parts.at(-2));
}

export const rangeName = ({ schemaname, relname = '' }: NodeOf<'RangeVar'>): QualifiedName =>
	qualified(relname, schemaname);

/** The name in a node that holds one, whatever the statement. */
export function objectName(node: Node | undefined): QualifiedName {
	if (!node) return { name: '' };
	if ('List' in node) return listedName(node.List.items);
	if ('TypeName' in node) return listedName(node.TypeName.names);
	if ('RangeVar' in node) return rangeName(node.RangeVar);
	if ('ObjectWithArgs' in node) return listedName(node.ObjectWithArgs.objname);
	return listedName([node]);
}

/** The options of a statement, by name. */
export const optionsOf = (nodes: Nodes): ReadonlyMap<string, Node | undefined> =>
	new Map(nodesOf(nodes, 'DefElem').map(({ defname = '', arg }) => [defname, arg]));

/** A value as text: `70`, `off`, `gist`. An option without one is on. */
export function valueText(node: Node | undefined): string {
	if (!node) return 'true';
	if ('List' in node) return node.List.items?.map(valueText).join(' ') ?? '';
	if ('TypeName' in node) return listedName(node.TypeName.names).name;
	return scalarText(node) ?? literalText(node) ?? '';
}

function scalarText(node: Node): string | undefined {
	if ('String' in node) return node.String.sval ?? '';
	if ('Integer' in node) return String(node.Integer.ival ?? 0);
	if ('Float' in node) return node.Float.fval ?? '';
	return 'Boolean' in node ? String(node.Boolean.boolval ?? false) : undefined;
}

/** The text of a literal; undefined for anything else. */
export function literalText(node: Node | undefined): string | undefined {
	const constant = nodeOf(node, 'A_Const');
	if (!constant || constant.isnull) return undefined;
	if (constant.sval) return constant.sval.sval ?? '';
	if (constant.ival) return String(constant.ival.ival ?? 0);
	if (constant.fval) return constant.fval.fval ?? '';
	if (constant.boolval) return String(constant.boolval.boolval ?? false);
	return undefined;
}

/** Call a function for every node of a tree, outer ones first. It returns false to leave out what a node holds. */
export function visit(tree: unknown, see: (node: Node) => boolean): void {
	if (typeof tree !== 'object' || tree === null) return;
	if (Array.isArray(tree)) {
		for (const item of tree) visit(item, see);
		return;
	}
	const parts = tree as Readonly<Record<string, unknown>>;
	for (const key in parts) {
		const value = parts[key];
		// What holds a node has its kind as the only key.
		if (typeof value !== 'object' || (isKind(key) && !see(parts as unknown as Node))) continue;
		visit(value, see);
	}
}

const isKind = (key: string): boolean => key.charCodeAt(0) < FIRST_SMALL;

const FIRST_SMALL = 'a'.charCodeAt(0);

/** The names that an expression of a table reads: the last part of each reference. */
export function columnsIn(tree: Node | undefined | readonly (Node | undefined)[]): readonly string[] {
	const found = new Set<string>();
	visit(tree, (node) => {
		const name = stringsOf(nodeOf(node, 'ColumnRef')?.fields).at(-1);
		if (name !== undefined) found.add(name);
		return true;
	});
	return [...found];
}

/** The functions that an expression calls. */
export function functionsIn(tree: Node | undefined): readonly QualifiedName[] {
	const found: QualifiedName[] = [];
	visit(tree, (node) => {
		const call = nodeOf(node, 'FuncCall');
		if (call) found.push(listedName(call.funcname));
		return true;
	});
	return found;
}

/** An expression of a table after one of its columns was renamed. */
export function withColumnRenamed<Tree extends Node | undefined>(tree: Tree, from: string, to: string): Tree {
	return (columnsIn(tree).includes(from) ? renamed(tree, from, to) : tree) as Tree;
}

function renamed(value: unknown, from: string, to: string): unknown {
	if (typeof value !== 'object' || value === null) return value;
	if (Array.isArray(value)) return value.map((item) => renamed(item, from, to));
	return Object.fromEntries(
		Object.entries(value).map(([key, item]) => [
			key,
			key === 'ColumnRef' ? reference(item, from, to) : renamed(item, from, to),
		]),
	);
}

function reference(ref: NodeOf<'ColumnRef'>, from: string, to: string): NodeOf<'ColumnRef'> {
	if (stringsOf(ref.fields).at(-1) !== from) return ref;
	return { ...ref, fields: [...(ref.fields ?? []).slice(0, -1), { String: { sval: to } }] };
}
