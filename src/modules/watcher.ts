import { type FSWatcher, watch } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

/** How long it has to be quiet after a change: editors write a file in several steps. */
const SETTLE_MS = 100;

/** Waits for changes of files in folders. What changes while nobody waits is not missed. */
export class Watcher {
	readonly #watchers = new Map<string, FSWatcher>();
	readonly #isHeard: (name: string) => boolean;
	#changes = 0;
	#wake: () => void = () => undefined;

	/** @param isHeard - Whether a change of a file of this name counts. */
	constructor(isHeard: (name: string) => boolean) {
		this.#isHeard = isHeard;
	}

	/** Watch folders, too, but not what is in folders below them. Those that are not there are passed over. */
	add(folders: Iterable<string>): void {
		for (const folder of folders) {
			if (this.#watchers.has(folder)) continue;
			try {
				const watcher = watch(folder, (_, name) => this.#hear(name));
				// It is gone: the folder above tells when it is back.
				watcher.on('error', () => this.#forget(folder));
				this.#watchers.set(folder, watcher);
			} catch {
				// The next time may find it.
			}
		}
	}

	/** Wait for a change since the last time, and until nothing has changed for a moment. */
	async changed(): Promise<void> {
		while (this.#changes === 0) await new Promise<void>((resolve) => (this.#wake = resolve));
		for (let seen = 0; seen !== this.#changes; ) {
			seen = this.#changes;
			await setTimeout(SETTLE_MS);
		}
		this.#changes = 0;
	}

	/** Watch nothing any more. */
	close(): void {
		for (const folder of [...this.#watchers.keys()]) this.#forget(folder);
	}

	#hear(name: string | null): void {
		if (name !== null && !this.#isHeard(name)) return;
		this.#changes++;
		this.#wake();
	}

	#forget(folder: string): void {
		this.#watchers.get(folder)?.close();
		this.#watchers.delete(folder);
	}
}
