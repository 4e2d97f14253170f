import { createHash } from 'node:crypto';
import { Script } from 'node:vm';
import { hasBundle, registerBundle } from '../core/source.ts';

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

// The parentheses make the engine compile a module at once, instead of skimming it first.
const BEFORE = `(async function(${PARAMETERS.join()}){\n`;
const AFTER = '\n}),\n';
const OPENING = `'use strict';[\n`;

const linesIn = (text: string): number => text.split('\n').length - 1;

/**
 * Modules that the engine compiles as one script, since thousands of small ones cost it more than their text.
 *
 * What the engine compiled is kept as well: functions that ran once need not be compiled again in the next run.
 */
export class Bundle {
	readonly keys: readonly string[];
	/** For each module the line of the script on which its text begins; the first line is 1. */
	readonly lines: readonly number[];
	readonly #read: () => BundleContent | undefined;
	/** The files that the functions were given to: stack frames are placed by it. */
	readonly #files: (string | undefined)[] = [];
	#content: BundleContent | undefined;
	#script: Script | undefined;
	#functions: readonly ModuleFunction[] | undefined;
	#isTried = false;
	/** Whether the engine has compiled it anew, under the name that it will have in the next run. */
	#isCompiled = false;

	/** @param read - Its content as it was kept; undefined when that is lost or damaged. */
	constructor(keys: readonly string[], lines: readonly number[], read: () => BundleContent | undefined) {
		this.keys = keys;
		this.lines = lines;
		this.#read = read;
	}

	/** A bundle of modules that were read in this run. */
	static of(modules: readonly { readonly key: string; readonly code: string }[]): Bundle {
		const lines: number[] = [];
		let text = OPENING;
		let line = 1 + linesIn(OPENING);
		for (const { code } of modules) {
			const body = `${BEFORE}${code}${AFTER}`;
			lines.push(line + 1);
			line += linesIn(body);
			text += body;
		}
		const content = { text: Buffer.from(`${text}]`), compiled: Buffer.alloc(0) };
		return new Bundle(
			modules.map(({ key }) => key),
			lines,
			() => content,
		);
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
		this.#content ??= this.#read();
		if (this.#content && this.#script && this.#isCompiled) {
			this.#content = { text: this.#content.text, compiled: this.#script.createCachedData() };
			this.#isCompiled = false;
		}
		return this.#content;
	}

	#compile(): readonly ModuleFunction[] | undefined {
		if (this.#isTried) return undefined;
		this.#isTried = true;
		this.#content = this.#read();
		if (!this.#content) return undefined;
		const { text, compiled } = this.#content;
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
		let [low, high] = [0, this.lines.length];
		while (high - low > 1) {
			const middle = (low + high) >> 1;
			if ((this.lines[middle] ?? 0) <= line) low = middle;
			else high = middle;
		}
		return { script: this.#files[low] ?? '', line: line - (this.lines[low] ?? 0) + 1 };
	}
}

/** Numbers the scripts of a process that have the same modules. */
let copies = 0;
