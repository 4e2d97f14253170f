import type { Node } from '../../../sql/parse-postgresql.ts';
import { listedName, type NodeKind, type NodeOf, nodeOf, nodesOf, stringsOf } from './trees.ts';

/** A name, and whether it stays when the expression is cast. */
interface Figured {
	readonly name: string;
	readonly isStrong: boolean;
}

type Figure<Each extends NodeKind> = (node: NodeOf<Each>) => Figured | undefined;
type Table = { readonly [Each in NodeKind]?: Figure<Each> };

const strong = (name: string | undefined): Figured | undefined =>
	name === undefined ? undefined : { name, isStrong: true };
const always = (name: string) => (): Figured | undefined => strong(name);
const weak = (name: string): Figured => ({ name, isStrong: false });

/** Where the name of a column comes from that has none. What is not here has no name. */
const NAMES: Table = {
	A_ArrayExpr: always('array'),
	A_Expr: ({ kind }) => (kind === 'AEXPR_NULLIF' ? strong('nullif') : undefined),
	A_Indirection: ({ arg, indirection }) => strong(stringsOf(indirection).at(-1)) ?? figured(arg),
	CaseExpr: ({ defresult }) => unlessStrong(figured(defresult), 'case'),
	CoalesceExpr: always('coalesce'),
	CollateClause: ({ arg }) => figured(arg),
	ColumnRef: ({ fields }) => strong(stringsOf(fields).at(-1)),
	FuncCall: ({ funcname }) => strong(listedName(funcname).name),
	GroupingFunc: always('grouping'),
	JsonArrayAgg: always('json_arrayagg'),
	JsonArrayConstructor: always('json_array'),
	JsonObjectAgg: always('json_objectagg'),
	JsonObjectConstructor: always('json_object'),
	JsonParseExpr: always('json'),
	JsonScalarExpr: always('json_scalar'),
	JsonSerializeExpr: always('json_serialize'),
	MinMaxExpr: ({ op }) => strong(op === 'IS_LEAST' ? 'least' : 'greatest'),
	RowExpr: always('row'),
	SQLValueFunction: ({ op }) => strong(op?.replace('SVFOP_', '').replace(/_N$/, '').toLowerCase()),
	SubLink: (link) => subLinkName(link),
	TypeCast: ({ arg, typeName }) => unlessStrong(figured(arg), typeName && listedName(typeName.names).name),
	XmlSerialize: always('xmlserialize'),
};

const unlessStrong = (found: Figured | undefined, otherwise: string | undefined): Figured | undefined =>
	found?.isStrong || otherwise === undefined ? found : weak(otherwise);

/** The name that a column has from its expression; undefined where the server says `?column?`. */
export const figuredName = (expression: Node | undefined): string | undefined => figured(expression)?.name;

function figured(expression: Node | undefined): Figured | undefined {
	const [found] = Object.entries(expression ?? {});
	const names: Readonly<Record<string, ((node: never) => Figured | undefined) | undefined>> = NAMES;
	return found && names[found[0]]?.(found[1] as never);
}

function subLinkName({ subLinkType, subselect }: NodeOf<'SubLink'>): Figured | undefined {
	if (subLinkType === 'EXISTS_SUBLINK') return strong('exists');
	if (subLinkType === 'ARRAY_SUBLINK') return strong('array');
	if (subLinkType !== 'EXPR_SUBLINK') return undefined;
	const [first] = nodesOf(nodeOf(subselect, 'SelectStmt')?.targetList, 'ResTarget');
	return strong(first?.name) ?? figured(first?.val);
}
