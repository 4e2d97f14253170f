import type { QualifiedName } from '../../core/names.ts';
import type { Column, Computed } from '../../schema/column.ts';
import type { CheckConstraint } from '../../schema/constraints.ts';
import { type Statement, statement } from '../../sql/statement.ts';
import { joined, type Sql, words } from '../../sql/words.ts';
import type { Spelling } from '../dialect.ts';
import { countsByItself, defaultValue } from '../standard/columns.ts';
import { unsupported } from '../unsupported.ts';
import { constraint } from './constraints.ts';
import { identityClause } from './identity.ts';
import { parenthesized } from './index-element.ts';
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

/** A check in a column is valid from the start: the grammar has NOT VALID for tables alone. */
function columnCheck({ name }: Column, check: CheckConstraint, q: Spelling): Sql {
	if (!check.postgresql?.notValid) return constraint(check, q);
	return unsupported(
		'postgresql',
		`give column "${name}" a check that is NOT VALID`,
		'add the column first, then the check with createCheckConstraint',
	);
}

/** Whether a sequence that SERIAL makes fills a column. */
export const isSerial = (column: Column, keyColumns: readonly string[]): boolean =>
	countsByItself(column, keyColumns, serialType(column.type) !== undefined);

/** `GENERATED ALWAYS AS (…) STORED` */
const generated = ({ expression, persisted }: Computed, q: Spelling): Sql =>
	words('GENERATED ALWAYS AS', parenthesized(q.expression(expression)), persisted === false ? 'VIRTUAL' : 'STORED');

/** `COMMENT ON COLUMN t.c IS '…'`; null removes the comment. */
export const commentOnColumn = (table: QualifiedName, column: string, text: string | null, q: Spelling): Statement =>
	statement(words('COMMENT ON COLUMN', joined([q.qualified(table), q.name(column)], '.'), 'IS', q.value(text)));
