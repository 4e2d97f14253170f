import { byCodePoint } from '../core/keys.ts';
import { Heap } from './heap.ts';
import { allParents, type Node, reach } from './node.ts';

/** A place in the list of what is to come next. It goes down from a revision to its parent. */
interface Slot {
	readonly number: number;
	place: Place;
	/** Grows when the slot has left something behind that it stood above. */
	turn: number;
	isGone: boolean;
	previous: Slot | undefined;
	next: Slot | undefined;
}

/** A revision of those that are put in order. */
interface Place {
	readonly id: string;
	readonly below: Place[];
	/** Of those below, the ones that a slot goes on to. */
	readonly parents: readonly string[];
	readonly above: Place[];
	/** How many of those above are still to come. */
	left: number;
	isDone: boolean;
	slot: Slot | undefined;
	/** The first slot above, as it was found in that turn of the slot. */
	first: Slot | undefined;
	turn: number;
	/** Those above, by a number that their first slot is not below. */
	candidates: Heap<Place> | undefined;
	/** How many others were asked for it. */
	asked: number;
	/** Everything above, once that is cheaper than asking, and the first slot that was found with it. */
	members: ReadonlySet<Place> | undefined;
}

/**
 * Revisions from the heads down, each after everything that needs it, in Alembic's order: go down from the first head;
 * where something above is still to come, go on with the first slot that stands above; where a line ends, with the slot
 * before it. Heads stand in code-point order, further parents at the end.
 *
 * Which slot is the first above is remembered with each revision. Slots only go down or end, so that it is looked for
 * again only when that slot has ended, or has left a merge; and it is never one before.
 */
export function downwards(nodes: readonly Node[]): readonly string[] {
	const slots = new Slots(nodes.length);
	for (const place of placesOf(nodes)) if (place.left === 0) slots.add(place);
	const order: string[] = [];
	for (let slot = slots.first; slot; ) {
		const { place } = slot;
		if (place.left > 0) {
			slot = place.asked > slots.limit ? amongMembers(place, slots) : firstAbove(place);
			continue;
		}
		order.push(place.id);
		slot = advance(slots, slot, leave(place));
	}
	return order;
}

function placesOf(nodes: readonly Node[]): readonly Place[] {
	const places = new Map<string, Place>();
	for (const { id, parents } of [...nodes].sort((a, b) => byCodePoint(a.id, b.id))) {
		const unknown = { slot: undefined, first: undefined, candidates: undefined, members: undefined };
		const state = { left: 0, isDone: false, turn: 0, asked: 0, ...unknown };
		places.set(id, { id, below: [], parents, above: [], ...state });
	}
	for (const node of nodes) {
		const place = places.get(node.id);
		if (!place) continue;
		for (const below of allParents(node).flatMap((id) => places.get(id) ?? [])) {
			place.below.push(below);
			below.above.push(place);
			below.left++;
		}
	}
	return [...places.values()];
}

/** Take a revision from what is to come; where its slot can go from there. */
function leave(place: Place): readonly Place[] {
	place.isDone = true;
	place.slot = undefined;
	for (const below of place.below) below.left--;
	return place.below.filter((below) => !below.slot && (place.parents.includes(below.id) || below.left === 0));
}

function advance(slots: Slots, slot: Slot, [place, ...further]: readonly Place[]): Slot | undefined {
	if (!place) return slots.remove(slot);
	if (slot.place.below.length > 1) slot.turn++;
	slot.place = place;
	place.slot = slot;
	for (const other of further) slots.add(other);
	return slot;
}

/** The slots, in a list that knows its neighbours. */
class Slots {
	/** As many places as there are. */
	readonly limit: number;
	first: Slot | undefined;
	#last: Slot | undefined;
	#count = 0;

	constructor(limit: number) {
		this.limit = limit;
	}

	add(place: Place): void {
		const previous = this.#last;
		const slot = { number: this.#count++, place, turn: 0, isGone: false, previous, next: undefined };
		if (previous) previous.next = slot;
		else this.first = slot;
		this.#last = slot;
		place.slot = slot;
	}

	/** @returns The one before it, else the first. */
	remove(slot: Slot): Slot | undefined {
		const { previous, next } = slot;
		slot.isGone = true;
		if (previous) previous.next = next;
		else this.first = next;
		if (next) next.previous = previous;
		else this.#last = previous;
		return previous ?? this.first;
	}
}

/** The first slot above a place. Those above are asked first; a stack, since a line may be long. */
function firstAbove(start: Place): Slot | undefined {
	const stack = [start];
	for (let place = stack.at(-1); place; place = stack.at(-1)) {
		const unknown = isKnown(place) ? undefined : settle(place);
		if (unknown) stack.push(unknown);
		else stack.pop();
		start.asked++;
	}
	return start.first;
}

/** The same for a place that has asked often: go through the slots from where the last one was. */
function amongMembers(place: Place, slots: Slots): Slot | undefined {
	place.members ??= reach(place.above, ({ above }) => above);
	let slot = place.first?.isGone && !place.first.next ? slots.first : place.first;
	while (slot && (slot.isGone || slot.place === place || !place.members.has(slot.place))) slot = slot.next;
	place.first = slot;
	return slot;
}

const isKnown = ({ first, turn, id }: Place): boolean =>
	first !== undefined && !first.isGone && first.turn === turn && first.place.id !== id;

/** Find the first slot above a place, or one above that has to be asked before. */
function settle(place: Place): Place | undefined {
	place.candidates ??= new Heap(place.above);
	const { candidates } = place;
	for (let top = candidates.top; top; top = candidates.top) {
		const { item, number } = top;
		if (!item.isDone && !isTold(item, number)) return item;
		const first = item.isDone ? undefined : firstFrom(item);
		if (!first) candidates.remove();
		else if (first.number > number) candidates.raise(first.number);
		else {
			place.first = first;
			place.turn = first.turn;
			return undefined;
		}
	}
	return undefined;
}

/** Whether the first slot at or above a place is known: nothing is left above, or none is before its own. */
const isTold = (place: Place, number: number): boolean =>
	place.left === 0 || (place.slot !== undefined && place.slot.number <= number) || isKnown(place);

function firstFrom({ slot, left, first }: Place): Slot | undefined {
	if (left === 0 || !first) return slot;
	return slot && slot.number < first.number ? slot : first;
}
