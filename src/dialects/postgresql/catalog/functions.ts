import { type QualifiedName, qualified } from '../../../core/names.ts';
import type { Node } from '../../../sql/parse-postgresql.ts';
import { changeColumn } from './constraints.ts';
import type { FunctionDefinition, Volatility } from './definitions.ts';
import { dropConstraint } from './drop-constraint.ts';
import { dropRelations } from './drop-relations.ts';
import type { ColumnType, Relation } from './model.ts';
import { createdName } from './names.ts';
import { signatureOf } from './signature.ts';
import { refuse, type State } from './state.ts';
import { functionsIn, listedName, type NodeOf, nodeOf, nodesOf, optionsOf, stringsOf, valueText } from './trees.ts';
import { isSameType, resolveType } from './type-names.ts';

export function createFunction(state: State, statement: NodeOf<'CreateFunctionStmt'>): void {
	const name = createdName(state, listedName(statement.funcname));
	const parameters = nodesOf(statement.parameters, 'FunctionParameter');
	const given = parameters.filter(({ mode }) => mode !== 'FUNC_PARAM_OUT' && mode !== 'FUNC_PARAM_TABLE');
	const made: FunctionDefinition = {
		...name,
		kind: statement.is_procedure ? 'procedure' : 'function',
		language: 'sql',
		volatility: 'volatile',
		isStrict: false,
		isSealed: false,
		signature: signatureOf(statement),
		body: undefined,
		tree: statement.sql_body,
		arguments: given.flatMap(({ argType }) => argumentType(state, argType) ?? []),
		returns: argumentType(state, statement.returnType),
		...changesOf(statement.options),
	};
	const others = state.functions(name);
	const old = others.find((each) => hasArguments(each, made.arguments));
	if (old && !statement.replace) refuse('the function is there');
	state.putFunctions(name, [...others.filter((each) => each !== old), made]);
}

/** A function forgets the modifiers of its types. */
function argumentType(state: State, type: NodeOf<'TypeName'> | undefined): ColumnType | undefined {
	const resolved = type && resolveType(state, type);
	return resolved && { ...resolved, modifiers: [] };
}

const VOLATILITIES: Readonly<Record<string, Volatility>> = {
	immutable: 'immutable',
	stable: 'stable',
	volatile: 'volatile',
};

/** What the options of CREATE FUNCTION and ALTER FUNCTION say. */
function changesOf(nodes: readonly Node[] | undefined): Partial<FunctionDefinition> {
	const options = optionsOf(nodes);
	const body = nodeOf(options.get('as'), 'List')?.items;
	const volatility = options.has('volatility') ? VOLATILITIES[valueText(options.get('volatility'))] : undefined;
	return {
		...(options.has('language') && { language: valueText(options.get('language')).toLowerCase() }),
		...(volatility && { volatility }),
		...(options.has('strict') && { isStrict: valueText(options.get('strict')) === 'true' }),
		...((options.has('security') || options.has('set')) && {
			isSealed: options.has('set') || valueText(options.get('security')) === 'true',
		}),
		...(body?.length === 1 && { body: stringsOf(body)[0] }),
	};
}

const hasArguments = (found: FunctionDefinition, types: readonly (ColumnType | undefined)[]): boolean =>
	found.arguments.length === types.length && found.arguments.every((each, at) => isSameType(each, types[at]));

/** The function that a statement names; by its name alone where it is the only one. */
export function namedFunction(state: State, node: NodeOf<'ObjectWithArgs'>): FunctionDefinition | undefined {
	const found = state.functions(listedName(node.objname));
	if (node.args_unspecified) return found.length === 1 ? found[0] : undefined;
	const types = nodesOf(node.objargs, 'TypeName').map((type) => resolveType(state, type));
	return found.find((each) => hasArguments(each, types));
}

/** Put a changed function in the place of the old one. */
function replaceFunction(state: State, old: FunctionDefinition, made: FunctionDefinition | undefined): void {
	state.putFunctions(
		old,
		exactly(state, old).filter((each) => each !== old),
	);
	if (made) state.putFunctions(made, [...exactly(state, made), made]);
}

/** Give a function another name or schema; triggers go on calling it. */
export function moveFunction(state: State, old: FunctionDefinition, name: Partial<QualifiedName>): void {
	const made = { ...old, ...name };
	const calls = callsOf(state, old);
	for (const { id, triggers } of [...state.relations()]) {
		if (!triggers.some((each) => calls(each.function))) continue;
		const called = { schema: made.schema, name: made.name };
		state.update(id, {
			triggers: triggers.map((each) => (calls(each.function) ? { ...each, function: called } : each)),
		});
	}
	replaceFunction(state, old, made);
}

/** Whether a name means a function. */
const callsOf =
	(state: State, found: FunctionDefinition) =>
	({ schema, name }: { readonly schema?: string; readonly name: string }): boolean =>
		name === found.name && state.functions(qualified(name, schema)).includes(found);

const exactly = (state: State, { schema, name }: FunctionDefinition): readonly FunctionDefinition[] =>
	state.functions({ schema, name });

export function alterFunction(state: State, { func, actions }: NodeOf<'AlterFunctionStmt'>): void {
	const found = func && namedFunction(state, func);
	if (found) replaceFunction(state, found, { ...found, ...changesOf(actions) });
}

/** `CREATE AGGREGATE`; other statements of this shape define no function. */
export function defineAggregate(state: State, { kind, defnames, args }: NodeOf<'DefineStmt'>): void {
	if (kind !== 'OBJECT_AGGREGATE') return;
	const [parameters] = nodesOf(args, 'List');
	const types = nodesOf(parameters?.items, 'FunctionParameter');
	const name = createdName(state, listedName(defnames));
	state.putFunctions(name, [
		...state.functions(name),
		{
			...name,
			kind: 'aggregate',
			language: 'internal',
			volatility: 'immutable',
			isStrict: false,
			isSealed: false,
			signature: '',
			body: undefined,
			tree: undefined,
			arguments: types.flatMap(({ argType }) => argumentType(state, argType) ?? []),
			returns: undefined,
		},
	]);
}

export function dropFunctions(state: State, objects: readonly Node[], cascade: boolean): void {
	for (const object of objects) {
		const node = nodeOf(object, 'ObjectWithArgs');
		const found = node && namedFunction(state, node);
		if (!found) continue;
		const isOnly = exactly(state, found).length === 1;
		for (const { id } of [...state.relations()]) {
			const relation = state.get(id);
			if (relation) releaseFrom(state, relation, found, isOnly, cascade);
		}
		replaceFunction(state, found, undefined);
	}
}

/** What calls a function goes with it: triggers, and where no other function has the name, what expressions say. */
function releaseFrom(
	state: State,
	relation: Relation,
	found: FunctionDefinition,
	isOnly: boolean,
	cascade: boolean,
): void {
	const isMeant = callsOf(state, found);
	const calls = (tree: Node | undefined): boolean => isOnly && functionsIn(tree).some(isMeant);
	const triggers = relation.triggers.filter((trigger) => !isMeant(trigger.function));
	const checks = relation.constraints.filter(({ expression, inheritCount }) => inheritCount === 0 && calls(expression));
	const columns = relation.columns.filter((column) => !column.generated && calls(column.default));
	const indexes = relation.index?.keys.some(({ expression }) => calls(expression)) || calls(relation.index?.predicate);
	const isGone = indexes || calls(relation.view?.query);
	const isUsed = isGone || triggers.length < relation.triggers.length || checks.length + columns.length > 0;
	if (!isUsed) return;
	if (!cascade) refuse('something depends on the function');
	state.update(relation.id, { triggers });
	for (const { name } of checks) dropConstraint(state, relation.id, name, { cascade, recurse: true });
	for (const { name } of columns) changeColumn(state, relation.id, name, { default: undefined, sequences: [] });
	if (isGone) dropRelations(state, [relation.id], true);
}
