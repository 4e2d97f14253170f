import { count } from '../core/text.ts';
import { loadGraph } from '../revisions/load.ts';
import { renderRange } from '../revisions/render.ts';
import { resolveStartedRange } from '../revisions/starting-range.ts';
import { type Direction, shownIds } from '../script/plan.ts';
import { type Command, defineCommand } from './command.ts';
import { withProject } from './project.ts';

const options = {
	param: { type: 'list', describe: 'A value for a parameter of the script, name=value; may be repeated' },
	tag: { type: 'string', describe: 'What the script is part of, for its head and for revisions' },
	'no-guard': {
		type: 'boolean',
		describe: 'Leave out the check that the database is where the script starts',
	},
} as const;

/** `upgrade` and `downgrade`: the same but for the direction. */
export const rangeCommand = (
	direction: Direction,
	{ describe, examples }: Pick<Command, 'describe' | 'examples'>,
): Command<typeof options> =>
	defineCommand({
		usage: `${direction} <range>`,
		describe,
		options,
		examples,

		async run({ args: [text = ''], options: given, io, note }) {
			const { project, script, rendered } = await withProject(given, io, async (project) => {
				const graph = await loadGraph(project);
				const range = resolveStartedRange(project, graph, direction, text);
				const guard = project.guard && !given['no-guard'];
				const { script, text: rendered } = await renderRange({ ...project, guard }, graph, range);
				return { project, script, rendered };
			});
			io.out(rendered);
			const target = project.target ? `, for ${project.target.label}` : '';
			note(
				`${direction} ${shownIds(script.start)} -> ${shownIds(script.end)}: ${count(script.steps.length, 'revision')}, ${project.dialect.name}${target}`,
			);
			return 0;
		},
	});
