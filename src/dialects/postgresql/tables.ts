import type { QualifiedName } from '../../core/names.ts';
import type { CreateTable } from '../../ops/create-table.ts';
import { verbatim } from '../../sql/sql.ts';
import { type Statement, statement } from '../../sql/statement.ts';
import { block, concat, list, raw, type Sql, words } from '../../sql/words.ts';
import type { Compile, Spelling } from '../dialect.ts';
import { columnDefinition, commentOnColumn, isSerial } from './columns.ts';
import { constraint } from './constraints.ts';
import { indexStatement } from './indexes.ts';
import { storageParameters } from './storage.ts';

const commentOnTable = (table: QualifiedName, text: string | null, q: Spelling): Statement =>
	statement(words('COMMENT ON TABLE', q.qualified(table), 'IS', q.value(text)));

const parentName = (parent: string | readonly [schema: string, table: string], q: Spelling): Sql =>
	typeof parent === 'string' ? q.name(parent) : q.qualified({ schema: parent[0], name: parent[1] });

/** The clauses after the body, in the order of the manual. */
export function tableClauses(
	{ inherits, partitionBy, using, with: parameters, onCommit, tablespace }: NonNullable<CreateTable['postgresql']>,
	q: Spelling,
): readonly Sql[] {
	return [
		inherits && words('INHERITS', list(inherits.map((parent) => parentName(parent, q)))),
		partitionBy !== undefined && words('PARTITION BY', q.expression(verbatim(partitionBy))),
		using !== undefined && words('USING', q.name(using)),
		storageParameters(parameters, q),
		onCommit && words('ON COMMIT', raw(onCommit)),
		tablespace !== undefined && words('TABLESPACE', q.name(tablespace)),
	].filter((clause) => clause !== undefined && clause !== false);
}

/** @see https://www.postgresql.org/docs/current/sql-createtable.html */
export const createTable: Compile<'createTable'> = (op, q) => {
	const { table, columns, constraints, indexes, ifNotExists, comment } = op;
	const key = constraints.find(({ kind }) => kind === 'primaryKey');
	const keyColumns = key && 'columns' in key ? key.columns : [];
	const body = block([
		...columns.map((column) => columnDefinition(column, isSerial(column, keyColumns), q)),
		...constraints.map((item) => constraint(item, q)),
	]);
	const create = words(
		'CREATE',
		op.prefixes.length > 0 && raw(op.prefixes.join(' ')),
		'TABLE',
		ifNotExists && 'IF NOT EXISTS',
		q.qualified(table),
		body,
	);
	return [
		statement(concat(create, ...tableClauses(op.postgresql ?? {}, q).map((clause) => concat(raw('\n'), clause)))),
		...indexes.map((index) => indexStatement({ ...index, table, ifNotExists }, q)),
		...(comment === undefined ? [] : [commentOnTable(table, comment, q)]),
		...columns.flatMap(({ name, comment: said }) =>
			said === undefined ? [] : [commentOnColumn(table, name, said, q)],
		),
	];
};

export const createTableComment: Compile<'createTableComment'> = ({ table, comment }, q) => [
	commentOnTable(table, comment, q),
];

export const dropTableComment: Compile<'dropTableComment'> = ({ table }, q) => [commentOnTable(table, null, q)];
