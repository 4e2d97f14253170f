import type { Node } from '../../sql/parse-postgresql.ts';

type TypeName = Extract<Node, { readonly TypeName: unknown }>['TypeName'];
type ObjectWithArgs = Extract<Node, { readonly ObjectWithArgs: unknown }>['ObjectWithArgs'];
type RangeVar = Extract<Node, { readonly RangeVar: unknown }>['RangeVar'];

/** The name that a node of a tree holds, its parts joined with dots; `undefined` when it holds none. */
export function nameOf(node: Node): string | undefined {
	if ('String' in node) return node.String.sval;
	if ('List' in node) return dotted(node.List.items);
	if ('TypeName' in node) return typeNameOf(node.TypeName);
	if ('RangeVar' in node) return rangeName(node.RangeVar);
	if ('ObjectWithArgs' in node) return routineName(node.ObjectWithArgs);
	if ('AccessPriv' in node) return node.AccessPriv.priv_name;
	return undefined;
}

const rangeName = ({ catalogname, schemaname, relname }: RangeVar): string =>
	[catalogname, schemaname, relname].filter((part) => part !== undefined).join('.');

const dotted = (nodes: readonly Node[] | undefined): string =>
	(nodes ?? []).map((node) => nameOf(node) ?? '').join('.');

/** `f(int4, text)`, or the name alone where no arguments are named. */
function routineName({ objname, objargs, args_unspecified: isUnspecified }: ObjectWithArgs): string {
	const types = (objargs ?? []).map((node) => nameOf(node) ?? '');
	return isUnspecified ? dotted(objname) : `${dotted(objname)}(${types.join(', ')})`;
}

/** `int4[]`: the types of key words have the names that the catalog has. */
export function typeNameOf({ names, arrayBounds }: TypeName): string {
	return `${dotted(names).replace(/^pg_catalog\./, '')}${'[]'.repeat(arrayBounds?.length ?? 0)}`;
}
