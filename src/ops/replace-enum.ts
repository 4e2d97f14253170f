import { GenSqlError } from '../core/error.ts';
import { type QualifiedName, qualified } from '../core/names.ts';
import * as check from '../schema/arguments.ts';
import {
	checkMapping,
	type EnumColumn,
	type EnumLabels,
	type EnumMapping,
	enumMapping,
	inSteps,
	labelsBefore,
	type ReplacedColumn,
	replacedColumn,
	wayBack,
} from '../schema/enum-replacement.ts';
import { isSqlFragment } from '../sql/sql.ts';
import { enumLabels } from '../sql/type-arguments.ts';
import type { OperationBase, OperationDefinition, Reversal } from './operation.ts';
import { irreversible, restored } from './reversal.ts';

export interface ReplaceEnum extends OperationBase<'replaceEnum'>, EnumLabels {
	readonly type: QualifiedName;
	readonly columns: readonly ReplacedColumn[];
	/** What it was; undoing the change needs it. */
	readonly was?: EnumLabels;
}

export interface ReplaceEnumOptions {
	readonly schema?: string;
	/** All columns of the type, also those of arrays of it. */
	readonly columns?: readonly EnumColumn[];
	/** What each label becomes that is to go: another one, or null for no value. */
	readonly mapping?: EnumMapping;
	/**
	 * The labels that it has now, in their order, or an object that holds them beside the `mapping` for the way back;
	 * undoing the change needs them. A new label that one old label was mapped to goes back to that one by itself.
	 */
	readonly was?: readonly string[] | { readonly labels: readonly string[]; readonly mapping?: EnumMapping };
}

export interface ReplaceEnumMethod {
	/**
	 * Build an enum type anew with other labels, or with the same in another order.
	 *
	 * The old type gets another name, the columns are converted through text, and the old type is dropped, all in one
	 * transaction. A row that holds a label which neither stays nor is mapped makes the script fail, and so does a column
	 * or a function of the type that is not named. Each table is locked and written anew, with the indexes on its columns;
	 * partitions and child tables go with their parent, and get its default. Of the columns there are no statistics until
	 * the next ANALYZE.
	 *
	 * The server refuses the change of a column that a view, a generated column, a policy, the condition of a trigger, the
	 * key of a partitioned table, or a foreign key between two tables needs, and of one that a check or the condition of an
	 * index compares with a label: drop these before and create them afterwards. The owner, the comment and the privileges
	 * of the type are to be given anew. Without `schema` the new type is made in the first schema of the search_path,
	 * wherever the old one was.
	 *
	 * @param labels - All labels that it is to have, in their order.
	 * @throws {GenSqlError} ARGUMENT_INVALID when labels are mapped that are not there, or to such; or when labels of arrays
	 * are to change places.
	 * @throws {GenSqlError} OPERATION_UNSUPPORTED when it stands in `op.autocommitBlock()`.
	 * @throws {GenSqlError} TYPE_CONFLICT when the type has other labels than the call says.
	 * @see https://www.postgresql.org/docs/current/sql-altertype.html
	 *
	 * @example
	 * op.replaceEnum('order_state', ['new', 'sent'], {
	 * 	columns: [{ table: 'order', column: 'state', serverDefault: 'new' }],
	 * 	mapping: { paid: 'new' },
	 * 	was: ['new', 'paid', 'sent'],
	 * });
	 */
	replaceEnum(name: string, labels: readonly string[], options?: ReplaceEnumOptions): void;
}

const options = {
	schema: check.name,
	columns: check.listOf(replacedColumn, 'columns', 0),
	mapping: enumMapping,
	was: labelsBefore,
};

export const replaceEnum: OperationDefinition<ReplaceEnum, ReplaceEnumMethod['replaceEnum']> = {
	kind: 'replaceEnum',
	summary: 'Build an enum type anew with other labels, and convert its columns.',
	options,

	create(name, labels, given, ...rest) {
		check.noMore('replaceEnum', rest);
		const own = check.name(name, 'replaceEnum: name');
		const next = enumLabels(labels, 'replaceEnum: labels');
		const { schema, columns = [], mapping = {}, was } = check.readOptions('replaceEnum', given, options);
		checkMapping('replaceEnum: mapping', mapping, was?.labels, next);
		if (was?.mapping) checkMapping('replaceEnum: was.mapping', was.mapping, next, was.labels);
		const back = was && { labels: was.labels, mapping: was.mapping ?? wayBack(mapping, next, was.labels) };
		for (const { mapping: way } of back ? [{ mapping }, back] : [{ mapping }]) checkArrays(columns, way);
		return {
			kind: 'replaceEnum',
			type: qualified(own, schema),
			labels: next,
			columns,
			mapping,
			...(back && { was: back }),
		};
	},

	reverse: undone,
	types: (op) => ({ relabels: { type: op.type, labels: (now) => (now && contradiction(op, now)) ?? op.labels } }),
};

/** @throws {GenSqlError} ARGUMENT_INVALID when labels are to change places in an array. */
function checkArrays(columns: readonly ReplacedColumn[], mapping: EnumMapping): void {
	const array = columns.find((column) => column.array && !column.using);
	if (!array || inSteps(mapping)) return;
	throw new GenSqlError('ARGUMENT_INVALID', `replaceEnum: labels cannot change places in arrays ("${array.column}")`, {
		hint: 'say with using how each array is converted',
	});
}

const quoted = (label: string): string => JSON.stringify(label);

function contradiction({ mapping, was }: ReplaceEnum, now: readonly string[]): string | undefined {
	if (was && JSON.stringify(was.labels) !== JSON.stringify(now)) {
		return `has not the labels ${was.labels.map(quoted).join(', ')} before`;
	}
	const stray = Object.keys(mapping).find((label) => !now.includes(label));
	return stray === undefined ? undefined : `has no label ${quoted(stray)}`;
}

/** The labels that a default names, when it is no SQL. */
const labelsIn = (value: check.Value): readonly unknown[] =>
	isSqlFragment(value) ? [] : Array.isArray(value) ? value.flat(Number.POSITIVE_INFINITY) : [value];

/** The column the other way round; undefined when its default before is not known. */
function turned(column: ReplacedColumn, before: readonly string[]): ReplacedColumn | undefined {
	const { serverDefault: next, existingServerDefault: now } = column;
	if (now !== undefined)
		return { ...column, serverDefault: now, ...(next !== undefined && { existingServerDefault: next }) };
	if (next === undefined) return column;
	const isKept = next !== null && labelsIn(next).every((label) => before.some((known) => known === label));
	return isKept ? column : undefined;
}

function undone({ kind, type, labels, mapping, columns, was }: ReplaceEnum): Reversal {
	if (!was) return restored(undefined, `the enum "${type.name}"`, 'give { was: [ its labels ] }');
	if (columns.some(({ using }) => using)) {
		return irreversible('how the new values become the old ones is not known', 'give mapping in the place of using');
	}
	const back = columns.map((column) => turned(column, was.labels));
	const unknown = columns.find((_, index) => back[index] === undefined);
	if (unknown) {
		return irreversible(`what default "${unknown.column}" had is not known`, 'give its existingServerDefault');
	}
	const known = back.filter((column) => column !== undefined);
	return { operations: [{ kind, type, ...was, columns: known, was: { labels, mapping } }] };
}
