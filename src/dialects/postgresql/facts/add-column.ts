import { listedName, type NodeOf, nodeOf, nodesOf } from '../catalog/trees.ts';
import { serialType } from '../catalog/type-names.ts';
import { addForeignKey, buildConstraintIndex } from './add-constraint.ts';
import { type Command, columnOf } from './alter-command.ts';
import type { Context } from './context.ts';
import type { Target } from './target.ts';
import { baseOf, defaultOfDomain } from './type-change.ts';
import { whyVolatile } from './volatility.ts';

type ColumnDef = NodeOf<'ColumnDef'>;
type Constraint = NodeOf<'Constraint'>;

/** A column that is there already is left alone, and so are the children. */
export const addsColumn = (
	target: Target,
	_context: Context,
	{ def, missing_ok: isOptional }: Command['cmd'],
): boolean => !isOptional || columnOf(target, nodeOf(def, 'ColumnDef')?.colname) === undefined;

/**
 * A new column is metadata, unless its values may differ from row to row or have to be checked.
 *
 * @see https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES
 */
export function addColumn(command: Command): void {
	const { cmd, context, target, targets } = command;
	const def = nodeOf(cmd.def, 'ColumnDef');
	if (!def || !addsColumn(target, context, cmd)) return;
	const constraints = nodesOf(def.constraints, 'Constraint');
	const rewrite = whyNewColumnRewrites(def, constraints, context);
	const scan = rewrite ?? whyNewColumnScans(def, constraints, context);
	if (rewrite !== undefined) for (const each of targets) context.rewrite(each, rewrite);
	if (scan !== undefined) context.scanAll(targets, scan);
	for (const constraint of constraints) {
		if (constraint.contype === 'CONSTR_FOREIGN') addForeignKey(command, constraint, areKeysTried(command.commands));
		else buildConstraintIndex(command, constraint);
	}
}

function whyNewColumnRewrites(
	def: ColumnDef,
	constraints: readonly Constraint[],
	context: Context,
): string | undefined {
	const generated = constraints.find(({ contype }) => contype === 'CONSTR_GENERATED');
	if (generated) return generated.generated_kind === 'v' ? undefined : 'the stored expression is computed for each row';
	const counted = countedBy(def, constraints);
	if (counted !== undefined) return `${counted} gives each row a value of its own`;
	const type = def.typeName && context.known.columnType(def.typeName);
	if (type && baseOf(type, context).isConstrained) return `the domain ${type.name} has constraints`;
	const reason = whyVolatile(givenTo(def, constraints, context), context);
	return reason === undefined ? undefined : `the default is volatile: ${reason}`;
}

/** What makes the column count: `serial`, or IDENTITY. */
function countedBy({ typeName }: ColumnDef, constraints: readonly Constraint[]): string | undefined {
	if (typeName && serialType(typeName) !== undefined) return listedName(typeName.names).name;
	return constraints.some(({ contype }) => contype === 'CONSTR_IDENTITY') ? 'IDENTITY' : undefined;
}

const defaultOf = (def: ColumnDef, constraints: readonly Constraint[]): Constraint['raw_expr'] =>
	def.raw_default ?? constraints.find(({ contype }) => contype === 'CONSTR_DEFAULT')?.raw_expr;

/** The default of a column, else that of its domain. */
const givenTo = (def: ColumnDef, constraints: readonly Constraint[], context: Context): Constraint['raw_expr'] => {
	const type = def.typeName && context.known.columnType(def.typeName);
	// Before version 13 the default of a domain is computed once.
	const isComputed = context.version >= 13;
	return defaultOf(def, constraints) ?? (type && isComputed ? defaultOfDomain(type, context) : undefined);
};

function whyNewColumnScans(def: ColumnDef, constraints: readonly Constraint[], context: Context): string | undefined {
	const has = (type: Constraint['contype']): boolean => constraints.some(({ contype }) => contype === type);
	if (has('CONSTR_CHECK') && !has('CONSTR_ATTR_NOT_ENFORCED')) return 'the CHECK is tried on each row';
	const isRequired = has('CONSTR_NOTNULL') || has('CONSTR_PRIMARY');
	const value = givenTo(def, constraints, context);
	const hasValue = value !== undefined && nodeOf(value, 'A_Const')?.isnull !== true;
	return isRequired && !hasValue ? 'NOT NULL without a default is tried on each row' : undefined;
}

/**
 * The keys of new columns hold for the NULL that is in every row. They are tried all the same when a column of the
 * statement has a default, or when the statement adds a key by itself.
 */
const areKeysTried = (commands: Command['commands']): boolean =>
	commands.some(({ subtype, def }) =>
		subtype === 'AT_AddColumn' ? hasValue(def) : nodeOf(def, 'Constraint')?.contype === 'CONSTR_FOREIGN',
	);

const hasValue = (def: Command['cmd']['def']): boolean =>
	nodesOf(nodeOf(def, 'ColumnDef')?.constraints, 'Constraint').some(
		({ contype }) => contype === 'CONSTR_DEFAULT' || contype === 'CONSTR_GENERATED',
	);
