import type { RelationFacts } from '../dialects/facts.ts';
import type { Column } from '../dialects/postgresql/catalog/model.ts';
import { type Action, NONE, type Problem, type Problems } from './rule.ts';
import type { Seen } from './seen.ts';
import { shown } from './spelled.ts';

/** A change of type of a column that others use. */
export interface TypeChange {
	/** `account.plan` */
	readonly object: string;
	readonly work: RelationFacts;
	/** As it was; undefined when nothing tells. */
	readonly column: Column | undefined;
	readonly isNarrowing: boolean;
}

/** Looks at ALTER COLUMN … TYPE on a table that the script did not create. */
export const changingType =
	(look: (change: TypeChange) => Omit<Problem, 'object'> | undefined) =>
	({ cmd, table, name: owner }: Action, seen: Seen): Problems => {
		const work = seen.work(table);
		const name = cmd.name ?? '';
		if (!work) return NONE;
		const object = `${owner}.${shown({ name })}`;
		const isNarrowing = seen.facts.narrows.some(({ name: narrowed }) => narrowed === `${work.name}.${name}`);
		const found = look({ object, work, column: seen.column(table, name), isNarrowing });
		return found ? [{ object, ...found }] : NONE;
	};
