import type { QualifiedName } from '../../core/names.ts';
import type { CheckConstraint, ForeignKeyConstraint, UniqueConstraint } from '../../schema/constraints.ts';
import { shortened } from '../../schema/naming.ts';
import { type Statement, statement } from '../../sql/statement.ts';
import { type Sql, words } from '../../sql/words.ts';
import type { Spelling } from '../dialect.ts';
import { constraintName, timing } from '../standard/constraints.ts';
import { BRIEF } from '../standard/online.ts';
import { unsupported } from '../unsupported.ts';
import { constraint } from './constraints.ts';
import { parenthesized } from './index-element.ts';
import { indexStatement } from './indexes.ts';

/** A change that is short by itself. */
export const brief = (change: Sql): Statement => statement(change, BRIEF);

/** `ALTER TABLE t …` */
export const alterTable = (table: QualifiedName, change: Sql, q: Spelling): Sql =>
	words('ALTER TABLE', q.qualified(table), change);

/** The name of a constraint that later steps speak of. */
function nameOf(
	{ kind, name }: CheckConstraint | ForeignKeyConstraint | UniqueConstraint,
	table: QualifiedName,
): string {
	if (name !== undefined) return name;
	const what = { check: 'check', foreignKey: 'foreign key', unique: 'unique constraint' }[kind];
	return unsupported('postgresql', `add a ${what} without a name to "${table.name}" online`, 'give it a name');
}

/**
 * Reads the table without keeping writes out; what it checks has to be committed before.
 *
 * @see https://www.postgresql.org/docs/current/sql-altertable.html — takes SHARE UPDATE EXCLUSIVE
 */
export const validate = (table: QualifiedName, name: string, q: Spelling): Statement =>
	statement(alterTable(table, words('VALIDATE CONSTRAINT', q.name(name)), q), { transaction: 'own' });

/**
 * A constraint for new rows first, then for those that are there.
 *
 * @see https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES
 */
export function validatedLater(
	table: QualifiedName,
	item: CheckConstraint | ForeignKeyConstraint,
	q: Spelling,
): readonly Statement[] {
	const name = nameOf(item, table);
	const unchecked = { ...item, postgresql: { ...item.postgresql, notValid: true } };
	return [brief(alterTable(table, words('ADD', constraint(unchecked as typeof item, q)), q)), validate(table, name, q)];
}

/**
 * A unique index that is built while the table is written to, which then becomes the constraint's.
 *
 * @see https://www.postgresql.org/docs/current/sql-altertable.html — ADD table_constraint_using_index
 */
export function addUniqueOnline(table: QualifiedName, item: UniqueConstraint, q: Spelling): readonly Statement[] {
	const name = nameOf(item, table);
	const index = { name, table, columns: item.columns, unique: true, ifNotExists: false };
	const built = indexStatement({ ...index, postgresql: { ...item.postgresql, concurrently: true } }, q);
	const added = words('ADD', constraintName(name, q), 'UNIQUE USING INDEX', q.name(name), timing(item));
	return [built, brief(alterTable(table, added, q))];
}

/**
 * NOT NULL, proven by a check that was validated without keeping writes out: the server then does not read the table
 * while nobody else may. PostgreSQL 11 reads it all the same.
 *
 * @see https://www.postgresql.org/docs/current/sql-altertable.html — SET NOT NULL
 */
export function setNotNullOnline(table: QualifiedName, column: string, q: Spelling): readonly Statement[] {
	const name = shortened(`gen_sql_not_null_${column}`);
	const isSet = parenthesized(words(q.name(column), 'IS NOT NULL'));
	return [
		brief(alterTable(table, words('ADD CONSTRAINT', q.name(name), 'CHECK', isSet, 'NOT VALID'), q)),
		validate(table, name, q),
		statement(alterTable(table, words('ALTER COLUMN', q.name(column), 'SET NOT NULL'), q), { lockTimeout: true }),
		statement(alterTable(table, words('DROP CONSTRAINT', q.name(name)), q), { commitAfter: true }),
	];
}
