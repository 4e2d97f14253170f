import type { AddColumn } from '../../ops/add-column.ts';
import type { Value } from '../../schema/arguments.ts';
import type { Column } from '../../schema/column.ts';
import type { ColumnConstraint } from '../../schema/table-elements.ts';
import { type Statement, statement } from '../../sql/statement.ts';
import { concat, raw, type Sql, words } from '../../sql/words.ts';
import type { Compile, Spelling } from '../dialect.ts';
import { defaultValue } from '../standard/columns.ts';
import { constraintName } from '../standard/constraints.ts';
import { unsupported } from '../unsupported.ts';
import { backfill } from './backfill.ts';
import { columnDefinition, commentOnColumn, isSerial } from './columns.ts';
import { referencesClause } from './constraints.ts';
import { indexStatement } from './indexes.ts';
import { addUniqueOnline, alterTable, brief, setNotNullOnline, validatedLater } from './online.ts';
import { mayBeVolatile } from './volatility.ts';

/** Keys and checks stand in the clause itself, so that IF NOT EXISTS passes over them together with the column. */
export const addColumn: Compile<'addColumn'> = (op, q) => {
	if (op.online) return addColumnOnline(op, q);
	const { table, column, constraints, indexes, ifNotExists } = op;
	const added = words(
		'ADD COLUMN',
		ifNotExists && 'IF NOT EXISTS',
		columnDefinition(column, isSerialIn(op), q),
		...constraints.map((item) => columnConstraint(item, q)),
	);
	return [
		statement(alterTable(table, added, q)),
		...indexes.map((item) => indexStatement({ ...item, table, ifNotExists }, q)),
		...(column.comment === undefined ? [] : [commentOnColumn(table, column.name, column.comment, q)]),
	];
};

const isSerialIn = ({ column }: AddColumn): boolean => isSerial(column, column.primaryKey ? [column.name] : []);

/** A constraint as it stands in the clause of its one column. */
function columnConstraint(item: ColumnConstraint, q: Spelling): Sql {
	if (item.kind !== 'foreignKey') {
		return words(constraintName(item.name, q), item.kind === 'primaryKey' ? 'PRIMARY KEY' : 'UNIQUE');
	}
	if (item.postgresql?.notValid) return refuseNotValid(item.columns);
	return words(constraintName(item.name, q), referencesClause(item, q));
}

const refuseNotValid = ([column]: readonly string[]): never =>
	unsupported(
		'postgresql',
		`add column "${column}" with a foreign key NOT VALID`,
		'add the column first, then the key with createForeignKey',
	);

/**
 * The column first, without what makes the server read or write the whole table; then the values, and what checks them.
 *
 * A default that is the same for all rows is stored once, and a reference from a column without values is not checked:
 * both may come with the column.
 */
function addColumnOnline(op: AddColumn, q: Spelling): readonly Statement[] {
	const { table, column, constraints, indexes } = op;
	refuseOnline(op, q);
	const { serverDefault, check } = column;
	const slow = serverDefault !== undefined && mayBeVolatile(serverDefault, q) ? serverDefault : undefined;
	const inline = constraints.filter(({ kind }) => kind === 'foreignKey' && serverDefault === undefined);
	const later = constraints.filter((item) => !inline.includes(item));
	const added = words(
		'ADD COLUMN',
		columnDefinition(atFirst(column, slow !== undefined), false, q),
		...inline.map((item) => columnConstraint(item, q)),
	);
	return [
		brief(alterTable(table, slow === undefined ? added : withDefault(added, column, slow, q), q)),
		...(slow === undefined ? [] : [backfill(table, column, q)]),
		...(slow === undefined || column.nullable ? [] : setNotNullOnline(table, column.name, q)),
		...(check ? validatedLater(table, check, q) : []),
		...later.flatMap((item) => laterConstraint(op, item, q)),
		...indexes.map((item) =>
			indexStatement({ ...item, table, ifNotExists: false, postgresql: { concurrently: true } }, q),
		),
		...(column.comment === undefined ? [] : [commentOnColumn(table, column.name, column.comment, q)]),
	];
}

/** The column as it is added; a default that every row computes anew would have the table rewritten. */
function atFirst({ check: _, serverDefault, ...column }: Column, isSlow: boolean): Column {
	if (isSlow) return { ...column, nullable: true };
	return { ...column, ...(serverDefault !== undefined && { serverDefault }) };
}

/** Set in the statement that adds the column, a default holds for new rows alone. */
const withDefault = (added: Sql, { name, type }: Column, serverDefault: Value, q: Spelling): Sql =>
	concat(added, raw(', '), words('ALTER COLUMN', q.name(name), 'SET DEFAULT', defaultValue(serverDefault, type, q)));

function laterConstraint({ table, column }: AddColumn, item: ColumnConstraint, q: Spelling): readonly Statement[] {
	if (item.kind === 'unique') return addUniqueOnline(table, item, q);
	if (item.kind === 'foreignKey') return validatedLater(table, item, q);
	return unsupported(
		'postgresql',
		`add column "${column.name}" as a primary key online`,
		'add the column first, then a unique index and the key',
	);
}

/** @see https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES — "will require the entire table". */
function refuseOnline(op: AddColumn, q: Spelling): void {
	if (op.ifNotExists) {
		unsupported('postgresql', `add column "${op.column.name}" online if it does not exist`, 'leave ifNotExists out');
	}
	const { computed, identity, name, type } = op.column;
	if (q.resolveType(type).name === 'domain') {
		unsupported(
			'postgresql',
			`add column "${name}" online with a domain as its type`,
			'the server would rewrite the table for the checks of a domain: add the column in a quiet time',
		);
	}
	const how = [
		computed && computed.persisted !== false && 'whose value is computed and stored',
		identity && 'with an identity',
		isSerialIn(op) && 'that counts by itself',
	].find(Boolean);
	if (!how) return;
	unsupported(
		'postgresql',
		`add column "${name}" online ${how}`,
		'the server would rewrite the table: add it in a quiet time',
	);
}
