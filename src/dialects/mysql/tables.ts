import type { QualifiedName } from '../../core/names.ts';
import { type Statement, statement } from '../../sql/statement.ts';
import { block, concat, raw, words } from '../../sql/words.ts';
import type { Compile, Spelling } from '../dialect.ts';
import { isTemporary } from '../standard/tables.ts';
import { unsupported } from '../unsupported.ts';
import { columnDefinition, namedCheck } from './columns.ts';
import { constraint } from './constraints.ts';
import { indexClause } from './indexes.ts';
import { quoted } from './literals.ts';

/**
 * One statement, with its indexes and comments, since each is committed by itself.
 *
 * @see https://dev.mysql.com/doc/refman/8.4/en/create-table.html
 */
export const createTable: Compile<'createTable'> = (op, q) => {
	const { table, columns, constraints, indexes, comment } = op;
	if (columns.length === 0) unsupported('mysql', 'create a table without columns', 'give it one');
	const key = constraints.find((item) => item.kind === 'primaryKey');
	const keys = [...constraints.filter((item) => item.kind === 'primaryKey' || item.kind === 'unique'), ...indexes];
	const first = keys.map((item) => item.columns[0]).filter((column) => typeof column === 'string');
	const body = block([
		...columns.map((column) => columnDefinition(column, key?.columns ?? [], first, q)),
		...[...constraints, ...columns.flatMap(namedCheck)].map((item) => constraint(item, q)),
		...indexes.map((item) => indexClause(item, q)),
	]);
	const create = words(
		'CREATE',
		isTemporary(op, q) && 'TEMPORARY',
		'TABLE',
		op.ifNotExists && 'IF NOT EXISTS',
		q.qualified(table),
		body,
	);
	return [statement(comment === undefined ? create : concat(create, raw(`\nCOMMENT = ${quoted(comment)}`)))];
};

/** The new name has the schema again: without, the table would move to the one that the session uses. */
export const renameTable: Compile<'renameTable'> = ({ table, newName }, q) => [
	statement(words('ALTER TABLE', q.qualified(table), 'RENAME TO', q.qualified({ ...table, name: newName }))),
];

const commentOnTable = (table: QualifiedName, text: string, q: Spelling): Statement =>
	statement(words('ALTER TABLE', q.qualified(table), raw(`COMMENT = ${quoted(text)}`)));

export const createTableComment: Compile<'createTableComment'> = ({ table, comment }, q) => [
	commentOnTable(table, comment, q),
];

export const dropTableComment: Compile<'dropTableComment'> = ({ table }, q) => [commentOnTable(table, '', q)];
