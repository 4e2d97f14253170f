import { GenSqlError } from '../core/error.ts';
import * as check from '../schema/arguments.ts';
import {
	type FunctionDefinition,
	type FunctionParts,
	functionDefinition,
	functionOptions,
	readFunction,
} from '../schema/function.ts';
import { haveSameTypes, inputTypes, typesOf } from '../schema/function-arguments.ts';
import { type CreateFunction, type CreateFunctionOptions, createFunction } from './create-function.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';
import { bare, inSchema, irreversible, replacedComment, undoneBy, withoutComment } from './reversal.ts';

export interface ReplaceFunction extends OperationBase<'replaceFunction'>, FunctionParts {
	/** Null drops the comment that is there. */
	readonly comment?: string | null;
	/** What it was; undoing the replacement needs it. */
	readonly was?: CreateFunction;
}

export interface ReplaceFunctionOptions extends CreateFunctionOptions {
	/** What it is now; undoing the change needs it. */
	readonly was?: FunctionDefinition;
}

export interface ReplaceFunctionMethod {
	/**
	 * Exchange a function, or a procedure, for another one with the same arguments, or create it when it is not there.
	 *
	 * What depends on it and the rights on it stay. The server keeps what it returns, and the names of its arguments; other
	 * changes need dropFunction and createFunction. With arguments of other types it is another function. A comment that is
	 * left out stays; whatever else is left out goes.
	 *
	 * @throws {GenSqlError} ARGUMENT_INVALID when parts of the definition are missing or exclude each other, or it takes
	 * other arguments than it did.
	 * @throws {GenSqlError} SQL_INVALID when an `sqlBody` is no single body.
	 * @see https://www.postgresql.org/docs/current/sql-createfunction.html
	 *
	 * @example
	 * const twice = { arguments: [{ name: 'n', type: t.integer() }], returns: t.integer(), sqlBody: 'RETURN 2 * n' };
	 * op.replaceFunction('twice', { ...twice, sqlBody: 'RETURN n + n' }, { was: twice });
	 */
	replaceFunction(name: string, definition: FunctionDefinition, options?: ReplaceFunctionOptions): void;
}

const options = { ...functionOptions, was: functionDefinition };

export const replaceFunction: OperationDefinition<ReplaceFunction, ReplaceFunctionMethod['replaceFunction']> = {
	kind: 'replaceFunction',
	summary: 'Exchange the body of a function or a procedure.',
	options,

	create(name, definition, given, ...rest) {
		check.noMore('replaceFunction', rest);
		const { schema, was } = check.readOptions('replaceFunction', given, options);
		const { parts, comment } = readFunction('replaceFunction', name, definition, schema);
		const created = was && restoring(parts.function, was);
		if (created) checkSame(parts, created);
		return {
			kind: 'replaceFunction',
			...parts,
			...(comment !== undefined && { comment }),
			...(created && { was: comment === undefined ? withoutComment(created) : created }),
		};
	},

	reverse(op) {
		const { was, ...now } = bare(op);
		if (!was) return irreversible('what the function was is not known', 'give { was: its definition }');
		return undoneBy({
			...withoutComment(was),
			...replacedComment(now, was),
			kind: 'replaceFunction',
			was: { ...withoutComment(now), ...(now.comment != null && { comment: now.comment }), kind: 'createFunction' },
		});
	},
	types: ({ arguments: list, returns }) => ({ uses: typesOf(list, returns) }),
};

/** The function as the call that creates it, which checks what is said of it. */
export const restoring = ({ schema, name }: FunctionParts['function'], was: FunctionDefinition): CreateFunction =>
	createFunction.create(name, was, inSchema(schema));

/** @throws {GenSqlError} ARGUMENT_INVALID when the server would not take one for the other. */
function checkSame(now: FunctionParts, was: FunctionParts): void {
	const isSame = haveSameTypes(inputTypes(now.arguments), inputTypes(was.arguments));
	if (isSame && now.procedure === was.procedure) return;
	throw new GenSqlError('ARGUMENT_INVALID', `replaceFunction: was is another function than "${now.function.name}"`, {
		hint: 'a function with arguments of other types is created beside it',
	});
}
