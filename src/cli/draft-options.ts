import { resolve } from 'node:path';
import type { OptionValues } from './command.ts';
import type { Io } from './io.ts';

/** The options of every command that makes a revision file. */
export const draftOptions = {
	splice: { type: 'boolean', describe: 'Allow it to follow a revision that is not a head' },
	'branch-label': { type: 'list', describe: 'A name for the branch that begins here' },
	'depends-on': { type: 'list', describe: 'A revision that must be applied first' },
	'version-path': { type: 'string', describe: 'The folder of revisions it goes to (default that of its parent)' },
	'rev-id': { type: 'string', describe: 'The id (default twelve random digits)' },
} as const;

/** What they say of the revision. */
export const wantedDraft = (options: OptionValues<typeof draftOptions>, { cwd }: Io) => ({
	id: options['rev-id'],
	splice: options.splice,
	branchLabels: options['branch-label'],
	dependsOn: options['depends-on'],
	versionPath: options['version-path'] === undefined ? undefined : resolve(cwd, options['version-path']),
});
