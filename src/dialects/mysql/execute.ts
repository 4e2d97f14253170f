import { tokens } from '../../sql/scan.ts';
import { textOf } from '../../sql/split.ts';
import type { Compile } from '../dialect.ts';
import { standard } from '../standard/index.ts';
import { unsupported } from '../unsupported.ts';

/**
 * SQL of the author. The body of a stored program is one statement to the server, but clients that read a script cut
 * it at each semicolon.
 *
 * @see https://dev.mysql.com/doc/refman/8.4/en/stored-programs-defining.html
 */
export const execute: Compile<'execute'> = (op, q) => {
	const statements = standard.execute(op, q);
	const isCut = statements.some(({ parts }) => [...tokens(textOf(parts), q.lexis)].some(({ text }) => text === ';'));
	if (!isCut) return statements;
	return unsupported(
		'mysql',
		'run a statement with semicolons inside from a script',
		'write a body of one statement, without BEGIN and END, or create the program with another tool',
	);
};
