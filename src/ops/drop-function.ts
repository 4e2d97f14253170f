import { GenSqlError } from '../core/error.ts';
import { qualified } from '../core/names.ts';
import * as check from '../schema/arguments.ts';
import { type FunctionDefinition, functionDefinition } from '../schema/function.ts';
import { argumentTypes, type FunctionSignature, haveSameTypes, inputTypes } from '../schema/function-arguments.ts';
import type { ColumnType } from '../sql/types.ts';
import type { CreateFunction } from './create-function.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';
import { restoring } from './replace-function.ts';
import { restoredAlone } from './reversal.ts';

export interface DropFunction extends OperationBase<'dropFunction'>, FunctionSignature {
	readonly procedure: boolean;
	readonly ifExists: boolean;
	readonly cascade: boolean;
	/** What it was; undoing the drop needs it. */
	readonly was?: CreateFunction;
}

export interface DropFunctionOptions {
	readonly schema?: string;
	/** It is a procedure. Default `false`. */
	readonly procedure?: boolean;
	/** Succeed when there is no such function. Default `false`. */
	readonly ifExists?: boolean;
	/** Drop what depends on it as well, such as triggers. Default `false`. */
	readonly cascade?: boolean;
	/** What it is now; undoing the drop needs it. */
	readonly was?: FunctionDefinition;
}

export interface DropFunctionMethod {
	/**
	 * Drop a function, or with `procedure: true` a procedure.
	 *
	 * Fails when a trigger, a view or another object depends on it.
	 *
	 * @param argumentTypes - The types of what it is given, without `OUT` arguments. Left out, no other function may share
	 * its name; `was` tells them, too.
	 * @throws {GenSqlError} ARGUMENT_INVALID when `was` is another function.
	 * @see https://www.postgresql.org/docs/current/sql-dropfunction.html
	 *
	 * @example
	 * op.dropFunction('twice', [t.integer()]);
	 */
	dropFunction(name: string, argumentTypes?: readonly ColumnType[], options?: DropFunctionOptions): void;
}

const options = {
	schema: check.name,
	procedure: check.flag,
	ifExists: check.flag,
	cascade: check.flag,
	was: functionDefinition,
};

export const dropFunction: OperationDefinition<DropFunction, DropFunctionMethod['dropFunction']> = {
	kind: 'dropFunction',
	summary: 'Drop a function or a procedure.',
	options,

	create(name, types, given, ...rest) {
		check.noMore('dropFunction', rest);
		const own = check.name(name, 'dropFunction: name');
		const told = types === undefined ? undefined : argumentTypes(types, 'dropFunction: argumentTypes');
		const { schema, was, procedure, ...others } = check.readOptions('dropFunction', given, options);
		const dropped = qualified(own, schema);
		const created = was && restoring(dropped, was);
		if (created) checkSame(own, told, procedure, created);
		const signature = created ? inputTypes(created.arguments) : told;
		return {
			kind: 'dropFunction',
			function: dropped,
			...(signature && { argumentTypes: signature }),
			procedure: procedure ?? created?.procedure ?? false,
			ifExists: false,
			cascade: false,
			...others,
			...(created && { was: created }),
		};
	},

	reverse: (op) => restoredAlone(op, 'the function', 'give { was: its definition }'),
};

/** @throws {GenSqlError} ARGUMENT_INVALID when what it was has another signature than what is dropped. */
function checkSame(
	name: string,
	types: readonly ColumnType[] | undefined,
	procedure: boolean | undefined,
	was: CreateFunction,
): void {
	const isSame = types === undefined || haveSameTypes(types, inputTypes(was.arguments));
	if (isSame && (procedure === undefined || procedure === was.procedure)) return;
	throw new GenSqlError('ARGUMENT_INVALID', `dropFunction: was is another function than the "${name}" that is dropped`);
}
