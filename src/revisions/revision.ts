import { basename } from 'node:path';
import { GenSqlError } from '../core/error.ts';
import { describe } from '../core/names.ts';
import type { SourceLocation } from '../core/source.ts';
import { nearest } from '../core/suggest.ts';
import { hasLoneSurrogate, oneLine } from '../core/text.ts';
import type { Outline } from '../modules/outline.ts';
import type { Op } from '../ops/index.ts';
import type { IrreversibleDowngrade } from './downgrade.ts';

/** Every export a revision may have for gen-sql; others are the author's own. */
export interface RevisionModule {
	/** At most 32 characters; not `base`, `head`, `heads` or `current`. */
	readonly revision: string;
	/** The parent, several for a merge, null for a base. */
	readonly downRevision: string | readonly string[] | null;
	readonly branchLabels?: string | readonly string[] | null;
	/** Revisions, or their labels, that have to be there before without being parents. */
	readonly dependsOn?: string | readonly string[] | null;
	upgrade(op: Op): void | Promise<void>;
	/** What undoes it: a function, `'auto'` to derive it from the upgrade, or `irreversible('reason')`. */
	readonly downgrade: ((op: Op) => void | Promise<void>) | 'auto' | IrreversibleDowngrade;
	/** Reserved. */
	readonly settings?: never;
	/** Reserved. */
	readonly replaces?: never;
}

/** What the graph knows of a revision; the module behind it has not been run for it where that could be avoided. */
export interface Revision {
	readonly id: string;
	/** Absolute path. */
	readonly file: string;
	/** First line of the first block comment, or the id. One line, without hidden characters. */
	readonly title: string;
	readonly downRevisions: readonly string[];
	readonly branchLabels: readonly string[];
	/** As written: ids or labels. */
	readonly dependsOn: readonly string[];
	readonly placeOf: PlaceOf;
}

/** The name of a revision's file without its extension: its versioned files begin so. */
export const fileStem = (file: string): string => basename(file).replace(/\.m?[tj]s$/, '');

/** The same for all names that are one file where upper and lower case, or two ways to write an accent, are one. */
export const foldedName = (name: string): string => name.normalize('NFC').toLowerCase();

/** The constants that place a revision in the graph. */
const CONSTANTS = ['revision', 'downRevision', 'branchLabels', 'dependsOn'] as const;

const RESERVED = ['settings', 'replaces'];
const LEGAL = [...CONSTANTS, 'upgrade', 'downgrade', ...RESERVED];

/** The column of the version table is that wide. */
const MAX_ID_LENGTH = 32;

/** Where a file exports a name; its beginning when it does not. */
export type PlaceOf = (name: string) => SourceLocation;

const invalid = (at: SourceLocation, message: string, hint?: string): GenSqlError =>
	new GenSqlError('REVISION_INVALID', message, { at, hint });

/**
 * @param exports - Names the module exports.
 * @throws {GenSqlError} REVISION_INVALID when one is almost the name of something else, or is reserved.
 */
export function checkExportNames(exports: readonly string[], placeOf: PlaceOf): void {
	for (const name of exports) {
		if (RESERVED.includes(name))
			throw invalid(placeOf(name), `the export "${name}" is reserved`, 'choose another name');
		if (LEGAL.includes(name)) continue;
		const meant = nearest(name, LEGAL, 1);
		if (meant !== undefined)
			throw invalid(placeOf(name), `the export "${name}" means nothing`, `did you mean "${meant}"?`);
	}
}

/**
 * Make a revision of the values of its constants.
 *
 * @throws {GenSqlError} REVISION_INVALID when one is missing or has the wrong type, placed where it is exported.
 */
export function toRevision(
	file: string,
	values: Readonly<Record<string, unknown>>,
	comment: string | null,
	placeOf: PlaceOf,
): Revision {
	const { revision, downRevision, branchLabels, dependsOn } = values;
	if (revision === undefined) {
		throw invalid(
			placeOf('revision'),
			'the file has no export "revision"',
			'helpers belong in a subfolder, or in a file whose name begins with _',
		);
	}
	const id = revisionId(revision, () => placeOf('revision'));
	if (downRevision === undefined) {
		throw invalid(placeOf('downRevision'), 'the file has no export "downRevision"', 'the first revision has null');
	}
	const list = (name: string, value: unknown): readonly string[] => strings(name, value, placeOf);
	const labels = list('branchLabels', branchLabels);
	return {
		id,
		file,
		title: titleOf(comment) || id,
		downRevisions: list('downRevision', downRevision),
		branchLabels: labels.map((label) => checkId('a branch label', label, () => placeOf('branchLabels'))),
		dependsOn: list('dependsOn', dependsOn),
		placeOf,
	};
}

/** @throws {GenSqlError} REVISION_INVALID when the value cannot be a revision id. */
export function revisionId(value: unknown, place: () => SourceLocation): string {
	if (typeof value !== 'string') throw invalid(place(), `"revision" must be a string, got ${describe(value)}`);
	if (value.length > MAX_ID_LENGTH) {
		throw invalid(
			place(),
			`the revision id "${value}" has ${value.length} characters`,
			`the version table holds ${MAX_ID_LENGTH}`,
		);
	}
	return checkId('a revision id', value, place);
}

/** @throws {GenSqlError} REVISION_INVALID when the text cannot be told from the rest of a revision argument. */
export function checkId(what: string, text: string, place: () => SourceLocation): string {
	if (text === '') throw invalid(place(), `${what} is empty`);
	if (['base', 'head', 'heads', 'current'].includes(text)) {
		throw invalid(place(), `"${text}" cannot be ${what}: it is a word of ranges`);
	}
	if (hasLoneSurrogate(text) || oneLine(text) !== text || /[\s@:,+-]/.test(text)) {
		throw invalid(
			place(),
			`${JSON.stringify(text)} cannot be ${what}`,
			'white space and the characters @ : , + - have a meaning in ranges',
		);
	}
	return text;
}

function strings(name: string, value: unknown, placeOf: PlaceOf): readonly string[] {
	if (value === null || value === undefined) return [];
	const items: readonly unknown[] = Array.isArray(value) ? value : [value];
	const stray = items.findIndex((item) => typeof item !== 'string' || item === '');
	if (stray >= 0) {
		throw invalid(
			placeOf(name),
			`"${name}" must be a string, an array of strings or null, got ${describe(items[stray])}`,
		);
	}
	const twice = items.find((item, index) => items.indexOf(item) !== index);
	if (twice !== undefined) throw invalid(placeOf(name), `"${name}" names "${String(twice)}" twice`);
	return items as readonly string[];
}

/** The first line with text in it, without the stars of the comment. */
function titleOf(comment: string | null): string {
	for (const line of comment?.split(/\r\n|[\r\n]/) ?? []) {
		const text = oneLine(line.replace(/^\s*\*+/, ''));
		if (text !== '') return text;
	}
	return '';
}

/** The constants, where all that the file exports of them are plain literals; undefined when it must be run. */
export function literalConstants({
	exports,
	hasStar,
	literals,
}: Outline): Readonly<Record<string, unknown>> | undefined {
	const required = ['revision', 'downRevision'].every((name) => Object.hasOwn(literals, name));
	const plain = CONSTANTS.every((name) => Object.hasOwn(literals, name) || !exports.includes(name));
	return required && plain && !hasStar ? literals : undefined;
}
