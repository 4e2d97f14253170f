import { BUILT_IN_TYPES } from '../dialects/postgresql/built-in-types.ts';
import type { NodeOf } from '../dialects/postgresql/catalog/trees.ts';
import { serialType } from '../dialects/postgresql/catalog/type-names.ts';
import { baseOf } from '../dialects/postgresql/facts/type-change.ts';
import type { Seen } from './seen.ts';

/** The room that a value takes in a row. Short values of variable length stand at any place. */
export interface Room {
	/** Bytes; undefined for a variable length. */
	readonly length: number | undefined;
	/** It begins at a multiple of this. */
	readonly align: number;
}

/** `type:length` by alignment, as `pg_type` has them in PostgreSQL 11 to 18. */
const FIXED: Readonly<Record<number, string>> = {
	8: `int8:8 float8:8 timestamp:8 timestamptz:8 time:8 money:8 xid8:8 timetz:12 interval:16 point:16 circle:24 line:24
	box:32 lseg:32`,
	4: `int4:4 float4:4 date:4 oid:4 cid:4 xid:4 regclass:4 regcollation:4 regconfig:4 regdictionary:4 regnamespace:4
	regoper:4 regoperator:4 regproc:4 regprocedure:4 regrole:4 regtype:4 macaddr:6 macaddr8:8`,
	2: 'int2:2 tid:6',
	1: 'bool:1 char:1 uuid:16 name:64',
};

const ROOMS: ReadonlyMap<string, Room> = new Map(
	Object.entries(FIXED).flatMap(([align, types]) =>
		types.split(/\s+/).map((each): readonly [string, Room] => {
			const [type = '', length] = each.split(':');
			return [type, { length: Number(length), align: Number(align) }];
		}),
	),
);

const VARIABLE: Room = { length: undefined, align: 1 };
const ENUM: Room = { length: 4, align: 4 };

/** The room that a type takes; undefined for one that is not known. */
export function roomOf(written: NodeOf<'TypeName'>, seen: Seen): Room | undefined {
	const serial = serialType(written);
	if (serial !== undefined) return ROOMS.get(serial);
	const given = seen.known.columnType(written);
	if (!given) return undefined;
	const { type } = baseOf(given, seen.context);
	if (type.arrayDimensions > 0) return VARIABLE;
	if (type.schema === 'pg_catalog')
		return ROOMS.get(type.name) ?? (BUILT_IN_TYPES.has(type.name) ? VARIABLE : undefined);
	const kind = type.schema === undefined ? undefined : seen.known.type({ schema: type.schema, name: type.name })?.kind;
	if (kind === 'enum') return ENUM;
	return kind === 'composite' || kind === 'range' ? VARIABLE : undefined;
}

/**
 * The bytes of a row that hold nothing, at the least: behind a value of variable length, the next one may stand well.
 *
 * @see https://www.postgresql.org/docs/current/storage-page-layout.html#STORAGE-TUPLE-LAYOUT
 */
export function paddingOf(rooms: readonly Room[]): number {
	let total = 0;
	let run: Room[] = [];
	let starts = [0];
	for (const room of rooms) {
		if (room.length !== undefined) {
			run.push(room);
			continue;
		}
		total += Math.min(...starts.map((start) => paddingFrom(start, run)));
		[run, starts] = [[], [0, 1, 2, 3, 4, 5, 6, 7]];
	}
	const isFixed = starts.length === 1;
	return total + Math.min(...starts.map((start) => paddingFrom(start, isFixed ? [...run, END] : run)));
}

/** A row ends at a multiple of eight. */
const END: Room = { length: 0, align: 8 };

function paddingFrom(start: number, rooms: readonly Room[]): number {
	let [at, padding] = [start, 0];
	for (const { length = 0, align } of rooms) {
		const gap = (align - (at % align)) % align;
		padding += gap;
		at += gap + length;
	}
	return padding;
}

/** The order in which least is lost: what has to stand at the largest multiples first, what has no fixed length last. */
export const byRoom = (a: Room, b: Room): number => weightOf(b) - weightOf(a);

const weightOf = ({ length, align }: Room): number =>
	length === undefined ? 0 : align * 2 + (length % align === 0 ? 1 : 0);
