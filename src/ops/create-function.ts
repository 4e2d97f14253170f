import * as check from '../schema/arguments.ts';
import { type FunctionDefinition, type FunctionParts, functionOptions, readFunction } from '../schema/function.ts';
import { inputTypes, typesOf } from '../schema/function-arguments.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';
import { bare, undoneBy } from './reversal.ts';

export interface CreateFunction extends OperationBase<'createFunction'>, FunctionParts {
	readonly comment?: string;
}

export interface CreateFunctionOptions {
	readonly schema?: string;
}

export interface CreateFunctionMethod {
	/**
	 * Create a function, or with `procedure: true` a procedure.
	 *
	 * A name may be shared by functions whose arguments have other types. Types of the server that `t` has no name for are
	 * written as SQL: `t.raw('anyelement')`. A body may stand in a file: `body: op.readSql('functions/touch.sql')`.
	 *
	 * @param definition - Its arguments, what it returns, its language and its body, and what else the manual says of it.
	 * @throws {GenSqlError} ARGUMENT_INVALID when parts of the definition are missing or exclude each other.
	 * @throws {GenSqlError} SQL_INVALID when an `sqlBody` is no single body.
	 * @see https://www.postgresql.org/docs/current/sql-createfunction.html
	 * @see https://www.postgresql.org/docs/current/sql-createprocedure.html
	 *
	 * @example
	 * op.createFunction('touch', {
	 *   returns: 'trigger',
	 *   language: 'plpgsql',
	 *   body: `
	 * BEGIN
	 *   NEW.changed_at := now();
	 *   RETURN NEW;
	 * END;
	 * `,
	 * });
	 */
	createFunction(name: string, definition: FunctionDefinition, options?: CreateFunctionOptions): void;
}

export const createFunction: OperationDefinition<CreateFunction, CreateFunctionMethod['createFunction']> = {
	kind: 'createFunction',
	summary: 'Create a function or a procedure.',
	options: functionOptions,

	create(name, definition, given, ...rest) {
		check.noMore('createFunction', rest);
		const { schema } = check.readOptions('createFunction', given, functionOptions);
		const { parts, comment } = readFunction('createFunction', name, definition, schema);
		return { kind: 'createFunction', ...parts, ...(comment != null && { comment }) };
	},

	reverse: (op) =>
		undoneBy({
			kind: 'dropFunction',
			function: op.function,
			argumentTypes: inputTypes(op.arguments),
			procedure: op.procedure,
			ifExists: false,
			cascade: false,
			was: bare(op),
		}),
	types: ({ arguments: list, returns }) => ({ uses: typesOf(list, returns) }),
};
