import { statement } from '../../sql/statement.ts';
import { joined, list, raw, words } from '../../sql/words.ts';
import type { Compile } from '../dialect.ts';
import { parenthesized } from './index-element.ts';

/** @see https://www.postgresql.org/docs/current/sql-createstatistics.html */
export const createStatistics: Compile<'createStatistics'> = (op, q) => [
	statement(
		words(
			'CREATE STATISTICS',
			op.ifNotExists && 'IF NOT EXISTS',
			q.qualified(op.statistics),
			op.kinds && list(op.kinds.map(raw)),
			'ON',
			joined(
				op.columns.map((column) => (typeof column === 'string' ? q.name(column) : parenthesized(q.expression(column)))),
			),
			'FROM',
			q.qualified(op.table),
		),
	),
];

/** @see https://www.postgresql.org/docs/current/sql-dropstatistics.html */
export const dropStatistics: Compile<'dropStatistics'> = ({ statistics, ifExists }, q) => [
	statement(words('DROP STATISTICS', ifExists && 'IF EXISTS', q.qualified(statistics))),
];

/** @see https://www.postgresql.org/docs/current/sql-alterstatistics.html — -1 is the setting of the server */
export const alterStatistics: Compile<'alterStatistics'> = ({ statistics, target }, q) => [
	statement(
		words('ALTER STATISTICS', q.qualified(statistics), 'SET STATISTICS', raw(String(target === null ? -1 : target))),
	),
];
