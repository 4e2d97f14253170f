import { byCodePoint } from '../core/keys.ts';

/** What stands directly below each revision. */
type Links = ReadonlyMap<string, readonly string[]>;

/** Revisions in an order in which parents come first, and those that lead in a circle instead. */
export interface Sorted {
	readonly order: readonly string[];
	/** Each once, from its first id in code-point order on, every one followed by what stands below it. */
	readonly circles: readonly (readonly string[])[];
}

/** Sort revisions by what stands below them. All that is named there must be among them. */
export function sortLinks(below: Links): Sorted {
	const above = new Map<string, string[]>([...below.keys()].map((id) => [id, []]));
	for (const [id, links] of below) for (const link of links) above.get(link)?.push(id);
	const open = new Map([...below].map(([id, links]) => [id, links.length]));
	const order = peel(
		[...open.keys()].filter((id) => open.get(id) === 0),
		open,
		above,
	);
	const circles: (readonly string[])[] = [];
	// What is left is in a circle, or stands above one: without its revisions, the rest is sorted as before.
	for (const start of [...open.keys()].sort(byCodePoint)) {
		if (!open.has(start)) continue;
		const circle = circleFrom(start, below, open);
		circles.push(circle);
		peel(circle, open, above);
	}
	return { order, circles };
}

/** Take revisions away, and all that then has nothing left below it. */
function peel(
	first: readonly string[],
	open: Map<string, number>,
	above: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
	const ready = [...first];
	for (const id of ready) open.delete(id);
	for (const id of ready) {
		for (const next of above.get(id) ?? []) {
			const left = open.get(next);
			if (left === undefined) continue;
			open.set(next, left - 1);
			if (left > 1) continue;
			open.delete(next);
			ready.push(next);
		}
	}
	return ready;
}

/** Go down through what is open until a revision comes again. */
function circleFrom(start: string, below: Links, open: ReadonlyMap<string, number>): readonly string[] {
	const path = new Map<string, number>();
	let id = start;
	while (!path.has(id)) {
		path.set(id, path.size);
		id = below.get(id)?.find((link) => open.has(link)) ?? id;
	}
	const circle = [...path.keys()].slice(path.get(id));
	const first = circle.indexOf([...circle].sort(byCodePoint)[0] ?? id);
	return [...circle.slice(first), ...circle.slice(0, first)];
}
