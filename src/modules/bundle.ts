import { createHash } from 'node:crypto';
import { Script } from 'node:vm';
import { hasBundle, registerBundle } from '../core/source.ts';
import { lineEnds } from '../core/text.ts';

/** The body of a module. It is given what `PARAMETERS` names, and settles when the module has run. */
export type ModuleFunction = (...given: readonly unknown[]) => Promise<void>;

/** The names by which transformed text reaches the runner; the transformer prints them. */
export const PARAMETERS = [
	'__vite_ssr_import__',
	'__vite_ssr_dynamic_import__',
	'__vite_ssr_exports__',
	'__vite_ssr_exportAll__',
	'__vite_ssr_import_meta__',
];

/** What is kept of a bundle between runs. */
export interface BundleContent {
	readonly text: Buffer;
	/** What the engine made of the text; empty when it has not compiled it. */
	readonly compiled: Buffer;
}

/** A module, transformed. */
export interface ModuleText {
	readonly key: string;
	readonly code: string;
}

/** Where the text of a module stands in its script: its first line, counted from 1, its offset and its length. */
export type Place = readonly [line: number, start: number, length: number];

// The parentheses make the engine compile a module at once, instead of skimming it first.
const BEFORE = `(async function(${PARAMETERS.join()}){\n`;
const AFTER = '\n}),\n';
const OPENING = `'use strict';[\n`;

/**
 * Modules that the engine compiles as one script, since thousands of small ones cost it more than their text.
 *
 * What the engine compiled is kept as well: functions that ran once need not be compiled again in the next run.
 */
export class Bundle {
	readonly keys: readonly string[];
	readonly places: readonly Place[];
	readonly #read: () => BundleContent | undefined;
	/** The files that the functions were given to: stack frames are placed by it. */
	readonly #files: (string | undefined)[] = [];
	#content: BundleContent | undefined;
	#script: Script | undefined;
	#functions: readonly ModuleFunction[] | undefined;
	#isTried = false;
	/** Whether the engine has compiled it anew, under the name that it will have in the next run. */
	#isCompiled = false;

	/**
	 * @param places - One for each key.
	 * @param read - Its content as it was kept; undefined when that is lost or damaged.
	 */
	constructor(keys: readonly string[], places: readonly Place[], read: () => BundleContent | undefined) {
		this.keys = keys;
		this.places = places;
		this.#read = read;
	}

	/** A bundle of modules that were read in this run. */
	static of(modules: readonly ModuleText[]): Bundle {
		const places: Place[] = [];
		let text = OPENING;
		let line = 1 + lineEnds(OPENING) + lineEnds(BEFORE);
		for (const { code } of modules) {
			const start = text.length + BEFORE.length;
			places.push([line, start, code.length]);
			line += lineEnds(`${code}${AFTER}${BEFORE}`);
			text += `${BEFORE}${code}${AFTER}`;
		}
		const content = { text: Buffer.from(`${text}]`), compiled: Buffer.alloc(0) };
		return new Bundle(
			modules.map(({ key }) => key),
			places,
			() => content,
		);
	}

	/** Its modules, to be put into another bundle; none when its text is lost. */
	get modules(): readonly ModuleText[] {
		const text = this.#load()?.text.toString();
		if (text === undefined) return [];
		return this.places.map(([, start, length], index) => ({
			key: this.keys[index] as string,
			code: text.slice(start, start + length),
		}));
	}

	/**
	 * The function of a module.
	 *
	 * @param file - The file it stands for.
	 * @returns `undefined` when another file with the same text has it, or when the engine refuses some text of the
	 * bundle: then the module is to be compiled by itself.
	 */
	take(index: number, file: string): ModuleFunction | undefined {
		this.#functions ??= this.#compile();
		const owner = this.#files[index];
		if (owner !== undefined && owner !== file) return undefined;
		this.#files[index] = file;
		return this.#functions?.[index];
	}

	/** Whether what was kept of it is of no use, or not all there is to keep. */
	get isChanged(): boolean {
		return this.#isTried && (this.#script === undefined || this.#isCompiled);
	}

	/** What to keep for the next run; undefined when its text is lost or refused. */
	keep(): BundleContent | undefined {
		if (this.#isTried && !this.#script) return undefined;
		const content = this.#load();
		if (!content || !this.#script || !this.#isCompiled) return content;
		this.#isCompiled = false;
		this.#content = { text: content.text, compiled: this.#script.createCachedData() };
		return this.#content;
	}

	#load(): BundleContent | undefined {
		this.#content ??= this.#read();
		return this.#content;
	}

	#compile(): readonly ModuleFunction[] | undefined {
		if (this.#isTried) return undefined;
		this.#isTried = true;
		const content = this.#load();
		if (!content) return undefined;
		const { text, compiled } = content;
		// What the engine kept holds the name of the script, which must be the only one of its name in a process.
		const name = `gen-sql:${createHash('sha1').update(this.keys.join()).digest('base64url')}`;
		const isFirst = !hasBundle(name);
		const filename = isFirst ? name : `${name}:${copies++}`;
		const cachedData = isFirst && compiled.length > 0 ? compiled : undefined;
		try {
			this.#script = new Script(text.toString(), { filename, ...(cachedData && { cachedData }) });
		} catch {
			return undefined;
		}
		this.#isCompiled = isFirst && this.#script.cachedDataRejected !== false;
		registerBundle(filename, (line) => this.#moduleAt(line));
		return this.#script.runInThisContext() as readonly ModuleFunction[];
	}

	#moduleAt(line: number): { readonly script: string; readonly line: number } {
		let [low, high] = [0, this.places.length];
		while (high - low > 1) {
			const middle = (low + high) >> 1;
			if ((this.places[middle]?.[0] ?? 0) <= line) low = middle;
			else high = middle;
		}
		return { script: this.#files[low] ?? '', line: line - (this.places[low]?.[0] ?? 0) + 1 };
	}
}

/** Numbers the scripts of a process that have the same modules. */
let copies = 0;
