import { GenSqlError } from '../../core/error.ts';
import type { Value } from '../../schema/arguments.ts';
import type { Column, Computed } from '../../schema/column.ts';
import { textOf } from '../../sql/split.ts';
import type { ColumnType } from '../../sql/types.ts';
import { list, type Sql, words } from '../../sql/words.ts';
import type { Spelling } from '../dialect.ts';
import { isJson, isWholeType } from './values.ts';

/** For JSON, too, a string is the text of the default: `'{}'` means an empty object, as in SQLAlchemy. */
export const defaultValue = (value: Value, type: ColumnType | undefined, q: Spelling): Sql =>
	typeof value === 'string' && type && isJson(q.resolveType(type)) ? q.value(value) : q.value(value, type);

/** Whether a type is one that can count by itself. */
export const isWhole = (type: ColumnType, q: Spelling): boolean => isWholeType(q.resolveType(type));

/**
 * Whether a column of the primary key counts by itself, by SQLAlchemy's rule: the only one, an integer, and nothing
 * else fills it.
 *
 * @param isWhole - Whether the type of the column is one that can count.
 * @throws {GenSqlError} ARGUMENT_INVALID when a column is to count that cannot.
 */
export function countsByItself(column: Column, keyColumns: readonly string[], isWhole: boolean): boolean {
	const { autoincrement, serverDefault, computed, identity, references } = column;
	const filled = serverDefault !== undefined || computed || identity;
	const can = isWhole && !filled;
	if (autoincrement === true && !can) {
		throw new GenSqlError('ARGUMENT_INVALID', `column "${column.name}" cannot count by itself`, {
			hint: 'autoincrement needs an integer type, and no default, identity or computed value',
		});
	}
	if (autoincrement === true) return true;
	const alone = keyColumns.length === 1 && keyColumns[0] === column.name;
	return can && alone && autoincrement === 'auto' && !references;
}

/** `GENERATED ALWAYS AS (…) STORED` */
export const generated = ({ expression, persisted }: Computed, q: Spelling): Sql =>
	words(
		'GENERATED ALWAYS AS',
		list([q.expression(expression)]),
		persisted === true && 'STORED',
		persisted === false && 'VIRTUAL',
	);

/** An expression as a default: in parentheses, unless it is one word such as CURRENT_TIMESTAMP. */
export const defaultExpression = (spelled: Sql): Sql => (/^\w+$/.test(textOf(spelled)) ? spelled : list([spelled]));
