import { defineRule, NONE } from '../rule.ts';

export const dropDatabase = defineRule({
	severity: 'error',
	group: 'data',
	about: 'DROP DATABASE.',
	why: 'Everything in the database is gone at once. Nothing but a backup brings it back.',
	advice: 'A database is not dropped by a migration: leave it to the people who run the server.',
	sources: ['https://www.postgresql.org/docs/current/sql-dropdatabase.html'],
	examples: {
		bad: ['DROP DATABASE shop;', 'DROP DATABASE IF EXISTS shop;', 'DROP DATABASE shop WITH (FORCE);'],
		good: [
			'CREATE DATABASE scratch;\nDROP DATABASE scratch;',
			"COMMENT ON DATABASE shop IS 'Orders';",
			"ALTER DATABASE shop SET lock_timeout = '2s';",
		],
	},
	statements: {
		DropdbStmt: ({ dbname: name = '' }, seen) =>
			seen.history.made('database', { name })
				? NONE
				: [{ object: name, message: `the database "${name}" is dropped with all that is in it` }],
	},
});
