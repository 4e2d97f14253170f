import { ReleaseComparison } from '../releases/comparison.ts';
import { damagedFiles, damagedRecords } from '../releases/intact.ts';
import { frozenIn, type Releases, readReleases } from '../releases/read-releases.ts';
import type { Check, CheckRun, Subject } from './check.ts';

export const releases: Check = {
	name: 'releases',
	about:
		'Released revisions mean what they meant, and the files of releases are as they were written. Not looked at with `--graph-only`, nor before the first `gen-sql release`.',
	finds: [
		{
			code: 'RELEASE_CHANGED',
			cause:
				'The SQL, the parents or the id of a released revision have changed in meaning, or it is gone. Layout, comments, names of files and what else changes no meaning is free.',
			cure: 'Take the change back, and write a new revision. If no database has run it yet, `gen-sql release --amend` says so for all to see.',
		},
		{
			code: 'RELEASE_DAMAGED',
			cause: 'A file below `out/releases` was changed, or is missing.',
			cure: '`git checkout` brings it back as it was committed.',
		},
	],

	begin(subject) {
		const { project, graph, options } = subject;
		const known = options.graphOnly ? undefined : readReleases(project);
		if (!known || known.releases.length + known.problems.length === 0) return undefined;
		const { comparison, rendered } = comparing(subject, known);
		return {
			rendered,
			end: () => [...damagedRecords(known), ...damagedFiles(project.database, known), ...comparison.end(graph)],
		};
	},
};

/** The same without a look at the files of releases that need not be read. */
export const unchanged: Pick<Check, 'name' | 'begin'> = {
	name: 'releases',
	begin(subject) {
		const known = readReleases(subject.project);
		const { comparison, rendered } = comparing(subject, known);
		return {
			rendered,
			end: () => [...damagedRecords(known), ...comparison.damages, ...comparison.end(subject.graph)],
		};
	},
};

function comparing({ project }: Subject, known: Releases) {
	const comparison = new ReleaseComparison(project, frozenIn(project.database, known));
	const rendered: CheckRun['rendered'] = (node, artifacts) => comparison.see(node, artifacts);
	return { comparison, rendered };
}
