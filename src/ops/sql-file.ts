import * as check from '../schema/arguments.ts';
import { relativePath } from '../schema/sql-file.ts';
import { type SqlFragment, verbatim } from '../sql/sql.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';
import { irreversible } from './reversal.ts';

export interface SqlFile extends OperationBase<'sqlFile'> {
	/** Its path from the folder of the revision. */
	readonly file: string;
	/** What it holds. */
	readonly sql: SqlFragment;
}

/** The same before the file is read. */
type Draft = Omit<SqlFile, 'sql'> & Partial<Pick<SqlFile, 'sql'>>;

export interface SqlFileMethod {
	/**
	 * Put the SQL of a file into the script: one statement or several, verbatim.
	 *
	 * The file is UTF-8. A byte order mark goes, and lines end with a line feed, so that the same commit gives the same
	 * script on every system. It belongs to the revision: who changes it later changes the revision.
	 *
	 * @param file - Its path from the folder of the revision, with `/` between its parts, also when a helper calls.
	 * @throws {GenSqlError} FILE_UNREADABLE when it cannot be read, or is not UTF-8.
	 * @throws {GenSqlError} SQL_INVALID when it holds no statement, or a quote or a comment that is not closed.
	 *
	 * @example
	 * op.sqlFile('sql/search.sql');
	 */
	sqlFile(file: string): void;
}

export const sqlFile: OperationDefinition<SqlFile, SqlFileMethod['sqlFile'], Draft> = {
	kind: 'sqlFile',
	summary: 'Put the SQL of a file into the script.',

	create(file, ...rest) {
		check.noMore('sqlFile', rest);
		return { kind: 'sqlFile', file: relativePath(file, 'sqlFile: file') };
	},

	reverse: () => irreversible('SQL text is not read'),

	read: (draft, readSql) => ({ ...draft, sql: draft.sql ?? verbatim(readSql(draft.file)) }),
};
