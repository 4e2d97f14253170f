import type { QualifiedName } from '../../core/names.ts';
import type { ConstraintType } from '../../ops/drop-constraint.ts';
import type { DeferrableOptions, ForeignKeyConstraint, TableConstraint } from '../../schema/constraints.ts';
import { type Statement, statement } from '../../sql/statement.ts';
import { list, type Sql, words } from '../../sql/words.ts';
import type { Compile, Spelling } from '../dialect.ts';
import { constraintName, names, referenceOptions } from '../standard/constraints.ts';
import { unsupported } from '../unsupported.ts';

/** A constraint as it stands in a table, its name in front. */
export function constraint(item: TableConstraint, q: Spelling): Sql {
	checkTiming(item);
	return words(constraintName(item.name, q), body(item, q));
}

function body(item: TableConstraint, q: Spelling): Sql {
	switch (item.kind) {
		case 'check':
			return words('CHECK', list([q.expression(item.condition)]));
		case 'exclude':
			return unsupported('mysql', 'let no two rows of a table meet', 'a trigger can refuse the second');
		case 'foreignKey':
			return words('FOREIGN KEY', names(item.columns, q), referencesClause(item, q));
		case 'primaryKey':
			return words('PRIMARY KEY', names(item.columns, q));
		case 'unique':
			return words('UNIQUE', names(item.columns, q));
	}
}

/** @see https://dev.mysql.com/doc/refman/8.4/en/ansi-diff-foreign-keys.html */
function checkTiming({ deferrable, initially }: DeferrableOptions): void {
	if (!deferrable && !initially) return;
	unsupported(
		'mysql',
		'put off a constraint to the end of the transaction',
		'leave deferrable and initially out: it is checked at once',
	);
}

/**
 * `REFERENCES …`. With MATCH, MySQL would ignore ON DELETE and ON UPDATE.
 *
 * @see https://dev.mysql.com/doc/refman/8.4/en/create-table-foreign-keys.html
 */
function referencesClause(item: ForeignKeyConstraint, q: Spelling): Sql {
	const { match, onDelete, onUpdate } = item;
	if (match !== undefined) {
		unsupported('mysql', `check a foreign key with MATCH ${match}`, 'leave match out: it is SIMPLE');
	}
	if (onDelete === 'SET DEFAULT' || onUpdate === 'SET DEFAULT') {
		unsupported('mysql', 'set a foreign key to its default', 'InnoDB refuses SET DEFAULT');
	}
	return words(
		'REFERENCES',
		q.qualified(item.referredTable),
		names(item.referredColumns, q),
		referenceOptions({ ...(onDelete && { onDelete }), ...(onUpdate && { onUpdate }) }),
	);
}

const add = (
	op: { readonly table: QualifiedName; readonly constraint: TableConstraint },
	q: Spelling,
): readonly Statement[] => [
	statement(words('ALTER TABLE', q.qualified(op.table), 'ADD', constraint(op.constraint, q))),
];

export const createCheckConstraint: Compile<'createCheckConstraint'> = add;
export const createForeignKey: Compile<'createForeignKey'> = add;
export const createPrimaryKey: Compile<'createPrimaryKey'> = add;
export const createUniqueConstraint: Compile<'createUniqueConstraint'> = add;

/** The words before the name of what is dropped; a primary key has none. */
const DROPPED: { readonly [Type in ConstraintType]: Uppercase<string> } = {
	check: 'DROP CONSTRAINT',
	foreignkey: 'DROP FOREIGN KEY',
	primary: 'DROP PRIMARY KEY',
	unique: 'DROP INDEX',
};

/** @see https://dev.mysql.com/doc/refman/8.4/en/alter-table.html */
export const dropConstraint: Compile<'dropConstraint'> = ({ name, table, type, ifExists }, q) => {
	if (ifExists) unsupported('mysql', 'drop a constraint IF EXISTS', 'leave ifExists out');
	if (type === undefined) {
		return unsupported(
			'mysql',
			`drop the constraint "${name}" without its type`,
			"give it after the table: 'foreignkey', 'primary', 'unique' or 'check'",
		);
	}
	return [statement(words('ALTER TABLE', q.qualified(table), DROPPED[type], type !== 'primary' && q.name(name)))];
};
