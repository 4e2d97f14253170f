import type { QualifiedName } from '../../core/names.ts';
import type { Column, Computed } from '../../schema/column.ts';
import type { CheckConstraint } from '../../schema/constraints.ts';
import type { ColumnConstraint } from '../../schema/table-elements.ts';
import { type Statement, statement } from '../../sql/statement.ts';
import { joined, type Sql, words } from '../../sql/words.ts';
import type { Compile, Spelling } from '../dialect.ts';
import { countsByItself, defaultValue } from '../standard/columns.ts';
import { constraintName } from '../standard/constraints.ts';
import { unsupported } from '../unsupported.ts';
import { constraint, referencesClause } from './constraints.ts';
import { identityClause } from './identity.ts';
import { parenthesized } from './index-element.ts';
import { indexStatement } from './indexes.ts';
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

/** A constraint as it stands in the clause of its one column. */
function columnConstraint(item: ColumnConstraint, q: Spelling): Sql {
	if (item.kind !== 'foreignKey') {
		return words(constraintName(item.name, q), item.kind === 'primaryKey' ? 'PRIMARY KEY' : 'UNIQUE');
	}
	if (item.postgresql?.notValid) return refuseNotValid(item.columns);
	return words(constraintName(item.name, q), referencesClause(item, q));
}

/** Keys and checks stand in the clause itself, so that IF NOT EXISTS passes over them together with the column. */
export const addColumn: Compile<'addColumn'> = ({ table, column, constraints, indexes, ifNotExists }, q) => {
	const added = words(
		'ALTER TABLE',
		q.qualified(table),
		'ADD COLUMN',
		ifNotExists && 'IF NOT EXISTS',
		columnDefinition(column, isSerial(column, column.primaryKey ? [column.name] : []), q),
		...constraints.map((item) => columnConstraint(item, q)),
	);
	return [
		statement(added),
		...indexes.map((item) => indexStatement({ ...item, table, ifNotExists }, q)),
		...(column.comment === undefined ? [] : [commentOnColumn(table, column.name, column.comment, q)]),
	];
};

const refuseNotValid = ([column]: readonly string[]): never =>
	unsupported(
		'postgresql',
		`add column "${column}" with a foreign key NOT VALID`,
		'add the column first, then the key with createForeignKey',
	);
