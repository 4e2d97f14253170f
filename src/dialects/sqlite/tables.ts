import { statement } from '../../sql/statement.ts';
import { block, words } from '../../sql/words.ts';
import type { Compile } from '../dialect.ts';
import { isTemporary } from '../standard/tables.ts';
import { unsupported } from '../unsupported.ts';
import { columnDefinition, comment } from './columns.ts';
import { constraint } from './constraints.ts';
import { indexStatement } from './indexes.ts';

/** @see https://www.sqlite.org/lang_createtable.html */
export const createTable: Compile<'createTable'> = (op, q) => {
	const { table, columns, constraints, indexes, ifNotExists } = op;
	if (columns.length === 0) unsupported('sqlite', 'create a table without columns', 'give it one');
	const temporary = isTemporary(op, q);
	if (temporary && table.schema !== undefined) {
		unsupported('sqlite', 'create a temporary table in a schema', 'leave the schema out');
	}
	const key = constraints.find((item) => item.kind === 'primaryKey');
	const body = block([
		...columns.map((column) => words(columnDefinition(column, key?.columns ?? [], q), comment(column.comment))),
		...constraints.map((item) => constraint(item, table.schema, q)),
	]);
	const create = words(
		'CREATE',
		temporary && 'TEMPORARY',
		'TABLE',
		ifNotExists && 'IF NOT EXISTS',
		q.qualified(table),
		comment(op.comment),
		body,
	);
	return [statement(create), ...indexes.map((index) => indexStatement({ ...index, table, ifNotExists }, q))];
};
