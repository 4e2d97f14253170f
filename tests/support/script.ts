import { compile } from '../../src/dialects/compile.ts';
import { dialects } from '../../src/dialects/index.ts';
import { type RecordOptions, type RevisionBody, record } from '../../src/record/record.ts';
import { terminator, textOf } from '../../src/sql/split.ts';

/** The PostgreSQL statements of a revision body, each with its semicolon. */
export async function statementsOf(body: RevisionBody, options: RecordOptions = {}): Promise<readonly string[]> {
	const { spelling } = dialects.postgresql;
	const statements = compile(await record(body, options), dialects.postgresql);
	return statements.map(({ parts }) => `${textOf(parts)}${terminator(textOf(parts), spelling.lexis)}`);
}
