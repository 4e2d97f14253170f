import { GenSqlError } from '../core/error.ts';
import { type QualifiedName, qualified } from '../core/names.ts';
import * as check from '../schema/arguments.ts';
import { argumentTypes, isRoutine, ROUTINES } from '../schema/function-arguments.ts';
import { shownType } from '../schema/object-type.ts';
import type { ColumnType } from '../sql/types.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';
import { irreversible, undoneBy } from './reversal.ts';

/** Kinds of objects that have names of their own, in schemas. */
const IN_SCHEMAS = ['domain', 'index', 'materializedView', 'sequence', 'statistics', 'type', 'view'] as const;
/** Those that lie in no schema. */
const OUTSIDE_SCHEMAS = ['extension', 'schema'] as const;
/** Those whose names belong to a table. */
const OF_TABLES = ['constraint', 'policy', 'trigger'] as const;

const TYPES = [...IN_SCHEMAS, ...OUTSIDE_SCHEMAS, ...ROUTINES, ...OF_TABLES].sort();

/** A kind of object that has a comment. A table has createTableComment, a column alterColumn. */
export type CommentedType = (typeof TYPES)[number];

export interface SetComment extends OperationBase<'setComment'> {
	readonly type: CommentedType;
	readonly object: QualifiedName;
	/** Null when there is to be none. */
	readonly comment: string | null;
	/** The table of a constraint, a policy or a trigger. */
	readonly table?: QualifiedName;
	/** The domain of a constraint. */
	readonly domain?: QualifiedName;
	readonly argumentTypes?: readonly ColumnType[];
	/** The comment before; undoing the change needs it. */
	readonly existingComment?: string | null;
}

export interface SetCommentOptions {
	/** Schema of the object, or of its table or domain. */
	readonly schema?: string;
	/** The table of a constraint, a policy or a trigger. */
	readonly table?: string;
	/** The domain of a constraint. */
	readonly domain?: string;
	/** The types of what a function, procedure or routine is given, in order, where several share the name. */
	readonly argumentTypes?: readonly ColumnType[];
	/** The comment there is now, null for none; undoing the change needs it. */
	readonly existingComment?: string | null;
}

export interface SetCommentMethod {
	/**
	 * Set the comment of an object, or take it away. Of a table: see createTableComment; of a column: alterColumn.
	 *
	 * @param type - What the object is: constraint, domain, extension, function, index, materializedView, policy, procedure,
	 * routine, schema, sequence, statistics, trigger, type or view.
	 * @param name - As the server stores it; that of a constraint, a policy or a trigger needs the option `table`.
	 * @param comment - Null for none.
	 * @throws {GenSqlError} ARGUMENT_INVALID when an option does not fit the type, or one that it needs is missing.
	 * @see https://www.postgresql.org/docs/current/sql-comment.html
	 *
	 * @example
	 * op.setComment('view', 'active_user', 'Users of the last 30 days.', { existingComment: null });
	 */
	setComment(type: CommentedType, name: string, comment: string | null, options?: SetCommentOptions): void;
}

const commentedType: check.Check<CommentedType> = (given, label) => {
	const hint = HINTS.get(given);
	return hint === undefined ? oneOfTypes(given, label) : check.refuse(label, 'another type of object', given, hint);
};

const oneOfTypes = check.oneOf(...TYPES);

/** What has its comment from another call. */
const HINTS: ReadonlyMap<unknown, string> = new Map([
	['table', 'write op.createTableComment()'],
	['column', "write op.alterColumn('user', 'email', { comment: '…' })"],
]);

const options = {
	schema: check.name,
	table: check.name,
	domain: check.name,
	argumentTypes,
	existingComment: check.textOrNull,
};

const isOneOf = (types: readonly CommentedType[], type: CommentedType): boolean => types.includes(type);

/** @throws {GenSqlError} ARGUMENT_INVALID when an option does not fit the type, or one that it needs is missing. */
function checkFitting(type: CommentedType, { schema, table, domain, argumentTypes: types }: SetCommentOptions): void {
	if (schema !== undefined && isOneOf(OUTSIDE_SCHEMAS, type)) throw invalid(type, 'schema');
	if (types && !isRoutine(type)) throw invalid(type, 'argumentTypes');
	if (domain !== undefined && type !== 'constraint') throw invalid(type, 'domain');
	if (table !== undefined && (!isOneOf(OF_TABLES, type) || domain !== undefined)) throw invalid(type, 'table');
	if (isOneOf(OF_TABLES, type) && (table ?? domain) === undefined) {
		throw new GenSqlError('ARGUMENT_INVALID', `setComment: the table of the ${type} is missing`, {
			hint: "give { table: 'user' }",
		});
	}
}

const invalid = (type: CommentedType, option: string): GenSqlError =>
	new GenSqlError('ARGUMENT_INVALID', `setComment: ${option} has no meaning here: it is about a ${shownType(type)}`, {
		hint: 'leave it out',
	});

export const setComment: OperationDefinition<SetComment, SetCommentMethod['setComment']> = {
	kind: 'setComment',
	summary: 'Set the comment of an object.',
	options,

	create(type, name, comment, given, ...rest) {
		check.noMore('setComment', rest);
		const of = commentedType(type, 'setComment: type');
		const own = check.name(name, 'setComment: name');
		const said = check.textOrNull(comment, 'setComment: comment');
		const read = check.readOptions('setComment', given, options);
		checkFitting(of, read);
		const { schema, table, domain, ...others } = read;
		return {
			kind: 'setComment',
			type: of,
			object: qualified(own, isOneOf(OF_TABLES, of) ? undefined : schema),
			comment: said,
			...(table !== undefined && { table: qualified(table, schema) }),
			...(domain !== undefined && { domain: qualified(domain, schema) }),
			...others,
		};
	},

	reverse: ({ existingComment: before, ...op }) =>
		before === undefined
			? irreversible('the comment before is not known', 'give existingComment, null when there is none', op.table)
			: undoneBy({ ...op, comment: before, existingComment: op.comment }),
};
