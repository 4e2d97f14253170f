import { defineRule } from '../rule.ts';

export const upgradeExtension = defineRule({
	severity: 'info',
	group: 'data',
	about: 'ALTER EXTENSION … UPDATE.',
	why: 'The scripts of the extension run, and what its functions do may change. There is no way back to the version before.',
	advice: 'Read the release notes of the extension, and try the update on a copy.',
	sources: ['https://www.postgresql.org/docs/current/sql-alterextension.html'],
	examples: {
		bad: [
			'ALTER EXTENSION postgis UPDATE;',
			"ALTER EXTENSION postgis UPDATE TO '3.5.0';",
			'ALTER EXTENSION "uuid-ossp" UPDATE;',
		],
		good: [
			'CREATE EXTENSION IF NOT EXISTS postgis;',
			"COMMENT ON EXTENSION postgis IS 'Maps';",
			"CREATE EXTENSION postgis VERSION '3.5.0';",
		],
	},
	statements: {
		AlterExtensionStmt: ({ extname = '' }) => [{ object: extname, message: `the extension "${extname}" is updated` }],
	},
});
