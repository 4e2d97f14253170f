import type { FileChange, FileState } from '../build/comparison.ts';
import { outFolder } from '../build/out-folder.ts';
import { secondLook } from '../build/second-look.ts';
import type { BuiltFile } from '../build/write-build.ts';
import type { CheckOptions } from '../check/check.ts';
import { comparingOut } from '../check/out.ts';
import { unchanged } from '../check/releases.ts';
import { rendering } from '../check/rendering.ts';
import { runChecks } from '../check/run-checks.ts';
import { type GenSqlError, together } from '../core/error.ts';
import type { Artifact } from '../revisions/artifacts.ts';
import { SUFFIXES } from '../revisions/versioned-facts.ts';
import { openGraph, type ProjectSource } from './open.ts';

export type { FileChange, FileState } from '../build/comparison.ts';
export { type BuiltFile, writeBuild } from '../build/write-build.ts';

/** What a build comes to. */
export interface Build {
	readonly database: string;
	readonly dialect: string;
	/** The folder of the versioned files: an absolute path. */
	readonly folder: string;
	/** How many revisions there are. */
	readonly revisions: number;
	/** The versioned files that are not what they should be, by revision. */
	readonly changes: readonly FileChange[];
	/**
	 * What has to be written, revision by revision, and then what has to go: rendered once more, since nothing is kept of
	 * the comparison but what differs.
	 *
	 * Throws REVISION_UNSTABLE at the end for all revisions that came out differently; their files are not among these.
	 */
	files(): AsyncGenerator<BuiltFile, void, undefined>;
}

export type BuildOptions = Pick<CheckOptions, 'onRevision'>;

/**
 * Render every revision of a database, there and back, and compare the files under `out/` with that. Nothing is written.
 *
 * @throws {GenSqlError} what `loadProject` and `loadGraph` throw, and at once all that keeps revisions from being
 * rendered, RELEASE_CHANGED for released revisions that mean something else now, and RELEASE_DAMAGED when what they meant
 * cannot be told.
 */
export async function build(source: ProjectSource, options: BuildOptions = {}): Promise<Build> {
	const { project, graph } = await openGraph(source);
	const { comparison, ...seeing } = comparingOut({ project, graph });
	const comparing = { name: 'out', begin: () => ({ ...seeing, end: () => [] }) };
	const { problems } = await runChecks([rendering, unchanged, comparing], { project, graph, options });
	const problem = together(problems);
	if (problem) throw problem;
	const changes = comparison.end();
	return {
		database: project.database,
		dialect: project.dialect.name,
		folder: outFolder(project),
		revisions: graph.nodes.size,
		changes,
		async *files() {
			const changed = new Map(changes.map(({ file, state }) => [file, state]));
			const unstable: GenSqlError[] = [];
			for await (const look of secondLook(project, graph, comparison)) {
				if ('problem' in look) unstable.push(look.problem);
				else
					yield* inSafeOrder(
						look.artifacts.filter(({ file }) => changed.has(file)),
						changed,
					);
			}
			yield* comparison.others.filter(({ file }) => changed.has(file));
			for (const { file, state } of changes) if (state === 'extra') yield { file, text: undefined };
			const first = together(unstable);
			if (first) throw first;
		},
	};
}

/**
 * The facts of a new revision first: they tell that its scripts are gen-sql's, should the run be stopped, and the revision
 * have another name when the next one begins.
 */
function inSafeOrder(files: readonly Artifact[], states: ReadonlyMap<string, FileState>): readonly Artifact[] {
	const facts = files.filter(({ file }) => file.endsWith(SUFFIXES.facts) && states.get(file) === 'missing');
	return [...facts, ...files.filter((file) => !facts.includes(file))];
}
