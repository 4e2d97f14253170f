import type { QualifiedName } from '../../core/names.ts';
import { listedName, literalText, nodeOf, visit } from '../../dialects/postgresql/catalog/trees.ts';
import type { Node } from '../../sql/parse-postgresql.ts';
import { defineRule, NONE } from '../rule.ts';
import type { Seen } from '../seen.ts';
import { shown, spelled } from '../spelled.ts';

export const enumValueUsedInTransaction = defineRule({
	severity: 'error',
	group: 'transactions',
	about: 'ALTER TYPE … ADD VALUE, and a use of the new label in the same transaction.',
	why: 'The server refuses the label with the error 55P04 until the transaction that added it has committed.',
	advice:
		'Commit between the two. A use is a string that is the label. Silent where the transaction created the type and the server is 17 or newer.',
	sources: ['https://www.postgresql.org/docs/current/sql-altertype.html#SQL-ALTERTYPE-NOTES'],
	beside: ['create-enum'],
	examples: {
		bad: [
			"BEGIN;\nALTER TYPE plan ADD VALUE 'basic' AFTER 'free';\nUPDATE account SET plan = 'basic' WHERE plan = 'free';\nCOMMIT;",
			"BEGIN;\nALTER TYPE app.plan ADD VALUE IF NOT EXISTS 'basic' BEFORE 'pro';\nINSERT INTO tariff (plan) VALUES ('basic');\nCOMMIT;",
			"BEGIN;\nCREATE TYPE plan AS ENUM ('free');\nALTER TYPE plan ADD VALUE 'basic' AFTER 'free';\nCREATE TABLE tariff (plan plan PRIMARY KEY DEFAULT 'basic');\nCOMMIT;",
		],
		good: [
			"ALTER TYPE plan ADD VALUE 'basic' AFTER 'free';\nUPDATE account SET plan = 'basic' WHERE plan = 'free';",
			"BEGIN;\nALTER TYPE plan ADD VALUE 'basic' AFTER 'free';\nCOMMIT;\nBEGIN;\nUPDATE account SET plan = 'basic' WHERE plan = 'free';\nCOMMIT;",
			"BEGIN;\nALTER TYPE plan ADD VALUE 'basic' AFTER 'free';\nUPDATE account SET plan = 'pro' WHERE plan = 'free';\nCOMMIT;",
		],
	},
	statements: {
		AlterEnumStmt: ({ typeName, newVal, oldVal }, seen) => {
			if (newVal === undefined || oldVal !== undefined || seen.facts.transaction === undefined) return NONE;
			const name = listedName(typeName);
			if (isAllowed(name, seen) || !seen.later.untilEnd().some((tree) => usesLabel(tree, newVal))) return NONE;
			const message = `the label "${newVal}" of "${shown(name)}" is used before it is committed`;
			return [{ object: `${shown(name)}.${newVal}`, message, instead: `COMMIT;\n${seen.text};\nBEGIN;` }];
		},
	},
});

/** From version 17 on, a type of the same transaction gives its labels at once. */
const isAllowed = (name: QualifiedName, seen: Seen): boolean =>
	seen.version >= 17 &&
	seen.earlier.sinceBegin().has('CreateEnumStmt', ({ typeName }) => spelled(listedName(typeName)) === spelled(name));

function usesLabel(tree: Node, label: string): boolean {
	let isUsed = false;
	visit(nodeOf(tree, 'AlterEnumStmt') ? undefined : tree, (node) => {
		isUsed ||= 'A_Const' in node && literalText(node) === label;
		return !isUsed;
	});
	return isUsed;
}
