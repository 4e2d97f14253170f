import { existsSync } from 'node:fs';
import { GenSqlError } from '../core/error.ts';
import { append } from '../core/keys.ts';
import { count } from '../core/text.ts';
import { readText } from '../modules/files.ts';
import type { RevisionGraph } from '../revisions/graph.ts';
import { headsFile, readHeads } from '../revisions/heads-file.ts';
import { originsOf } from '../revisions/origins.ts';
import { type Check, problemsOf } from './check.ts';

export const heads: Check = {
	name: 'heads',
	about: 'There is one head for each set of branch labels, or as many as the setting `heads` says.',
	finds: [
		{
			code: 'HEADS_MULTIPLE',
			cause: 'Several heads carry the same branch labels, or none: branches that somebody has to join.',
			cure: '`gen-sql merge` joins them. A branch that is to stay gets a label of its own.',
		},
		{
			code: 'HEADS_MULTIPLE',
			cause: 'There are more heads, or fewer, than the setting `heads` says.',
			cure: '`gen-sql merge` joins some. A new line that is to stay, or one that has ended, changes the setting.',
		},
		{
			code: 'HEADS_CONFLICT',
			cause: 'The file `HEADS` holds the marks of a conflict: it was committed, or is still to be resolved.',
			cure: '`gen-sql merge` where heads are to be joined, then `gen-sql build`: [see above](#the-file-heads).',
		},
	],

	begin: ({ project, graph }) => ({
		end: () => [
			...(project.heads === undefined ? unlabelledProblems(graph) : numberProblems(graph, project.heads)),
			...conflictProblems(headsFile(project)),
		],
	}),
};

/** What git has left in the file of the heads. Whether it names the right ones is seen where it is built. */
function conflictProblems(file: string): readonly GenSqlError[] {
	try {
		if (existsSync(file)) readHeads(readText(file), file);
		return [];
	} catch (error) {
		return problemsOf(error);
	}
}

/** The number was declared: nothing else tells which heads are wanted. A project without a revision has none yet. */
function numberProblems(graph: RevisionGraph, wanted: number): readonly GenSqlError[] {
	const { heads } = graph;
	if (heads.length === wanted || heads.length === 0) return [];
	const verb = heads.length === 1 ? 'is' : 'are';
	const message = `there ${verb} ${count(heads.length, 'head')}, and the setting "heads" says ${wanted}: ${heads.join(', ')}`;
	const hint =
		heads.length > wanted
			? `\`gen-sql merge ${heads.join(' ')}\` joins them all; name fewer to join some`
			: 'a merge has joined lines that were to stay apart, or the setting has to change';
	return [multiple(graph, heads, message, hint)];
}

/** Heads that nothing tells apart are branches that somebody has to merge. Those with labels of their own are wanted. */
function unlabelledProblems(graph: RevisionGraph): readonly GenSqlError[] {
	const byLabels = new Map<string, string[]>();
	for (const [head, { labels }] of originsOf(graph)) append(byLabels, labels.join(', '), head);
	return [...byLabels].flatMap(([labels, heads]) => {
		if (heads.length < 2) return [];
		const message = `there are ${heads.length} heads${labels === '' ? '' : ` of ${labels}`}: ${heads.join(', ')}`;
		const hint = `\`gen-sql merge ${heads.join(' ')}\` joins them; a branch that is to stay has a label of its own`;
		return [multiple(graph, heads, message, hint)];
	});
}

/** Placed where the first of the heads says what it goes on from. */
function multiple(graph: RevisionGraph, [first = '']: readonly string[], message: string, hint: string): GenSqlError {
	return new GenSqlError('HEADS_MULTIPLE', message, { at: graph.node(first).placeOf('downRevision'), hint });
}
