import { compile } from '../../src/dialects/compile.ts';
import { dialects } from '../../src/dialects/index.ts';
import { type RevisionBody, record } from '../../src/record/record.ts';
import { terminator, textOf } from '../../src/sql/split.ts';

/** The PostgreSQL statements of a revision body, each with its semicolon. */
export async function statementsOf(body: RevisionBody): Promise<readonly string[]> {
	const statements = compile(await record(body), dialects.postgresql);
	return statements.map(({ parts }) => `${textOf(parts)}${terminator(textOf(parts))}`);
}
