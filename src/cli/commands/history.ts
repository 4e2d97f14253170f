import { GenSqlError } from '../../core/error.ts';
import type { RevisionGraph } from '../../revisions/graph.ts';
import { resolveRevisions } from '../../revisions/range.ts';
import { defineCommand } from '../command.ts';
import { openGraph } from '../project.ts';
import { formatOption, historyLine, listing, verboseOption } from '../revision-text.ts';

export const history = defineCommand({
	usage: 'history',
	describe: 'List the revisions, newest first.',
	options: {
		'rev-range': { type: 'string', alias: 'r', describe: 'start:end, both included; -3:head shows the last four' },
		verbose: verboseOption,
		format: formatOption,
	},
	examples: ['history', 'history -r-3:head', 'history --verbose', 'history --format json'],

	async run({ options, io }) {
		const { project, graph } = await openGraph(options, io);
		const chosen = chosenRevisions(graph, options['rev-range'] ?? ':');
		io.out(listing(graph, graph.fromHeads(chosen), project.root, { ...options, line: historyLine }));
		return 0;
	},
});

function chosenRevisions(graph: RevisionGraph, range: string): ReadonlySet<string> {
	const [startText = '', endText, surplus] = range.split(':');
	if (endText === undefined || surplus !== undefined) {
		throw new GenSqlError('RANGE_INVALID', `"${range}" is no range of history`, {
			hint: 'write start:end, start: or :end',
		});
	}
	const start = startText === '' ? [] : resolveRevisions(graph, startText, graph.heads);
	const end = endText === '' ? graph.heads : resolveRevisions(graph, endText, start);
	const below = graph.ancestors(end);
	if (start.length === 0) return below;
	const chosen = new Set([...graph.descendants(start)].filter((id) => below.has(id)));
	if (chosen.size > 0 || end.length === 0) return chosen;
	throw new GenSqlError('RANGE_INVALID', `${endText} does not come after ${startText}`, {
		hint: 'is the range the wrong way round?',
	});
}
