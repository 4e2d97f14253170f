import type { Value } from '../../schema/arguments.ts';
import { type Column, type Computed, type Identity, isComputed, isIdentity } from '../../schema/column.ts';
import type { CheckConstraint } from '../../schema/constraints.ts';
import { textOf } from '../../sql/split.ts';
import { isSqlFragment } from '../../sql/sql.ts';
import { statement } from '../../sql/statement.ts';
import type { ColumnType } from '../../sql/types.ts';
import { joined, list, raw, type Sql, words } from '../../sql/words.ts';
import type { Compile, Spelling } from '../dialect.ts';
import { countsByItself, defaultExpression, defaultValue, generated, isWhole } from '../standard/columns.ts';
import { standard } from '../standard/index.ts';
import { unsupported } from '../unsupported.ts';
import { constraint } from './constraints.ts';
import { indexClause } from './indexes.ts';
import { quoted } from './literals.ts';

/** All that a column is, apart from keys and checks. MODIFY COLUMN restates it. */
export interface Definition {
	readonly name: string;
	readonly type: ColumnType;
	readonly nullable: boolean;
	readonly filling: Value | Identity | Computed | undefined;
	readonly counts: boolean;
	readonly comment: string | undefined;
}

/** @see https://dev.mysql.com/doc/refman/8.4/en/create-table.html */
export const definition = ({ name, type, nullable, filling, counts, comment }: Definition, q: Spelling): Sql =>
	words(
		q.name(name),
		q.type(type),
		isComputed(filling) && generated(filling, q),
		!nullable && 'NOT NULL',
		filling !== undefined && !isComputed(filling) && words('DEFAULT', defaultOf(name, filling, type, q)),
		counts && 'AUTO_INCREMENT',
		comment !== undefined && raw(`COMMENT ${quoted(comment)}`),
	);

/** Types that take an expression as their default, and no literal. */
const WITHOUT_LITERAL = new Set(['json', 'largeBinary', 'text', 'unicodeText']);

/** What MySQL has for CURRENT_TIMESTAMP stands without parentheses, with its digits and with what sets it anew. */
const NOW = /^(?:now|current_timestamp|localtime|localtimestamp)(?:\(\d?\))?(?:\s+on\s+update\s+[\w()]+)?$/i;

/** @see https://dev.mysql.com/doc/refman/8.4/en/data-type-defaults.html */
export function defaultOf(name: string, value: Value | Identity, type: ColumnType, q: Spelling): Sql {
	if (isIdentity(value)) return refuseIdentity(name, 'give');
	const spelled = defaultValue(value, type, q);
	if (isSqlFragment(value)) return NOW.test(textOf(spelled)) ? spelled : defaultExpression(spelled);
	return WITHOUT_LITERAL.has(q.resolveType(type).name) ? list([spelled]) : spelled;
}

export const refuseIdentity = (column: string, verb: 'give' | 'change'): never =>
	unsupported(
		'mysql',
		verb === 'give' ? `give column "${column}" an identity` : `change the identity of column "${column}"`,
		'write autoincrement: true',
	);

/** The check of a column that has a name: it stands beside the column, since in it MariaDB takes no name. */
export const namedCheck = ({ check }: Column): readonly CheckConstraint[] => (check?.name === undefined ? [] : [check]);

/**
 * A column as it stands in CREATE TABLE and after ADD COLUMN: everything but its keys and a check with a name.
 *
 * @param keyColumns - Of the primary key of the table.
 * @param firstOfKeys - The columns that a key or an index begins with: one of them has to for AUTO_INCREMENT.
 */
export function columnDefinition(
	column: Column,
	keyColumns: readonly string[],
	firstOfKeys: readonly string[],
	q: Spelling,
): Sql {
	const { name, type, nullable, serverDefault, computed, identity, comment, check } = column;
	const counts = countsByItself(column, keyColumns, isWhole(type, q));
	if (counts && !firstOfKeys.includes(name)) {
		unsupported('mysql', `let column "${name}" count by itself without a key`, 'let a key or an index begin with it');
	}
	return words(
		definition({ name, type, nullable, filling: identity ?? computed ?? serverDefault, counts, comment }, q),
		check && check.name === undefined && constraint(check, q),
	);
}

/**
 * One statement, since each is committed by itself. Foreign keys stand beside the column: in it they would be ignored.
 *
 * @see https://dev.mysql.com/doc/refman/8.4/en/alter-table.html
 * @see https://dev.mysql.com/doc/refman/8.4/en/ansi-diff-foreign-keys.html
 */
export const addColumn: Compile<'addColumn'> = ({ table, column, constraints, indexes, ifNotExists }, q) => {
	if (ifNotExists) unsupported('mysql', 'add a column IF NOT EXISTS', 'leave ifNotExists out');
	const isKeyed = indexes.length > 0 || constraints.some(({ kind }) => kind !== 'foreignKey');
	const own = columnDefinition(column, column.primaryKey ? [column.name] : [], isKeyed ? [column.name] : [], q);
	const actions = [
		words('ADD COLUMN', own),
		...[...constraints, ...namedCheck(column)].map((item) => words('ADD', constraint(item, q))),
		...indexes.map((item) => words('ADD', indexClause(item, q))),
	];
	return [statement(words('ALTER TABLE', q.qualified(table), joined(actions)))];
};

export const dropColumn: Compile<'dropColumn'> = (op, q) =>
	op.ifExists ? unsupported('mysql', 'drop a column IF EXISTS', 'leave ifExists out') : standard.dropColumn(op, q);

/** @see https://dev.mysql.com/doc/refman/8.4/en/alter-table.html */
export const renameColumn: Compile<'renameColumn'> = (op, q) =>
	op.ifExists ? unsupported('mysql', 'rename a column IF EXISTS', 'leave ifExists out') : standard.renameColumn(op, q);
