import type { NamedIndex } from '../../schema/index-element.ts';
import { meaningfulTokens } from '../../sql/scan.ts';
import { textOf } from '../../sql/split.ts';
import type { SqlFragment } from '../../sql/sql.ts';
import { statement } from '../../sql/statement.ts';
import { list, raw, type Sql, words } from '../../sql/words.ts';
import type { Compile, Spelling } from '../dialect.ts';
import { unsupported } from '../unsupported.ts';

type Columns = readonly (string | SqlFragment)[];

const elements = (columns: Columns, q: Spelling): Sql =>
	list(columns.map((column) => (typeof column === 'string' ? q.name(column) : expressionElement(column, q))));

/**
 * An expression in parentheses of its own, its order behind them. A column alone may not stand in parentheses.
 *
 * @see https://dev.mysql.com/doc/refman/8.4/en/create-index.html#create-index-functional-key-parts
 */
function expressionElement(subject: SqlFragment, q: Spelling): Sql {
	const spelled = q.expression(subject);
	const text = textOf(spelled);
	const meaningful = meaningfulTokens(text, q.lexis);
	const last = meaningful.at(-1);
	const order = last && /^(?:asc|desc)$/i.test(last.text) ? last : undefined;
	const [only, ...more] = order ? meaningful.slice(0, -1) : meaningful;
	if (more.length === 0 && only && (only.kind === 'word' || only.text.startsWith('`'))) return spelled;
	if (!order) return list([spelled]);
	return words(list([raw(text.slice(0, order.start).trimEnd())]), raw(text.slice(order.start)));
}

/** An index as it stands in a table. */
export const indexClause = ({ name, columns, unique }: NamedIndex, q: Spelling): Sql =>
	words(unique && 'UNIQUE', 'INDEX', q.name(name), elements(columns, q));

/** The index has the schema of its table. */
export const createIndex: Compile<'createIndex'> = ({ name, table, columns, unique, ifNotExists }, q) => {
	if (ifNotExists) unsupported('mysql', 'create an index IF NOT EXISTS', 'leave ifNotExists out');
	return [
		statement(
			words('CREATE', unique && 'UNIQUE', 'INDEX', q.name(name), 'ON', q.qualified(table), elements(columns, q)),
		),
	];
};

/** @see https://dev.mysql.com/doc/refman/8.4/en/drop-index.html */
export const dropIndex: Compile<'dropIndex'> = ({ index, table, ifExists }, q) => {
	if (ifExists) unsupported('mysql', 'drop an index IF EXISTS', 'leave ifExists out');
	if (table === undefined) {
		return unsupported('mysql', `drop the index "${index.name}" without its table`, 'give the table after the name');
	}
	return [statement(words('DROP INDEX', q.name(index.name), 'ON', q.qualified({ ...index, name: table })))];
};
