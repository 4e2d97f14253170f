import type { CommentedType, SetComment } from '../../ops/set-comment.ts';
import { type Statement, statement } from '../../sql/statement.ts';
import { type Sql, words } from '../../sql/words.ts';
import type { Compile, Spelling } from '../dialect.ts';
import { functionSignature } from './function-signature.ts';
import { typeName } from './types.ts';

/**
 * `COMMENT ON VIEW app.active IS 'who'`, where something is said of a comment; null drops the one that is there.
 *
 * @param object - The kind and the name: `VIEW app.active`.
 * @see https://www.postgresql.org/docs/current/sql-comment.html
 */
export const commentOn = (object: Sql, text: string | null | undefined, q: Spelling): readonly Statement[] =>
	text === undefined ? [] : [statement(words('COMMENT ON', object, 'IS', q.value(text)))];

/** Each kind of object in COMMENT ON. */
const OBJECTS = {
	constraint: 'CONSTRAINT',
	domain: 'DOMAIN',
	extension: 'EXTENSION',
	function: 'FUNCTION',
	index: 'INDEX',
	materializedView: 'MATERIALIZED VIEW',
	policy: 'POLICY',
	procedure: 'PROCEDURE',
	routine: 'ROUTINE',
	schema: 'SCHEMA',
	sequence: 'SEQUENCE',
	statistics: 'STATISTICS',
	trigger: 'TRIGGER',
	type: 'TYPE',
	view: 'VIEW',
} as const satisfies Record<CommentedType, Uppercase<string>>;

function named({ type, object, argumentTypes }: SetComment, q: Spelling): Sql {
	if (type === 'type' || type === 'domain') return typeName(object);
	return argumentTypes ? functionSignature({ function: object, argumentTypes }, q) : q.qualified(object);
}

export const setComment: Compile<'setComment'> = (op, q) => {
	const object = words(
		OBJECTS[op.type],
		named(op, q),
		op.table && words('ON', q.qualified(op.table)),
		op.domain && words('ON DOMAIN', typeName(op.domain)),
	);
	return commentOn(object, op.comment, q);
};
