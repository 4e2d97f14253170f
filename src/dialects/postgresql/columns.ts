import { GenSqlError } from '../../core/error.ts';
import type { QualifiedName } from '../../core/names.ts';
import type { AlterColumn } from '../../ops/alter-column.ts';
import type { Value } from '../../schema/arguments.ts';
import type { Column, Computed, Identity } from '../../schema/column.ts';
import type { CheckConstraint } from '../../schema/constraints.ts';
import type { ColumnConstraint } from '../../schema/table-elements.ts';
import { type Statement, statement } from '../../sql/statement.ts';
import { type ColumnType, isEnumType } from '../../sql/types.ts';
import { concat, joined, raw, type Sql, type Word, words } from '../../sql/words.ts';
import type { Compile, Spelling } from '../dialect.ts';
import { constraintName } from '../standard/constraints.ts';
import { unsupported } from '../unsupported.ts';
import { constraint, referencesClause } from './constraints.ts';
import { parenthesized } from './index-element.ts';
import { indexStatement } from './indexes.ts';
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
const defaultValue = (value: Value, type: ColumnType | undefined, q: Spelling): Sql =>
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

const generated = ({ expression, persisted }: Computed, q: Spelling): Sql =>
	words('GENERATED ALWAYS AS', parenthesized(q.expression(expression)), persisted === false ? 'VIRTUAL' : 'STORED');

function identityClause({ always, start, increment, minValue, maxValue, cycle, cache }: Identity): Sql {
	const options = [
		increment !== undefined && `INCREMENT BY ${increment}`,
		start !== undefined && `START WITH ${start}`,
		minValue !== undefined && `MINVALUE ${minValue}`,
		maxValue !== undefined && `MAXVALUE ${maxValue}`,
		cache !== undefined && `CACHE ${cache}`,
		cycle !== undefined && (cycle ? 'CYCLE' : 'NO CYCLE'),
	].filter((option) => option !== false);
	return words(
		'GENERATED',
		always ? 'ALWAYS' : 'BY DEFAULT',
		'AS IDENTITY',
		options.length > 0 && raw(`(${options.join(' ')})`),
	);
}

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

/**
 * How the old values become those of the new type. The server has a cast of its own between most types, but none that
 * it would take unasked from text or another enum to an enum; it goes through text, which drops the padding of char.
 */
function conversion({ column, existingType, postgresql }: AlterColumn, type: ColumnType, q: Spelling): Sql | false {
	if (postgresql?.using) return words('USING', q.expression(postgresql.using));
	const to = q.resolveType(type);
	if (!isEnumType(to.item ?? to)) return false;
	const from = existingType && q.resolveType(existingType);
	const isArray = to.name === 'array';
	if (from && isLabelled(from.item ?? from) && (from.name === 'array') === isArray) {
		const text = raw(isArray ? '::text[]::' : '::text::');
		return words('USING', concat(q.name(column), text, q.type(to)));
	}
	return unsupported(
		'postgresql',
		`convert column "${column}" to an enum without knowing from what`,
		"give existingType: t.text() or what it is, or postgresql: { using: '…' }",
	);
}

const TEXTUAL: ReadonlySet<string> = new Set(['char', 'citext', 'string', 'text', 'unicode', 'unicodeText']);

/** Whether the text of a value can be a label. */
const isLabelled = (type: ColumnType): boolean => isEnumType(type) || TEXTUAL.has(type.name);

/**
 * The type changes first; a default that is to change as well is dropped before, since the server would try to
 * convert the old one. The name changes last.
 */
export const alterColumn: Compile<'alterColumn'> = (op, q) => {
	const { type, nullable, serverDefault, comment, newColumnName, table, column } = op;
	const alter = (...change: readonly Word[]): Statement =>
		statement(words('ALTER TABLE', q.qualified(table), 'ALTER COLUMN', q.name(column), ...change));
	const dropsFirst =
		serverDefault === null || (type && serverDefault !== undefined && op.existingServerDefault !== null);
	return [
		...(dropsFirst ? [alter('DROP DEFAULT')] : []),
		...(type ? [alter('TYPE', q.type(type), conversion(op, type, q))] : []),
		...(serverDefault != null ? [alter('SET DEFAULT', defaultValue(serverDefault, type ?? op.existingType, q))] : []),
		...(nullable === undefined ? [] : [nullable ? alter('DROP NOT NULL') : alter('SET NOT NULL')]),
		...(comment === undefined ? [] : [commentOnColumn(table, column, comment, q)]),
		...(newColumnName === undefined
			? []
			: [
					statement(
						words('ALTER TABLE', q.qualified(table), 'RENAME COLUMN', q.name(column), 'TO', q.name(newColumnName)),
					),
				]),
	];
};
