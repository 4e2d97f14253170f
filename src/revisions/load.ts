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
	readonly runner: ModuleRunner;
}

/**
 * Load the graph of a project. A module is run only when its constants cannot be read without.
 *
 * @param isNew - Whether folders that do not exist yet are empty ones, since a file is about to be made there.
 * @throws {GenSqlError} CONFIG_INVALID when a folder does not exist, FILE_UNREADABLE, REVISION_SYNTAX, REVISION_THREW,
 * REVISION_INVALID or GRAPH_BROKEN.
 */
export async function loadGraph({ revisions: folders, runner }: Loader, isNew = false): Promise<RevisionGraph> {
	const missing = folders.find((folder) => !existsSync(folder));
	if (missing !== undefined && !isNew) {
		throw new GenSqlError('CONFIG_INVALID', `the revisions folder ${missing} does not exist`, {
			hint: '`gen-sql revision -m "…"` makes it with the first revision; git keeps no empty folder',
		});
	}
	return buildGraph(await loadRevisions(revisionFiles(folders), runner));
}

/** @throws {GenSqlError} REVISION_INVALID for all files that are no revisions at once; everything else when it comes up. */
async function loadRevisions(files: readonly string[], runner: ModuleRunner): Promise<readonly Revision[]> {
	const revisions: Revision[] = [];
	const problems: GenSqlError[] = [];
	for (const file of files) {
		try {
			revisions.push(await loadRevision(file, runner));
		} catch (error) {
			if (!isGenSqlError(error) || error.code !== 'REVISION_INVALID') throw error;
			problems.push(error);
		}
	}
	const problem = together(problems);
	if (problem) throw problem;
	return revisions;
}

async function loadRevision(file: string, runner: ModuleRunner): Promise<Revision> {
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
	checkExportNames(Object.keys(namespace), placeOf);
	const body = namespace[name];
	const isOther = name === 'downgrade' && (body === 'auto' || isIrreversible(body));
	if (typeof body === 'function' || isOther) return body as RevisionModule[Name];
	const problem = body === undefined ? `has no export "${name}"` : `exports a "${name}" that is no function`;
	throw new GenSqlError('REVISION_INVALID', `the revision ${id} ${problem}`, {
		at: placeOf(name),
		hint: HINTS[name],
	});
}

const HINTS = {
	upgrade: 'write export function upgrade(op: Op): void { … }',
	downgrade: "write export function downgrade(op: Op): void { … }, or 'auto', or irreversible('reason')",
};

/** The files of all folders that are there, by path. */
function revisionFiles(folders: readonly string[]): readonly string[] {
	return [...new Set(folders.filter((folder) => existsSync(folder)).flatMap(filesIn))];
}

function filesIn(folder: string): readonly string[] {
	let path = folder;
	try {
		const real = realpathSync(folder);
		const entries = readdirSync(real, { withFileTypes: true }).filter(({ name }) => isRevisionFile(name));
		const files = entries.filter((entry) => {
			path = join(real, entry.name);
			return entry.isFile() || (entry.isSymbolicLink() && statSync(path).isFile());
		});
		return files
			.map(({ name }) => name)
			.sort(byCodePoint)
			.map((name) => join(real, name));
	} catch (error) {
		throw new GenSqlError('FILE_UNREADABLE', `cannot read ${path}: ${reason(error)}`, { cause: error });
	}
}

/** Helpers are told apart by a leading underscore; editors leave files with a leading dot. */
const isRevisionFile = (name: string): boolean => /\.m?[tj]s$/.test(name) && !/^[._]|\.d\.m?ts$|\.test\./.test(name);
