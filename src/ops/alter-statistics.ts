import { type QualifiedName, qualified } from '../core/names.ts';
import * as check from '../schema/arguments.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';
import { irreversible, undoneBy } from './reversal.ts';

export interface AlterStatistics extends OperationBase<'alterStatistics'> {
	readonly statistics: QualifiedName;
	/** Null for the setting of the server. */
	readonly target: number | null;
	/** The target before; undoing the change needs it. */
	readonly existingTarget?: number | null;
}

export interface AlterStatisticsOptions {
	readonly schema?: string;
	/** The target there is now, null for the setting of the server; undoing the change needs it. */
	readonly existingTarget?: number | null;
}

export interface AlterStatisticsMethod {
	/**
	 * Set how much ANALYZE collects for statistics made by createStatistics. PostgreSQL 13 and later.
	 *
	 * @param target - From 0 to 10000; null for the setting of the server, `default_statistics_target`.
	 * @throws {GenSqlError} ARGUMENT_INVALID when the target is none.
	 * @see https://www.postgresql.org/docs/current/sql-alterstatistics.html
	 *
	 * @example
	 * op.alterStatistics('address_place', 1000, { existingTarget: null });
	 */
	alterStatistics(name: string, target: number | null, options?: AlterStatisticsOptions): void;
}

/** The server takes no more. */
const MAX_TARGET = 10_000;

const target: check.Check<number | null> = (given, label) =>
	given === null || (Number.isInteger(given) && Number(given) >= 0 && Number(given) <= MAX_TARGET)
		? (given as number | null)
		: check.refuse(label, `a whole number from 0 to ${MAX_TARGET}, or null`, given);

const options = { schema: check.name, existingTarget: target };

export const alterStatistics: OperationDefinition<AlterStatistics, AlterStatisticsMethod['alterStatistics']> = {
	kind: 'alterStatistics',
	summary: 'Set how much is collected for statistics of columns.',
	options,

	create(name, to, given, ...rest) {
		check.noMore('alterStatistics', rest);
		const own = check.name(name, 'alterStatistics: name');
		const wanted = target(to, 'alterStatistics: target');
		const { schema, ...others } = check.readOptions('alterStatistics', given, options);
		return { kind: 'alterStatistics', statistics: qualified(own, schema), target: wanted, ...others };
	},

	reverse: ({ kind, statistics, target: now, existingTarget }) =>
		existingTarget === undefined
			? irreversible('the target before is not known', 'give { existingTarget: null } or what it is')
			: undoneBy({ kind, statistics, target: existingTarget, existingTarget: now }),
};
