import type { Command } from '../command.ts';
import { branches } from './branches.ts';
import { downgrade } from './downgrade.ts';
import { heads } from './heads.ts';
import { history } from './history.ts';
import { init } from './init.ts';
import { merge } from './merge.ts';
import { revision } from './revision.ts';
import { show } from './show.ts';
import { stamp } from './stamp.ts';
import { upgrade } from './upgrade.ts';

/** The registry: one line per command, in the order in which help lists them. */
export const commands = [
	init,
	revision,
	merge,
	upgrade,
	downgrade,
	stamp,
	history,
	heads,
	branches,
	show,
] as unknown as readonly Command[];
