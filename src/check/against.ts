import type { GenSqlError } from '../core/error.ts';
import { CommitReader, type CommittedRevisions } from '../revisions/committed.ts';
import { repositoryOf } from '../revisions/repository-of.ts';
import type { Check, Subject } from './check.ts';
import { compare } from './comparison.ts';
import { divergedProblems } from './divergence.ts';
import { changedProblems, outOfOrderProblems, removedProblems } from './merged-problems.ts';

export const against: Check = {
	name: 'against',
	about:
		'The revisions go on from those of a commit: a branch that they are merged into, a tag that is released. Looked at with `--against`.',
	finds: [
		{
			code: 'OUT_OF_ORDER',
			cause:
				'A revision that the commit does not have stands below one that it has. A database that is at the upper one never runs it.',
			cure: 'Let it follow the head, and give the upper one back the parents that it has in the commit.',
		},
		{
			code: 'PARENTS_CHANGED',
			cause: 'A revision that the commit has names other parents or dependencies than there.',
			cure: 'Give them back: databases have run it after those. What is to change goes into a new revision.',
		},
		{
			code: 'REVISION_REMOVED',
			cause: 'A revision that the commit had when the branch began is gone, or has another id.',
			cure: '`git checkout <ref> -- <file>` brings it back. What is to be undone goes into a new revision.',
		},
		{
			code: 'HEADS_DIVERGED',
			cause:
				'The branch and the commit both go on from one revision, or each adds a head: merged, there is one too many.',
			cure: 'Merge the commit, and let the new revision follow its head, or join both with `gen-sql merge`.',
		},
		{
			code: 'GRAPH_BROKEN',
			cause: 'The branch and the commit both have revisions that cannot stand together: a label or a file stem twice.',
			cure: 'Choose another label, or another name for the file.',
		},
		{
			code: 'REVISION_INVALID',
			cause:
				'The constants of a revision of the commit are computed, it has no facts under `out/`, and its file is another one now.',
			cure: 'Write the constants of revisions as plain literals.',
		},
	],

	async begin({ project, graph, options: { against: ref } }) {
		if (ref === undefined) return undefined;
		const problems = await problemsAgainst(ref, { project, graph });
		return { end: () => problems };
	},
};

async function problemsAgainst(
	ref: string,
	{ project, graph }: Pick<Subject, 'project' | 'graph'>,
): Promise<readonly GenSqlError[]> {
	const repository = await repositoryOf(project);
	const commit = await repository.commit(ref);
	const reader = new CommitReader(project, graph, repository);
	const merged = await reader.load(commit, ref);
	const whenParted = async (): Promise<readonly CommittedRevisions[]> => {
		const found: CommittedRevisions[] = [];
		for (const base of await repository.mergeBases(await repository.commit('HEAD'), commit))
			found.push(await reader.load(base, base));
		return found;
	};
	const comparison = await compare({ graph, merged, whenParted, repository });
	const problems = [
		...merged.problems,
		...removedProblems(comparison, repository, ref),
		...outOfOrderProblems(comparison, ref),
		...changedProblems(comparison, ref),
	];
	return [...problems, ...divergedProblems(comparison, { ref, wanted: project.heads, isAlone: problems.length === 0 })];
}
