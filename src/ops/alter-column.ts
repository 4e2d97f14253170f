import { GenSqlError } from '../core/error.ts';
import { type QualifiedName, qualified } from '../core/names.ts';
import * as check from '../schema/arguments.ts';
import type { SqlFragment } from '../sql/sql.ts';
import type { ColumnType } from '../sql/types.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';

/** What is to change; what is left out stays as it is. */
interface Changes {
	readonly type?: ColumnType;
	readonly nullable?: boolean;
	/** The value of new rows: a string is a literal, sql`…` an expression; null drops the default. */
	readonly serverDefault?: check.Value | null;
	/** Null drops the comment. */
	readonly comment?: string | null;
	readonly newColumnName?: string;
}

/** What the column is now: dialects that restate the whole column need it, and so does undoing the change. */
interface Existing {
	readonly existingType?: ColumnType;
	readonly existingNullable?: boolean;
	readonly existingServerDefault?: check.Value | null;
	readonly existingComment?: string | null;
}

export interface AlterColumnOptions extends Changes, Existing {
	readonly schema?: string;
	readonly postgresql?: {
		/** How the old value becomes one of the new type; only with `type`. A string is SQL. */
		readonly using?: string | SqlFragment;
	};
}

export interface AlterColumn extends OperationBase<'alterColumn'>, Changes, Existing {
	readonly table: QualifiedName;
	readonly column: string;
	readonly postgresql?: { readonly using?: SqlFragment };
}

export interface AlterColumnMethod {
	/**
	 * Change the type, nullability, default, comment or name of a column, in that order.
	 *
	 * @throws {GenSqlError} ARGUMENT_INVALID when nothing is to change, or `using` comes without `type`.
	 * @see https://www.postgresql.org/docs/current/sql-altertable.html
	 *
	 * @example
	 * op.alterColumn('message', 'size', { type: t.bigInteger(), nullable: false });
	 */
	alterColumn(table: string, column: string, options: AlterColumnOptions): void;
}

const changes = {
	type: check.columnType,
	nullable: check.flag,
	serverDefault: check.valueOrNull,
	comment: check.textOrNull,
	newColumnName: check.name,
};

const existing = {
	existingType: check.columnType,
	existingNullable: check.flag,
	existingServerDefault: check.valueOrNull,
	existingComment: check.textOrNull,
};

const options = {
	schema: check.name,
	...changes,
	...existing,
	postgresql: check.record({ using: check.expression }),
};

export const alterColumn: OperationDefinition<AlterColumn, AlterColumnMethod['alterColumn']> = {
	kind: 'alterColumn',
	summary: 'Change the type, nullability, default, comment or name of a column.',
	options,

	create(table, column, given, ...rest) {
		check.noMore('alterColumn', rest);
		const own = check.name(table, 'alterColumn: table');
		const altered = check.name(column, 'alterColumn: column');
		const { schema, ...others } = check.readOptions('alterColumn', given, options);
		if (others.postgresql?.using && !others.type) {
			throw new GenSqlError('ARGUMENT_INVALID', 'alterColumn: postgresql.using needs a type to convert to');
		}
		if (!Object.keys(changes).some((change) => change in others)) {
			throw new GenSqlError('ARGUMENT_INVALID', `alterColumn: nothing of "${altered}" is to change`, {
				hint: `give at least one of: ${Object.keys(changes).join(', ')}`,
			});
		}
		return { kind: 'alterColumn', table: qualified(own, schema), column: altered, ...others };
	},

	types: ({ type }) => (type ? { uses: [type] } : {}),
};
