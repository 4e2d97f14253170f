import { keysOf } from '../../core/keys.ts';
import { oneLine } from '../../core/text.ts';
import { type Column, isIdentity } from '../../schema/column.ts';
import type { ForeignKeyConstraint } from '../../schema/constraints.ts';
import { isSqlFragment } from '../../sql/sql.ts';
import { statement } from '../../sql/statement.ts';
import { isEnumType } from '../../sql/types.ts';
import { list, raw, type Sql, words } from '../../sql/words.ts';
import type { Compile, Spelling } from '../dialect.ts';
import { countsByItself, defaultExpression, defaultValue, generated, isWhole } from '../standard/columns.ts';
import { constraintName } from '../standard/constraints.ts';
import { standard } from '../standard/index.ts';
import { unsupported } from '../unsupported.ts';
import { constraint, referencesClause } from './constraints.ts';
import { indexStatement } from './indexes.ts';

/**
 * A column as it stands in CREATE TABLE and after ADD COLUMN: everything but its keys and its comment.
 *
 * @param keyColumns - Of the primary key of the table.
 * @see https://www.sqlite.org/gencol.html
 */
export const columnDefinition = (column: Column, keyColumns: readonly string[], q: Spelling): Sql =>
	words(
		q.name(column.name),
		keyType(column, keyColumns, q) ?? q.type(column.type),
		defaultClause(column, q),
		!column.nullable && 'NOT NULL',
		column.computed && generated(column.computed, q),
		column.identity && refuseIdentity(column),
		labelCheck(column, q),
		column.check && constraint(column.check, undefined, q),
	);

/** SQLite has no comments beside those in its SQL, and it keeps the text of CREATE TABLE. */
export const comment = (text: string | undefined): Sql | false =>
	text !== undefined && raw(`/* ${oneLine(text).replaceAll('*/', '* /')} */`);

function defaultClause({ serverDefault, type }: Column, q: Spelling): Sql | false {
	if (serverDefault === undefined) return false;
	const spelled = defaultValue(serverDefault, type, q);
	return words('DEFAULT', isSqlFragment(serverDefault) ? defaultExpression(spelled) : spelled);
}

/**
 * The type of a column that alone is the key. Called INTEGER it is the number of the row, and counts by itself: a
 * column that is to count is called so whatever its size, and one that is not is called INT.
 *
 * @see https://www.sqlite.org/lang_createtable.html#rowid
 */
function keyType(column: Column, keyColumns: readonly string[], q: Spelling): Sql | undefined {
	const { name } = q.resolveType(column.type);
	const isAlone = keyColumns.length === 1 && keyColumns[0] === column.name;
	const counts = countsByItself(column, keyColumns, isWhole(column.type, q));
	if (counts && isAlone) return words('INTEGER');
	if (!counts) return isAlone && name === 'integer' ? words('INT') : undefined;
	return unsupported(
		'sqlite',
		`let column "${column.name}" count by itself`,
		'only a column that alone is the key can',
	);
}

const refuseIdentity = ({ name, identity }: Column): never | false =>
	isIdentity(identity) &&
	unsupported('sqlite', `give column "${name}" an identity`, 'a key of one integer column counts by itself');

/** An enum is text that a check limits to its labels. */
function labelCheck({ name, type }: Column, q: Spelling): Sql | false {
	const own = q.resolveType(type);
	return (
		isEnumType(own) &&
		words('CHECK', list([words(q.name(name), 'IN', list(own.labels.map((label) => q.value(label, own))))]))
	);
}

/** @see https://www.sqlite.org/lang_altertable.html#alter_table_add_column */
export const addColumn: Compile<'addColumn'> = ({ table, column, constraints, indexes, ifNotExists }, q) => {
	if (ifNotExists) unsupported('sqlite', 'add a column IF NOT EXISTS', 'leave ifNotExists out');
	if (column.computed?.persisted) {
		unsupported('sqlite', `add column "${column.name}" stored`, 'leave persisted out: it is computed when read');
	}
	const references = constraints.map((item) => {
		if (item.kind === 'foreignKey') return reference(item, table.schema, q);
		const what = item.kind === 'primaryKey' ? 'a primary key' : 'a unique constraint';
		const hint = item.kind === 'unique' ? 'write index: true as well, for a unique index' : 'create the table with it';
		return unsupported('sqlite', `add column "${column.name}" with ${what}`, hint);
	});
	const added = words(
		'ALTER TABLE',
		q.qualified(table),
		'ADD COLUMN',
		columnDefinition(column, [], q),
		...references,
		comment(column.comment),
	);
	return [statement(added), ...indexes.map((item) => indexStatement({ ...item, table, ifNotExists: false }, q))];
};

const reference = (item: ForeignKeyConstraint, schema: string | undefined, q: Spelling): Sql =>
	words(constraintName(item.name, q), referencesClause(item, schema, q));

/**
 * A column cannot go while an index needs it: those that are known to have come with it go first.
 *
 * @see https://www.sqlite.org/lang_altertable.html#alter_table_drop_column
 */
export const dropColumn: Compile<'dropColumn'> = (op, q) => {
	const { table, ifExists, was } = op;
	if (ifExists) unsupported('sqlite', 'drop a column IF EXISTS', 'leave ifExists out');
	const indexes = was?.indexes ?? [];
	return [
		...indexes.map(({ name }) => statement(words('DROP INDEX', q.qualified({ ...table, name })))),
		...standard.dropColumn(op, q),
	];
};

/** What messages call the changes that cannot be made. */
const CHANGES = {
	type: 'type',
	nullable: 'nullability',
	serverDefault: 'default',
	comment: 'comment',
	autoincrement: 'counting',
} as const;

/** @see https://www.sqlite.org/lang_altertable.html#alter_table_rename_column */
export const alterColumn: Compile<'alterColumn'> = (op, q) => {
	const { table, column, newColumnName } = op;
	const refused = keysOf(CHANGES).find((change) => op[change] !== undefined);
	if (refused !== undefined || newColumnName === undefined) {
		return unsupported(
			'sqlite',
			`change the ${refused === undefined ? 'identity' : CHANGES[refused]} of column "${column}"`,
			'it can be renamed; for anything else create another table, copy the rows, drop the old one and rename the new one',
		);
	}
	return standard.renameColumn({ kind: 'renameColumn', table, column, newName: newColumnName, ifExists: false }, q);
};

/** @see https://www.sqlite.org/lang_altertable.html#alter_table_rename_column */
export const renameColumn: Compile<'renameColumn'> = (op, q) =>
	op.ifExists ? unsupported('sqlite', 'rename a column IF EXISTS', 'leave ifExists out') : standard.renameColumn(op, q);
