import { downgrade } from '../api/downgrade.ts';
import { upgrade } from '../api/upgrade.ts';
import type { Direction } from '../script/plan.ts';
import { type Command, defineCommand } from './command.ts';
import { withProject } from './project.ts';
import { scriptNote } from './script-note.ts';

export const guardOption = {
	type: 'boolean',
	describe: 'Leave out the check that the database is where the script starts',
} as const;

export const tagOption = {
	type: 'string',
	describe: 'What the script is part of, for its head and for revisions',
} as const;

export const parameterOption = {
	type: 'list',
	describe: 'A value for a parameter of the script, name=value; may be repeated',
} as const;

const options = {
	param: parameterOption,
	tag: tagOption,
	'no-guard': guardOption,
} as const;

const RENDER = { upgrade, downgrade };

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

		run: ({ args: [range = ''], options: given, io, note }) =>
			withProject(given, io, async (project) => {
				const { script, text } = await RENDER[direction](project, range, { guard: !given['no-guard'] });
				io.out(text);
				note(scriptNote(script, project));
				return 0;
			}),
	});
