import type { QualifiedName } from '../../core/names.ts';
import type { Column } from '../../schema/column.ts';
import { textOf } from '../../sql/split.ts';
import { type Statement, statement } from '../../sql/statement.ts';
import type { Sql } from '../../sql/words.ts';
import type { Spelling } from '../dialect.ts';
import { doBlock } from './do-block.ts';
import { quoteString } from './literals.ts';

/** Pages in a batch: a megabyte, so that no row stays locked for long. */
const PAGES = 128;

/** Whoever reads the table sees all of it, or fails. */
const ALL_ROWS = 'SET LOCAL row_security = off;';

/** How often the table is gone through for rows that others held or moved meanwhile; there is a second in between. */
const PASSES = 60;

/**
 * The next transaction of a block. It sees what was committed since, whatever the default isolation, so that rows that
 * others have changed meanwhile are no error; and it fails where a policy would hide rows from it, as it does from an
 * owner of a table that forces its policies.
 *
 * @see https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-ROW-SECURITY
 */
const NEXT_TRANSACTION = ['COMMIT;', 'SET TRANSACTION ISOLATION LEVEL READ COMMITTED;', ALL_ROWS];

/**
 * Give the rows that are there the default of a column that new rows have already: in batches that are committed each,
 * past rows that others hold, partition by partition. What a stopped run has filled stays filled.
 *
 * @see https://www.postgresql.org/docs/current/sql-do.html — transaction control in a DO block that stands alone.
 */
export function backfill(table: QualifiedName, { name, nullable }: Column, q: Spelling): Statement {
	const target = textOf(q.qualified(table));
	const column = textOf(q.name(name));
	const inFormat = column.replaceAll('%', '%%');
	const rows = `SELECT ctid FROM ONLY %1$s WHERE ${inFormat} IS NULL AND ctid >= $1 AND ctid < $2 FOR UPDATE SKIP LOCKED`;
	const update = `UPDATE ONLY %1$s SET ${inFormat} = DEFAULT WHERE ctid = ANY (ARRAY(${rows}))`;
	const body = doBlock([
		'DECLARE',
		'    part regclass;',
		'    missing boolean;',
		'BEGIN',
		`    FOR pass IN 1..${PASSES} LOOP`,
		'        FOR part IN',
		`            WITH RECURSIVE parts(oid) AS (SELECT ${quoteString(target)}::regclass::oid`,
		'                UNION ALL SELECT inhrelid FROM pg_inherits JOIN parts ON inhparent = oid)',
		"            SELECT oid FROM parts JOIN pg_class USING (oid) WHERE relkind = 'r' ORDER BY oid",
		'        LOOP',
		`            FOR page IN 0..(pg_relation_size(part) / current_setting('block_size')::bigint) BY ${PAGES} LOOP`,
		...NEXT_TRANSACTION.map((line) => `                ${line}`),
		`                EXECUTE format(${quoteString(update)}, part)`,
		`                    USING format('(%s,0)', page)::tid, format('(%s,0)', page + ${PAGES})::tid;`,
		'            END LOOP;',
		'        END LOOP;',
		...NEXT_TRANSACTION.map((line) => `        ${line}`),
		`        SELECT ${unfilled(target, column)} INTO missing;`,
		'        EXIT WHEN NOT missing;',
		'        PERFORM pg_sleep(1);',
		'    END LOOP;',
		'    IF missing THEN',
		`        RAISE EXCEPTION USING MESSAGE = ${quoteString(`gen-sql: rows of ${target} are still without a value in ${column}`)},`,
		"            HINT = 'Others hold them, a trigger keeps them, or the default gives NULL. Repeat this part.';",
		'    END IF;',
		'END',
	]);
	return statement(body, { transaction: 'never', ...(nullable && { confirmation: isFilled(target, column) }) });
}

/** Whether a row has no value; its column is told from a variable of the block. */
const unfilled = (target: string, column: string): string =>
	`EXISTS (SELECT FROM ${target} AS held WHERE held.${column} IS NULL)`;

/** What follows in the transaction goes by the policies as before. */
function isFilled(target: string, column: string): Sql {
	return doBlock([
		'DECLARE',
		"    usual text := current_setting('row_security');",
		'BEGIN',
		`    ${ALL_ROWS}`,
		`    IF ${unfilled(target, column)} THEN`,
		`        RAISE EXCEPTION USING MESSAGE = ${quoteString(`gen-sql: rows of ${target} are without a value in ${column}`)},`,
		"            HINT = 'Repeat the part that fills them.';",
		'    END IF;',
		"    PERFORM set_config('row_security', usual, true);",
		'END',
	]);
}
