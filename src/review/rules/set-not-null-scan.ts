import { isProven } from '../not-null-proof.ts';
import { defineRule, NONE } from '../rule.ts';
import { spelled } from '../spelled.ts';

export const setNotNullScan = defineRule({
	severity: 'error',
	group: 'locks',
	about: 'ALTER COLUMN … SET NOT NULL where no validated check shows that there is no NULL.',
	why: 'All rows are read, and nobody can read or write the table meanwhile.',
	advice:
		'Add a check that the column is not NULL, NOT VALID; validate it in another transaction; then SET NOT NULL reads nothing, from version 12 on, and the check can go.',
	op: "op.alterColumn('account', 'plan', { nullable: false, existingNullable: true, online: true });",
	sources: ['https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-DROP-NOT-NULL'],
	examples: {
		bad: [
			'ALTER TABLE account ALTER COLUMN plan SET NOT NULL;',
			'ALTER TABLE app.account ALTER plan SET NOT NULL, ALTER seats SET NOT NULL;',
			"ALTER TABLE account ALTER COLUMN plan SET DEFAULT 'free', ALTER COLUMN plan SET NOT NULL;",
		],
		good: [
			'CREATE TABLE account (id bigint PRIMARY KEY, plan text);\nALTER TABLE account ALTER COLUMN plan SET NOT NULL;',
			'ALTER TABLE account ALTER COLUMN plan SET STATISTICS 200;',
			'ALTER TABLE account ADD CONSTRAINT plan_given CHECK (plan IS NOT NULL) NOT VALID;\nALTER TABLE account VALIDATE CONSTRAINT plan_given;\nALTER TABLE account ALTER COLUMN plan SET NOT NULL;',
		],
	},
	beside: ['change-default', 'not-null-may-fail'],
	actions: {
		AT_SetNotNull: ({ cmd, table, name: owner }, seen) => {
			const name = cmd.name ?? '';
			if (!seen.work(table)?.scan || isProven(table, name, seen)) return NONE;
			const [t, c, check] = [spelled(table), spelled(name), spelled(`${name}_not_null`)];
			const instead = [
				`ALTER TABLE ${t} ADD CONSTRAINT ${check} CHECK (${c} IS NOT NULL) NOT VALID;`,
				`ALTER TABLE ${t} VALIDATE CONSTRAINT ${check};`,
				`ALTER TABLE ${t} ALTER COLUMN ${c} SET NOT NULL;`,
				`ALTER TABLE ${t} DROP CONSTRAINT ${check};`,
			];
			const message = `all rows of "${owner}" are read to see that "${name}" is not NULL`;
			return [{ object: `${owner}.${name}`, message, instead: instead.join('\n') }];
		},
	},
});
