interface Entry<Item> {
	readonly item: Item;
	number: number;
}

/** Items by a number that only grows. The one with the least number is on top. */
export class Heap<Item> {
	readonly #entries: Entry<Item>[];

	/** All items begin with the number -1. */
	constructor(items: readonly Item[]) {
		this.#entries = items.map((item) => ({ item, number: -1 }));
	}

	get top(): Readonly<Entry<Item>> | undefined {
		return this.#entries[0];
	}

	/** Give the item on top a greater number. */
	raise(number: number): void {
		const top = this.#entries[0];
		if (!top) return;
		top.number = number;
		this.#sink();
	}

	/** Take the item on top away. */
	remove(): void {
		const last = this.#entries.pop();
		if (!last || this.#entries.length === 0) return;
		this.#entries[0] = last;
		this.#sink();
	}

	#sink(): void {
		const entries = this.#entries;
		for (let at = 0; ; ) {
			const least = [2 * at + 1, 2 * at + 2].reduce(
				(best, child) => ((entries[child]?.number ?? Infinity) < (entries[best]?.number ?? Infinity) ? child : best),
				at,
			);
			const [entry, child] = [entries[at], entries[least]];
			if (least === at || !entry || !child) return;
			entries[at] = child;
			entries[least] = entry;
			at = least;
		}
	}
}
