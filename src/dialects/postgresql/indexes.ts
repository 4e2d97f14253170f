import type { QualifiedName } from '../../core/names.ts';
import type { CreateIndex } from '../../ops/create-index.ts';
import { textOf } from '../../sql/split.ts';
import { type Statement, statement } from '../../sql/statement.ts';
import { list, type Sql, words } from '../../sql/words.ts';
import type { Compile, Spelling } from '../dialect.ts';
import { included } from './constraints.ts';
import { doBlock } from './do-block.ts';
import { indexElement, parenthesized } from './index-element.ts';
import { quoteString } from './literals.ts';
import { storageParameters } from './storage.ts';

type IndexParts = Pick<CreateIndex, 'name' | 'columns' | 'unique' | 'ifNotExists'> & {
	readonly table: QualifiedName;
	readonly postgresql?: CreateIndex['postgresql'];
};

/** @see https://www.postgresql.org/docs/current/sql-createindex.html */
export function indexStatement(
	{ name, table, columns, unique, ifNotExists, postgresql = {} }: IndexParts,
	q: Spelling,
): Statement {
	const { concurrently = false, using, where, include, ops, tablespace, nullsNotDistinct } = postgresql;
	const parts = words(
		'CREATE',
		unique && 'UNIQUE',
		'INDEX',
		concurrently && 'CONCURRENTLY',
		ifNotExists && 'IF NOT EXISTS',
		q.name(name),
		'ON',
		q.qualified(table),
		using !== undefined && words('USING', q.name(using)),
		list(columns.map((column) => indexElement(column, q, ops))),
		included(include, q),
		nullsNotDistinct && 'NULLS NOT DISTINCT',
		storageParameters(postgresql.with, q),
		tablespace !== undefined && words('TABLESPACE', q.name(tablespace)),
		where && words('WHERE', parenthesized(q.expression(where))),
	);
	const index = { ...table, name };
	return concurrently
		? statement(parts, { transaction: 'never', confirmation: isBuilt(index, table, q) })
		: statement(parts);
}

/**
 * After a failed build an invalid index stays behind, which IF NOT EXISTS then takes for the index. It is looked for
 * beside its table: another schema may come first in the search_path, and have an index of the same name.
 *
 * @see https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY
 */
function isBuilt(index: QualifiedName, table: QualifiedName, q: Spelling): Sql {
	return doBlock([
		'DECLARE',
		'    built regclass;',
		'    valid boolean;',
		'BEGIN',
		'    SELECT indexrelid, indisvalid INTO built, valid FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid',
		`        WHERE indrelid = to_regclass(${quoteString(textOf(q.qualified(table)))}) AND relname = ${quoteString(index.name)};`,
		'    IF valid IS NOT TRUE THEN',
		`        RAISE EXCEPTION USING MESSAGE = ${quoteString(`gen-sql: the index ${textOf(q.qualified(index))} is missing or invalid`)},`,
		"            HINT = coalesce('DROP INDEX CONCURRENTLY ' || built || '; then repeat', 'Repeat') || ' the part that builds it.';",
		'    END IF;',
		'END',
	]);
}

/** One of the same name in another schema than the table is none that was to go. */
function isGone(index: QualifiedName, table: string | undefined, q: Spelling): Sql {
	const spelled = textOf(q.qualified(index));
	const beside = table === undefined || index.schema !== undefined ? [] : [inSchemaOf(table, q)];
	return doBlock([
		'BEGIN',
		`    IF EXISTS (SELECT FROM pg_class WHERE oid = to_regclass(${quoteString(spelled)})${beside.join('')}) THEN`,
		`        RAISE EXCEPTION USING MESSAGE = ${quoteString(`gen-sql: the index ${spelled} is still there`)},`,
		"            HINT = 'Repeat the part that drops it.';",
		'    END IF;',
		'END',
	]);
}

const inSchemaOf = (table: string, q: Spelling): string => `
            AND relnamespace = coalesce((SELECT relnamespace FROM pg_class
                WHERE oid = to_regclass(${quoteString(textOf(q.name(table)))})), relnamespace)`;

export const createIndex: Compile<'createIndex'> = (op, q) => [
	indexStatement(op.online ? { ...op, postgresql: { ...op.postgresql, concurrently: true } } : op, q),
];

export const dropIndex: Compile<'dropIndex'> = ({ index, table, ifExists, online, postgresql }, q) => {
	const concurrently = online || postgresql?.concurrently === true;
	const parts = words('DROP INDEX', concurrently && 'CONCURRENTLY', ifExists && 'IF EXISTS', q.qualified(index));
	return [
		concurrently ? statement(parts, { transaction: 'never', confirmation: isGone(index, table, q) }) : statement(parts),
	];
};
