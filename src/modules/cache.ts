import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, extname } from 'node:path';
import type { Outline } from './outline.ts';

/** What the cache keeps of one module; the text only once the module has been run. */
interface Entry {
	readonly outline: Outline;
	readonly code?: string;
}

/** In the index: the outline, and where in the pack the text stands. */
type IndexRow = readonly [outline: Outline, start: number, length: number];

/** Rows that no module asked for in this run are kept until they are this many times those that one asked for. */
const MAX_UNUSED_RATIO = 4;

/**
 * Modules as they were read before, by the hash of their text: one file, an index in front and the texts behind it.
 *
 * A cache that cannot be read or written is none; nothing depends on it but time.
 */
export class ModuleCache {
	readonly #file: string | undefined;
	readonly #stamp: string;
	readonly #index = new Map<string, IndexRow>();
	readonly #fresh = new Map<string, Entry>();
	readonly #used = new Set<string>();
	#pack: Buffer = Buffer.alloc(0);

	/**
	 * @param file - The cache file; undefined for no cache.
	 * @param stamp - The versions the entries depend on; a cache with another stamp is thrown away.
	 */
	constructor(file: string | undefined, stamp: string) {
		this.#file = file;
		this.#stamp = stamp;
		this.#read();
	}

	/** The key of a text: the language is part of it, since the extension decides how the text is read. */
	static key(file: string, source: string): string {
		return createHash('sha1').update(extname(file)).update('\0').update(source).digest('base64url');
	}

	outline(key: string, read: () => Outline): Outline {
		return this.#entry(key, read).outline;
	}

	code(key: string, read: () => Outline, transform: () => string): string {
		const entry = this.#entry(key, read);
		if (entry.code !== undefined) return entry.code;
		const code = transform();
		this.#fresh.set(key, { ...entry, code });
		return code;
	}

	#entry(key: string, read: () => Outline): Entry {
		this.#used.add(key);
		const known = this.#fresh.get(key) ?? this.#stored(key);
		if (known) return known;
		const entry = { outline: read() };
		this.#fresh.set(key, entry);
		return entry;
	}

	#stored(key: string): Entry | undefined {
		const row = this.#index.get(key);
		if (!row) return undefined;
		const [outline, start, length] = row;
		return length < 0 ? { outline } : { outline, code: this.#pack.toString('utf8', start, start + length) };
	}

	#read(): void {
		if (this.#file === undefined) return;
		try {
			const bytes = readFileSync(this.#file);
			const end = bytes.indexOf(10);
			const head = JSON.parse(bytes.toString('utf8', 0, end)) as { stamp: string; rows: Record<string, IndexRow> };
			if (head.stamp !== this.#stamp) return;
			for (const [key, row] of Object.entries(head.rows)) this.#index.set(key, row);
			this.#pack = bytes.subarray(end + 1);
		} catch {
			this.#index.clear();
		}
	}

	/** Write what is new; the file is replaced as a whole, so that a reader never sees half of it. */
	save(): void {
		if (this.#file === undefined || this.#fresh.size === 0) return;
		const temporary = `${this.#file}.${randomBytes(6).toString('hex')}`;
		try {
			mkdirSync(dirname(this.#file), { recursive: true });
			writeFileSync(temporary, this.#bytes());
			renameSync(temporary, this.#file);
		} catch {
			rmSync(temporary, { force: true });
		}
		this.#fresh.clear();
	}

	#bytes(): Buffer {
		const rows: Record<string, IndexRow> = {};
		const texts: Buffer[] = [];
		let offset = 0;
		for (const key of this.#kept()) {
			const entry = this.#fresh.get(key) ?? this.#stored(key);
			if (!entry) continue;
			const text = entry.code === undefined ? undefined : Buffer.from(entry.code);
			rows[key] = [entry.outline, offset, text?.length ?? -1];
			if (text) texts.push(text);
			offset += text?.length ?? 0;
		}
		return Buffer.concat([Buffer.from(`${JSON.stringify({ stamp: this.#stamp, rows })}\n`), ...texts]);
	}

	#kept(): ReadonlySet<string> {
		const all = new Set([...this.#index.keys(), ...this.#fresh.keys()]);
		return all.size > this.#used.size * MAX_UNUSED_RATIO ? this.#used : all;
	}
}
