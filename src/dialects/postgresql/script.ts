import { byCodePoint } from '../../core/keys.ts';
import { textOf } from '../../sql/split.ts';
import { raw, type Sql, words } from '../../sql/words.ts';
import type { GuardedPart, ScriptShape, ScriptWords, VersionTable } from '../dialect.ts';
import { COMMITS_EACH } from '../standard/remarks.ts';
import { doBlock } from './do-block.ts';
import { quoteString } from './literals.ts';
import { name, qualified } from './names.ts';

/** The version table as SQL. */
const tableOf = ({ table }: VersionTable): string => textOf(qualified(table));

/** Rows as a message shows them. */
const shown = (ids: readonly string[]): string => (ids.length === 0 ? 'base (no row)' : ids.join(', '));

/** What a failed guard leaves behind, and what to do. */
const HINTS: { readonly [Part in GuardedPart]: string } = {
	transaction: 'This transaction changes nothing. Render a script that starts where the database is.',
	outside:
		'Nothing more is changed: this session refuses to write until it is closed, or RESET default_transaction_read_only.',
};

/** Fails in a session that is not to write; a transaction that a script begins would write all the same. */
const whereWritable = (setting: string): readonly string[] => [
	`    IF current_setting('${setting}') = 'on' THEN`,
	"        RAISE EXCEPTION USING MESSAGE = 'gen-sql: default_transaction_read_only is on',",
	"            HINT = 'An earlier script failed in this session, or somebody protects it: reconnect, or ask.';",
	'    END IF;',
];

/**
 * SHARE ROW EXCLUSIVE lets one script in at a time and readers pass; the rows are read after the lock is there.
 *
 * @see https://www.postgresql.org/docs/current/explicit-locking.html
 */
const lock = (versions: VersionTable): readonly string[] => [
	`    LOCK TABLE ${tableOf(versions)} IN SHARE ROW EXCLUSIVE MODE;`,
];

function guard(versions: VersionTable, expected: readonly string[], part: GuardedPart, after?: string): readonly Sql[] {
	const table = tableOf(versions);
	const ids = [...expected].sort(byCodePoint);
	const array = `ARRAY[${ids.map(quoteString).join(', ')}]::text[]`;
	const start = `gen-sql: this script starts at ${shown(ids)}; the database `;
	const hint = `            HINT = ${quoteString(HINTS[part])};`;
	const setting = part === 'outside' ? 'gen_sql.read_only' : 'default_transaction_read_only';
	const check = doBlock([
		'DECLARE',
		'    present text[];',
		'BEGIN',
		...whereWritable(setting),
		`    IF to_regclass(${quoteString(table)}) IS NULL THEN`,
		`        RAISE EXCEPTION USING MESSAGE = ${quoteString(`${start}has no table ${table}`)},`,
		hint,
		'    END IF;',
		...lock(versions),
		`    SELECT coalesce(array_agg(version_num::text ORDER BY version_num::text COLLATE "C"), '{}')`,
		`        INTO present FROM ${table};`,
		`    IF present IS DISTINCT FROM ${array} THEN`,
		`        RAISE EXCEPTION USING MESSAGE = ${quoteString(`${start}is at `)}`,
		`            || coalesce(nullif(array_to_string(present, ', '), ''), ${quoteString(shown([]))}),`,
		hint,
		'    END IF;',
		...(after === undefined ? [] : doneBefore(after)),
		...(part === 'outside'
			? [`    PERFORM set_config('default_transaction_read_only', current_setting('gen_sql.read_only'), false);`]
			: []),
		'END',
	]);
	return [check];
}

/** Rows tell which revisions are done, and this which parts of the one that is under way. */
const doneBefore = (mark: string): readonly string[] => [
	`    IF current_setting('gen_sql.part', true) IS DISTINCT FROM ${quoteString(mark)} THEN`,
	"        RAISE EXCEPTION USING MESSAGE = 'gen-sql: the part before this one is not done',",
	`            HINT = ${quoteString(`If it was done in another session: SET gen_sql.part = ${quoteString(mark)};`)};`,
	'    END IF;',
];

/**
 * The server asks for the right to create before it looks whether the table is there, and a schema of its own may belong
 * to somebody else. Without a schema, what is there is the table that a search path finds, not where it would be created.
 *
 * @see https://www.postgresql.org/docs/current/sql-createtable.html
 */
function createVersionTable(versions: VersionTable): readonly Sql[] {
	const table = tableOf(versions);
	const definition = [
		'    version_num varchar(32) NOT NULL,',
		`    CONSTRAINT ${textOf(name(`${versions.table.name}_pkc`))} PRIMARY KEY (version_num)`,
		')',
	];
	if (versions.table.schema === undefined) {
		return [raw([`CREATE TABLE IF NOT EXISTS ${table} (`, ...definition].join('\n'))];
	}
	const create = [`CREATE TABLE ${table} (`, ...definition].map((line) => `        ${line}`).join('\n');
	return [
		doBlock(['BEGIN', `    IF to_regclass(${quoteString(table)}) IS NULL THEN`, `${create};`, '    END IF;', 'END']),
	];
}

/** A change of one version row, which fails unless it is exactly one. */
function checked(versions: VersionTable, change: string, id: string): readonly Sql[] {
	const problem = quoteString(`gen-sql: expected one row ${id} in ${tableOf(versions)}, found `);
	const block = doBlock([
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
	return [block];
}

function remarks({ parts, outside, commitsEach }: ScriptShape): readonly string[] {
	const whole =
		parts > 1
			? [
					`It has ${parts} parts, each committed by itself; outside a transaction: ${outside}. Send it statement by statement, as`,
					'psql does, on a connection of its own. If it stops, what was committed stays: remove the cause, and go on from the',
					'part that failed; in another session, send the SET statements before part 1 again.',
				]
			: ['All of it is one transaction: either everything is done, or nothing.'];
	return [
		...whole,
		...(commitsEach ? COMMITS_EACH : []),
		'It commits by itself: run it neither inside BEGIN … ROLLBACK nor with psql -1, nor with ON_ERROR_ROLLBACK.',
		'Names without a schema go to the first schema of the search_path.',
	];
}

const duration = (milliseconds: number): string =>
	milliseconds % 1000 === 0 ? `${milliseconds / 1000}s` : `${milliseconds}ms`;

/**
 * @see https://www.postgresql.org/docs/current/sql-set.html
 * @see https://www.postgresql.org/docs/current/runtime-config-client.html
 */
export const script: ScriptWords = {
	remarks,
	command: 'psql -X -v ON_ERROR_STOP=1 -d <database> -f <this file>',

	settings: [raw("SET client_encoding = 'UTF8'"), raw('SET standard_conforming_strings = on')],
	resets: [raw('RESET standard_conforming_strings'), raw('RESET client_encoding')],

	begin: [words('BEGIN')],

	// Read committed, since the guard has to see what was committed while it waited for its lock. Read only at first,
	// since a savepoint cannot leave that again: psql with ON_ERROR_ROLLBACK, which goes on inside a transaction after
	// an error, is kept out that way.
	guardedBegin: [raw('BEGIN ISOLATION LEVEL READ COMMITTED READ ONLY'), raw('SET TRANSACTION READ WRITE')],
	commit: [words('COMMIT')],

	// Until the guard has passed, the session writes nothing: the guard's transaction puts the setting back.
	beforeOutside: [
		doBlock([
			'BEGIN',
			"    PERFORM set_config('gen_sql.read_only', current_setting('default_transaction_read_only'), false);",
			"    PERFORM set_config('default_transaction_read_only', 'on', false);",
			'END',
		]),
	],

	createVersionTable,

	guard,

	lockTimeout: (milliseconds, part) =>
		part === 'transaction'
			? { begin: [raw(`SET LOCAL lock_timeout = '${duration(milliseconds)}'`)], end: [] }
			: { begin: [raw(`SET lock_timeout = '${duration(milliseconds)}'`)], end: [raw('RESET lock_timeout')] },

	markPart: (mark) => [raw(`SET gen_sql.part = ${quoteString(mark)}`)],
	forgetPart: [raw('RESET gen_sql.part')],

	insertVersion: (versions, id) => [raw(`INSERT INTO ${tableOf(versions)} (version_num) VALUES (${quoteString(id)})`)],

	updateVersion: (versions, from, to) =>
		checked(
			versions,
			`UPDATE ${tableOf(versions)} SET version_num = ${quoteString(to)} WHERE version_num = ${quoteString(from)}`,
			from,
		),

	deleteVersion: (versions, id) =>
		checked(versions, `DELETE FROM ${tableOf(versions)} WHERE version_num = ${quoteString(id)}`, id),

	clearVersions: (versions) => [
		doBlock([
			'BEGIN',
			...whereWritable('default_transaction_read_only'),
			...lock(versions),
			`    DELETE FROM ${tableOf(versions)};`,
			'END',
		]),
	],

	verdict: (versions) => [
		raw(`SELECT version_num AS "gen-sql: the database is now at" FROM ${tableOf(versions)} ORDER BY 1`),
	],
};
