import type { Relation } from '../dialects/postgresql/catalog/model.ts';
import type { NodeOf } from '../dialects/postgresql/catalog/trees.ts';
import { isBoundless } from '../dialects/postgresql/facts/partition-proof.ts';
import type { Seen } from './seen.ts';
import { spelled } from './spelled.ts';
import { tokensOf } from './statement-tokens.ts';

type Bound = NodeOf<'PartitionBoundSpec'>;

/** The relations of which one is a partition. */
export const childrenOf = ({ children }: Relation, { known }: Seen): readonly Relation[] =>
	children.flatMap((id) => known.get(id) ?? []);

/** The partition that takes what no other does. */
export const defaultPartitionOf = (parent: Relation | undefined, seen: Seen): Relation | undefined =>
	parent && childrenOf(parent, seen).find(({ bound }) => bound?.isDefault);

/** `FOR VALUES FROM (1) TO (9)`, or `DEFAULT`: the bound at the end of the text of a statement. */
export function boundText(text: string): string | undefined {
	const words = tokensOf(text);
	const at = words.findLastIndex(
		(token, index) => isWord(token.text, 'FOR') && isWord(words[index + 1]?.text, 'VALUES'),
	);
	if (at !== -1) return text.slice(words[at]?.start);
	return isWord(words.at(-1)?.text, 'DEFAULT') ? 'DEFAULT' : undefined;
}

const isWord = (text: string | undefined, word: string): boolean => text?.toUpperCase() === word;

/** The key of a partitioned table, and what the bound of a partition says of it, as text. */
interface Bounds {
	readonly column: string;
	readonly list?: string | undefined;
	readonly low?: string | undefined;
	readonly high?: string | undefined;
}

/** Undefined where the key is not one column, or the bound is not one of ranges or lists. */
function boundsOf(parent: Relation | undefined, bound: Bound, text: string): Bounds | undefined {
	const [key, ...more] = parent?.partitioning?.keys ?? [];
	const values = /^FOR\s+VALUES\s+(?:IN\s*(\(.*\))|FROM\s*\((.*)\)\s*TO\s*\((.*)\))$/is.exec(boundText(text) ?? '');
	if (key?.column === undefined || more.length > 0 || !values) return undefined;
	const [, list, low, high] = values;
	return {
		column: spelled(key.column),
		list,
		low: isBoundless(bound.lowerdatums?.[0]) ? undefined : low,
		high: isBoundless(bound.upperdatums?.[0]) ? undefined : high,
	};
}

/** The condition that the rows of a partition meet. */
export function conditionInside(parent: Relation | undefined, bound: Bound, text: string): string | undefined {
	const found = boundsOf(parent, bound, text);
	if (!found) return undefined;
	const { column, list, low, high } = found;
	return [
		`${column} IS NOT NULL`,
		...(list === undefined ? [] : [`${column} IN ${list}`]),
		...(low === undefined ? [] : [`${column} >= ${low}`]),
		...(high === undefined ? [] : [`${column} < ${high}`]),
	].join(' AND ');
}

/** The condition that all other rows meet. */
export function conditionOutside(parent: Relation | undefined, bound: Bound, text: string): string | undefined {
	const found = boundsOf(parent, bound, text);
	if (!found) return undefined;
	const { column, list, low, high } = found;
	if (list !== undefined) return `${column} NOT IN ${list}`;
	const parts = [
		...(low === undefined ? [] : [`${column} < ${low}`]),
		...(high === undefined ? [] : [`${column} >= ${high}`]),
	];
	return parts.length === 0 ? undefined : parts.join(' OR ');
}
