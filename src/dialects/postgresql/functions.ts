import { isOfKind } from '../../core/keys.ts';
import type { FunctionDefinition, FunctionParts } from '../../schema/function.ts';
import { type FunctionArgument, type FunctionReturns, inputTypes } from '../../schema/function-arguments.ts';
import { textOf } from '../../sql/split.ts';
import { type SqlFragment, sql, verbatim } from '../../sql/sql.ts';
import { statement } from '../../sql/statement.ts';
import type { ColumnType } from '../../sql/types.ts';
import { concat, joined, list, raw, type Sql, type Word, words } from '../../sql/words.ts';
import type { Compile, Spelling } from '../dialect.ts';
import { commentOn } from './comments.ts';
import { dollarTag } from './dollar-tag.ts';
import { functionSignature, functionType } from './function-signature.ts';
import { dotted } from './index-element.ts';
import { oneStatement } from './one-statement.ts';

const argument = ({ mode, name, type, default: value }: FunctionArgument, q: Spelling): Sql =>
	words(
		mode,
		name !== undefined && q.name(name),
		functionType(type, q),
		value !== undefined && words('DEFAULT', q.value(value, type)),
	);

function returning(returns: FunctionReturns, q: Spelling): Sql {
	if (returns === 'trigger' || returns === 'void') return raw(returns);
	if (isType(returns)) return functionType(returns, q);
	if ('setof' in returns) return words('SETOF', functionType(returns.setof, q));
	return words('TABLE', list(returns.table.map(({ name, type }) => words(q.name(name), functionType(type, q)))));
}

const isType = (returns: Exclude<FunctionReturns, string>): returns is ColumnType => isOfKind(returns, 'type');

type Setting = NonNullable<FunctionDefinition['set']>[string];

const setting = (name: string, given: Setting, q: Spelling): Sql => {
	const values: readonly (string | number | boolean)[] = typeof given === 'object' ? given : [given];
	return words('SET', dotted(name, q), 'TO', joined(values.map((value) => q.value(value))));
};

/** The words of the planner and of security; none when all are the server's own. */
function attributes(op: FunctionParts): Sql | undefined {
	const { volatility, strict, securityDefiner, leakproof, parallel, window, cost, rows } = op;
	const present = words(
		window && 'WINDOW',
		volatility,
		leakproof && 'LEAKPROOF',
		strict && 'STRICT',
		securityDefiner && 'SECURITY DEFINER',
		parallel !== undefined && words('PARALLEL', parallel),
		cost !== undefined && words('COST', raw(String(cost))),
		rows !== undefined && words('ROWS', raw(String(rows))),
	);
	return present.length > 0 ? present : undefined;
}

/** `AS $function$ … $function$`; values in the text become literals of SQL. */
function quoted(body: SqlFragment, word: string, q: Spelling): Sql {
	const tag = verbatim(dollarTag(textOf(q.text(body)), word));
	return words('AS', q.text(sql`${tag}${body}${tag}`));
}

/** @see https://www.postgresql.org/docs/current/sql-createfunction.html */
function definition(verb: 'CREATE' | 'CREATE OR REPLACE', op: FunctionParts, q: Spelling): Sql {
	const { procedure, returns, set = {}, body, sqlBody } = op;
	const given = list(op.arguments.map((one) => argument(one, q)));
	const head = words(verb, procedure ? 'PROCEDURE' : 'FUNCTION', concat(q.qualified(op.function), given));
	const clauses = [
		returns !== undefined && words('RETURNS', returning(returns, q)),
		words('LANGUAGE', q.name(op.language)),
		attributes(op),
		...Object.entries(set).map(([name, value]) => setting(name, value, q)),
	].filter((clause) => clause !== undefined && clause !== false);
	const end = body ? quoted(body, procedure ? 'procedure' : 'function', q) : sqlBody && q.text(sqlBody);
	const whole = [joined([head, ...clauses], '\n    '), ...(end ? [end] : [])];
	return oneStatement(joined(whole, '\n'), `the function "${op.function.name}"`);
}

const kindOf = (procedure: boolean): Word => (procedure ? 'PROCEDURE' : 'FUNCTION');

const commented = (op: FunctionParts & { readonly comment?: string | null }, q: Spelling) => {
	const signature = { function: op.function, argumentTypes: inputTypes(op.arguments) };
	return commentOn(words(kindOf(op.procedure), functionSignature(signature, q)), op.comment, q);
};

export const createFunction: Compile<'createFunction'> = (op, q) => [
	statement(definition('CREATE', op, q)),
	...commented(op, q),
];

export const replaceFunction: Compile<'replaceFunction'> = (op, q) => [
	statement(definition('CREATE OR REPLACE', op, q)),
	...commented(op, q),
];

export const dropFunction: Compile<'dropFunction'> = (op, q) => [
	statement(
		words('DROP', kindOf(op.procedure), op.ifExists && 'IF EXISTS', functionSignature(op, q), op.cascade && 'CASCADE'),
	),
];
