import { type NodeOf, nodeOf, nodesOf } from '../dialects/postgresql/catalog/trees.ts';
import { serialType } from '../dialects/postgresql/catalog/type-names.ts';
import type { Node } from '../sql/parse-postgresql.ts';
import { type ColumnText, columnText, withoutClauses } from './column-clauses.ts';
import { type Action, NONE, type Problem, type Problems } from './rule.ts';
import type { Seen } from './seen.ts';
import { shown, spelled } from './spelled.ts';

type Constraint = NodeOf<'Constraint'>;

/** A column that is added to a table that others use. */
export interface AddedColumn {
	readonly action: Action;
	readonly seen: Seen;
	readonly def: NodeOf<'ColumnDef'>;
	/** `account.plan`, and the names as SQL has them. */
	readonly object: string;
	readonly column: string;
	readonly table: string;
	/** The constraint of a kind that is written with the column. */
	has(type: Constraint['contype']): Constraint | undefined;
	/** The default, unless it is NULL. */
	readonly value: Node | undefined;
	readonly isSerial: boolean;
	/** The statement cut into clauses; undefined when it does more than this. */
	readonly text: ColumnText | undefined;
}

/** Looks at a column that is added to a table that the script did not create. */
export const addingColumn =
	(look: (column: AddedColumn) => Omit<Problem, 'object'> | undefined) =>
	(action: Action, seen: Seen): Problems => {
		const def = nodeOf(action.cmd.def, 'ColumnDef');
		const name = def?.colname ?? '';
		const isThere = action.cmd.missing_ok === true && seen.column(action.table, name) !== undefined;
		if (!def || isThere || seen.isNew(action.table) || action.statement.objtype === 'OBJECT_TYPE') return NONE;
		const column = described(action, seen, def, name);
		const found = look(column);
		return found ? [{ object: column.object, ...found }] : NONE;
	};

function described(action: Action, seen: Seen, def: NodeOf<'ColumnDef'>, name: string): AddedColumn {
	const constraints = nodesOf(def.constraints, 'Constraint');
	const has = (type: Constraint['contype']): Constraint | undefined =>
		constraints.find(({ contype }) => contype === type);
	const value = def.raw_default ?? has('CONSTR_DEFAULT')?.raw_expr;
	return {
		action,
		seen,
		def,
		object: `${action.name}.${shown({ name })}`,
		column: spelled(name),
		table: spelled(action.table),
		has,
		value: nodeOf(value, 'A_Const')?.isnull ? undefined : value,
		isSerial: def.typeName !== undefined && serialType(def.typeName) !== undefined,
		text: action.statement.cmds?.length === 1 ? columnText(seen.text) : undefined,
	};
}

/** The statement without some of its clauses, and what is to come behind it. */
export const later = (
	{ text }: AddedColumn,
	kinds: readonly string[],
	...behind: readonly string[]
): string | undefined => text && [`${withoutClauses(text, ...kinds)};`, ...behind].join('\n');

/** What a clause says behind its first word. */
export const clauseBody = ({ text }: AddedColumn, kind: string): string =>
	text?.clauses.find((each) => each.kind === kind)?.text.replace(/^.*?\b(?:default|check|references)\s*/is, '') ?? '';
