import { GenSqlError } from '../core/error.ts';
import { deepFreeze } from '../core/freeze.ts';
import { type Column, isColumn } from './column.ts';
import type { ForeignKeyConstraint, PrimaryKeyConstraint, TableConstraint, UniqueConstraint } from './constraints.ts';
import type { Index } from './index-element.ts';

/** A constraint that a column can declare. */
export type ColumnConstraint = PrimaryKeyConstraint | ForeignKeyConstraint | UniqueConstraint;

interface Elements {
	readonly columns: readonly Column[];
	readonly constraints: readonly TableConstraint[];
	readonly indexes: readonly Index[];
}

interface ColumnElements {
	readonly constraints: readonly ColumnConstraint[];
	readonly indexes: readonly Index[];
}

/**
 * Spell out what columns declare beside themselves, so that dialects only have to print it.
 *
 * @param open - Whether the table has columns that are not in the list, so that names cannot be checked.
 * @throws {GenSqlError} ARGUMENT_INVALID when there are two primary keys, or an element names no column of the table.
 */
export function normalizeElements(
	table: string,
	elements: readonly (Column | TableConstraint | Index)[],
	open: boolean,
): Elements {
	const declared = elements.filter(isColumn);
	const constraints = elements.filter(
		(item): item is TableConstraint => item.kind !== 'column' && item.kind !== 'index',
	);
	const indexes = elements.filter((item): item is Index => item.kind === 'index');
	if (!open) checkReferences(table, declared, constraints, indexes);

	const key = primaryKey(table, declared, constraints);
	const columns = declared.map((column) => (key?.columns.includes(column.name) ? keyColumn(column) : column));
	return {
		columns: deepFreeze(columns),
		constraints: deepFreeze([
			...(key ? [key] : []),
			...columns.flatMap(columnConstraints),
			...constraints.filter(({ kind }) => kind !== 'primaryKey'),
		]),
		indexes: deepFreeze([...columns.flatMap(columnIndex), ...indexes]),
	};
}

/** What a column that is added to a table declares beside itself. */
export const columnElements = (column: Column): ColumnElements =>
	deepFreeze({
		constraints: [
			...(column.primaryKey ? [{ kind: 'primaryKey' as const, columns: [column.name] }] : []),
			...columnConstraints(column),
		],
		indexes: columnIndex(column),
	});

/** The index that `index: true` asks for; none otherwise. With `unique` it is a unique one. */
const columnIndex = ({ name, index, unique }: Column): readonly Index[] =>
	index ? [deepFreeze({ kind: 'index', columns: [name], unique })] : [];

const keyColumn = (column: Column): Column => deepFreeze({ ...column, primaryKey: true, nullable: false });

function columnConstraints({ name, references, unique, index }: Column): readonly ColumnConstraint[] {
	const constraints: ColumnConstraint[] = [];
	if (references) constraints.push(deepFreeze({ ...references, kind: 'foreignKey', columns: [name] }));
	if (unique && !index) constraints.push(deepFreeze({ kind: 'unique', columns: [name] }));
	return constraints;
}

function primaryKey(
	table: string,
	columns: readonly Column[],
	constraints: readonly TableConstraint[],
): PrimaryKeyConstraint | undefined {
	const marked = columns.filter((column) => column.primaryKey).map(({ name }) => name);
	const [key, second] = constraints.filter((item) => item.kind === 'primaryKey');
	if (second) throw new GenSqlError('ARGUMENT_INVALID', `createTable: "${table}" has two primary keys`);
	if (!key) return marked.length > 0 ? deepFreeze({ kind: 'primaryKey', columns: marked }) : undefined;
	const left = marked.find((name) => !key.columns.includes(name));
	if (left === undefined) return key;
	throw new GenSqlError(
		'ARGUMENT_INVALID',
		`createTable: column "${left}" of "${table}" is marked as primary key, but primaryKeyConstraint leaves it out`,
	);
}

function checkReferences(
	table: string,
	columns: readonly Column[],
	constraints: readonly TableConstraint[],
	indexes: readonly Index[],
): void {
	const known = new Set(columns.map(({ name }) => name));
	for (const element of [...constraints, ...indexes]) {
		const stray = referred(element).find((name) => !known.has(name));
		if (stray === undefined) continue;
		throw new GenSqlError(
			'ARGUMENT_INVALID',
			`createTable: an element of "${table}" names the column "${stray}", which the table does not have`,
			{
				hint: element.kind === 'index' || element.kind === 'exclude' ? 'give an expression as sql`…`' : undefined,
			},
		);
	}
}

function referred(element: TableConstraint | Index): readonly string[] {
	if (element.kind === 'check') return [];
	const columns = element.kind === 'exclude' ? element.elements.map(([subject]) => subject) : element.columns;
	const included =
		'postgresql' in element && element.postgresql && 'include' in element.postgresql ? element.postgresql.include : [];
	return [...columns.filter((column) => typeof column === 'string'), ...(included ?? [])];
}
