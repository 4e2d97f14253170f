import { byCodePoint } from '../../core/keys.ts';
import { textOf } from '../../sql/split.ts';
import { raw, type Sql } from '../../sql/words.ts';
import type { GuardedPart, ScriptShape, ScriptWords, VersionTable } from '../dialect.ts';
import { COMMITS_EACH } from '../standard/remarks.ts';
import { quoted } from './literals.ts';
import { name } from './names.ts';
import { spelling } from './spelling.ts';

/** The version table as SQL. */
const tableOf = ({ table }: VersionTable): string => textOf(spelling.qualified(table));

/** Rows as a message shows them. */
const shown = (ids: readonly string[]): string => (ids.length === 0 ? 'base (no row)' : ids.join(', '));

/**
 * A condition that has to hold.
 *
 * When it does not, OR ROLLBACK ends the transaction, and with it the savepoint that the part began with: sqlite3,
 * which goes on after an error, then works in a transaction that begins with the second savepoint and that nothing
 * commits, since the first one cannot be released any more.
 *
 * @param between - Statements after which the condition is looked at.
 * @see https://www.sqlite.org/lang_conflict.html
 * @see https://www.sqlite.org/lang_savepoint.html
 */
const check = (message: string, condition: string, between: readonly string[] = []): readonly Sql[] =>
	[
		`CREATE TEMPORARY TABLE gen_sql_check (\n    holds INTEGER CONSTRAINT ${textOf(name(message))} CHECK (holds)\n)`,
		...between,
		`INSERT OR ROLLBACK INTO temp.gen_sql_check SELECT ${condition}`,
		'SAVEPOINT gen_sql_rest',
		'DROP TABLE temp.gen_sql_check',
	].map(raw);

/** The rows are read after the lock is there; the version table is created so that there is one to read. */
function guard(
	versions: VersionTable,
	expected: readonly string[],
	_part: GuardedPart,
	after?: string,
): readonly Sql[] {
	const table = tableOf(versions);
	const ids = [...expected].sort(byCodePoint);
	const among = ids.length === 0 ? '' : ` WHERE version_num IN (${ids.map(quoted).join(', ')})`;
	const count = `(SELECT count(*) FROM ${table})`;
	const isRight =
		ids.length === 0
			? `${count} = 0`
			: `${count} = ${ids.length} AND (SELECT count(*) FROM ${table}${among}) = ${ids.length}`;
	const lock = `/* Takes the lock for writing. */ UPDATE ${table} SET version_num = version_num WHERE 0`;
	return [
		...(ids.length > 0 ? createVersionTable(versions) : []),
		...check(`gen-sql: this script starts at ${shown(ids)}, and ${table} does not say so`, isRight, [lock]),
		...(after === undefined ? [] : doneBefore(after)),
	];
}

const PARTS = raw('CREATE TEMPORARY TABLE IF NOT EXISTS gen_sql_part (mark TEXT)');

/** Rows tell which revisions are done, and this which parts of the one that is under way. */
const doneBefore = (mark: string): readonly Sql[] => [
	PARTS,
	...check(
		'gen-sql: the part before this one is not done in this session',
		`EXISTS (SELECT 1 FROM temp.gen_sql_part WHERE mark = ${quoted(mark)})`,
	),
];

const createVersionTable = ({ table }: VersionTable): readonly Sql[] => [
	raw(
		[
			`CREATE TABLE IF NOT EXISTS ${textOf(spelling.qualified(table))} (`,
			'    version_num VARCHAR(32) NOT NULL,',
			`    CONSTRAINT ${textOf(name(`${table.name}_pkc`))} PRIMARY KEY (version_num)`,
			')',
		].join('\n'),
	),
];

/** A change of one version row, which fails unless it is exactly one. */
const checked = (versions: VersionTable, change: string, id: string): readonly Sql[] =>
	check(`gen-sql: expected one row ${id} in ${tableOf(versions)}`, 'changes() = 1', [change]);

function remarks({ parts, outside, commitsEach, hasPlaceholders }: ScriptShape): readonly string[] {
	const whole =
		parts > 1
			? [
					`It has ${parts} parts, each committed by itself; outside a transaction: ${outside}. If it stops, what was committed`,
					'stays: remove the cause, and go on from the part that failed.',
				]
			: ['All of it is one transaction: either everything is done, or nothing.'];
	return [
		...whole,
		...(commitsEach ? COMMITS_EACH : []),
		'It commits by itself: run it on a connection of its own, outside any transaction, and with -bail: without, sqlite3',
		'goes on after a statement that failed and commits the others. On a wrong state nothing is changed either way.',
		'Foreign keys are enforced as the connection says (PRAGMA foreign_keys). SQLite 3.35 or later.',
		...(hasPlaceholders
			? ['Take care: sqlite3 reads a value that is not filled in as NULL (.parameter set :name).']
			: []),
	];
}

/** @see https://www.sqlite.org/lang_transaction.html */
export const script: ScriptWords = {
	remarks,
	command: 'sqlite3 -bail <database> < <this file>',

	settings: [],
	resets: [],

	begin: [raw('SAVEPOINT gen_sql_script')],
	guardedBegin: [raw('SAVEPOINT gen_sql_script')],
	commit: [raw('RELEASE gen_sql_script')],
	beforeOutside: [],

	createVersionTable,

	guard,

	markPart: (mark) => [
		PARTS,
		raw('DELETE FROM temp.gen_sql_part'),
		raw(`INSERT INTO temp.gen_sql_part VALUES (${quoted(mark)})`),
	],
	forgetPart: [raw('DELETE FROM temp.gen_sql_part')],

	insertVersion: (versions, id) => [raw(`INSERT INTO ${tableOf(versions)} (version_num) VALUES (${quoted(id)})`)],

	updateVersion: (versions, from, to) =>
		checked(
			versions,
			`UPDATE ${tableOf(versions)} SET version_num = ${quoted(to)} WHERE version_num = ${quoted(from)}`,
			from,
		),

	deleteVersion: (versions, id) =>
		checked(versions, `DELETE FROM ${tableOf(versions)} WHERE version_num = ${quoted(id)}`, id),

	clearVersions: (versions) => {
		const table = tableOf(versions);
		const isEmpty = `(SELECT count(*) FROM ${table}) = 0`;
		return check(`gen-sql: ${table} still has rows`, isEmpty, [`DELETE FROM ${table}`]);
	},

	verdict: (versions) => [
		raw(`SELECT version_num AS "gen-sql: the database is now at" FROM ${tableOf(versions)} ORDER BY 1`),
	],
};
