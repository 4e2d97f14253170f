import type { QualifiedName } from '../core/names.ts';
import { cut } from '../dialects/postgresql/catalog/names.ts';
import { type NodeOf, rangeName } from '../dialects/postgresql/catalog/trees.ts';
import { name } from '../dialects/postgresql/names.ts';
import { placeholdersShown } from '../dialects/postgresql/placeholders.ts';
import { textOf } from '../sql/split.ts';

type Named = NodeOf<'RangeVar'> | QualifiedName;

const partsOf = (named: Named): QualifiedName => ('name' in named ? named : rangeName(named));

/** A name as messages show it: `app.user`. */
export function shown(named: Named): string {
	const { schema, name: own } = partsOf(named);
	return placeholdersShown(schema === undefined ? own : `${schema}.${own}`);
}

/** A name as SQL has it: `app."user"`. */
export function spelled(named: Named | string): string {
	if (typeof named === 'string') return spelledName(named);
	const { schema, name: own } = partsOf(named);
	return schema === undefined ? spelled(own) : `${spelled(schema)}.${spelled(own)}`;
}

/** A placeholder stays what it is; it can have no quotes around it. */
function spelledName(text: string): string {
	const own = placeholdersShown(text);
	return own === text ? textOf(name(cut(text, 63))) : own;
}

/** As many names as a message holds. */
const MOST = 3;

/** Names as messages list them: `"a", "b", "c" and 4 others`. */
export function listed(names: readonly string[]): string {
	const quoted = names.slice(0, names.length > MOST + 1 ? MOST : names.length).map((name) => `"${name}"`);
	const others = names.length - quoted.length;
	return `${quoted.join(', ')}${others > 0 ? ` and ${others} others` : ''}`;
}
