import { PGlite } from '@electric-sql/pglite';
import { cube } from '@electric-sql/pglite/contrib/cube';
import { earthdistance } from '@electric-sql/pglite/contrib/earthdistance';
import { atEnd } from './cleanup.ts';
import type { Database } from './postgres.ts';

/** The PostgreSQL that PGlite is made of. */
export const PGLITE_MAJOR = 18;

let template: Promise<Blob | File> | undefined;

/** The files of an empty database: starting from them takes a fifth of the time. */
async function emptyDatabase(): Promise<Blob | File> {
	const database = await PGlite.create();
	const files = await database.dumpDataDir('none');
	await database.close();
	return files;
}

/** An empty database in an embedded PostgreSQL, with extensions that can be created; there is no psql for it. */
export async function pglite(): Promise<Pick<Database, 'exec' | 'query'>> {
	template ??= emptyDatabase();
	const database = await PGlite.create({ loadDataDir: await template, extensions: { cube, earthdistance } });
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
