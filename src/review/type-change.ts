import type { TypeChangeFacts } from '../dialects/facts.ts';
import type { ColumnType } from '../dialects/postgresql/catalog/model.ts';
import { rangeName } from '../dialects/postgresql/catalog/trees.ts';
import { type Action, NONE, type Problem, type Problems } from './rule.ts';
import type { Seen } from './seen.ts';
import { shown } from './spelled.ts';

/** A change of type of a column that others use. */
export interface TypeChange {
	readonly action: Action;
	readonly seen: Seen;
	/** `account.plan` */
	readonly object: string;
	/** What it was; undefined when nothing tells. */
	readonly from: ColumnType | undefined;
	readonly facts: TypeChangeFacts;
}

/** Looks at ALTER COLUMN … TYPE on a table that the script did not create. */
export const changingType =
	(look: (change: TypeChange) => Omit<Problem, 'object'> | undefined) =>
	(action: Action, seen: Seen): Problems => {
		const { cmd, table, name: owner } = action;
		const work = seen.work(table);
		const name = cmd.name ?? '';
		const facts = seen.facts.typeChanges.find(({ column }) => column === `${work?.name}.${shown({ name })}`);
		if (!facts) return NONE;
		const object = `${owner}.${shown({ name })}`;
		const from = seen.column(table, name)?.type ?? seen.known.addedType(rangeName(table), name);
		const found = look({ action, seen, object, from, facts });
		return found ? [{ object, ...found }] : NONE;
	};
