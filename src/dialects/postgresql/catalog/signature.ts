import { type NodeOf, nodesOf, stringsOf } from './trees.ts';

/** What stands in front of a parameter's name. Those that TABLE lists are results. */
const MODES: Readonly<Record<string, string>> = {
	FUNC_PARAM_OUT: 'OUT ',
	FUNC_PARAM_INOUT: 'INOUT ',
	FUNC_PARAM_VARIADIC: 'VARIADIC ',
};

/** `PROCEDURE "f" (INOUT "a" "int4")`: what CREATE has in front of the body of a routine, without defaults. */
export function signatureOf({
	is_procedure: isProcedure,
	parameters,
	returnType,
}: NodeOf<'CreateFunctionStmt'>): string {
	const all = nodesOf(parameters, 'FunctionParameter');
	const columns = all.filter(({ mode }) => mode === 'FUNC_PARAM_TABLE').map(parameterText);
	const given = all.filter(({ mode }) => mode !== 'FUNC_PARAM_TABLE').map(parameterText);
	const head = `${isProcedure ? 'PROCEDURE' : 'FUNCTION'} f (${given.join(', ')})`;
	if (columns.length > 0) return `${head} RETURNS TABLE (${columns.join(', ')})`;
	return returnType ? `${head} RETURNS ${returnType.setof ? 'SETOF ' : ''}${typeText(returnType)}` : head;
}

const parameterText = ({ name = '', mode, argType }: NodeOf<'FunctionParameter'>): string =>
	`${MODES[mode ?? ''] ?? ''}${name === '' ? '' : `${quoted(name)} `}${argType ? typeText(argType) : ''}`;

function typeText({ names, arrayBounds, pct_type: isOfColumn }: NodeOf<'TypeName'>): string {
	// The grammar of PL/pgSQL cannot look at the column, and needs no more than a type.
	if (isOfColumn) return 'text';
	return `${stringsOf(names).map(quoted).join('.')}${'[]'.repeat(arrayBounds?.length ?? 0)}`;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
