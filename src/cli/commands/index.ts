import type { Command } from '../command.ts';
import { branches } from './branches.ts';
import { build } from './build.ts';
import { check } from './check.ts';
import { current } from './current.ts';
import { diff } from './diff.ts';
import { downgrade } from './downgrade.ts';
import { edit } from './edit.ts';
import { ensureVersion } from './ensure-version.ts';
import { heads } from './heads.ts';
import { history } from './history.ts';
import { init } from './init.ts';
import { listTemplates } from './list-templates.ts';
import { locks } from './locks.ts';
import { merge } from './merge.ts';
import { release } from './release.ts';
import { review } from './review.ts';
import { revision } from './revision.ts';
import { show } from './show.ts';
import { stamp } from './stamp.ts';
import { upgrade } from './upgrade.ts';

/** The registry: one line per command, in the order in which help lists them. */
export const commands = [
	init,
	listTemplates,
	revision,
	merge,
	upgrade,
	downgrade,
	stamp,
	ensureVersion,
	build,
	release,
	current,
	history,
	heads,
	branches,
	show,
	edit,
	check,
	diff,
	review,
	locks,
] as unknown as readonly Command[];
