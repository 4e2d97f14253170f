import { existsSync } from 'node:fs';
import { OutComparison } from '../build/comparison.ts';
import { outProblems } from '../build/problems.ts';
import { secondLook } from '../build/second-look.ts';
import type { Check } from './check.ts';

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

	begin({ project, graph, options }) {
		if (options.graphOnly || !existsSync(project.out)) return undefined;
		const comparison = new OutComparison(project, graph);
		return {
			rendered: (node, { files }) => comparison.see(node, files),
			unrendered: (node) => comparison.skip(node),
			async end() {
				const changes = comparison.end();
				const problems = [...outProblems(changes, graph)];
				for await (const look of secondLook(project, graph, comparison))
					if ('problem' in look) problems.push(look.problem);
				return problems;
			},
		};
	},
};
