import type { FunctionSignature } from '../../schema/function-arguments.ts';
import type { ColumnType } from '../../sql/types.ts';
import { concat, list, type Sql } from '../../sql/words.ts';
import type { Spelling } from '../dialect.ts';
import { unsupported } from '../unsupported.ts';

/** A type as arguments and results have it. */
export function functionType(type: ColumnType, q: Spelling): Sql {
	const meant = q.resolveType(type);
	if ((meant.collation ?? meant.item?.collation) === undefined) return q.type(type);
	return unsupported(
		'postgresql',
		'give a type of a function a collation',
		'leave it out: what is passed brings its own, and COLLATE in the body sets another',
	);
}

/**
 * `app.twice(integer)`: the name of one function among those that share it.
 *
 * @see https://www.postgresql.org/docs/current/sql-dropfunction.html
 */
export const functionSignature = ({ function: name, argumentTypes }: FunctionSignature, q: Spelling): Sql =>
	concat(
		q.qualified(name),
		...(argumentTypes === undefined ? [] : [list(argumentTypes.map((type) => functionType(type, q)))]),
	);
