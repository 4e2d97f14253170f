import * as assert from 'uvu/assert';
import { Catalog } from '../../src/dialects/postgresql/catalog/catalog.ts';
import { lexis } from '../../src/dialects/postgresql/lexis.ts';
import { loadPostgresqlParser } from '../../src/sql/parse-postgresql.ts';
import { splitStatements } from '../../src/sql/scan.ts';
import { catalogLines } from './catalog-lines.ts';
import type { Database, Major } from './postgres.ts';
import { serverLines } from './server-lines.ts';

const parser = await loadPostgresqlParser();

/** A database and a catalog that are told the same. */
export class Replay {
	readonly #database: Pick<Database, 'query'>;
	readonly #major: Major;
	catalog = new Catalog(parser.parse);

	constructor(database: Pick<Database, 'query'>, major: Major) {
		this.#database = database;
		this.#major = major;
	}

	/** Run each statement of a script in both. Rejects with the server's error. */
	async run(script: string): Promise<void> {
		for (const { text, empty } of splitStatements(script, lexis)) {
			if (empty) continue;
			await this.#database.query(text);
			this.apply(text);
		}
	}

	/** Run statements in a transaction that is taken back; those that the server refuses are left out in both. */
	async tried(statements: readonly string[], what: string): Promise<void> {
		const before = this.catalog;
		this.catalog = before.copy();
		await this.#database.query('BEGIN');
		try {
			const taken: string[] = [];
			for (const text of statements) if (await this.#isTaken(text)) taken.push(text);
			for (const text of taken) this.apply(text);
			await this.check(`${what}${taken.join(';\n')}`);
		} finally {
			await this.#database.query('ROLLBACK');
			this.catalog = before;
		}
	}

	async #isTaken(text: string): Promise<boolean> {
		await this.#database.query('SAVEPOINT s');
		try {
			await this.#database.query(text);
			return true;
		} catch {
			await this.#database.query('ROLLBACK TO SAVEPOINT s');
			return false;
		}
	}

	/** Tell the catalog alone. */
	apply(text: string): void {
		for (const tree of parser.parse(text) ?? []) this.catalog.apply(tree);
	}

	/** Both hold the same. */
	async check(what: string): Promise<void> {
		const [expected, actual] = [await serverLines(this.#database), catalogLines(this.catalog, this.#major)];
		const [known, found] = [new Set(expected), new Set(actual)];
		const missing = expected.filter((line) => !found.has(line) && !isUntold(line, found));
		const surplus = actual.filter((line) => !known.has(line) && !line.includes(' ? '));
		assert.equal([missing, surplus], [[], []], what);
	}
}

/** A column of a query whose type the catalog does not tell. */
const isUntold = (line: string, found: ReadonlySet<string>): boolean =>
	line.startsWith('column ') && found.has(line.replace(/^(column .*?) \S+ (notnull=)/, '$1 ? $2'));
