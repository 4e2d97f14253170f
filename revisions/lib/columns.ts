import { type Column, column, sql, t } from 'gen-sql';

// Scripts that have been deployed were made with these helpers: add to this folder, do not change what is there.

/** A primary key that the server fills. */
export const uuidKey = (): Column =>
	column('id', t.uuid(), { primaryKey: true, serverDefault: sql`gen_random_uuid()` });

/** When a row was written, and when it was last changed. */
export const timestamps = (): Column[] => [
	column('created_at', t.dateTime({ timezone: true }), { nullable: false, serverDefault: sql`now()` }),
	column('updated_at', t.dateTime({ timezone: true }), { nullable: false, serverDefault: sql`now()` }),
];
