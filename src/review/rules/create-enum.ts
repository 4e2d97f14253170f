import { listedName } from '../../dialects/postgresql/catalog/trees.ts';
import { defineRule } from '../rule.ts';
import { shown } from '../spelled.ts';

export const createEnum = defineRule({
	severity: 'info',
	group: 'design',
	about: 'CREATE TYPE … AS ENUM.',
	why: 'A label cannot be removed, and a new one cannot be used before it is committed.',
	advice: 'A table of labels that others refer to can be changed like any other.',
	sources: ['https://www.postgresql.org/docs/current/datatype-enum.html'],
	examples: {
		bad: [
			"CREATE TYPE plan AS ENUM ('free');",
			"CREATE TYPE app.plan AS ENUM ('free', 'pro');",
			'CREATE TYPE none AS ENUM ();',
		],
		good: [
			'CREATE TYPE pair AS (a text, b text);',
			'CREATE DOMAIN short AS varchar(10);',
			"ALTER TYPE plan ADD VALUE 'basic' AFTER 'free';",
		],
	},
	statements: {
		CreateEnumStmt: ({ typeName }) => {
			const name = shown(listedName(typeName));
			return [{ object: name, message: `the labels of "${name}" can never be removed` }];
		},
	},
});
