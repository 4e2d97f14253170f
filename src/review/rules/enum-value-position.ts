import { listedName } from '../../dialects/postgresql/catalog/trees.ts';
import { quoteString } from '../../dialects/postgresql/literals.ts';
import { defineRule, NONE } from '../rule.ts';
import { shown, spelled } from '../spelled.ts';

export const enumValuePosition = defineRule({
	severity: 'info',
	group: 'design',
	about: 'ALTER TYPE … ADD VALUE without BEFORE or AFTER.',
	why: 'The new label is the last one: ORDER BY and comparisons take it for the greatest, and that cannot be changed later.',
	advice: 'Say where it belongs, also where that is the end. Silent for a type that the script created.',
	op: "op.addEnumValue('plan', 'basic', { after: 'free' });",
	sources: ['https://www.postgresql.org/docs/current/sql-altertype.html'],
	beside: ['create-enum'],
	examples: {
		bad: [
			"ALTER TYPE plan ADD VALUE 'basic';",
			"ALTER TYPE app.plan ADD VALUE IF NOT EXISTS 'basic';",
			"CREATE TYPE mood AS ENUM ('ok');\nALTER TYPE \"Plan\" ADD VALUE 'it''s';",
		],
		good: [
			"ALTER TYPE plan ADD VALUE 'basic' AFTER 'free';",
			"ALTER TYPE plan ADD VALUE IF NOT EXISTS 'basic' BEFORE 'pro';",
			"CREATE TYPE plan AS ENUM ('free');\nALTER TYPE plan ADD VALUE 'basic';",
		],
	},
	statements: {
		AlterEnumStmt: ({ typeName, newVal, oldVal, newValNeighbor: neighbor, skipIfNewValExists: isOptional }, seen) => {
			const name = listedName(typeName);
			const isPlaced = oldVal !== undefined || neighbor !== undefined;
			if (newVal === undefined || isPlaced || seen.history.made('type', name)) return NONE;
			const type = seen.known.type(name);
			const labels = type?.kind === 'enum' ? type.labels : [];
			if (isOptional && labels.includes(newVal)) return NONE;
			const last = labels.at(-1);
			const add = `ALTER TYPE ${spelled(name)} ADD VALUE ${isOptional ? 'IF NOT EXISTS ' : ''}${quoteString(newVal)}`;
			return [
				{
					object: `${shown(name)}.${newVal}`,
					message: `"${newVal}" becomes the last label of "${shown(name)}", whatever it means`,
					instead: last === undefined ? undefined : `${add} AFTER ${quoteString(last)};`,
				},
			];
		},
	},
});
