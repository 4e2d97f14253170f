import type { QualifiedName } from '../../core/names.ts';
import type { CreateIndex } from '../../ops/create-index.ts';
import { type Statement, statement } from '../../sql/statement.ts';
import { list, words } from '../../sql/words.ts';
import type { Compile, Spelling } from '../dialect.ts';

type IndexParts = Pick<CreateIndex, 'name' | 'columns' | 'unique' | 'ifNotExists'> & { readonly table: QualifiedName };

/**
 * The schema stands before the name of the index; its table is one of the same schema.
 *
 * @see https://www.sqlite.org/lang_createindex.html
 */
export const indexStatement = ({ name, table, columns, unique, ifNotExists }: IndexParts, q: Spelling): Statement =>
	statement(
		words(
			'CREATE',
			unique && 'UNIQUE',
			'INDEX',
			ifNotExists && 'IF NOT EXISTS',
			q.qualified({ ...table, name }),
			'ON',
			q.name(table.name),
			list(columns.map((column) => (typeof column === 'string' ? q.name(column) : q.expression(column)))),
		),
	);

export const createIndex: Compile<'createIndex'> = (op, q) => [indexStatement(op, q)];

export const dropIndex: Compile<'dropIndex'> = ({ index, ifExists }, q) => [
	statement(words('DROP INDEX', ifExists && 'IF EXISTS', q.qualified(index))),
];
