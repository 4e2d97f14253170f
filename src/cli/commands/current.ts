import { type CurrentState, currentQuery, current as currentState } from '../../api/current.ts';
import type { RevisionFacts } from '../../api/revision-facts.ts';
import { GenSqlError } from '../../core/error.ts';
import { count } from '../../core/text.ts';
import { wrap } from '../../core/wrap.ts';
import { defineCommand } from '../command.ts';
import type { Page } from '../io.ts';
import { sameProject, withProject } from '../project.ts';
import {
	checkVerbose,
	formatOption,
	json,
	linesOf,
	revisionBlock,
	shortLine,
	verboseOption,
} from '../revision-text.ts';
import { currentOption, versionRows } from '../version-rows.ts';

/** Exit code when the database is not where it should be. */
const BEHIND = 1;

/** How many missing revisions are listed unless all are asked for. */
const LISTED = 20;

export const current = defineCommand({
	usage: 'current',
	describe:
		'Say where a database is, and what is missing there. Nothing connects to it: without --current it prints the query to run.',
	options: {
		current: currentOption,
		'check-heads': { type: 'boolean', describe: 'End with 1 unless the database has everything' },
		verbose: verboseOption,
		format: formatOption,
	},
	examples: ['current', 'current --current 1975ea83b712', 'current --current @answer.txt --check-heads'],

	async run({ options, io, note }) {
		const rows = versionRows(options.current, io);
		if (rows === undefined) {
			refuseWithoutRows(options);
			io.out(await withProject(options, io, currentQuery));
			note(`run it there, and pass what it answers: gen-sql current --current @FILE${sameProject(options)}`);
			return 0;
		}
		checkVerbose(options);
		const state = await withProject(options, io, (project) => currentState(project, rows));
		io.out(options.format === 'json' ? json(state) : linesOf(stateLines(state, options.verbose, io.page)));
		for (const text of advice(state)) note(`${text}${sameProject(options)}`);
		const isWhole = state.missing.length === 0 && state.surplus.length === 0;
		return options['check-heads'] && !isWhole ? BEHIND : 0;
	},
});

function refuseWithoutRows(options: Readonly<Record<string, unknown>>): void {
	const asked = ['check-heads', 'verbose'].find((name) => options[name] === true);
	const option = asked ?? (options['format'] === 'text' ? undefined : 'format');
	if (option === undefined) return;
	throw new GenSqlError('OPTION_INVALID', `--${option} says nothing of the query`, {
		hint: 'pass its answer: --current ID, or --current @FILE',
	});
}

/** What to do about it. */
function advice({ rows, surplus, missing }: CurrentState): readonly string[] {
	const ids = rows.map(({ revision }) => revision).filter((id) => !surplus.includes(id));
	const start = ids.length === 0 ? 'base' : ids.join(',');
	return [
		...(surplus.length > 0 ? [`to put the rows right: gen-sql stamp --purge ${ids.join(' ')}`] : []),
		...(missing.length > 0 ? [`next: gen-sql upgrade ${start}:heads`] : []),
	];
}

function stateLines(
	{ rows, surplus, applied, missing }: CurrentState,
	verbose: boolean,
	page: Page,
): readonly string[] {
	const line = (facts: RevisionFacts, indent = '') => wrap(`${indent}${shortLine(facts, page)}`, page.columns);
	const place = rows.flatMap((row) => (verbose ? [...revisionBlock(row, page), ''] : line(row)));
	const listed = verbose ? missing : missing.slice(0, LISTED);
	const unlisted = missing.length - listed.length;
	return [
		...(rows.length === 0 ? ['<base>: no revision is there'] : place),
		...surplus.map((id) => `surplus row: ${id} lies below another row; no script leaves the table so`),
		missing.length === 0
			? `nothing is missing: ${count(applied, 'revision')}`
			: `missing ${missing.length} of ${count(applied + missing.length, 'revision')}:`,
		...listed.flatMap((facts) => line(facts, '    ')),
		...(unlisted > 0 ? [`    and ${unlisted} more; --verbose lists them`] : []),
	];
}
