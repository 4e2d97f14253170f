import type { BuiltFile } from '../build/write-build.ts';
import type { CheckOptions } from '../check/check.ts';
import { current } from '../check/out.ts';
import { releases as releasesCheck } from '../check/releases.ts';
import { rendering } from '../check/rendering.ts';
import { runChecks } from '../check/run-checks.ts';
import { GenSqlError, together } from '../core/error.ts';
import { type Amended, amend } from '../releases/amend.ts';
import { freeze, freshIn } from '../releases/freeze.ts';
import type { Opened } from '../releases/frozen-files.ts';
import { checkReleaseName } from '../releases/name.ts';
import { readReleases } from '../releases/read-releases.ts';
import { loadGraph } from '../revisions/load.ts';
import { type DatabasesSource, openProjects } from './open.ts';

export type { Amended } from '../releases/amend.ts';
export type { DatabasesSource } from './open.ts';

/** A release that can be written. */
export interface NewRelease {
	readonly release: string;
	/** What it freezes in each database. */
	readonly databases: readonly {
		readonly database: string;
		readonly dialect: string;
		/** Those that no release before had, parents first. */
		readonly revisions: readonly string[];
	}[];
	/** What has to be written. Throws what `renderRange` throws. */
	files(): AsyncGenerator<BuiltFile, void, undefined>;
}

export type ReleaseOptions = Pick<CheckOptions, 'onRevision'>;

/**
 * Freeze the revisions up to the heads, in all databases, under a name that ranges may use. Nothing is written.
 *
 * @throws {GenSqlError} RELEASE_INVALID when the name cannot be one, or there is nothing to freeze; OUT_OUTDATED and
 * OUT_EDITED when the versioned files are not current, RELEASE_CHANGED and RELEASE_DAMAGED when an earlier release is not
 * what it was; and what `loadProjects` and `loadGraph` throw.
 */
export async function release(
	source: DatabasesSource,
	name: string,
	options: ReleaseOptions = {},
): Promise<NewRelease> {
	const databases = await openAll(source);
	const { out } = databases[0].project;
	const known = readReleases({ out });
	checkReleaseName(
		name,
		known,
		databases.map(({ graph }) => graph),
	);
	const fresh = freshIn(databases, known);
	const problems = [];
	for (const each of databases)
		problems.push(...(await runChecks([rendering, current, releasesCheck], { ...each, options })).problems);
	const problem = together(problems);
	if (problem) throw problem;
	return {
		release: name,
		databases: fresh.map(({ project: { database, dialect }, fresh: revisions }) => ({
			database,
			dialect: dialect.name,
			revisions,
		})),
		files: () => freeze(name, fresh, { ...known, out }),
	};
}

/**
 * Let a released revision be what it is now, visibly: from then on, this is what `check` and `build` compare with.
 * Nothing is written.
 *
 * @returns The files to write, when all of them are rendered.
 * @throws {GenSqlError} RELEASE_INVALID when there is no such revision, no reason, or nothing has changed,
 * RELEASE_DAMAGED, and what `renderRange`, `loadProjects` and `loadGraph` throw.
 */
export async function amendRelease(source: DatabasesSource, amended: Amended): Promise<readonly BuiltFile[]> {
	const databases = await openAll(source);
	const { out } = databases[0].project;
	const files: BuiltFile[] = [];
	for await (const file of amend(amended, databases, { ...readReleases({ out }), out })) files.push(file);
	return files;
}

async function openAll(source: DatabasesSource): Promise<readonly [Opened, ...Opened[]]> {
	const [first, ...others] = await openProjects(source);
	const other = others.find(({ out }) => out !== first.out);
	if (other) {
		throw new GenSqlError('RELEASE_INVALID', `the databases ${first.database} and ${other.database} have two folders`, {
			hint: `name the one to release: --name ${first.database}`,
		});
	}
	const open = async (project: Opened['project']): Promise<Opened> => ({ project, graph: await loadGraph(project) });
	return [await open(first), ...(await Promise.all(others.map(open)))];
}
