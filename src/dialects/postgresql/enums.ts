import { GenSqlError } from '../../core/error.ts';
import type { QualifiedName } from '../../core/names.ts';
import type { CreateEnum } from '../../ops/create-enum.ts';
import { textOf } from '../../sql/split.ts';
import { statement } from '../../sql/statement.ts';
import { list, raw, type Sql, words } from '../../sql/words.ts';
import type { Compile } from '../dialect.ts';
import { doBlock } from './do-block.ts';
import { quoteString } from './literals.ts';
import { typeName } from './types.ts';

/** NAMEDATALEN - 1: a label is stored as a name is. */
const MAX_LABEL = 63;

/** A label as a literal. */
export function label(text: string): string {
	const bytes = Buffer.byteLength(text);
	if (bytes <= MAX_LABEL) return quoteString(text);
	throw new GenSqlError('LITERAL_INVALID', `the label "${text}" is ${bytes} bytes long; PostgreSQL takes ${MAX_LABEL}`);
}

/** @see https://www.postgresql.org/docs/current/sql-createtype.html */
export const createEnum: Compile<'createEnum'> = (op) => {
	const labels = op.labels.map(label);
	const create = words('CREATE TYPE', typeName(op.type), 'AS ENUM', list(labels.map(raw)));
	return [statement(op.ifNotExists ? unlessThere(op, create, labels) : create)];
};

/** CREATE TYPE has no IF NOT EXISTS; a type of that name with other labels is not the one that is meant. */
function unlessThere({ type }: CreateEnum, create: Sql, labels: readonly string[]): Sql {
	const name = textOf(typeName(type));
	const schema = type.schema === undefined ? 'current_schema()' : quoteString(type.schema);
	return doBlock([
		'DECLARE',
		'    present text[];',
		'BEGIN',
		'    SELECT array_agg(e.enumlabel::text ORDER BY e.enumsortorder) INTO present FROM pg_enum e',
		'        JOIN pg_type t ON t.oid = e.enumtypid JOIN pg_namespace n ON n.oid = t.typnamespace',
		`        WHERE t.typname = ${quoteString(type.name)} AND n.nspname = ${schema};`,
		'    IF present IS NULL THEN',
		`        ${textOf(create)};`,
		`    ELSIF present <> ARRAY[${labels.join(', ')}]::text[] THEN`,
		`        RAISE EXCEPTION USING MESSAGE = ${quoteString(`gen-sql: the enum ${name} has other labels: `)}`,
		"            || array_to_string(present, ', ');",
		'    END IF;',
		'END',
	]);
}

/** @see https://www.postgresql.org/docs/current/sql-droptype.html */
export const dropEnum: Compile<'dropEnum'> = ({ type, ifExists }) => [
	statement(words('DROP TYPE', ifExists && 'IF EXISTS', typeName(type))),
];

/**
 * Later statements may use the label only once it is committed. Outside a transaction, nothing but a look at the labels
 * tells whether it was added.
 *
 * @see https://www.postgresql.org/docs/current/sql-altertype.html
 */
export const addEnumValue: Compile<'addEnumValue'> = ({ type, value, before, after, ifNotExists }) => {
	const add = words(
		'ALTER TYPE',
		typeName(type),
		'ADD VALUE',
		ifNotExists && 'IF NOT EXISTS',
		raw(label(value)),
		before !== undefined && words('BEFORE', raw(label(before))),
		after !== undefined && words('AFTER', raw(label(after))),
	);
	return [statement(add, { commitAfter: true, confirmation: hasLabel(type, value) })];
};

function hasLabel(type: QualifiedName, value: string): Sql {
	const name = textOf(typeName(type));
	return doBlock([
		'BEGIN',
		`    IF NOT EXISTS (SELECT FROM pg_enum WHERE enumtypid = to_regtype(${quoteString(name)})`,
		`            AND enumlabel = ${label(value)}) THEN`,
		`        RAISE EXCEPTION USING MESSAGE = ${quoteString(`gen-sql: the enum ${name} has no label ${value}`)},`,
		"            HINT = 'Repeat the part that adds it.';",
		'    END IF;',
		'END',
	]);
}

export const renameEnumValue: Compile<'renameEnumValue'> = ({ type, value, newValue }) => [
	statement(words('ALTER TYPE', typeName(type), 'RENAME VALUE', raw(label(value)), 'TO', raw(label(newValue)))),
];
