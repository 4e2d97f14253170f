import { GenSqlError } from '../core/error.ts';
import { type QualifiedName, qualified } from '../core/names.ts';
import { isSqlFragment, type SqlFragment } from '../sql/sql.ts';
import * as check from './arguments.ts';

/** What a view is beside its query. */
export interface ViewOptions {
	/** Names of its columns; without them they are those of the query. */
	readonly columns?: readonly string[];
	/** Drop it at the end of the session. Default `false`. */
	readonly temporary?: boolean;
	/** The query refers to the view itself; `columns` are needed. Default `false`. */
	readonly recursive?: boolean;
	/** Refuse rows that the view would not show: by its own conditions, or also by those of the views below it. */
	readonly checkOption?: 'LOCAL' | 'CASCADED';
	/** Apply its conditions before those of whoever reads it, so that functions see no hidden row. Default `false`. */
	readonly securityBarrier?: boolean;
	/** Check the rights of whoever reads it instead of its owner's. PostgreSQL 15 and later. Default `false`. */
	readonly securityInvoker?: boolean;
	readonly comment?: string | null;
}

/** A view as createView takes it. */
export interface ViewDefinition extends ViewOptions {
	/** A string is SQL. */
	readonly query: string | SqlFragment;
}

/** A view as data. */
export interface View {
	readonly view: QualifiedName;
	readonly query: SqlFragment;
	readonly columns?: readonly string[];
	readonly temporary: boolean;
	readonly recursive: boolean;
	readonly checkOption?: 'LOCAL' | 'CASCADED';
	readonly securityBarrier: boolean;
	readonly securityInvoker: boolean;
}

export const viewOptions = {
	schema: check.name,
	columns: check.columnNames,
	temporary: check.flag,
	recursive: check.flag,
	checkOption: check.oneOf('LOCAL', 'CASCADED'),
	securityBarrier: check.flag,
	securityInvoker: check.flag,
	comment: check.textOrNull,
};

interface Given extends Omit<ViewOptions, 'comment'> {
	readonly schema?: string;
}

/**
 * A view from the arguments of a call.
 *
 * @throws {GenSqlError} ARGUMENT_INVALID or IDENTIFIER_INVALID, also when options exclude each other.
 */
export function readView(call: string, name: string, query: unknown, { schema, ...options }: Given): View {
	const own = check.name(name, `${call}: name`);
	const sql = check.expression(query, `${call}: query`);
	const { temporary, recursive, columns, checkOption } = options;
	if (temporary && schema !== undefined) {
		throw new GenSqlError('ARGUMENT_INVALID', `${call}: a temporary view has no schema of its own`, {
			hint: 'leave schema out',
		});
	}
	if (recursive && !columns) throw new GenSqlError('ARGUMENT_INVALID', `${call}: a recursive view needs its columns`);
	if (recursive && checkOption) {
		throw new GenSqlError('ARGUMENT_INVALID', `${call}: a recursive view has no checkOption`);
	}
	return {
		view: qualified(own, schema),
		query: sql,
		temporary: false,
		recursive: false,
		securityBarrier: false,
		securityInvoker: false,
		...options,
	};
}

/** What a view was: its query, or an object that holds the query beside the options. The call that creates it checks it. */
export const definitionWithQuery = <
	Definition extends { readonly query: string | SqlFragment },
>(): check.Check<Definition> => {
	const definition = check.definition<Definition>('a query, or an object with a query', ['query']);
	return (given, label) =>
		definition(typeof given === 'string' || isSqlFragment(given) ? { query: given } : given, label);
};
