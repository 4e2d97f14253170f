/** A map that writes down how to take each change back. */
export class Ledger<Key, Value> {
	readonly #entries: Map<Key, Value>;
	readonly #journal: (() => void)[];

	/**
	 * @param journal - Where the way back of each change is added.
	 * @param from - What it holds at the beginning.
	 */
	constructor(journal: (() => void)[], from: Iterable<readonly [Key, Value]> = []) {
		this.#journal = journal;
		this.#entries = new Map(from);
	}

	/** One with the same entries, whose changes are written elsewhere. */
	copy(journal: (() => void)[]): Ledger<Key, Value> {
		return new Ledger(journal, this.#entries);
	}

	get size(): number {
		return this.#entries.size;
	}

	get(key: Key): Value | undefined {
		return this.#entries.get(key);
	}

	has(key: Key): boolean {
		return this.#entries.has(key);
	}

	keys(): IterableIterator<Key> {
		return this.#entries.keys();
	}

	values(): IterableIterator<Value> {
		return this.#entries.values();
	}

	set(key: Key, value: Value): void {
		this.#remember(key);
		this.#entries.set(key, value);
	}

	delete(key: Key): void {
		this.#remember(key);
		this.#entries.delete(key);
	}

	#remember(key: Key): void {
		const old = this.#entries.get(key);
		this.#journal.push(() => {
			if (old === undefined) this.#entries.delete(key);
			else this.#entries.set(key, old);
		});
	}
}
