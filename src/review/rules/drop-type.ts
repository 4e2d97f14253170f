import { kindOf } from '../../dialects/postgresql/tree-object.ts';
import { droppedBy } from '../drops.ts';
import { defineRule } from '../rule.ts';
import { shown } from '../spelled.ts';

export const dropType = defineRule({
	severity: 'warning',
	group: 'data',
	about: 'DROP TYPE or DROP DOMAIN of a type that the script did not create.',
	why: 'It fails while a column has the type; with CASCADE, it drops these columns with their values.',
	advice: 'Give the columns another type, or drop them by name, before the type goes.',
	sources: ['https://www.postgresql.org/docs/current/sql-droptype.html'],
	examples: {
		bad: ['DROP TYPE plan;', 'DROP DOMAIN IF EXISTS app.email;', 'DROP TYPE plan, mood;'],
		good: [
			"CREATE TYPE mood AS ENUM ('ok');\nDROP TYPE mood;",
			'CREATE DOMAIN short AS text;\nDROP DOMAIN short;',
			'CREATE TYPE pair AS (a int, b int);\nDROP TYPE pair;',
		],
	},
	beside: ['create-enum'],
	statements: {
		DropStmt: (drop, seen) =>
			droppedBy(drop, 'OBJECT_TYPE', 'OBJECT_DOMAIN')
				.filter((name) => !seen.history.made('type', name))
				.map((name) => ({
					object: shown(name),
					message: `the ${kindOf(drop.removeType)} "${shown(name)}" is dropped`,
				})),
	},
});
