import * as assert from 'uvu/assert';
import { lexis } from '../../src/dialects/postgresql/lexis.ts';
import { splitStatements } from '../../src/sql/scan.ts';
import type { Database } from './postgres.ts';

/** A way of running a script. Rejects when the script fails. */
export type Client<Needs = Database> = (database: Needs, script: string) => Promise<void>;

/** As a driver does that takes the script as one query. */
export const asOneQuery: Client<Pick<Database, 'exec'>> = (database, script) => database.exec(script);

/** As a driver does that sends a statement at a time. */
export const byStatement: Client<Pick<Database, 'query'>> = async (database, script) => {
	for (const { text, empty } of splitStatements(script, lexis)) if (!empty) await database.query(text);
};

/** psql that stops at the first error. Names that `:name` and its like would stand for, outside quotes, are set. */
export const byPsql =
	(env: Readonly<Record<string, string>> = {}): Client<Pick<Database, 'psql'>> =>
	async (database, script) => {
		const variables = ['name', 'x', 'text'].flatMap((name) => ['-v', `${name}=PWNED`]);
		const { code, stderr } = await database.psql(script, { args: ['-v', 'ON_ERROR_STOP=1', ...variables], env });
		assert.is(code, 0, stderr);
	};

/** The rows of the version table. */
export const versionOf = async (database: Pick<Database, 'query'>): Promise<readonly unknown[]> =>
	(await database.query('SELECT version_num FROM gen_sql_version')).map((row) => row['version_num']);

/** What a script that fails says. */
export const messageOf = async (running: Promise<void>): Promise<string> => (await failureOf(running)).message;

/** What a script that fails says is to be done. */
export const hintOf = async (running: Promise<void>): Promise<string | undefined> => (await failureOf(running)).hint;

async function failureOf(running: Promise<void>): Promise<Error & { readonly hint?: string }> {
	try {
		await running;
	} catch (error) {
		return error as Error;
	}
	throw new Error('the script ran');
}
