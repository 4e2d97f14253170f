import { type NodeOf, nodeOf, nodesOf, stringsOf } from '../../dialects/postgresql/catalog/trees.ts';
import { isProvenNotNull } from '../../dialects/postgresql/facts/not-null-proof.ts';
import { isProven } from '../not-null-proof.ts';
import { type Action, defineRule, NONE, type Problems } from '../rule.ts';
import type { Seen } from '../seen.ts';
import { shown, spelled } from '../spelled.ts';
import { isTended } from '../tended.ts';

export const notNullMayFail = defineRule({
	severity: 'warning',
	group: 'rows',
	about: 'A column that becomes NOT NULL, where the script fills no row that has NULL in it.',
	why: 'The first row with NULL makes it fail, after all rows before were read under the strongest lock.',
	advice:
		'Fill the rows before, in batches. Silent where the script changes, removes or asks for rows by the column before, where a validated check shows that there is no NULL, and where the script added the column with a default. Where the table is not known, it is advice. Where `set-not-null-scan` says that all rows are read, that rule speaks for this one.',
	op: "op.alterColumn('account', 'plan', { nullable: false, existingNullable: true, online: true });",
	sources: ['https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-DROP-NOT-NULL'],
	given: { off: ['set-not-null-scan'] },
	examples: {
		bad: [
			'ALTER TABLE account ALTER COLUMN plan SET NOT NULL;',
			'CREATE TABLE IF NOT EXISTS app.account (id bigint PRIMARY KEY, "Plan" text DEFAULT \'free\', seats bigint);\nALTER TABLE app.account ALTER "Plan" SET NOT NULL, ALTER seats SET NOT NULL;',
			'ALTER TABLE account ADD COLUMN plan text;\nALTER TABLE account ALTER COLUMN plan SET NOT NULL;',
			'UPDATE account SET seats = 1 WHERE seats IS NULL;\nALTER TABLE account ALTER COLUMN plan SET NOT NULL;',
		],
		good: [
			"UPDATE account SET plan = 'free' WHERE plan IS NULL;\nALTER TABLE account ALTER COLUMN plan SET NOT NULL;",
			'UPDATE public.account SET plan = 1 WHERE plan IS NULL;\nALTER TABLE account ALTER COLUMN plan SET NOT NULL;',
			'DELETE FROM app.account WHERE "Plan" IS NULL;\nALTER TABLE app.account ALTER COLUMN "Plan" SET NOT NULL;',
			'CREATE TABLE account (id bigint PRIMARY KEY, plan text);\nALTER TABLE account ALTER COLUMN plan SET NOT NULL;',
			'ALTER TABLE account ADD CONSTRAINT plan_given CHECK (plan IS NOT NULL) NOT VALID;\nALTER TABLE account VALIDATE CONSTRAINT plan_given;\nALTER TABLE account ALTER COLUMN plan SET NOT NULL;',
			"ALTER TABLE account ADD COLUMN plan text DEFAULT 'free';\nALTER TABLE account ALTER COLUMN plan SET NOT NULL;",
			'CREATE TABLE IF NOT EXISTS account (id bigint PRIMARY KEY, plan text NOT NULL);\nALTER TABLE account ALTER COLUMN plan SET NOT NULL;',
		],
	},
	actions: {
		AT_SetNotNull: (action, seen) => problem(action, action.cmd.name ?? '', seen),
		AT_AddConstraint: (action, seen) => {
			const { contype, keys, skip_validation: isLater } = nodeOf(action.cmd.def, 'Constraint') ?? {};
			return contype === 'CONSTR_NOTNULL' && !isLater
				? stringsOf(keys).flatMap((column) => problem(action, column, seen))
				: NONE;
		},
	},
});

function problem({ table, name: owner, statement }: Action, column: string, seen: Seen): Problems {
	if (!seen.goesThrough(table, 'scan') || isFilled(table, column, seen)) return NONE;
	const [t, c] = [spelled(table), spelled(column)];
	const hasDefault = seen.column(table, column)?.default !== undefined;
	const before = hasDefault ? `UPDATE ${t} SET ${c} = DEFAULT` : `SELECT count(*) FROM ${t}`;
	return [
		{
			object: `${owner}.${shown({ name: column })}`,
			message: `a row of "${owner}" that has NULL in "${shown({ name: column })}" makes it fail`,
			instead: statement.cmds?.length === 1 ? `${before} WHERE ${c} IS NULL;\n${seen.text};` : undefined,
			...(seen.relation(table) ? {} : { severity: 'info' }),
		},
	];
}

/** Whether something shows that no row has NULL there, or that the script sees to it. */
function isFilled(table: NodeOf<'RangeVar'>, column: string, seen: Seen): boolean {
	const relation = seen.relation(table);
	const known = seen.column(table, column);
	if (known?.notNull || (relation && seen.version >= 12 && isProvenNotNull(relation, column))) return true;
	if (isProven(table, column, seen) || isTended(table, [column], seen.earlier)) return true;
	return seen.earlier.columnsAdded(table).some((added) => added.colname === column && hasValue(added));
}

/** Whether a column is added with a value in all rows. */
const hasValue = ({ constraints }: NodeOf<'ColumnDef'>): boolean =>
	nodesOf(constraints, 'Constraint').some(
		({ contype, raw_expr: value }) => VALUED.has(contype) && nodeOf(value, 'A_Const')?.isnull !== true,
	);

const VALUED: ReadonlySet<NodeOf<'Constraint'>['contype']> = new Set(['CONSTR_DEFAULT', 'CONSTR_IDENTITY']);
