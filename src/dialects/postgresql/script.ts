import { byCodePoint } from '../../core/keys.ts';
import { textOf } from '../../sql/split.ts';
import { raw, type Sql, words } from '../../sql/words.ts';
import type { ScriptWords, VersionTable } from '../dialect.ts';
import { quoteString } from './literals.ts';
import { name, qualified } from './names.ts';

/** The version table as SQL. */
const tableOf = ({ table }: VersionTable): string => textOf(qualified(table));

/** Rows as a message shows them. */
const shown = (ids: readonly string[]): string => (ids.length === 0 ? 'base (no row)' : ids.join(', '));

/**
 * A DO block. Its quotes carry a tag that the body does not hold.
 *
 * @see https://www.postgresql.org/docs/current/sql-do.html
 */
function block(lines: readonly string[]): Sql {
	const body = lines.join('\n');
	let tag = '$gen_sql$';
	for (let number = 1; body.includes(tag); number++) tag = `$gen_sql_${number}$`;
	return raw(`DO ${tag}\n${body}\n${tag}`);
}

/**
 * SHARE ROW EXCLUSIVE lets one script in at a time and readers pass; the rows are read after the lock is there.
 *
 * @see https://www.postgresql.org/docs/current/explicit-locking.html
 */
function guardBlock(versions: VersionTable, expected: readonly string[]): Sql {
	const table = tableOf(versions);
	const ids = [...expected].sort(byCodePoint);
	const array = `ARRAY[${ids.map(quoteString).join(', ')}]::text[]`;
	const start = `this script starts at ${shown(ids)}`;
	return block([
		'DECLARE',
		'    present text[];',
		'BEGIN',
		`    IF to_regclass(${quoteString(table)}) IS NULL THEN`,
		`        RAISE EXCEPTION USING MESSAGE = ${quoteString(`gen-sql: ${start}; the database has no table ${table}`)},`,
		"            HINT = 'Nothing was changed. Is this the right database, and the right search_path?';",
		'    END IF;',
		`    LOCK TABLE ${table} IN SHARE ROW EXCLUSIVE MODE;`,
		`    SELECT coalesce(array_agg(version_num::text ORDER BY version_num::text COLLATE "C"), '{}')`,
		`        INTO present FROM ${table};`,
		`    IF present IS DISTINCT FROM ${array} THEN`,
		`        RAISE EXCEPTION USING MESSAGE = ${quoteString(`gen-sql: ${start}; the database is at `)}`,
		`            || coalesce(nullif(array_to_string(present, ', '), ''), ${quoteString(shown([]))}),`,
		"            HINT = 'This transaction changes nothing. Render a script that starts where the database is.';",
		'    END IF;',
		'END',
	]);
}

/** A change of one version row, which fails unless it is exactly one. */
function checked(versions: VersionTable, change: string, id: string): Sql {
	const problem = quoteString(`gen-sql: rows of ${tableOf(versions)} that say ${id}, instead of one: `);
	return block([
		'DECLARE',
		'    changed bigint;',
		'BEGIN',
		`    ${change};`,
		'    GET DIAGNOSTICS changed = ROW_COUNT;',
		'    IF changed <> 1 THEN',
		`        RAISE EXCEPTION USING MESSAGE = ${problem} || changed;`,
		'    END IF;',
		'END',
	]);
}

/** @see https://www.postgresql.org/docs/current/sql-set.html and https://www.postgresql.org/docs/current/runtime-config-client.html */
export const script: ScriptWords = {
	settings: [raw("SET client_encoding = 'UTF8'"), raw('SET standard_conforming_strings = on')],
	begin: words('BEGIN'),
	commit: words('COMMIT'),

	createVersionTable: ({ table }) =>
		raw(
			[
				`CREATE TABLE IF NOT EXISTS ${textOf(qualified(table))} (`,
				'    version_num varchar(32) NOT NULL,',
				`    CONSTRAINT ${textOf(name(`${table.name}_pkc`))} PRIMARY KEY (version_num)`,
				')',
			].join('\n'),
		),

	guard: guardBlock,

	// Until the guard has passed, the session writes nothing: the setting is part of the transaction that may fail.
	beforeOutside: [raw('SET default_transaction_read_only = on'), raw('BEGIN READ WRITE')],
	afterOutside: [raw('RESET default_transaction_read_only'), words('COMMIT')],

	insertVersion: (versions, id) => raw(`INSERT INTO ${tableOf(versions)} (version_num) VALUES (${quoteString(id)})`),

	updateVersion: (versions, from, to) =>
		checked(
			versions,
			`UPDATE ${tableOf(versions)} SET version_num = ${quoteString(to)} WHERE version_num = ${quoteString(from)}`,
			from,
		),

	deleteVersion: (versions, id) =>
		checked(versions, `DELETE FROM ${tableOf(versions)} WHERE version_num = ${quoteString(id)}`, id),
};
