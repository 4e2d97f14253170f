import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileFunction } from 'node:vm';
import { GenSqlError } from '../core/error.ts';
import { positionAt, registerScript, type SourceLocation } from '../core/source.ts';
import { didYouMean } from '../core/suggest.ts';
import { oneLine } from '../core/text.ts';
import { type ModuleFunction, PARAMETERS } from './bundle.ts';
import { ModuleCache } from './cache.ts';
import { explained } from './explained.ts';
import { packageVersion, readText } from './files.ts';
import { keyPosition } from './key-position.ts';
import { exportPosition, type Outline, outlined, type ReadModule } from './outline.ts';
import { PositionCache } from './position-cache.ts';
import { isPath, type Resolved, resolveImport } from './resolve.ts';
import { jsonErrorOffset, syntaxError, transform, translator } from './transform.ts';

/** The exports of a module that was run. */
export type Namespace = Readonly<Record<string, unknown>>;

interface Instance {
	readonly file: string;
	readonly exports: Record<string, unknown>;
	/** Settles when the module has run; whoever imports one that failed gets the same error again. */
	running: Promise<void> | undefined;
	done: boolean;
	/** Modules this one waits for just now. */
	readonly awaits: Set<Instance>;
}

export interface RunnerOptions {
	/** Where transformed modules are kept between runs; undefined for nowhere. */
	readonly cacheFile?: string | undefined;
	/** The versions that transformed modules depend on. Default: that of gen-sql. */
	readonly stamp?: string;
}

/** What runners of the same files have in common. */
interface Shared {
	readonly cache: ModuleCache;
	readonly positions: PositionCache;
	readonly sources: Map<string, { readonly source: string; readonly key: string }>;
}

const shared = ({ cacheFile, stamp = packageVersion() }: RunnerOptions): Shared => ({
	cache: new ModuleCache(cacheFile, stamp),
	positions: new PositionCache(cacheFile && `${cacheFile}.positions`, stamp),
	sources: new Map(),
});

/** What the transformer says of a static import. */
interface ImportMetadata {
	readonly importedNames?: readonly string[];
}

/**
 * Runs TypeScript and JavaScript modules of the author in this process, each once, whoever imports it.
 *
 * Stack positions of what runs here lead back to the author's files through `locate`.
 */
export class ModuleRunner {
	readonly #shared: Shared;
	readonly #instances = new Map<string, Instance>();

	/** @param options - Or what another runner has read. */
	constructor(options: RunnerOptions | Shared = {}) {
		this.#shared = 'sources' in options ? options : shared(options);
	}

	/** One that has run nothing yet, and reads nothing that this one has read. */
	fresh(): ModuleRunner {
		return new ModuleRunner(this.#shared);
	}

	/** The modules that it has read, and those made with `fresh`. */
	get files(): readonly string[] {
		return [...this.#shared.sources.keys()];
	}

	/**
	 * What can be said of a module without running it.
	 *
	 * @throws {GenSqlError} REVISION_SYNTAX or FILE_UNREADABLE.
	 */
	outline(file: string): Outline {
		const { source, key } = this.#source(file);
		return this.#shared.cache.outline(key, () => readModule(file, source));
	}

	/** The same for another text of the file, such as one of git. @throws {GenSqlError} REVISION_SYNTAX. */
	outlineOf(file: string, source: string): Outline {
		return this.#shared.cache.outline(ModuleCache.key(file, source), () => readModule(file, source));
	}

	/**
	 * Run a module and everything it imports.
	 *
	 * @throws {GenSqlError} REVISION_SYNTAX, REVISION_THREW or FILE_UNREADABLE, placed in the file it is about.
	 */
	async run(file: string): Promise<Namespace> {
		const instance = this.#instance(file);
		await instance.running;
		return instance.exports;
	}

	/** Take this text for that of a file which is not there yet. */
	provide(file: string, source: string): void {
		this.#shared.sources.set(file, { source, key: ModuleCache.key(file, source) });
	}

	/** Where a module exports a name; its beginning when that is not written in it. */
	exportPosition(file: string, name: string): SourceLocation {
		return exportPosition(file, this.#source(file).source, name);
	}

	/** Where the object that a module exports as its default has a key, as `keyPosition` finds it. */
	keyPosition(file: string, path: readonly string[]): SourceLocation {
		return keyPosition(file, this.#source(file).source, path);
	}

	/** Keep what was transformed and translated for the next run. */
	save(): void {
		this.#shared.cache.save();
		this.#shared.positions.save();
	}

	#source(file: string): { readonly source: string; readonly key: string } {
		let known = this.#shared.sources.get(file);
		if (!known) {
			const source = readText(file);
			known = { source, key: ModuleCache.key(file, source) };
			this.#shared.sources.set(file, known);
		}
		return known;
	}

	#instance(file: string): Instance {
		const known = this.#instances.get(file);
		if (known) return known;
		const exports = Object.create(null, { [Symbol.toStringTag]: { value: 'Module' } }) as Record<string, unknown>;
		const instance: Instance = { file, exports, running: undefined, done: false, awaits: new Set() };
		this.#instances.set(file, instance);
		instance.running = this.#evaluate(instance).finally(() => {
			instance.done = true;
		});
		// In a circle of imports nobody may be left to wait for it; its error is then told by the one that waits.
		instance.running.catch(() => undefined);
		return instance;
	}

	async #evaluate(instance: Instance): Promise<void> {
		const { file, exports } = instance;
		const { source, key } = this.#source(file);
		const translate = translator(file, source);
		registerScript(file, (line, column) =>
			this.#shared.positions.find(key, { line, column }, () => translate(line, column)),
		);
		try {
			const read = (): ReadModule => readModule(file, source);
			const run = this.#shared.cache.take(key, file, read) ?? compiled(file, read().code);
			await run(
				(specifier: string, names: ImportMetadata) => this.#import(specifier, instance, names),
				(specifier: unknown) => this.#import(String(specifier), instance),
				exports,
				(from: Namespace) => exportAll(exports, from),
				importMeta(file),
			);
		} catch (error) {
			throw explained(error, file);
		}
	}

	async #import(
		specifier: string,
		importer: Instance,
		{ importedNames = [] }: ImportMetadata = {},
	): Promise<Namespace> {
		const resolved = await resolveImport(specifier, importer.file);
		if (!resolved) {
			const hint = isPath(specifier) ? 'the path counts from the folder of the file' : 'is the package installed?';
			throw this.#importError(`cannot find "${specifier}", which this file imports`, specifier, importer, hint);
		}
		const namespace = await this.#load(resolved, importer);
		const absent = importedNames.find((name) => !(name in namespace));
		// In a circle of imports a module may not have come to its exports yet.
		if (absent === undefined || (resolved.kind === 'source' && !this.#instances.get(resolved.file)?.done))
			return namespace;
		const hint = didYouMean(absent, Object.keys(namespace), 'it exports');
		throw this.#importError(`"${specifier}" does not export "${absent}"`, specifier, importer, hint);
	}

	#importError(message: string, specifier: string, { file }: Instance, hint: string): GenSqlError {
		const at = importPosition(file, this.#source(file).source, specifier);
		return new GenSqlError('REVISION_THREW', message, { at, hint });
	}

	async #load(resolved: Resolved, importer: Instance): Promise<Namespace> {
		switch (resolved.kind) {
			case 'self':
				own ??= import('../index.ts');
				return own;
			case 'native':
				return (await import(resolved.url)) as Namespace;
			case 'json':
				return { default: parseJson(resolved.file) };
			case 'source': {
				const instance = this.#instance(resolved.file);
				if (!instance.done && waitsFor(instance, importer)) return instance.exports;
				importer.awaits.add(instance);
				await instance.running;
				importer.awaits.delete(instance);
				return instance.exports;
			}
		}
	}
}

/** What gen-sql exports: asked for by every revision, and an import takes its time each time. */
let own: Promise<Namespace> | undefined;

const readModule = (file: string, source: string): ReadModule => outlined(source, transform(file, source));

/**
 * A module compiled by itself.
 *
 * @throws {GenSqlError} REVISION_SYNTAX for a mistake that the parser lets pass, such as a bad regular expression.
 */
function compiled(file: string, code: string): ModuleFunction {
	const body = `'use strict';return(async()=>{\n${code}\n})()`;
	try {
		return compileFunction(body, PARAMETERS, { filename: file, lineOffset: -1 }) as ModuleFunction;
	} catch (error) {
		const [, line = '1'] = /:(\d+)$/.exec(String((error as Error).stack).split('\n')[0] ?? '') ?? [];
		const at = { script: file, line: Number(line), column: 1 };
		throw new GenSqlError('REVISION_SYNTAX', (error as Error).message, { at, cause: error });
	}
}

/** Whether a module cannot finish before another one: then they import each other, and see what there is so far. */
const waitsFor = (instance: Instance, other: Instance): boolean =>
	instance === other || [...instance.awaits].some((next) => waitsFor(next, other));

/** Names of the module itself win over those of `export *`. */
function exportAll(exports: Record<string, unknown>, from: Namespace): void {
	for (const name of Object.keys(from)) {
		if (name === 'default' || name in exports) continue;
		Object.defineProperty(exports, name, { enumerable: true, configurable: true, get: () => from[name] });
	}
}

/** Made when a module asks: few do, and URLs are dear. */
const importMeta = (file: string) => ({
	get url() {
		return pathToFileURL(file).href;
	},
	filename: file,
	get dirname() {
		return dirname(file);
	},
});

function parseJson(file: string): unknown {
	const text = readText(file);
	try {
		return JSON.parse(text);
	} catch (error) {
		const [message = ''] = (error as Error).message.split('\n');
		throw syntaxError(file, text, `not valid JSON: ${oneLine(message)}`, jsonErrorOffset(text));
	}
}

/** The first place where a file names a specifier in quotes. */
function importPosition(file: string, source: string, specifier: string): SourceLocation {
	const offset = Math.max(0, ...[`'${specifier}'`, `"${specifier}"`].map((quoted) => source.indexOf(quoted)));
	return positionAt(file, source, offset);
}
