import { GenSqlError } from '../core/error.ts';
import { didYouMean } from '../core/suggest.ts';

/** What Alembic offers and an offline recorder cannot, with what to write instead. */
export const REFUSED: Readonly<Record<string, string>> = {
	getBind: 'write the query as SQL: op.execute(sql`insert into … select …`) runs where the data is',
	runAsync: 'write the statements as SQL with op.execute()',
	getConnection: 'write the query as SQL: op.execute(sql`insert into … select …`) runs where the data is',
};

/** What JavaScript itself asks any object for; answering with an error would break `await` and logging. */
export const SILENT: ReadonlySet<string> = new Set([
	'then',
	'toJSON',
	'toString',
	'valueOf',
	'constructor',
	'inspect',
	'$$typeof',
	'nodeType',
	'asymmetricMatch',
]);

/**
 * What to say of a name that an object does not have.
 *
 * @param owner - `op` or `batch`.
 * @param known - The names it has.
 */
export function unknownMember(owner: string, name: string, known: readonly string[]): GenSqlError {
	if (Object.hasOwn(REFUSED, name)) {
		return new GenSqlError('DATABASE_UNAVAILABLE', `${owner}.${name}() needs a database, and gen-sql has none`, {
			hint: REFUSED[name],
		});
	}
	return new GenSqlError('OPERATION_UNKNOWN', `${owner}.${name} does not exist`, {
		hint: didYouMean(name, known, `${owner} has`),
	});
}
