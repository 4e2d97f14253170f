import type { QualifiedName } from '../../../core/names.ts';
import type { Node } from '../../../sql/parse-postgresql.ts';
import type { FunctionDefinition } from '../catalog/definitions.ts';
import { listedName, type NodeOf, nodeOf, visit } from '../catalog/trees.ts';
import type { Context } from './context.ts';
import { STEADY_OF_EXTENSIONS, VOLATILE_OF_EXTENSIONS } from './extension-functions.ts';
import { STEADY_FUNCTIONS } from './steady-functions.ts';
import { namesIn } from './versions.ts';
import { VOLATILE_FUNCTIONS } from './volatile-functions.ts';

/**
 * Why an expression may differ from row to row; `undefined` when it cannot.
 *
 * @see https://www.postgresql.org/docs/current/xfunc-volatility.html
 */
export function whyVolatile(expression: Node | undefined, context: Context): string | undefined {
	let found: string | undefined;
	visit(expression, (node) => {
		const call = nodeOf(node, 'FuncCall');
		if (call) found ??= whyCallIsVolatile(call, context);
		return found === undefined;
	});
	return found;
}

function whyCallIsVolatile({ funcname, args }: NodeOf<'FuncCall'>, context: Context): string | undefined {
	const called = listedName(funcname);
	const shown = `${called.name}()`;
	if (called.name === 'timezone' && context.version < 15 && hasTimeOfZone(args))
		return `${shown} of timetz is volatile`;
	const isOfServer = called.schema === undefined || called.schema === 'pg_catalog';
	if (isOfServer && namesIn(STEADY_FUNCTIONS, context.version).has(called.name)) return undefined;
	if (isOfServer && namesIn(VOLATILE_FUNCTIONS, context.version).has(called.name)) return `${shown} is volatile`;
	const declared = meant(context.known.functions(called), args, context);
	if (declared.length === 0) return whyUnseenIsVolatile(called);
	const isVolatile = declared.some((definition) => staysVolatile(definition, context));
	return isVolatile ? `${shown} is declared volatile` : undefined;
}

/** Why a function that no script declared counts as volatile: it may be one of an extension, or one that newer servers have. */
function whyUnseenIsVolatile({ schema, name }: QualifiedName): string | undefined {
	if (STEADY_OF_EXTENSIONS.has(name)) return undefined;
	const isNewer = schema === undefined && namesIn(VOLATILE_FUNCTIONS, Number.POSITIVE_INFINITY).has(name);
	return isNewer || VOLATILE_OF_EXTENSIONS.has(name)
		? `${name}() is volatile`
		: `${name}() is not known, and functions are volatile unless they are declared otherwise`;
}

/** The functions of a name that a call may mean, by the number of its arguments and the types of those that tell. */
function meant(
	declared: readonly FunctionDefinition[],
	args: readonly Node[] = [],
	context: Context,
): readonly FunctionDefinition[] {
	const types = args.map((each) => typeNameOf(each, context));
	const exact = declared.filter(
		(each) =>
			each.arguments.length === args.length &&
			each.arguments.every(({ name }, at) => types[at] === undefined || types[at] === name),
	);
	return exact.length > 0 ? exact : declared;
}

function typeNameOf(node: Node, context: Context): string | undefined {
	const type = nodeOf(node, 'TypeCast')?.typeName;
	if (type) return context.known.columnType(type)?.name;
	return nodeOf(node, 'A_Const')?.ival ? 'int4' : undefined;
}

/** Whether `time with time zone` stands in the arguments. */
function hasTimeOfZone(args: readonly Node[] | undefined): boolean {
	let isThere = false;
	visit(args, (node) => {
		const type = nodeOf(node, 'TypeName');
		const isCurrent = nodeOf(node, 'SQLValueFunction')?.op?.startsWith('SVFOP_CURRENT_TIME') ?? false;
		isThere ||= (isCurrent && !isStamp(node)) || listedName(type?.names).name === 'timetz';
		return true;
	});
	return isThere;
}

const isStamp = (node: Node): boolean => nodeOf(node, 'SQLValueFunction')?.op?.includes('TIMESTAMP') ?? false;

/** A function of one simple query is replaced by its expression, which may be less volatile; from version 12 on, here too. */
function staysVolatile(definition: FunctionDefinition, context: Context): boolean {
	if (definition.volatility !== 'volatile') return false;
	if (context.version < 12 || definition.language !== 'sql' || definition.isSealed) return true;
	const expression = context.known.soleExpression(definition);
	if (expression === undefined || (definition.isStrict && !isStrictIn(expression, definition))) return true;
	return whyVolatile(expression, context) !== undefined;
}

/** The parts of an expression that give NULL for NULL, as the operators of the server do. */
const STRICT: ReadonlySet<string> = new Set(['A_Const', 'ColumnRef', 'ParamRef', 'String', 'TypeCast', 'TypeName']);

/** Whether an expression gives NULL for NULL in any argument by itself, so that a strict function may be replaced by it. */
function isStrictIn(expression: Node, { arguments: given }: FunctionDefinition): boolean {
	const used = new Set<string>();
	let isStrict = true;
	visit(expression, (node) => {
		isStrict &&= nodeOf(node, 'A_Expr')?.kind === 'AEXPR_OP' || Object.keys(node).every((kind) => STRICT.has(kind));
		const parameter = nodeOf(node, 'ParamRef')?.number ?? nodeOf(node, 'ColumnRef')?.fields;
		if (parameter !== undefined) used.add(JSON.stringify(parameter));
		return isStrict;
	});
	return isStrict && used.size >= given.length;
}
