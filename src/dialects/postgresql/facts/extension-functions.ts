/**
 * Functions that uuid-ossp, pgcrypto and pg_uuidv7 declare volatile, whatever schema they are in.
 *
 * @see https://www.postgresql.org/docs/current/uuid-ossp.html
 * @see https://www.postgresql.org/docs/current/pgcrypto.html
 */
export const VOLATILE_OF_EXTENSIONS: ReadonlySet<string> = new Set([
	'gen_random_bytes',
	'gen_random_uuid',
	'gen_salt',
	'uuid_generate_v1',
	'uuid_generate_v1mc',
	'uuid_generate_v4',
	'uuid_generate_v7',
]);

/** Functions that uuid-ossp and pgcrypto declare immutable, and unaccent stable. */
export const STEADY_OF_EXTENSIONS: ReadonlySet<string> = new Set([
	'crypt',
	'hmac',
	'unaccent',
	'uuid_generate_v3',
	'uuid_generate_v5',
	'uuid_nil',
	'uuid_ns_dns',
	'uuid_ns_oid',
	'uuid_ns_url',
	'uuid_ns_x500',
]);
