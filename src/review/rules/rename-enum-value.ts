import { listedName } from '../../dialects/postgresql/catalog/trees.ts';
import { quoteString } from '../../dialects/postgresql/literals.ts';
import { defineRule, NONE } from '../rule.ts';
import { shown, spelled } from '../spelled.ts';

export const renameEnumValue = defineRule({
	severity: 'error',
	group: 'clients',
	about: 'ALTER TYPE … RENAME VALUE, of a type that the script did not create.',
	why: 'Clients that write or compare with the old label fail as soon as it is committed.',
	advice:
		'Add the new label, let clients write it, move the rows, and stop using the old one; a label cannot be removed.',
	op: "op.addEnumValue('plan', 'basic');",
	sources: ['https://www.postgresql.org/docs/current/sql-altertype.html'],
	examples: {
		bad: [
			"ALTER TYPE plan RENAME VALUE 'free' TO 'basic';",
			"ALTER TYPE app.plan RENAME VALUE 'free' TO 'basic';",
			"CREATE TYPE mood AS ENUM ('ok');\nALTER TYPE plan RENAME VALUE 'free' TO 'basic';",
		],
		good: [
			"CREATE TYPE plan AS ENUM ('free');\nALTER TYPE plan RENAME VALUE 'free' TO 'basic';",
			"ALTER TYPE plan ADD VALUE 'basic' AFTER 'free';",
			"CREATE TYPE plan AS ENUM ('free', 'basic');",
		],
	},
	beside: ['create-enum'],
	statements: {
		AlterEnumStmt: ({ typeName, oldVal, newVal = '' }, seen) => {
			const name = listedName(typeName);
			if (oldVal === undefined || seen.history.made('type', name)) return NONE;
			return [
				{
					object: `${shown(name)}.${oldVal}`,
					message: `the label "${oldVal}" of "${shown(name)}" is renamed to "${newVal}"`,
					instead: `ALTER TYPE ${spelled(name)} ADD VALUE ${quoteString(newVal)};`,
				},
			];
		},
	},
});
