import { type Statement, statement } from '../../sql/statement.ts';
import { type Sql, words } from '../../sql/words.ts';
import type { Compile, Spelling } from '../dialect.ts';
import { objectName, objectWords } from './object-name.ts';
import { typeName } from './types.ts';

/**
 * `COMMENT ON VIEW app.active IS 'who'`, where something is said of a comment; null drops the one that is there.
 *
 * @param object - The kind and the name: `VIEW app.active`.
 * @see https://www.postgresql.org/docs/current/sql-comment.html
 */
export const commentOn = (object: Sql, text: string | null | undefined, q: Spelling): readonly Statement[] =>
	text === undefined ? [] : [statement(words('COMMENT ON', object, 'IS', q.value(text)))];

export const setComment: Compile<'setComment'> = (op, q) => {
	const object = words(
		objectWords(op.type),
		objectName(op.type, op.object, op.argumentTypes, q),
		op.table && words('ON', q.qualified(op.table)),
		op.domain && words('ON DOMAIN', typeName(op.domain)),
	);
	return commentOn(object, op.comment, q);
};
