import { type NodeOf, nodeOf, nodesOf, stringsOf } from '../dialects/postgresql/catalog/trees.ts';
import { isProvenNotNull } from '../dialects/postgresql/facts/not-null-proof.ts';
import type { Node } from '../sql/parse-postgresql.ts';
import type { Seen } from './seen.ts';
import { spelled } from './spelled.ts';

type Table = NodeOf<'RangeVar'>;

/**
 * Whether the script validated a check of a table that is not known otherwise, which shows that a column is not NULL.
 *
 * @see https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-DROP-NOT-NULL
 */
export function isProven(table: Table, column: string, { earlier, version }: Seen): boolean {
	if (version < 12) return false;
	const proofs = earlier
		.constraintsAdded(table)
		.filter(({ contype, raw_expr: condition, keys }) =>
			contype === 'CONSTR_NOTNULL'
				? stringsOf(keys).includes(column)
				: contype === 'CONSTR_CHECK' && shows(condition, column),
		);
	if (proofs.length === 0) return false;
	const validated = new Set(earlier.actionsOn(table, 'AT_ValidateConstraint').map(({ name }) => name));
	return proofs.some(({ conname = '', skip_validation: isOpen }) => !isOpen || validated.has(conname));
}

function shows(condition: Node | undefined, column: string): boolean {
	const both = nodeOf(condition, 'BoolExpr');
	if (both?.boolop === 'AND_EXPR') return (both.args ?? []).some((part) => shows(part, column));
	const test = nodeOf(condition, 'NullTest');
	const [reference] = nodesOf(test?.arg ? [test.arg] : [], 'ColumnRef');
	return test?.nulltesttype === 'IS_NOT_NULL' && stringsOf(reference?.fields).at(-1) === column;
}

/** Whether a statement only sets columns NOT NULL that the script has shown to be so. */
export function isProvenThroughout({ relation, cmds }: NodeOf<'AlterTableStmt'>, seen: Seen): boolean {
	return nodesOf(cmds, 'AlterTableCmd').every(
		({ subtype, name = '' }) => subtype === 'AT_SetNotNull' && relation && isProven(relation, name, seen),
	);
}

/** Whether a column may have NULL; undefined when nothing tells. */
export function mayHaveNull(table: Table, name: string, seen: Seen): boolean | undefined {
	const relation = seen.relation(table);
	const column = seen.column(table, name);
	if (relation && column) return !column.notNull && !(seen.version >= 12 && isProvenNotNull(relation, name));
	const isSet = seen.earlier.actionsOn(table, 'AT_SetNotNull').some((cmd) => cmd.name === name);
	return isSet || isProven(table, name, seen) ? false : undefined;
}

/**
 * The statements that make a column NOT NULL while others work. The rows are read under a lock that they pass.
 *
 * @see https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES
 */
export function notNullSafely(table: Table, column: string, version: number): readonly string[] {
	const [t, c, name] = [spelled(table), spelled(column), spelled(`${column}_not_null`)];
	const validate = `ALTER TABLE ${t} VALIDATE CONSTRAINT ${name};`;
	if (version >= 18) return [`ALTER TABLE ${t} ADD CONSTRAINT ${name} NOT NULL ${c} NOT VALID;`, validate];
	return [
		`ALTER TABLE ${t} ADD CONSTRAINT ${name} CHECK (${c} IS NOT NULL) NOT VALID;`,
		validate,
		`ALTER TABLE ${t} ALTER COLUMN ${c} SET NOT NULL;`,
		`ALTER TABLE ${t} DROP CONSTRAINT ${name};`,
	];
}
