import { nodesOf } from '../../dialects/postgresql/catalog/trees.ts';
import { defineRule } from '../rule.ts';
import { spelled } from '../spelled.ts';

export const dropOwned = defineRule({
	severity: 'error',
	group: 'data',
	about: 'DROP OWNED.',
	why: 'It drops every object of the role in this database, and takes its privileges away; which ones, only the server knows.',
	advice: 'Give the objects to another role, and revoke privileges by name.',
	sources: ['https://www.postgresql.org/docs/current/sql-drop-owned.html'],
	examples: {
		bad: ['DROP OWNED BY report;', 'DROP OWNED BY report, audit;', 'DROP OWNED BY report CASCADE;'],
		good: [
			'REASSIGN OWNED BY report TO app;',
			'REVOKE SELECT ON account FROM report;',
			'ALTER TABLE account OWNER TO app;',
		],
	},
	beside: ['privilege-change'],
	statements: {
		DropOwnedStmt: ({ roles }) =>
			nodesOf(roles, 'RoleSpec').map(({ rolename = 'the current role' }) => ({
				object: rolename,
				message: `everything that the role "${rolename}" owns is dropped`,
				instead: `REASSIGN OWNED BY ${spelled(rolename)} TO CURRENT_USER;`,
			})),
	},
});
