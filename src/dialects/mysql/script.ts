import { byCodePoint } from '../../core/keys.ts';
import { textOf } from '../../sql/split.ts';
import { raw, type Sql } from '../../sql/words.ts';
import type { ScriptShape, ScriptWords, VersionTable } from '../dialect.ts';
import { quoted } from './literals.ts';
import { name } from './names.ts';
import { spelling } from './spelling.ts';

/** The version table as SQL. */
const tableOf = ({ table }: VersionTable): string => textOf(spelling.qualified(table));

/** Rows as a message shows them. */
const shown = (ids: readonly string[]): string => (ids.length === 0 ? 'base (no row)' : ids.join(', '));

/**
 * What MySQL 8 has by default, whatever the server is set to.
 *
 * @see https://dev.mysql.com/doc/refman/8.4/en/sql-mode.html
 */
const SQL_MODE = [
	'ONLY_FULL_GROUP_BY',
	'STRICT_TRANS_TABLES',
	'NO_ZERO_IN_DATE',
	'NO_ZERO_DATE',
	'ERROR_FOR_DIVISION_BY_ZERO',
	'NO_ENGINE_SUBSTITUTION',
].join();

/** One script at a time in a database. @see https://dev.mysql.com/doc/refman/8.4/en/locking-functions.html */
const LOCK = "LEFT(CONCAT('gen_sql ', COALESCE(DATABASE(), '')), 64)";

/**
 * Fails with a message unless a condition holds. The language has no words for that outside stored programs: the
 * message becomes a key that is there twice.
 */
const failUnless = (condition: string, message: string): string =>
	[
		'INSERT INTO gen_sql_check (problem)',
		`    SELECT ${message}`,
		`    FROM (SELECT 1 UNION ALL SELECT 2) AS twice WHERE NOT (${condition})`,
	].join('\n');

/** Fails while another script has the lock. */
const LOCKED = failUnless('@gen_sql_lock <=> 1', "'gen-sql: another script is running here'");

/**
 * The session is read only until the check has passed, so that a client that goes on after an error still changes
 * nothing. The words that end it are chosen by the check itself.
 *
 * @see https://dev.mysql.com/doc/refman/8.4/en/set-transaction.html
 * @see https://dev.mysql.com/doc/refman/8.4/en/prepare.html
 */
function guard(versions: VersionTable, expected: readonly string[]): readonly Sql[] {
	const table = tableOf(versions);
	const ids = [...expected].sort(byCodePoint);
	const isRight =
		ids.length === 0
			? 'COUNT(*) = 0'
			: `COUNT(*) = ${ids.length} AND COALESCE(SUM(CAST(version_num AS BINARY) IN (${ids.map(quoted).join(', ')})), 0) = ${ids.length}`;
	const now = `COALESCE((SELECT GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR ', ') FROM ${table}), ${quoted(shown([]))})`;
	return [
		'SET SESSION TRANSACTION READ ONLY',
		"SET @gen_sql_right = 0, @gen_sql_go = 'DO 0'",
		`SELECT ${isRight} INTO @gen_sql_right FROM ${table}`,
		LOCKED,
		failUnless(
			'@gen_sql_right',
			`LEFT(CONCAT(${quoted(`gen-sql: starts at ${shown(ids)}; the database is at `)}, ${now}), 190)`,
		),
		[
			'SET @gen_sql_go = IF(@gen_sql_right AND @gen_sql_lock <=> 1 AND (SELECT COUNT(*) FROM gen_sql_check) = 0,',
			"    'SET SESSION TRANSACTION READ WRITE', 'DO 0')",
		].join('\n'),
		'PREPARE gen_sql_go FROM @gen_sql_go',
		'EXECUTE gen_sql_go',
		'DEALLOCATE PREPARE gen_sql_go',
	].map(raw);
}

/** A change of one version row, which fails unless it is exactly one. */
const checked = (versions: VersionTable, change: string, id: string): readonly Sql[] =>
	[change, failUnless('ROW_COUNT() = 1', quoted(`gen-sql: expected one row ${id} in ${tableOf(versions)}`))].map(raw);

const remarks = ({ parts }: ScriptShape): readonly string[] => [
	'MySQL commits each statement by itself: what is done stays done, and cannot be rolled back.',
	...(parts > 1 ? [`It has ${parts} parts, one for each revision; the version table tells which are complete.`] : []),
	'If it stops, remove the cause. In a new session send the settings, then the check of the version table of the part',
	'that failed, then all from the statement that failed on.',
	'It has to stop at the first error, as mysql does without --force. A failed check leaves the session read only.',
	'Names without a schema go to the database that the session uses. MySQL 8.0.19 or later.',
];

export const script: ScriptWords = {
	remarks,
	command: 'mysql --default-character-set=utf8mb4 <database> < <this file>',

	settings: [
		'SET NAMES utf8mb4',
		'SET @gen_sql_mode = @@SESSION.sql_mode, @gen_sql_autocommit = @@SESSION.autocommit',
		`SET SESSION sql_mode = '${SQL_MODE}'`,
		'SET SESSION autocommit = 1',
		[
			'CREATE TEMPORARY TABLE IF NOT EXISTS gen_sql_check (',
			'    problem VARCHAR(190) CHARACTER SET utf8mb4 NOT NULL PRIMARY KEY',
			')',
		].join('\n'),
		`SET @gen_sql_lock = GET_LOCK(${LOCK}, 10)`,
	].map(raw),
	resets: [
		`DO RELEASE_LOCK(${LOCK})`,
		'DROP TEMPORARY TABLE gen_sql_check',
		'SET SESSION autocommit = @gen_sql_autocommit',
		'SET SESSION sql_mode = @gen_sql_mode',
	].map(raw),

	begin: [],
	guardedBegin: [],
	commit: [],
	beforeOutside: [],

	createVersionTable: ({ table }) => [
		raw(
			[
				`CREATE TABLE IF NOT EXISTS ${textOf(spelling.qualified(table))} (`,
				'    version_num VARCHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,',
				`    CONSTRAINT ${textOf(name(`${table.name}_pkc`))} PRIMARY KEY (version_num)`,
				')',
			].join('\n'),
		),
	],

	guard,

	// No revision is cut: the parts are revisions, whose rows tell which are done.
	markPart: () => [],
	forgetPart: [],

	insertVersion: (versions, id) => [raw(`INSERT INTO ${tableOf(versions)} (version_num) VALUES (${quoted(id)})`)],

	updateVersion: (versions, from, to) =>
		checked(
			versions,
			`UPDATE ${tableOf(versions)} SET version_num = ${quoted(to)} WHERE version_num = ${quoted(from)}`,
			from,
		),

	deleteVersion: (versions, id) =>
		checked(versions, `DELETE FROM ${tableOf(versions)} WHERE version_num = ${quoted(id)}`, id),

	clearVersions: (versions) => [raw(LOCKED), raw(`DELETE FROM ${tableOf(versions)}`)],

	verdict: (versions) => [
		raw(`SELECT version_num AS \`gen-sql: the database is now at\` FROM ${tableOf(versions)} ORDER BY 1`),
	],
};
