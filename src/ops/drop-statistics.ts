import { type QualifiedName, qualified } from '../core/names.ts';
import * as check from '../schema/arguments.ts';
import type { SqlFragment } from '../sql/sql.ts';
import { type CreateStatistics, createStatistics, type StatisticsKind } from './create-statistics.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';
import { inSchema, restored } from './reversal.ts';

export interface DropStatistics extends OperationBase<'dropStatistics'> {
	readonly statistics: QualifiedName;
	readonly ifExists: boolean;
	/** What they were; undoing the drop needs it. */
	readonly was?: CreateStatistics;
}

/** Statistics as createStatistics takes them. */
export interface StatisticsDefinition {
	readonly table: string;
	readonly columns: readonly (string | SqlFragment)[];
	readonly kinds?: readonly StatisticsKind[];
}

export interface DropStatisticsOptions {
	readonly schema?: string;
	/** Succeed when there are no such statistics. Default `false`. */
	readonly ifExists?: boolean;
	/** What they are now; undoing the drop needs it. */
	readonly was?: StatisticsDefinition;
}

export interface DropStatisticsMethod {
	/**
	 * Drop statistics made by createStatistics.
	 *
	 * @see https://www.postgresql.org/docs/current/sql-dropstatistics.html
	 *
	 * @example
	 * op.dropStatistics('address_place', { was: { table: 'address', columns: ['city', 'postcode'] } });
	 */
	dropStatistics(name: string, options?: DropStatisticsOptions): void;
}

const options = {
	schema: check.name,
	ifExists: check.flag,
	was: check.definition<StatisticsDefinition>('{ table, columns }', ['table', 'columns']),
};

export const dropStatistics: OperationDefinition<DropStatistics, DropStatisticsMethod['dropStatistics']> = {
	kind: 'dropStatistics',
	summary: 'Drop statistics of columns.',
	options,

	create(name, given, ...rest) {
		check.noMore('dropStatistics', rest);
		const own = check.name(name, 'dropStatistics: name');
		const { schema, ifExists = false, was } = check.readOptions('dropStatistics', given, options);
		return {
			kind: 'dropStatistics',
			statistics: qualified(own, schema),
			ifExists,
			...(was && { was: restoring(own, schema, was) }),
		};
	},

	reverse: ({ was }) => restored(was, 'the statistics', 'give { was: { table, columns } }'),
};

const restoring = (
	name: string,
	schema: string | undefined,
	{ table, columns, ...others }: StatisticsDefinition,
): CreateStatistics => createStatistics.create(name, table, columns, { ...others, ...inSchema(schema) });
