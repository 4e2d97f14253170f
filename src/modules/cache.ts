import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, extname } from 'node:path';
import type { Outline } from './outline.ts';
import { writeFile } from './write.ts';

/** A module in the index: its outline, and where its text stands in the pack; a length of -1 says that it has none. */
type Row = readonly [outline: Outline, start: number, length: number];

/** The first line of the file; the pack follows it. */
interface Head {
	readonly stamp: string;
	/** Of the pack, so that a file that was cut off or damaged is noticed. */
	readonly digest: string;
	readonly rows: Readonly<Record<string, Row>>;
}

/** Rows that no module asked for in this run are kept until they are this many times those that one asked for. */
const MAX_UNUSED_RATIO = 4;

const digestOf = (bytes: Uint8Array): string => createHash('sha1').update(bytes).digest('base64url');

/**
 * Modules as they were read before, by the hash of their text: one file, an index in front and the texts behind it.
 *
 * A cache that cannot be read or written is none; nothing depends on it but time.
 */
export class ModuleCache {
	readonly #file: string | undefined;
	readonly #stamp: string;
	readonly #rows = new Map<string, Row>();
	readonly #fresh = new Map<string, string>();
	readonly #used = new Set<string>();
	#pack: Buffer = Buffer.alloc(0);
	#isChanged = false;

	/**
	 * @param file - The cache file; undefined for no cache.
	 * @param stamp - The versions the entries depend on; a cache with another stamp is thrown away.
	 */
	constructor(file: string | undefined, stamp: string) {
		this.#file = file;
		this.#stamp = stamp;
		if (file !== undefined) this.#read(file);
	}

	/** The key of a text: the language is part of it, since the extension decides how the text is read. */
	static key(file: string, source: string): string {
		return createHash('sha1').update(extname(file)).update('\0').update(source).digest('base64url');
	}

	/** The outline of a module; `read` makes it when the cache has none. */
	outline(key: string, read: () => Outline): Outline {
		return this.#row(key, read)[0];
	}

	/** The transformed text of a module; its outline is read first, since that finds mistakes of the grammar. */
	code(key: string, read: () => Outline, transform: () => string): string {
		const [, start, length] = this.#row(key, read);
		if (length >= 0) return this.#pack.toString('utf8', start, start + length);
		const known = this.#fresh.get(key);
		if (known !== undefined) return known;
		const code = transform();
		this.#fresh.set(key, code);
		this.#isChanged = true;
		return code;
	}

	/** Write what is new; the file is replaced as a whole, so that a reader never sees half of it. */
	save(): void {
		if (this.#file === undefined || !this.#isChanged) return;
		this.#isChanged = false;
		try {
			mkdirSync(dirname(this.#file), { recursive: true });
			writeFile(this.#file, this.#bytes());
		} catch {
			// The next run reads the modules again.
		}
	}

	#row(key: string, read: () => Outline): Row {
		this.#used.add(key);
		const known = this.#rows.get(key);
		if (known) return known;
		const row: Row = [read(), 0, -1];
		this.#rows.set(key, row);
		this.#isChanged = true;
		return row;
	}

	#read(file: string): void {
		try {
			const bytes = readFileSync(file);
			const end = bytes.indexOf(10);
			const { stamp, digest, rows } = JSON.parse(bytes.toString('utf8', 0, end)) as Head;
			const pack = bytes.subarray(end + 1);
			if (stamp !== this.#stamp || digest !== digestOf(pack)) return;
			for (const [key, row] of Object.entries(rows)) if (isRow(row, pack.length)) this.#rows.set(key, row);
			this.#pack = pack;
		} catch {
			this.#rows.clear();
		}
	}

	#bytes(): Buffer {
		const rows: Record<string, Row> = {};
		const texts: Buffer[] = [];
		let offset = 0;
		for (const key of this.#kept()) {
			const text = this.#text(key);
			const [outline] = this.#rows.get(key) as Row;
			rows[key] = [outline, offset, text?.length ?? -1];
			if (text) texts.push(text);
			offset += text?.length ?? 0;
		}
		const pack = Buffer.concat(texts);
		const head: Head = { stamp: this.#stamp, digest: digestOf(pack), rows };
		return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), pack]);
	}

	#text(key: string): Buffer | undefined {
		const fresh = this.#fresh.get(key);
		if (fresh !== undefined) return Buffer.from(fresh);
		const [, start, length] = this.#rows.get(key) as Row;
		return length < 0 ? undefined : this.#pack.subarray(start, start + length);
	}

	#kept(): Iterable<string> {
		return this.#rows.size > this.#used.size * MAX_UNUSED_RATIO ? this.#used : this.#rows.keys();
	}
}

/** Whether a row leads to an outline, and to a place in the pack. */
function isRow(row: unknown, size: number): boolean {
	if (!Array.isArray(row)) return false;
	const [outline, start, length] = row as unknown as Row;
	const hasOutline = Array.isArray(outline?.exports) && typeof outline.literals === 'object';
	return hasOutline && Number.isInteger(start) && Number.isInteger(length) && start + length <= size;
}
