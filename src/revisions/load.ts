import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { GenSqlError } from '../core/error.ts';
import { byCodePoint } from '../core/keys.ts';
import { reason } from '../modules/files.ts';
import type { ModuleRunner } from '../modules/runner.ts';
import { buildGraph } from './build-graph.ts';
import type { RevisionGraph } from './graph.ts';
import { checkExportNames, literalConstants, type Revision, type RevisionModule, toRevision } from './revision.ts';

/** A folder that holds revisions, and the modules in it. */
interface Loader {
	readonly revisions: readonly string[];
	readonly runner: ModuleRunner;
}

/**
 * Load the graph of a project. A module is run only when its constants cannot be read without.
 *
 * @throws {GenSqlError} FILE_UNREADABLE, REVISION_SYNTAX, REVISION_THREW, REVISION_INVALID or GRAPH_BROKEN.
 */
export async function loadGraph({ revisions: folders, runner }: Loader): Promise<RevisionGraph> {
	const revisions: Revision[] = [];
	for (const file of revisionFiles(folders)) revisions.push(await loadRevision(file, runner));
	return buildGraph(revisions);
}

async function loadRevision(file: string, runner: ModuleRunner): Promise<Revision> {
	const outline = runner.outline(file);
	checkExportNames(file, outline.exports);
	return toRevision(file, literalConstants(outline) ?? (await runner.run(file)), outline.comment);
}

/**
 * Run a revision's module for its functions.
 *
 * @throws {GenSqlError} REVISION_INVALID when the function is missing or is none.
 */
export async function loadBody(
	{ file, id }: Revision,
	direction: 'upgrade' | 'downgrade',
	runner: ModuleRunner,
): Promise<RevisionModule['upgrade']> {
	const namespace = await runner.run(file);
	checkExportNames(file, Object.keys(namespace));
	const body = namespace[direction];
	if (typeof body === 'function') return body as RevisionModule['upgrade'];
	const problem = body === undefined ? `has no export "${direction}"` : `exports a "${direction}" that is no function`;
	throw new GenSqlError('REVISION_INVALID', `the revision ${id} ${problem}`, {
		at: { file, line: 1, column: 1 },
		hint: `write export function ${direction}(op: Op): void { … }`,
	});
}

/** The files of all folders, by path; a folder that is not there is empty, as git leaves out empty ones. */
function revisionFiles(folders: readonly string[]): readonly string[] {
	const files = folders.flatMap((folder) => {
		try {
			const real = realpathSync(folder);
			const names = readdirSync(real).filter(isRevisionFile).sort(byCodePoint);
			return names.map((name) => join(real, name)).filter((file) => statSync(file).isFile());
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
			throw new GenSqlError('FILE_UNREADABLE', `cannot read the folder ${folder}: ${reason(error)}`, { cause: error });
		}
	});
	return [...new Set(files)];
}

/** Helpers are told apart by a leading underscore; editors leave files with a leading dot. */
const isRevisionFile = (name: string): boolean => /\.m?[tj]s$/.test(name) && !/^[._]|\.d\.m?ts$|\.test\./.test(name);
