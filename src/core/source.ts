import { lineAndColumn } from './text.ts';

/** Where in the author's own files something stands. Lines and columns count from 1. */
export interface SourceLocation {
	/** Absolute path, as the loader opened it. */
	readonly file: string;
	readonly line: number;
	readonly column: number;
	/** The line in a helper that made the call, when the place is the one that called the helper. */
	readonly via?: SourceLocation;
}

/**
 * A call as the JavaScript engine saw it: a position in the *transformed* text of a script.
 *
 * Recording keeps these, because translating each would cost more than recording; `locate` translates the few that
 * something prints.
 */
export interface CallSite {
	/** Path of the file that was loaded. */
	readonly script: string;
	readonly line: number;
	readonly column: number;
	/** The frame inside a helper that made the call, when the revision called a helper. */
	readonly via?: CallSite;
}

/** The place of an offset in a file; it counts from 0. */
export const positionAt = (file: string, source: string, offset: number): SourceLocation => ({
	file,
	...lineAndColumn(source, offset),
});

type Translate = (line: number, column: number) => { readonly line: number; readonly column: number };

const scripts = new Map<string, Translate>();

/**
 * Say how positions in the transformed text of a script lead back to its source.
 *
 * The loader registers every module it evaluates, as an engine does with its source maps.
 */
export function registerScript(script: string, translate: Translate): void {
	scripts.set(script, translate);
}

type ModuleAt = (line: number) => { readonly script: string; readonly line: number };

const bundles = new Map<string, ModuleAt>();

/** Say which module stands at each line of a script that holds several, and at which line of its own text. */
export function registerBundle(name: string, moduleAt: ModuleAt): void {
	bundles.set(name, moduleAt);
}

/** Whether a script that holds several modules has this name. */
export const hasBundle = (name: string): boolean => bundles.has(name);

/** Whether a stack frame with this path belongs to a module of the author. */
export const isRegisteredScript = (script: string): boolean => scripts.has(script) || bundles.has(script);

/** A position as the engine reports it, in the text of one module. */
export function callIn(script: string, line: number, column: number): CallSite {
	const module = bundles.get(script)?.(line);
	return module ? { script: module.script, line: module.line, column } : { script, line, column };
}

/** The position in the author's file; one that is such a position already comes back as it is. */
export function locate(at: SourceLocation | CallSite): SourceLocation {
	if ('file' in at) return at;
	const translate = scripts.get(at.script);
	const { line, column } = translate ? translate(at.line, at.column) : at;
	return { file: at.script, line, column, ...(at.via && { via: locate(at.via) }) };
}
