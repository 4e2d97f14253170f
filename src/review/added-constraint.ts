import { type NodeOf, nodeOf } from '../dialects/postgresql/catalog/trees.ts';
import { type Action, NONE, type Problem, type Problems } from './rule.ts';
import type { Seen } from './seen.ts';
import { shown, spelled } from './spelled.ts';

type Constraint = NodeOf<'Constraint'>;

/** A constraint that is added to a table. */
export interface AddedConstraint {
	readonly action: Action;
	readonly seen: Seen;
	readonly constraint: Constraint;
	/** As messages and SQL call the table, and SQL the constraint. */
	readonly owner: string;
	readonly table: string;
	readonly name: string | undefined;
	/** The statement up to its end, when it does nothing else. */
	readonly text: string | undefined;
}

/** Looks at a constraint of a kind that is added to a table that others use. */
export const addingConstraint =
	(kind: Constraint['contype'], look: (added: AddedConstraint) => Omit<Problem, 'object'> | undefined) =>
	(action: Action, seen: Seen): Problems => {
		const constraint = nodeOf(action.cmd.def, 'Constraint');
		if (!constraint || constraint.contype !== kind || seen.isNew(action.table)) return NONE;
		const { conname } = constraint;
		const found = look({
			action,
			seen,
			constraint,
			owner: action.name,
			table: spelled(action.table),
			name: conname === undefined ? undefined : spelled(conname),
			text: action.statement.cmds?.length === 1 ? seen.text : undefined,
		});
		return found ? [{ object: `${action.name}.${shown({ name: conname ?? '' })}`, ...found }] : NONE;
	};

/** Add it without trying the rows, and try them in another transaction. */
export const validatedLater = ({ text, name, table }: AddedConstraint): string | undefined =>
	text === undefined || name === undefined
		? undefined
		: `${text} NOT VALID;\nALTER TABLE ${table} VALIDATE CONSTRAINT ${name};`;

/** Build the index concurrently, and give it to the constraint. */
export function indexFirst({ constraint, name, table }: AddedConstraint, words: string): string | undefined {
	const { including, deferrable, nulls_not_distinct: isStrict, without_overlaps: hasPeriod } = constraint;
	if (name === undefined || including || deferrable || isStrict || hasPeriod) return undefined;
	const columns = (constraint.keys ?? []).flatMap((key) => ('String' in key ? spelled(key.String.sval ?? '') : []));
	return [
		`CREATE UNIQUE INDEX CONCURRENTLY ${name} ON ${table} (${columns.join(', ')});`,
		`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${words} USING INDEX ${name};`,
	].join('\n');
}
