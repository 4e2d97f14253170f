import { nodeOf, stringsOf } from '../../dialects/postgresql/catalog/trees.ts';
import { isTried } from '../../dialects/postgresql/facts/add-constraint.ts';
import { isProven, notNullSafely } from '../not-null-proof.ts';
import { type Action, defineRule, NONE, type Problems } from '../rule.ts';
import type { Seen } from '../seen.ts';
import { shown } from '../spelled.ts';

export const setNotNullScan = defineRule({
	severity: 'error',
	group: 'locks',
	about:
		'ALTER COLUMN … SET NOT NULL, or ADD CONSTRAINT … NOT NULL, where no validated check shows that there is no NULL.',
	why: 'All rows are read, and nobody can read or write the table meanwhile; the first row with NULL makes it fail.',
	advice:
		'Add a check that the column is not NULL, NOT VALID; validate it in another transaction; then SET NOT NULL reads nothing, from version 12 on, and the check can go. From version 18 on, NOT NULL itself can be added NOT VALID.',
	op: "op.alterColumn('account', 'plan', { nullable: false, existingNullable: true, online: true });",
	sources: ['https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-DROP-NOT-NULL'],
	examples: {
		bad: [
			'ALTER TABLE account ALTER COLUMN plan SET NOT NULL;',
			'ALTER TABLE app.account ALTER plan SET NOT NULL, ALTER seats SET NOT NULL;',
			'ALTER TABLE account ADD CONSTRAINT plan_given NOT NULL plan;',
			'CREATE TABLE IF NOT EXISTS log (at date, line text, PRIMARY KEY (at)) PARTITION BY RANGE (at);\nCREATE TABLE IF NOT EXISTS log_old PARTITION OF log DEFAULT;\nALTER TABLE log ALTER COLUMN line SET NOT NULL;',
			'ALTER TABLE account ADD CONSTRAINT plan_given CHECK (plan IS NOT NULL) NOT VALID;\nALTER TABLE account VALIDATE CONSTRAINT plan_given;\nALTER TABLE account ALTER COLUMN plan SET NOT NULL, DROP CONSTRAINT plan_given;',
			'ALTER TABLE account ADD CONSTRAINT plan_given CHECK (plan IS NOT NULL) NOT VALID;\nALTER TABLE account VALIDATE CONSTRAINT plan_given;\nALTER TABLE account DROP CONSTRAINT plan_given;\nALTER TABLE account ALTER COLUMN plan SET NOT NULL;',
			"ALTER TABLE account ALTER COLUMN plan SET DEFAULT 'free', ALTER COLUMN plan SET NOT NULL;",
		],
		good: [
			'CREATE TABLE account (id bigint PRIMARY KEY, plan text);\nALTER TABLE account ALTER COLUMN plan SET NOT NULL;',
			'ALTER TABLE account ADD CONSTRAINT plan_given NOT NULL plan NOT VALID;',
			'ALTER TABLE account ALTER COLUMN plan SET STATISTICS 200;',
			"ALTER TABLE account ADD COLUMN plan text NOT NULL DEFAULT 'free';\nALTER TABLE account ALTER COLUMN plan SET NOT NULL;",
			'ALTER TABLE account ADD CONSTRAINT plan_given CHECK (NOT (plan IS NULL)) NO INHERIT NOT VALID;\nALTER TABLE account VALIDATE CONSTRAINT plan_given;\nALTER TABLE account ALTER COLUMN plan SET NOT NULL;\nALTER TABLE account DROP CONSTRAINT plan_given;',
			'CREATE TABLE IF NOT EXISTS account (id bigint PRIMARY KEY, plan text, CHECK (plan IS NOT NULL) NO INHERIT);\nALTER TABLE account ALTER COLUMN plan SET NOT NULL;',
			'ALTER TABLE account ADD NOT NULL plan NOT VALID;\nALTER TABLE account VALIDATE CONSTRAINT account_plan_not_null;\nALTER TABLE account ALTER COLUMN plan SET NOT NULL;',
			'ALTER TABLE account ADD CONSTRAINT plan_given CHECK (plan IS NOT NULL) NOT VALID;\nALTER TABLE account VALIDATE CONSTRAINT plan_given;\nALTER TABLE account ALTER COLUMN plan SET NOT NULL;',
		],
	},
	beside: ['constraint-may-fail', 'change-default', 'create-partition-of-locks-parent'],
	covers: ['not-null-may-fail'],
	actions: {
		AT_AddConstraint: (action, seen) => {
			const constraint = nodeOf(action.cmd.def, 'Constraint');
			if (constraint?.contype !== 'CONSTR_NOTNULL' || !isTried(constraint)) return NONE;
			return stringsOf(constraint.keys).flatMap((column) => tried(action, column, seen));
		},
		AT_SetNotNull: (action, seen) => tried(action, action.cmd.name ?? '', seen),
	},
});

function tried({ table, name: owner }: Action, column: string, seen: Seen): Problems {
	if (!seen.goesThrough(table, 'scan') || isProven(table, column, seen)) return NONE;
	const message = `all rows of "${owner}" are read to see that "${column}" is not NULL`;
	const instead = notNullSafely(table, column, seen.version).join('\n');
	return [{ object: `${owner}.${shown({ name: column })}`, message, instead }];
}
