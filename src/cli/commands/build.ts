import { type Build, type BuildOptions, type FileChange, build as runBuild, writeBuild } from '../../api/build.ts';
import { fromRoot } from '../../api/revision-facts.ts';
import type { Project } from '../../config/project.ts';
import { count } from '../../core/text.ts';
import { loadDiffer } from '../../diff/differ.ts';
import { withLineFeeds } from '../../diff/line-feeds.ts';
import { patch } from '../../diff/patch.ts';
import { textIfThere } from '../../modules/files.ts';
import { defineCommand } from '../command.ts';
import type { Io } from '../io.ts';
import { progress } from '../progress.ts';
import { withProjects } from '../project.ts';

/** Exit code when `--check` finds a difference. */
const DIFFERENT = 1;

export const build = defineCommand({
	usage: 'build',
	describe:
		'Render every revision into the versioned files under out/. Only files that change are written, each as a whole; those of revisions that are gone are removed, and what gen-sql has not written stays. All databases are built, or the one that --name names.',
	options: {
		check: { type: 'boolean', describe: 'Write nothing; print how files differ, and end with 1 when one does' },
	},
	examples: ['build', 'build --check'],

	run: ({ options, io, note }) =>
		withProjects(options, io, async (projects) => {
			const builds = await renderAll(projects, options.quiet ? {} : { onRevision: progress('rendered', io) });
			for (const one of builds) await (options.check ? showDifferences(one, io) : writeBuild(one.files()));
			for (const line of builds.flatMap((one) => summary(one, options.check, io))) note(line);
			const isDifferent = builds.some(({ changes }) => changes.length > 0);
			return options.check && isDifferent ? DIFFERENT : 0;
		}),
});

/** All of them, before the first is written. */
async function renderAll(projects: readonly Project[], options: BuildOptions): Promise<readonly Build[]> {
	const builds: Build[] = [];
	for (const project of projects) builds.push(await runBuild(project, options));
	return builds;
}

/** Print what a build would change, as a patch. */
async function showDifferences(made: Build, { cwd, out, page }: Io): Promise<void> {
	if (made.changes.length === 0) return;
	const context = { differ: await loadDiffer(), paint: page.paint };
	for await (const { file, text } of made.files()) {
		const path = fromRoot(cwd, file);
		const present = textIfThere(file);
		const before = present === undefined ? undefined : { path, text: withLineFeeds(present) };
		out(patch(before, text === undefined ? undefined : { path, text }, context));
	}
}

/** `out/main/postgresql: 25 revisions, 3 files written, 3 removed`, and what a build leaves alone. */
function summary({ changes, revisions, folder }: Build, isCheck: boolean, { cwd }: Io): readonly string[] {
	const found = isCheck ? different(changes) : done(changes);
	return [
		`${fromRoot(cwd, folder)}: ${count(revisions, 'revision')}, ${found === '' ? 'nothing has changed' : found}`,
		...changes
			.filter(({ state }) => state === 'kept')
			.map(({ file }) => `left alone, since somebody has changed it: ${fromRoot(cwd, file)}`),
	];
}

const different = (changes: readonly FileChange[]): string =>
	changes.length === 0 ? '' : `${count(changes.length, 'file')} not as it should be`;

function done(changes: readonly FileChange[]): string {
	const extra = changes.filter(({ state }) => state === 'extra').length;
	const kept = changes.filter(({ state }) => state === 'kept').length;
	const written = changes.length - extra - kept;
	return [written > 0 && `${count(written, 'file')} written`, extra > 0 && `${extra} removed`]
		.filter(Boolean)
		.join(', ');
}
