import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { cacheBytes, cacheIndex, isOurs, MAX_UNUSED_RATIO } from './cache-file.ts';
import { writeFile } from './write.ts';

/** A position of a text. Both count from 1. */
interface Position {
	readonly line: number;
	readonly column: number;
}

/** For each position in the transformed text, that in the source: four numbers each. */
type Places = number[];

/**
 * Where positions in transformed modules lead to in their source, by the hash of the source: finding out needs the
 * module transformed anew. Apart from the modules, since few commands print positions.
 *
 * A cache that cannot be read or written is none; nothing depends on it but time.
 */
export class PositionCache {
	readonly #file: string | undefined;
	readonly #stamp: string;
	readonly #used = new Set<string>();
	#entries: Map<string, Places> | undefined;
	#isChanged = false;

	/**
	 * @param file - The cache file; undefined for no cache.
	 * @param stamp - The versions the entries depend on; a cache with another stamp is thrown away.
	 */
	constructor(file: string | undefined, stamp: string) {
		this.#file = file;
		this.#stamp = stamp;
	}

	/** The position in the source; `translate` is called when the cache has none. */
	find(key: string, from: Position, translate: () => Position): Position {
		this.#entries ??= this.#opened();
		this.#used.add(key);
		const places = this.#entries.get(key) ?? [];
		for (let at = 0; at < places.length; at += 4) {
			if (places[at] !== from.line || places[at + 1] !== from.column) continue;
			return { line: places[at + 2] as number, column: places[at + 3] as number };
		}
		const to = translate();
		places.push(from.line, from.column, to.line, to.column);
		this.#entries.set(key, places);
		this.#isChanged = true;
		return to;
	}

	/** Write what is new; the file is replaced as a whole. */
	save(): void {
		if (this.#file === undefined || !this.#entries || !this.#isChanged || !isOurs(this.#file)) return;
		this.#isChanged = false;
		const isCrowded = this.#entries.size > this.#used.size * MAX_UNUSED_RATIO;
		const kept = isCrowded ? [...this.#entries].filter(([key]) => this.#used.has(key)) : [...this.#entries];
		try {
			mkdirSync(dirname(this.#file), { recursive: true });
			writeFile(this.#file, cacheBytes(this.#stamp, kept), { durable: false });
		} catch {
			// The next run asks again.
		}
	}

	#opened(): Map<string, Places> {
		if (this.#file === undefined) return new Map();
		try {
			return new Map((cacheIndex(this.#file, this.#stamp)?.entries ?? []) as readonly [string, Places][]);
		} catch {
			return new Map();
		}
	}
}
