import type { QualifiedName } from '../../core/names.ts';
import type { View } from '../../schema/view.ts';
import { statement } from '../../sql/statement.ts';
import { concat, list, raw, type Sql, type Word, words } from '../../sql/words.ts';
import type { Compile, Spelling } from '../dialect.ts';
import { names } from '../standard/constraints.ts';
import { commentOn } from './comments.ts';
import { query } from './one-statement.ts';
import { storageParameters } from './storage.ts';

/** Words before a query and after it, on lines of their own: the query may end with a comment. */
const around = (before: Sql, fragment: View['query'], after: Sql | false, q: Spelling): Sql =>
	concat(before, raw('\n'), query(fragment, q), ...(after ? [raw('\n'), after] : []));

const columnList = (columns: readonly string[] | undefined, q: Spelling): Word =>
	columns !== undefined && names(columns, q);

/** `WITH (security_barrier = true)`, or nothing. */
function security({ securityBarrier, securityInvoker }: View): Word {
	const set = [securityBarrier && 'security_barrier = true', securityInvoker && 'security_invoker = true'];
	const present = set.filter((option) => option !== false);
	return present.length > 0 && words('WITH', list(present.map(raw)));
}

/** @see https://www.postgresql.org/docs/current/sql-createview.html */
function view(verb: 'CREATE' | 'CREATE OR REPLACE', op: View, q: Spelling): Sql {
	const head = words(
		verb,
		op.temporary && 'TEMPORARY',
		op.recursive && 'RECURSIVE',
		'VIEW',
		q.qualified(op.view),
		columnList(op.columns, q),
		security(op),
		'AS',
	);
	return around(head, op.query, op.checkOption !== undefined && words('WITH', op.checkOption, 'CHECK OPTION'), q);
}

export const createView: Compile<'createView'> = (op, q) => [
	statement(view('CREATE', op, q)),
	...commentOn(words('VIEW', q.qualified(op.view)), op.comment, q),
];

export const replaceView: Compile<'replaceView'> = (op, q) => [
	statement(view('CREATE OR REPLACE', op, q)),
	...commentOn(words('VIEW', q.qualified(op.view)), op.comment, q),
];

interface Drop {
	readonly view: QualifiedName;
	readonly ifExists: boolean;
	readonly cascade: boolean;
}

const drop = (kind: 'VIEW' | 'MATERIALIZED VIEW', op: Drop, q: Spelling): Sql =>
	words('DROP', kind, op.ifExists && 'IF EXISTS', q.qualified(op.view), op.cascade && 'CASCADE');

export const dropView: Compile<'dropView'> = (op, q) => [statement(drop('VIEW', op, q))];

/** @see https://www.postgresql.org/docs/current/sql-creatematerializedview.html */
export const createMaterializedView: Compile<'createMaterializedView'> = (op, q) => {
	const { columns, using, tablespace, ifNotExists, withData, comment } = op;
	const name = q.qualified(op.view);
	const head = words(
		'CREATE MATERIALIZED VIEW',
		ifNotExists && 'IF NOT EXISTS',
		name,
		columnList(columns, q),
		using !== undefined && words('USING', q.name(using)),
		storageParameters(op.with, q),
		tablespace !== undefined && words('TABLESPACE', q.name(tablespace)),
		'AS',
	);
	return [
		statement(around(head, op.query, !withData && words('WITH NO DATA'), q)),
		...commentOn(words('MATERIALIZED VIEW', name), comment, q),
	];
};

/**
 * It may run inside a transaction, concurrently too.
 *
 * @see https://www.postgresql.org/docs/current/sql-refreshmaterializedview.html
 */
export const refreshMaterializedView: Compile<'refreshMaterializedView'> = ({ view, concurrently, withData }, q) => [
	statement(
		words('REFRESH MATERIALIZED VIEW', concurrently && 'CONCURRENTLY', q.qualified(view), !withData && 'WITH NO DATA'),
	),
];

export const dropMaterializedView: Compile<'dropMaterializedView'> = (op, q) => [
	statement(drop('MATERIALIZED VIEW', op, q)),
];
