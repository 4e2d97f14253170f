import { existsSync } from 'node:fs';
import { OutComparison } from '../build/comparison.ts';
import { outProblems } from '../build/problems.ts';
import { secondLook } from '../build/second-look.ts';
import type { Check, CheckRun, Subject } from './check.ts';

export const out: Check = {
	name: 'out',
	about:
		'The versioned files are what the revisions render to. Not looked at with `--graph-only`, nor in a project that has no folder `out`.',
	finds: [
		{
			code: 'OUT_OUTDATED',
			cause: 'A revision was changed and not built, or its files were not committed with it.',
			cure: '`gen-sql build`, then commit what it has written. `gen-sql build --check` shows the difference.',
		},
		{
			code: 'OUT_EDITED',
			cause: 'A versioned file was changed by hand, or a merge left something in it.',
			cure: 'Change the revision instead, then `gen-sql build`.',
		},
		{
			code: 'REVISION_UNSTABLE',
			cause:
				'A revision asks a clock, draws lots, or depends on the machine, so that each build writes another script.',
			cure: 'Let the server do it, as in `` sql`now()` ``, or write the value down.',
		},
	],

	begin(subject) {
		const { project, graph, options } = subject;
		if (options.graphOnly || !existsSync(project.out)) return undefined;
		const { comparison, ...seeing } = comparingOut(subject);
		return {
			...seeing,
			async end() {
				const problems = [...outProblems(comparison.end(), graph)];
				for await (const look of secondLook(project, graph, comparison))
					if ('problem' in look) problems.push(look.problem);
				return problems;
			},
		};
	},
};

/** The same, also where there is no folder yet; no second look is needed, since files that are right were rendered before. */
export const current: Pick<Check, 'name' | 'begin'> = {
	name: 'out',
	begin(subject) {
		const { comparison, ...seeing } = comparingOut(subject);
		return { ...seeing, end: () => outProblems(comparison.end(), subject.graph) };
	},
};

/** A comparison, and what has to be told to it. */
export function comparingOut({ project, graph }: Pick<Subject, 'project' | 'graph'>) {
	const comparison = new OutComparison(project, graph);
	return {
		comparison,
		rendered: (node, { files }) => comparison.see(node, files),
		unrendered: (node) => comparison.skip(node),
	} satisfies Omit<CheckRun, 'end'> & { readonly comparison: OutComparison };
}
