import { type Action, NONE, type Problems } from './rule.ts';
import type { Seen } from './seen.ts';
import { shown } from './spelled.ts';

/** Looks at a change of the default of a column that clients know. */
export const columnDefault =
	(tell: (cmd: Action['cmd'], column: string, table: string) => string | undefined) =>
	({ cmd, table, name }: Action, seen: Seen): Problems => {
		const column = cmd.name ?? '';
		if (seen.isNew(table) || seen.history.addedColumn(table, column, seen.known)) return NONE;
		const message = tell(cmd, shown({ name: column }), name);
		return message === undefined ? NONE : [{ object: `${name}.${column}`, message }];
	};
