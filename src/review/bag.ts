/** Texts of which each can be taken as often as it is there. */
export class Bag {
	readonly #counts = new Map<string, number>();

	constructor(texts: readonly string[]) {
		for (const text of texts) this.#counts.set(text, (this.#counts.get(text) ?? 0) + 1);
	}

	/** Whether there was one. */
	take(text: string): boolean {
		const count = this.#counts.get(text) ?? 0;
		if (count > 0) this.#counts.set(text, count - 1);
		return count > 0;
	}

	left(): readonly string[] {
		return [...this.#counts].flatMap(([text, count]) => Array.from({ length: count }, () => text));
	}
}
