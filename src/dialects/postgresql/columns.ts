import { GenSqlError } from '../../core/error.ts';
import type { QualifiedName } from '../../core/names.ts';
import type { Value } from '../../schema/arguments.ts';
import type { Column, Computed } from '../../schema/column.ts';
import type { CheckConstraint } from '../../schema/constraints.ts';
import { type Statement, statement } from '../../sql/statement.ts';
import type { ColumnType } from '../../sql/types.ts';
import { joined, type Sql, words } from '../../sql/words.ts';
import type { Spelling } from '../dialect.ts';
import { unsupported } from '../unsupported.ts';
import { constraint } from './constraints.ts';
import { identityClause } from './identity.ts';
import { parenthesized } from './index-element.ts';
import { isJson } from './literals.ts';
import { serialType } from './types.ts';

/** A column as it stands in CREATE TABLE and after ADD COLUMN: everything but its keys. */
export const columnDefinition = (column: Column, serial: boolean, q: Spelling): Sql =>
	words(
		q.name(column.name),
		(serial && serialType(column.type)) || q.type(column.type),
		column.serverDefault !== undefined && words('DEFAULT', defaultValue(column.serverDefault, column.type, q)),
		column.computed && generated(column.computed, q),
		column.identity && identityClause(column.identity),
		!column.nullable && 'NOT NULL',
		column.check && columnCheck(column, column.check, q),
	);

/** For JSON, too, a string is the text of the default: `'{}'` means an empty object, as in SQLAlchemy. */
export const defaultValue = (value: Value, type: ColumnType | undefined, q: Spelling): Sql =>
	typeof value === 'string' && type && isJson(q.resolveType(type)) ? q.value(value) : q.value(value, type);

/** A check in a column is valid from the start: the grammar has NOT VALID for tables alone. */
function columnCheck({ name }: Column, check: CheckConstraint, q: Spelling): Sql {
	if (!check.postgresql?.notValid) return constraint(check, q);
	return unsupported(
		'postgresql',
		`give column "${name}" a check that is NOT VALID`,
		'add the column first, then the check with createCheckConstraint',
	);
}

/**
 * Whether a column of the primary key counts by itself, by SQLAlchemy's rule: the only one, an integer, and nothing
 * else fills it.
 */
export function isSerial(column: Column, keyColumns: readonly string[]): boolean {
	const { autoincrement, serverDefault, computed, identity, references, type } = column;
	const filled = serverDefault !== undefined || computed || identity;
	const can = serialType(type) !== undefined && !filled;
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
const generated = ({ expression, persisted }: Computed, q: Spelling): Sql =>
	words('GENERATED ALWAYS AS', parenthesized(q.expression(expression)), persisted === false ? 'VIRTUAL' : 'STORED');

/** `COMMENT ON COLUMN t.c IS '…'`; null removes the comment. */
export const commentOnColumn = (table: QualifiedName, column: string, text: string | null, q: Spelling): Statement =>
	statement(words('COMMENT ON COLUMN', joined([q.qualified(table), q.name(column)], '.'), 'IS', q.value(text)));
