import type { BulkInsert } from '../../ops/bulk-insert.ts';
import type { Column } from '../../schema/column.ts';
import { tokens } from '../../sql/scan.ts';
import { textOf } from '../../sql/split.ts';
import type { Statement } from '../../sql/statement.ts';
import { raw } from '../../sql/words.ts';
import type { Compile, Spelling } from '../dialect.ts';
import { countsByItself, isWhole } from '../standard/columns.ts';
import { insertRows } from '../standard/data.ts';
import { standard } from '../standard/index.ts';
import { unsupported } from '../unsupported.ts';

/**
 * SQL of the author. The body of a stored program is one statement to the server, but clients that read a script cut
 * it at each semicolon.
 *
 * @see https://dev.mysql.com/doc/refman/8.4/en/stored-programs-defining.html
 */
function uncut(statements: readonly Statement[], q: Spelling): readonly Statement[] {
	const isCut = statements.some(({ parts }) => [...tokens(textOf(parts), q.lexis)].some(({ text }) => text === ';'));
	if (!isCut) return statements;
	return unsupported(
		'mysql',
		'run a statement with semicolons inside from a script',
		'write a body of one statement, without BEGIN and END, or create the program with another tool',
	);
}

export const execute: Compile<'execute'> = (op, q) => uncut(standard.execute(op, q), q);
export const sqlFile: Compile<'sqlFile'> = (op, q) => uncut(standard.sqlFile(op, q), q);

const insert = insertRows({ hasDefaultWord: true, emptyRow: raw('() VALUES ()') });

/** A 0 is refused where the server would take it for the next number. */
export const bulkInsert: Compile<'bulkInsert'> = (op, q) => {
	for (const column of countingColumns(op, q)) {
		const index = op.rows.findIndex((row) => row[column.name] === 0 || row[column.name] === 0n);
		if (index === -1) continue;
		unsupported(
			'mysql',
			`insert the 0 of rows[${index}].${column.name} into a column that counts by itself`,
			"write it with op.execute(), after SET SESSION sql_mode = CONCAT(@@sql_mode, ',NO_AUTO_VALUE_ON_ZERO')",
		);
	}
	return insert(op, q);
};

/** As far as the description of the table says. */
function countingColumns({ columns }: BulkInsert, q: Spelling): readonly Column[] {
	const keyColumns = columns.filter(({ primaryKey }) => primaryKey).map(({ name }) => name);
	return columns.filter((column) => countsByItself(column, keyColumns, isWhole(column.type, q)));
}
