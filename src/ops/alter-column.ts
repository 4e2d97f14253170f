import { GenSqlError } from '../core/error.ts';
import { type QualifiedName, qualified } from '../core/names.ts';
import * as check from '../schema/arguments.ts';
import { type Computed, type Identity, isComputed, isIdentity } from '../schema/column.ts';
import type { SqlFragment } from '../sql/sql.ts';
import type { ColumnType } from '../sql/types.ts';
import { type Online, type OnlineOptions, onlineOption } from './online.ts';
import type { OperationBase, OperationDefinition, Reversal } from './operation.ts';
import { irreversible, turned, undoneBy } from './reversal.ts';

/** What fills a column when a row does not: a value, a sequence, or an expression over other columns. */
type Filling = check.Value | Identity | Computed;

/** What is to change; what is left out stays as it is. */
interface Changes {
	readonly type?: ColumnType;
	readonly nullable?: boolean;
	/**
	 * What new rows are filled with: a string is a literal, sql`…` an expression, identity() a sequence; null for nothing.
	 * `existingServerDefault` has to name an identity or a computed value that is there now.
	 */
	readonly serverDefault?: Filling | null;
	/** Null drops the comment. */
	readonly comment?: string | null;
	readonly newColumnName?: string;
	/** For MySQL; in PostgreSQL it is `serverDefault: identity()`. */
	readonly autoincrement?: boolean;
}

/** What the column is now: dialects that restate the whole column need it, and so does undoing the change. */
interface Existing {
	readonly existingType?: ColumnType;
	readonly existingNullable?: boolean;
	/** What fills the column now; null when nothing does, left out when it is an unknown value or nothing. */
	readonly existingServerDefault?: Filling | null;
	readonly existingComment?: string | null;
	readonly existingAutoincrement?: boolean;
}

export interface AlterColumnOptions extends Changes, Existing, OnlineOptions {
	readonly schema?: string;
	readonly postgresql?: {
		/** How the old value becomes one of the new type; only with `type`. A string is SQL. */
		readonly using?: string | SqlFragment;
	};
}

export interface AlterColumn extends OperationBase<'alterColumn'>, Changes, Existing, Online {
	readonly table: QualifiedName;
	readonly column: string;
	readonly postgresql?: { readonly using?: SqlFragment };
}

export interface AlterColumnMethod {
	/**
	 * Change the type, nullability, default, comment or name of a column, in that order.
	 *
	 * An identity is added, changed and dropped as a default is. A computed value can be dropped, and from PostgreSQL 17
	 * on be exchanged for another.
	 *
	 * @throws {GenSqlError} ARGUMENT_INVALID when nothing is to change, or `using` comes without `type`.
	 * @throws {GenSqlError} OPERATION_UNSUPPORTED when the column that is there cannot become a computed one.
	 * @see https://www.postgresql.org/docs/current/sql-altertable.html
	 *
	 * @example
	 * op.alterColumn('message', 'size', { type: t.bigInteger(), nullable: false });
	 */
	alterColumn(table: string, column: string, options: AlterColumnOptions): void;
}

const filling: check.Check<Filling | null> = check.valueOrNull;

const changes = {
	type: check.columnType,
	nullable: check.flag,
	serverDefault: filling,
	comment: check.textOrNull,
	newColumnName: check.name,
	autoincrement: check.flag,
};

const existing = {
	existingType: check.columnType,
	existingNullable: check.flag,
	existingServerDefault: filling,
	existingComment: check.textOrNull,
	existingAutoincrement: check.flag,
};

const options = {
	schema: check.name,
	...changes,
	...existing,
	...onlineOption,
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
		if (isIdentity(others.serverDefault)) checkIdentity(altered, others);
		if (others.nullable && others.serverDefault === undefined && isIdentity(others.existingServerDefault)) {
			throw new GenSqlError('ARGUMENT_INVALID', `alterColumn: "${altered}" has an identity and cannot be nullable`, {
				hint: 'take the identity away as well: serverDefault: null',
			});
		}
		return { kind: 'alterColumn', table: qualified(own, schema), column: altered, ...others };
	},

	reverse: undone,
	types: ({ type }) => (type ? { uses: [type] } : {}),
};

/** What tells the state before each change. */
const BEFORE = {
	type: 'existingType',
	nullable: 'existingNullable',
	serverDefault: 'existingServerDefault',
	comment: 'existingComment',
	autoincrement: 'existingAutoincrement',
} as const satisfies { readonly [Change in Exclude<keyof Changes, 'newColumnName'>]: keyof Existing };

function undone(op: AlterColumn): Reversal {
	const { kind, table, column, newColumnName, postgresql } = op;
	if (postgresql?.using)
		return irreversible('how the new values become the old ones is not known', 'leave using out', table);
	if (isComputed(op.existingServerDefault) && op.serverDefault !== undefined && !isComputed(op.serverDefault)) {
		return irreversible('a column that is there cannot become a computed one', undefined, table);
	}
	const back = turned<Changes & Existing>(op, BEFORE, column, table);
	if ('irreversible' in back) return back;
	return undoneBy({
		kind,
		table,
		column: newColumnName ?? column,
		...back.parts,
		...(newColumnName !== undefined && { newColumnName: column }),
		...(op.online !== undefined && { online: op.online }),
	});
}

/** @throws {GenSqlError} ARGUMENT_INVALID when a column that is to have an identity is nullable. */
function checkIdentity(column: string, { nullable, existingNullable }: Changes & Existing): void {
	if (!(nullable ?? existingNullable)) return;
	throw new GenSqlError('ARGUMENT_INVALID', `alterColumn: "${column}" is to have an identity and cannot be nullable`, {
		hint: 'give nullable: false',
	});
}
