import type { Node } from '../../../sql/parse-postgresql.ts';
import type { Column, ColumnType } from './model.ts';
import type { State } from './state.ts';
import { listedName, type NodeKind, type NodeOf } from './trees.ts';
import { plainType, resolveType } from './type-names.ts';

/** What is known of the value of an expression. */
export type Typed = Pick<Column, 'type' | 'collation'>;

/** Finds the column that a reference means. */
export type Resolve = (reference: NodeOf<'ColumnRef'>) => Typed | undefined;

const known = (name: string): Typed => ({ type: plainType(name), collation: undefined });
const isTrue = (): Typed => known('bool');

type Table = {
	readonly [Each in NodeKind]?: (node: NodeOf<Each>, resolve: Resolve, state: State) => Typed | undefined;
};

const COMPARISONS = new Set([
	'<',
	'<=',
	'<>',
	'=',
	'>',
	'>=',
	'~',
	'~*',
	'!~',
	'!~*',
	'~~',
	'!~~',
	'~~*',
	'!~~*',
	'@>',
	'<@',
	'&&',
	'?',
]);

/** Expressions whose type can be told without the functions and operators of the server. */
const TYPES: Table = {
	A_Const: (constant) => constantType(constant),
	A_Expr: ({ kind, name }) =>
		kind !== 'AEXPR_NULLIF' && (kind !== 'AEXPR_OP' || COMPARISONS.has(listedName(name).name)) ? isTrue() : undefined,
	BoolExpr: isTrue,
	BooleanTest: isTrue,
	CollateClause: ({ arg, collname }, resolve, state) => {
		const { type } = expressionType(state, arg, resolve) ?? {};
		return type && { type, collation: listedName(collname).name };
	},
	ColumnRef: (reference, resolve) => resolve(reference),
	FuncCall: ({ funcname }) => (listedName(funcname).name === 'count' ? known('int8') : undefined),
	NullTest: isTrue,
	SubLink: ({ subLinkType }) =>
		subLinkType === 'EXISTS_SUBLINK' || subLinkType === 'ANY_SUBLINK' ? isTrue() : undefined,
	TypeCast: ({ typeName }, _resolve, state) => {
		const type: ColumnType | undefined = typeName && resolveType(state, typeName);
		return type && { type, collation: undefined };
	},
};

/** The type of an expression; undefined where it takes more than the catalog knows. */
export function expressionType(state: State, node: Node | undefined, resolve: Resolve): Typed | undefined {
	const [found] = Object.entries(node ?? {});
	type Tell = (node: never, resolve: Resolve, state: State) => Typed | undefined;
	const types: Readonly<Record<string, Tell | undefined>> = TYPES;
	return found && types[found[0]]?.(found[1] as never, resolve, state);
}

function constantType({ ival, fval, boolval, bsval }: NodeOf<'A_Const'>): Typed | undefined {
	if (ival) return known('int4');
	if (boolval) return known('bool');
	if (fval) return known(/^\d+$/.test(fval.fval ?? '') && BigInt(fval.fval ?? 0) < 2n ** 63n ? 'int8' : 'numeric');
	return bsval ? undefined : known('text');
}
