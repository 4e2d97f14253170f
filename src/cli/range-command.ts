import { downgrade } from '../api/downgrade.ts';
import type { ScriptOptions } from '../api/render-script.ts';
import { upgrade } from '../api/upgrade.ts';
import type { Project } from '../config/project.ts';
import { GenSqlError } from '../core/error.ts';
import type { Direction } from '../script/plan.ts';
import { type Command, defineCommand, type OptionValues } from './command.ts';
import { withProject } from './project.ts';
import { serverVersion } from './reviewed-scripts.ts';
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
	locks: {
		type: 'boolean',
		describe: 'Say at the head of the script what it locks, for how long, and who waits meanwhile',
	},
	'pg-version': {
		type: 'string',
		describe: 'The version of PostgreSQL that --locks is about, from 11 on (default review.pgVersion, else 14)',
	},
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
				const { script, text } = await RENDER[direction](project, range, {
					guard: !given['no-guard'],
					locks: judgedLocks(given, project),
				});
				io.out(text);
				note(scriptNote(script, project));
				return 0;
			}),
	});

function judgedLocks(
	{ locks, 'pg-version': version }: OptionValues<typeof options>,
	project: Pick<Project, 'locks'>,
): ScriptOptions['locks'] {
	if (locks || project.locks) return version === undefined ? {} : serverVersion(version);
	if (version === undefined) return false;
	throw new GenSqlError('USAGE_INVALID', '--pg-version has no meaning here without --locks', {
		hint: 'give --locks, too: scripts are the same for all versions',
	});
}
