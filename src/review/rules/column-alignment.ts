import { type NodeOf, nodesOf } from '../../dialects/postgresql/catalog/trees.ts';
import { lexis } from '../../dialects/postgresql/lexis.ts';
import { tokens } from '../../sql/scan.ts';
import { isMadeAfterAnother } from '../created-table.ts';
import { byRoom, paddingOf, type Room, roomOf } from '../row-layout.ts';
import { defineRule, NONE } from '../rule.ts';
import type { Seen } from '../seen.ts';
import { shown } from '../spelled.ts';

export const columnAlignment = defineRule({
	severity: 'info',
	group: 'design',
	about: 'CREATE TABLE with columns in an order that leaves gaps in each row.',
	why: 'A bigint or a timestamptz begins at a multiple of eight bytes, an integer at one of four: what is empty before it takes room on disk and in memory, in every row.',
	advice:
		'Name columns of eight bytes first, then those of four, two and one, and those of variable length last. Silent where nothing as large as `bytes` is saved for certain, and where a type is not known.',
	sources: ['https://www.postgresql.org/docs/current/storage-page-layout.html#STORAGE-TUPLE-LAYOUT'],
	options: { bytes: 8 },
	examples: {
		bad: [
			'CREATE TABLE account (active boolean, id bigint PRIMARY KEY, open boolean, created_at timestamptz);',
			'CREATE TABLE IF NOT EXISTS app."Account" (kind smallint CHECK (kind > 0), id bigint NOT NULL, "Plan" integer, created_at timestamptz, PRIMARY KEY (id), name text);',
			"CREATE TYPE plan AS ENUM ('free', 'pro');\nCREATE TABLE account (plan plan, id bigint PRIMARY KEY, seats integer, paid_at timestamp with time zone);",
		],
		good: [
			'CREATE TABLE account (id bigint PRIMARY KEY, created_at timestamptz, active boolean, open boolean);',
			'CREATE TABLE account (id bigint PRIMARY KEY, name text, active boolean, created_at timestamptz);',
			'CREATE TABLE account (active boolean, id bigint PRIMARY KEY);',
			'CREATE TABLE account (active boolean, id bigint PRIMARY KEY, open mood, created_at timestamptz, closed boolean, closed_at timestamptz);',
			'CREATE TEMP TABLE account (active boolean, id bigint, open boolean, created_at timestamptz);',
		],
	},
	beside: ['create-enum', 'prefer-bigint'],
	statements: {
		CreateStmt: (table, seen, { bytes }) => {
			const { relation, inhRelations, ofTypename } = table;
			const isOwn = !inhRelations && !ofTypename && !isMadeAfterAnother(table);
			if (relation?.relpersistence === 't' || !relation || seen.relation(relation) || !isOwn) return NONE;
			const columns = placed(table, seen);
			const best = columns?.toSorted((a, b) => byRoom(a.room, b.room));
			if (!columns || !best) return NONE;
			const saved = paddingOf(columns.map(({ room }) => room)) - paddingOf(best.map(({ room }) => room));
			if (saved < Number(bytes)) return NONE;
			const name = shown(relation);
			const message = `each row of "${name}" has ${saved} bytes less in another order of its columns`;
			return [{ object: name, message, instead: inOrder(seen.text, table, best) }];
		},
	},
});

interface Placed {
	/** Counts from 0 in the statement. */
	readonly index: number;
	readonly room: Room;
}

/** The columns with the room that each takes; undefined when that of one is not known. */
function placed({ tableElts }: NodeOf<'CreateStmt'>, seen: Seen): readonly Placed[] | undefined {
	const found = (tableElts ?? []).flatMap((element, index): readonly Partial<Placed>[] => {
		const [column] = nodesOf([element], 'ColumnDef');
		return column ? [{ index, ...(column.typeName && withRoom(column.typeName, seen)) }] : [];
	});
	const known = found.filter((each): each is Placed => each.room !== undefined);
	return known.length === found.length ? known : undefined;
}

function withRoom(type: NodeOf<'TypeName'>, seen: Seen): Partial<Placed> {
	const room = roomOf(type, seen);
	return room ? { room } : {};
}

/** The statement with its columns in another order; undefined when comments stand between them. */
function inOrder(text: string, { tableElts = [] }: NodeOf<'CreateStmt'>, order: readonly Placed[]): string | undefined {
	const cut = elementsIn(text);
	if (!cut || cut.elements.length !== tableElts.length) return undefined;
	const moved = new Set(order.map(({ index }) => index));
	const rest = cut.elements.filter((_, index) => !moved.has(index));
	const columns = order.map(({ index }) => cut.elements[index] ?? '');
	return `${cut.head}(\n\t${[...columns, ...rest].join(',\n\t')}\n${cut.tail};`;
}

/** The text of CREATE TABLE, cut at the commas between its columns and constraints. */
function elementsIn(
	text: string,
): { readonly head: string; readonly elements: readonly string[]; readonly tail: string } | undefined {
	const all = [...tokens(text, lexis)];
	if (all.some(({ kind }) => kind === 'comment')) return undefined;
	let depth = 0;
	const bounds = all.filter(({ text: word }) => {
		if (word === '(') return depth++ === 0;
		return word === ')' ? depth-- === 1 : word === ',' && depth === 1;
	});
	const last = bounds.findIndex(({ text: word }) => word === ')');
	const elements = bounds.slice(0, last).map(({ end }, at) => text.slice(end, bounds[at + 1]?.start).trim());
	return { head: text.slice(0, bounds[0]?.start), elements, tail: text.slice(bounds[last]?.start) };
}
