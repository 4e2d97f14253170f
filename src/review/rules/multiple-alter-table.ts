import type { StatementFacts } from '../../dialects/facts.ts';
import { type NodeOf, nodeOf } from '../../dialects/postgresql/catalog/trees.ts';
import { isProvenThroughout } from '../not-null-proof.ts';
import { defineRule, NONE } from '../rule.ts';
import type { Seen } from '../seen.ts';
import { shown, spelled } from '../spelled.ts';

type Alter = NodeOf<'AlterTableStmt'>;

export const multipleAlterTable = defineRule({
	severity: 'info',
	group: 'locks',
	about: 'ALTER TABLE that reads or writes all rows, right behind another one that does so on the same table.',
	why: 'All rows are read or written twice under the lock. One statement with both actions does it in one go.',
	advice:
		'Say both in one ALTER TABLE, with a comma between them. VALIDATE CONSTRAINT stays alone, since the strongest lock of the actions counts for all. What only changes the catalog is as short in two statements: silent.',
	sources: ['https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES'],
	beside: ['add-check-scan', 'add-column-volatile-default', 'constraint-may-fail', 'set-not-null-scan'],
	examples: {
		bad: [
			"ALTER TABLE account ADD CONSTRAINT c CHECK (seats > 0);\nALTER TABLE account ADD CONSTRAINT d CHECK (plan <> '');",
			'BEGIN;\nALTER TABLE app."Account" ALTER COLUMN plan SET NOT NULL;\nALTER TABLE app."Account" ADD CONSTRAINT c CHECK (seats > 0);\nCOMMIT;',
			'ALTER TABLE account ADD COLUMN token uuid DEFAULT gen_random_uuid();\nALTER TABLE account ADD COLUMN other uuid DEFAULT gen_random_uuid();',
		],
		good: [
			'ALTER TABLE account ADD COLUMN plan text;\nALTER TABLE account ADD COLUMN seats bigint;',
			'CREATE TABLE account (id bigint PRIMARY KEY, plan text, seats bigint);\nALTER TABLE account ALTER COLUMN plan SET NOT NULL;\nALTER TABLE account ADD CONSTRAINT c CHECK (seats > 0);',
			'ALTER TABLE account ADD CONSTRAINT c CHECK (plan IS NOT NULL AND seats IS NOT NULL) NOT VALID;\nALTER TABLE account VALIDATE CONSTRAINT c;\nALTER TABLE account ALTER COLUMN plan SET NOT NULL;\nALTER TABLE account ALTER COLUMN seats SET NOT NULL;',
			'ALTER TABLE account VALIDATE CONSTRAINT seats_given;\nALTER TABLE account VALIDATE CONSTRAINT plan_given;',
		],
	},
	statements: {
		AlterTableStmt: (statement, seen) => {
			const before = nodeOf(seen.previous?.tree, 'AlterTableStmt');
			const { relation } = statement;
			if (!before?.relation || !relation || spelled(before.relation) !== spelled(relation)) return NONE;
			const work = seen.work(relation);
			const areBothWorking =
				work &&
				seen.previous &&
				worksOn(work.name, statement, seen) &&
				worksOn(work.name, before, seen, seen.previous.facts);
			if (!areBothWorking) return NONE;
			const name = shown(relation);
			return [
				{ object: name, message: `all rows of "${name}" are gone through once more, behind the statement before` },
			];
		},
	},
});

/** Whether rows are gone through in a way that several actions of one statement share. */
function worksOn(table: string, statement: Alter, seen: Seen, { relations }: StatementFacts = seen.facts): boolean {
	const work = relations.find(({ name }) => name === table);
	if (!work?.blocks.writes || isProvenThroughout(statement, seen)) return false;
	return work.rewrite || work.reasons.some((reason) => SHARED.test(reason));
}

const SHARED = /^(?:the CHECK|NOT NULL)\b/;
