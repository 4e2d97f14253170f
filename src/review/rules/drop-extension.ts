import { droppedBy } from '../drops.ts';
import { defineRule } from '../rule.ts';
import { shown } from '../spelled.ts';

export const dropExtension = defineRule({
	severity: 'warning',
	group: 'data',
	about: 'DROP EXTENSION.',
	why: 'Its types, functions and operator classes go with it; with CASCADE, columns and indexes that use them do, too.',
	advice: 'Drop what uses the extension by name first, and leave CASCADE out.',
	sources: ['https://www.postgresql.org/docs/current/sql-dropextension.html'],
	examples: {
		bad: ['DROP EXTENSION citext;', 'DROP EXTENSION IF EXISTS hstore;', 'DROP EXTENSION citext, hstore;'],
		good: [
			'CREATE EXTENSION citext;\nDROP EXTENSION citext;',
			'CREATE EXTENSION IF NOT EXISTS citext;',
			'ALTER EXTENSION citext SET SCHEMA extensions;',
		],
	},
	beside: ['rename-object'],
	statements: {
		DropStmt: (drop, seen) =>
			droppedBy(drop, 'OBJECT_EXTENSION')
				.filter((name) => !seen.history.made('extension', name))
				.map((name) => ({ object: shown(name), message: `the extension "${shown(name)}" is dropped` })),
	},
});
