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
	const statements = splitParts(q.text(op.sql));
	if (statements.length > 0) return statements.map((parts) => statement(parts));
	throw new GenSqlError('SQL_INVALID', 'the text given to execute holds no statement', {
		hint: 'leave the call out, or write the statement it is for',
	});
};

export const sqlFile: Compile<'sqlFile'> = ({ file, sql }, q) => {
	const statements = about(file, () => splitParts(q.text(sql)));
	if (statements.length > 0) return statements.map((parts) => statement(parts));
	throw new GenSqlError('SQL_INVALID', `${file} holds no statement`, {
		hint: 'leave the call out, or write the statement it is for',
	});
};

/** Columns that no row of the statement fills are left out; one that only some rows fill is DEFAULT in the others. */
export const bulkInsert: Compile<'bulkInsert'> = (op, q) => {
	const size = op.multiinsert ? ROWS_PER_INSERT : 1;
	const statements = [];
	for (let start = 0; start < op.rows.length; start += size) {
		const rows = op.rows.slice(start, start + size);
		const columns = op.columns.filter(({ name }) => rows.some((row) => cellValue(row, name) !== undefined));
		const into = words('INSERT INTO', q.qualified(op.table));
		if (columns.length === 0) statements.push(...rows.map(() => statement(words(into, 'DEFAULT VALUES'))));
		else statements.push(statement(insert(into, columns, rows, start, q)));
	}
	return statements;
};

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
