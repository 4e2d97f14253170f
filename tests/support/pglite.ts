import { PGlite } from '@electric-sql/pglite';
import { atEnd } from './cleanup.ts';
import type { Database } from './postgres.ts';

/** An empty database in an embedded PostgreSQL; there is no psql for it. */
export async function pglite(): Promise<Omit<Database, 'psql'>> {
	const database = await PGlite.create();
	atEnd(() => database.close());
	return {
		async exec(text) {
			try {
				await database.exec(text);
			} finally {
				await database.exec('ROLLBACK');
			}
		},
		async query(text, values = []) {
			const { rows } = await database.query<Record<string, unknown>>(text, [...values]);
			return rows;
		},
	};
}
