import { type NodeOf, nodeOf, nodesOf, stringsOf } from '../dialects/postgresql/catalog/trees.ts';
import { conjuncts, isProvenNotNull, saysNotNull } from '../dialects/postgresql/facts/not-null-proof.ts';
import type { Passage } from './passage.ts';
import type { Seen } from './seen.ts';
import { spelled } from './spelled.ts';

type Table = NodeOf<'RangeVar'>;
type Constraint = NodeOf<'Constraint'>;

/**
 * Whether the script shows that a column of a table that is not known otherwise is not NULL: it validated a check that
 * says so and is still there, or it made the column NOT NULL.
 *
 * @see https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-DROP-NOT-NULL
 */
export function isProven(table: Table, column: string, { earlier, tree, version }: Seen): boolean {
	if (isMadeNotNull(table, column, earlier)) return true;
	const proofs = version < 12 ? [] : earlier.constraintsAdded(table).filter((each) => isProof(each, column));
	if (proofs.length === 0) return false;
	const own = nodesOf(nodeOf(tree, 'AlterTableStmt')?.cmds, 'AlterTableCmd');
	// What the statement drops itself is gone before the rows are looked at.
	const dropped = own.filter(({ subtype }) => subtype === 'AT_DropConstraint');
	return isLeft(proofs, table, [...earlier.actionsOn(table), ...dropped]);
}

/** Whether one of the checks is there and valid after all actions. */
function isLeft(proofs: readonly Constraint[], table: Table, actions: readonly NodeOf<'AlterTableCmd'>[]): boolean {
	const valid = new Map<string, boolean>();
	for (const { subtype, name = '', def } of actions) {
		const added = nodeOf(def, 'Constraint');
		if (added && proofs.includes(added)) valid.set(nameOf(added, table), !added.skip_validation);
		else if (subtype === 'AT_ValidateConstraint' && valid.has(name)) valid.set(name, true);
		else if (subtype === 'AT_DropConstraint') valid.delete(name);
	}
	return [...valid.values()].includes(true);
}

/** The name of NOT NULL is chosen by the server where none is given. */
const nameOf = ({ conname, keys }: Constraint, { relname = '' }: Table): string =>
	conname ?? `${relname}_${stringsOf(keys).join('_')}_not_null`;

const isProof = ({ contype, raw_expr: condition, keys }: Constraint, column: string): boolean =>
	contype === 'CONSTR_NOTNULL'
		? stringsOf(keys).includes(column)
		: contype === 'CONSTR_CHECK' && conjuncts(condition).some((part) => saysNotNull(part, column));

/** Whether the script added the column NOT NULL, and did not change that. */
const isMadeNotNull = (table: Table, column: string, earlier: Passage): boolean =>
	earlier.actionsOn(table, 'AT_DropNotNull', column).length === 0 &&
	earlier
		.columnsAdded(table)
		.some(
			({ colname, constraints }) =>
				colname === column && nodesOf(constraints, 'Constraint').some(({ contype }) => contype === 'CONSTR_NOTNULL'),
		);

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
