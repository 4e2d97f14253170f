import { GenSqlError } from '../../core/error.ts';
import type { Row } from '../../ops/bulk-insert.ts';
import type { Value } from '../../schema/arguments.ts';
import type { Column } from '../../schema/column.ts';
import { splitParts } from '../../sql/split.ts';
import { statement } from '../../sql/statement.ts';
import { concat, joined, list, raw, type Sql, words } from '../../sql/words.ts';
import type { Compile, Spelling } from '../dialect.ts';

/** Rows in one INSERT: enough to be fast, few enough to be read and to be refused without much work lost. */
const ROWS_PER_INSERT = 1000;

export const execute: Compile<'execute'> = (op, q) => {
	const statements = splitParts(q.text(op.sql), q.lexis);
	if (statements.length > 0) return statements.map((parts) => statement(parts));
	throw new GenSqlError('SQL_INVALID', 'the text given to execute holds no statement', {
		hint: 'leave the call out, or write the statement it is for',
	});
};

export const sqlFile: Compile<'sqlFile'> = ({ file, sql }, q) => {
	const statements = about(file, () => splitParts(q.text(sql), q.lexis));
	if (statements.length > 0) return statements.map((parts) => statement(parts));
	throw new GenSqlError('SQL_INVALID', `${file} holds no statement`, {
		hint: 'leave the call out, or write the statement it is for',
	});
};

/** What a dialect says of columns that a row leaves out. */
interface Omissions {
	/** Whether DEFAULT may stand among the values of a row. If not, only rows that fill the same columns go together. */
	readonly hasDefaultWord: boolean;
	/** What stands behind the table when a row fills no column. */
	readonly emptyRow: Sql;
}

/** Columns that no row of the statement fills are left out; one that only some rows fill is DEFAULT in the others. */
export const insertRows =
	({ hasDefaultWord, emptyRow }: Omissions): Compile<'bulkInsert'> =>
	(op, q) => {
		const into = words('INSERT INTO', q.qualified(op.table));
		const filledBy = (rows: readonly Row[]): readonly Column[] =>
			op.columns.filter(({ name }) => rows.some((row) => cellValue(row, name) !== undefined));
		const shape = (row: Row): string => (hasDefaultWord ? '' : JSON.stringify(filledBy([row]).map(({ name }) => name)));
		return batches(op.rows, op.multiinsert ? ROWS_PER_INSERT : 1, shape).flatMap(({ rows, start }) => {
			const columns = filledBy(rows);
			if (columns.length === 0) return rows.map(() => statement(words(into, emptyRow)));
			return [statement(insert(into, columns, rows, start, q))];
		});
	};

export const bulkInsert = insertRows({ hasDefaultWord: true, emptyRow: words('DEFAULT VALUES') });

interface Rows {
	readonly rows: readonly Row[];
	readonly start: number;
}

/** Rows in their order, cut where there are enough of them, and where one has another shape than the one before it. */
function batches(all: readonly Row[], size: number, shape: (row: Row) => string): readonly Rows[] {
	const cut: { rows: Row[]; start: number; shape: string }[] = [];
	for (const [start, row] of all.entries()) {
		const last = cut.at(-1);
		const own = shape(row);
		if (last && last.rows.length < size && last.shape === own) last.rows.push(row);
		else cut.push({ rows: [row], start, shape: own });
	}
	return cut;
}

function insert(into: Sql, columns: readonly Column[], rows: readonly Row[], start: number, q: Spelling): Sql {
	const tuples = rows.map((row, index) => list(columns.map((column) => cell(column, row, start + index, q))));
	const head = words(into, list(columns.map(({ name }) => q.name(name))), 'VALUES');
	return concat(head, raw(tuples.length === 1 ? ' ' : '\n    '), joined(tuples, ',\n    '));
}

/** What the row itself says; every object has a `constructor`. */
const cellValue = (row: Row, name: string): unknown => (Object.hasOwn(row, name) ? row[name] : undefined);

function cell(column: Column, row: Row, index: number, q: Spelling): Sql {
	const value = cellValue(row, column.name);
	if (value === undefined) return words('DEFAULT');
	return about(`rows[${index}].${column.name}`, () => q.value(value as Value | null, column.type));
}

/** What goes wrong in a part of an operation is told with the name of the part. */
function about<T>(what: string, spell: () => T): T {
	try {
		return spell();
	} catch (error) {
		if (!(error instanceof GenSqlError)) throw error;
		throw new GenSqlError(error.code, `${what}: ${error.message}`, { hint: error.hint, cause: error });
	}
}
