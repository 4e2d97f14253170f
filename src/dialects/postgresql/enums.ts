import { GenSqlError } from '../../core/error.ts';
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

function label(text: string): string {
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
