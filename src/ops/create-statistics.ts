import { GenSqlError } from '../core/error.ts';
import { type QualifiedName, qualified } from '../core/names.ts';
import * as check from '../schema/arguments.ts';
import { indexColumns } from '../schema/index-element.ts';
import type { SqlFragment } from '../sql/sql.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';
import { bare, mayHaveBeenThere, undoneBy } from './reversal.ts';

/** What the server is to learn of columns: how many distinct rows, which decide others, which values come together. */
export type StatisticsKind = 'ndistinct' | 'dependencies' | 'mcv';

export interface CreateStatistics extends OperationBase<'createStatistics'> {
	readonly statistics: QualifiedName;
	readonly table: QualifiedName;
	/** Column names, and expressions given as sql`…`. */
	readonly columns: readonly (string | SqlFragment)[];
	readonly kinds?: readonly StatisticsKind[];
	readonly ifNotExists: boolean;
}

export interface CreateStatisticsOptions {
	/** Schema of the statistics and of the table. */
	readonly schema?: string;
	/** What the server is to learn; all of it by default. */
	readonly kinds?: readonly StatisticsKind[];
	/** Succeed when there are statistics of this name, whatever they cover. Default `false`. */
	readonly ifNotExists?: boolean;
}

export interface CreateStatisticsMethod {
	/**
	 * Let the server keep statistics of columns that depend on each other, or of an expression.
	 *
	 * They are filled by the next ANALYZE of the table.
	 *
	 * @param columns - Column names, at least two; or expressions given as sql`…` (PostgreSQL 14 and later).
	 * @throws {GenSqlError} ARGUMENT_INVALID when there is one column alone, more than eight, or kinds for one expression.
	 * @see https://www.postgresql.org/docs/current/sql-createstatistics.html
	 *
	 * @example
	 * op.createStatistics('address_place', 'address', ['city', 'postcode'], { kinds: ['dependencies'] });
	 */
	createStatistics(
		name: string,
		table: string,
		columns: readonly (string | SqlFragment)[],
		options?: CreateStatisticsOptions,
	): void;
}

/** The server keeps no more. */
const MAX_COLUMNS = 8;

const options = {
	schema: check.name,
	kinds: check.listOf(check.oneOf('ndistinct', 'dependencies', 'mcv'), 'kinds'),
	ifNotExists: check.flag,
};

export const createStatistics: OperationDefinition<CreateStatistics, CreateStatisticsMethod['createStatistics']> = {
	kind: 'createStatistics',
	summary: 'Let the server keep statistics of columns that depend on each other.',
	options,

	create(name, table, columns, given, ...rest) {
		check.noMore('createStatistics', rest);
		const own = check.name(name, 'createStatistics: name');
		const on = check.name(table, 'createStatistics: table');
		const list = indexColumns(columns, 'createStatistics: columns');
		const { schema, ...others } = check.readOptions('createStatistics', given, options);
		checkColumns(list, others.kinds);
		return {
			kind: 'createStatistics',
			statistics: qualified(own, schema),
			table: qualified(on, schema),
			columns: list,
			ifNotExists: false,
			...others,
		};
	},

	reverse: (op) =>
		op.ifNotExists
			? mayHaveBeenThere('ifNotExists', op.table)
			: undoneBy({ kind: 'dropStatistics', statistics: op.statistics, ifExists: false, was: bare(op) }),
};

/** @throws {GenSqlError} ARGUMENT_INVALID when the server keeps no such statistics. */
function checkColumns(columns: readonly (string | SqlFragment)[], kinds: readonly StatisticsKind[] | undefined): void {
	if (columns.length > MAX_COLUMNS) {
		throw invalid(`columns has ${columns.length} of them, and the server keeps ${MAX_COLUMNS}`);
	}
	if (columns.length > 1) return;
	if (typeof columns[0] === 'string') throw invalid('columns has one name', 'the server keeps those of one by itself');
	if (kinds) throw invalid('kinds have no meaning for one expression', 'leave them out');
}

const invalid = (problem: string, hint?: string): GenSqlError =>
	new GenSqlError('ARGUMENT_INVALID', `createStatistics: ${problem}`, { hint });
