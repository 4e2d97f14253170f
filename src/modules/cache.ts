import { hash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname, extname } from 'node:path';
import { Bundle, type BundleContent, type ModuleFunction, type ModuleText, type Place } from './bundle.ts';
import { cacheBytes, cacheIndex, digestOf, isOurs, MAX_UNUSED_RATIO, readFrom } from './cache-file.ts';
import type { Outline, ReadModule } from './outline.ts';
import { writeFile } from './write.ts';

/** A module of the cache: its outline, and its place in a bundle as soon as it has one. */
interface Entry {
	readonly outline: Outline;
	readonly bundle?: Bundle;
	readonly index?: number;
}

/** A bundle in the index: its modules, and where its content stands behind the index. */
interface Row {
	readonly keys: readonly string[];
	readonly outlines: readonly Outline[];
	readonly places: readonly Place[];
	readonly start: number;
	readonly text: number;
	readonly compiled: number;
	/** Of the content, so that a file that was cut off, damaged or replaced meanwhile is noticed. */
	readonly digest: string;
}

/** Small enough that running one revision of many does not load all of them. */
const BUNDLE_SIZE = 256;

/** As many bundles as modules that are added one by one make before they are put together. */
const MAX_SMALL_BUNDLES = 16;

/**
 * Modules as they were read before, by the hash of their text: one file, an index in front, their bundles behind it.
 *
 * A cache that cannot be read or written is none; nothing depends on it but time.
 */
export class ModuleCache {
	readonly #file: string | undefined;
	readonly #stamp: string;
	readonly #entries = new Map<string, Entry>();
	readonly #used = new Set<string>();
	/** The bundles of the file, and of this run. */
	#bundles: Bundle[] = [];
	#fresh: ModuleText[] = [];
	#isChanged = false;

	/**
	 * @param file - The cache file; undefined for no cache.
	 * @param stamp - The versions the entries depend on; a cache with another stamp is thrown away.
	 */
	constructor(file: string | undefined, stamp: string) {
		this.#file = file !== undefined && isOurs(file) ? file : undefined;
		this.#stamp = stamp;
		if (this.#file !== undefined) this.#open(this.#file);
	}

	/** The key of a text: the language is part of it, since the extension decides how the text is read. */
	static key(file: string, source: string): string {
		return hash('sha1', `${extname(file)}\0${source}`, 'base64url');
	}

	/** The outline of a module; `read` is called when the cache has none. */
	outline(key: string, read: () => ReadModule): Outline {
		return this.#entry(key, read).outline;
	}

	/**
	 * The function that runs a module, with all modules that were read and not run so far compiled at once.
	 *
	 * @returns `undefined` when it has to be compiled by itself.
	 */
	take(key: string, file: string, read: () => ReadModule): ModuleFunction | undefined {
		if (!this.#entry(key, read).bundle) this.#bundle();
		const { bundle, index = 0 } = this.#entry(key, read);
		return bundle?.take(index, file);
	}

	/** Write what is new; the file is replaced as a whole, so that a reader never sees half of it. */
	save(): void {
		this.#bundle();
		if (this.#file === undefined || !(this.#isChanged || this.#bundles.some(({ isChanged }) => isChanged))) return;
		this.#isChanged = false;
		try {
			const bytes = this.#bytes();
			mkdirSync(dirname(this.#file), { recursive: true });
			writeFile(this.#file, bytes, { durable: false });
		} catch {
			// The next run reads the modules again.
		}
	}

	#entry(key: string, read: () => ReadModule): Entry {
		this.#used.add(key);
		const known = this.#entries.get(key);
		if (known) return known;
		const { outline, code } = read();
		const entry: Entry = { outline };
		this.#entries.set(key, entry);
		this.#fresh.push({ key, code });
		this.#isChanged = true;
		return entry;
	}

	/** Put the modules that were read since the last time into bundles, in the order in which they were read. */
	#bundle(): void {
		for (const bundle of bundled(this.#fresh)) this.#add(bundle);
		this.#fresh = [];
	}

	#add(bundle: Bundle, outlines: readonly Outline[] = []): void {
		this.#bundles.push(bundle);
		bundle.keys.forEach((key, index) => {
			const outline = outlines[index] ?? this.#entries.get(key)?.outline;
			if (outline) this.#entries.set(key, { outline, bundle, index });
		});
	}

	#open(file: string): void {
		try {
			const index = cacheIndex(file, this.#stamp);
			for (const row of (index?.entries ?? []) as readonly Row[]) {
				this.#add(new Bundle(row.keys, row.places, () => readContent(file, index?.end ?? 0, row)), row.outlines);
			}
		} catch {
			this.#entries.clear();
			this.#bundles = [];
		}
	}

	#bytes(): Buffer {
		const rows: Row[] = [];
		const contents: Buffer[] = [];
		let start = 0;
		for (const bundle of this.#kept()) {
			const content = bundle.keep();
			if (!content) continue;
			const { text, compiled } = content;
			const outlines = bundle.keys.map((key) => (this.#entries.get(key) as Entry).outline);
			const digest = digestOf(text, compiled);
			const { keys, places } = bundle;
			rows.push({ keys, outlines, places, start, text: text.length, compiled: compiled.length, digest });
			contents.push(text, compiled);
			start += text.length + compiled.length;
		}
		return cacheBytes(this.#stamp, rows, contents);
	}

	/** Without what is not used any more, and with many small bundles made one: each costs the engine a script. */
	#kept(): readonly Bundle[] {
		const isCrowded = this.#entries.size > this.#used.size * MAX_UNUSED_RATIO;
		const used = isCrowded
			? this.#bundles.filter(({ keys }) => keys.some((key) => this.#used.has(key)))
			: this.#bundles;
		const small = new Set(used.filter(({ keys }) => keys.length < BUNDLE_SIZE / 2));
		if (small.size <= MAX_SMALL_BUNDLES) return used;
		return [...used.filter((bundle) => !small.has(bundle)), ...bundled([...small].flatMap(({ modules }) => modules))];
	}
}

function bundled(modules: readonly ModuleText[]): readonly Bundle[] {
	const bundles: Bundle[] = [];
	for (let start = 0; start < modules.length; start += BUNDLE_SIZE) {
		bundles.push(Bundle.of(modules.slice(start, start + BUNDLE_SIZE)));
	}
	return bundles;
}

function readContent(file: string, bodies: number, { start, text, compiled, digest }: Row): BundleContent | undefined {
	try {
		const bytes = readFrom(file, bodies + start, text + compiled);
		if (digest !== digestOf(bytes)) return undefined;
		return { text: bytes.subarray(0, text), compiled: bytes.subarray(text) };
	} catch {
		return undefined;
	}
}
