import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { GenSqlError, isGenSqlError, together } from '../core/error.ts';
import { byCodePoint } from '../core/keys.ts';
import { reason } from '../modules/files.ts';
import type { ModuleRunner } from '../modules/runner.ts';
import { buildGraph } from './build-graph.ts';
import { isIrreversible } from './downgrade.ts';
import type { RevisionGraph } from './graph.ts';
import {
	checkExportNames,
	literalConstants,
	type PlaceOf,
	type Revision,
	type RevisionModule,
	toRevision,
} from './revision.ts';

/** A folder that holds revisions, and the modules in it. */
interface Loader {
	readonly revisions: readonly string[];
	/** Whether the folders below them hold revisions too. Default `false`. */
	readonly recursiveVersionLocations?: boolean;
	readonly runner: ModuleRunner;
}

/**
 * Load the graph of a project. A module is run only when its constants cannot be read without.
 *
 * @param isNew - Whether folders that do not exist yet are empty ones, since a file is about to be made there.
 * @throws {GenSqlError} CONFIG_INVALID when a folder does not exist, FILE_UNREADABLE, REVISION_SYNTAX, REVISION_THREW,
 * REVISION_INVALID for all files that are no revisions at once, or GRAPH_BROKEN.
 */
export async function loadGraph(loader: Loader, isNew = false): Promise<RevisionGraph> {
	const { revisions, problems } = await loadRevisions(loader, isNew, ({ code }) => code === 'REVISION_INVALID');
	const problem = together(problems);
	if (problem) throw problem;
	return buildGraph(revisions);
}

/**
 * Load the revisions of a project in the order of their files, and what is wrong with the others.
 *
 * @param isProblem - Whether an error is kept until all files are read; others are thrown when they come up.
 * @throws {GenSqlError} CONFIG_INVALID or FILE_UNREADABLE when a folder cannot be read.
 */
export async function loadRevisions(
	loader: Loader,
	isNew: boolean,
	isProblem: (error: GenSqlError) => boolean,
): Promise<{ readonly revisions: readonly Revision[]; readonly problems: readonly GenSqlError[] }> {
	const { revisions: folders, runner, recursiveVersionLocations = false } = loader;
	const missing = folders.find((folder) => !existsSync(folder));
	if (missing !== undefined && !isNew) {
		throw new GenSqlError('CONFIG_INVALID', `the revisions folder ${missing} does not exist`, {
			hint: '`gen-sql revision -m "…"` makes it with the first revision, with --name or --version-path where there are several; git keeps no empty folder',
		});
	}
	const revisions: Revision[] = [];
	const problems: GenSqlError[] = [];
	for (const file of revisionFiles(folders, recursiveVersionLocations)) {
		try {
			revisions.push(await loadRevision(file, runner));
		} catch (error) {
			if (!isGenSqlError(error) || !isProblem(error)) throw error;
			problems.push(error);
		}
	}
	return { revisions, problems };
}

/**
 * What a file says of its revision.
 *
 * @throws {GenSqlError} FILE_UNREADABLE, REVISION_SYNTAX, REVISION_THREW or REVISION_INVALID.
 */
export async function loadRevision(file: string, runner: ModuleRunner): Promise<Revision> {
	const outline = runner.outline(file);
	const placeOf: PlaceOf = (name) => runner.exportPosition(file, name);
	checkExportNames(outline.exports, placeOf);
	return toRevision(file, literalConstants(outline) ?? (await runner.run(file)), outline.comment, placeOf);
}

/**
 * Run a revision's module for its functions.
 *
 * @throws {GenSqlError} REVISION_INVALID when what is asked for is missing, or is nothing that it can be.
 */
export async function loadBody<Name extends 'upgrade' | 'downgrade'>(
	{ file, id }: Revision,
	name: Name,
	runner: ModuleRunner,
): Promise<RevisionModule[Name]> {
	const namespace = await runner.run(file);
	const placeOf: PlaceOf = (exported) => runner.exportPosition(file, exported);
	if (!checked.has(namespace)) checkExportNames(Object.keys(namespace), placeOf);
	checked.add(namespace);
	const body = namespace[name];
	const isOther = name === 'downgrade' && (body === 'auto' || isIrreversible(body));
	if (typeof body === 'function' || isOther) return body as RevisionModule[Name];
	const problem = body === undefined ? `has no export "${name}"` : `exports a "${name}" that is no function`;
	throw new GenSqlError('REVISION_INVALID', `the revision ${id} ${problem}`, {
		at: placeOf(name),
		hint: HINTS[name],
	});
}

/** Modules whose exports are all known: a revision is asked for its functions several times. */
const checked = new WeakSet<object>();

const HINTS = {
	upgrade: 'write export function upgrade(op: Op): void { … }',
	downgrade: "write export function downgrade(op: Op): void { … }, or 'auto', or irreversible('reason')",
};

/** The files of all folders that are there, by path. */
function revisionFiles(folders: readonly string[], isRecursive: boolean): readonly string[] {
	const present = folders.filter((folder) => existsSync(folder));
	return [...new Set(present.flatMap((folder) => filesIn(folder, isRecursive)))];
}

function filesIn(folder: string, isRecursive: boolean): readonly string[] {
	let path = folder;
	try {
		const real = realpathSync(folder);
		const entries = readdirSync(real, { withFileTypes: true }).sort((a, b) => byCodePoint(a.name, b.name));
		const files = entries.filter((entry) => {
			if (!isRevisionFile(entry.name)) return false;
			path = join(real, entry.name);
			return entry.isFile() || (entry.isSymbolicLink() && statSync(path).isFile());
		});
		const folders = entries.filter((entry) => isRecursive && entry.isDirectory() && isRevisionFolder(entry.name));
		return [
			...files.map(({ name }) => join(real, name)),
			...folders.flatMap(({ name }) => filesIn(join(real, name), true)),
		];
	} catch (error) {
		if (isGenSqlError(error)) throw error;
		throw new GenSqlError('FILE_UNREADABLE', `cannot read ${path}: ${reason(error)}`, { cause: error });
	}
}

/** Whether a revision is looked for in a file: helpers begin with an underscore, what editors leave with a dot. */
export const isRevisionFile = (name: string): boolean =>
	/\.m?[tj]s$/.test(name) && !/^[._]|\.d\.m?ts$|\.test\./.test(name);

/** Whether revisions are looked for in a folder below one of revisions, when folders below are looked into. */
export const isRevisionFolder = (name: string): boolean => !/^[._]|^node_modules$/.test(name);
