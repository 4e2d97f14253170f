import { relative, resolve } from 'node:path';
import { GenSqlError } from '../../core/error.ts';
import { oneLine } from '../../core/text.ts';
import { newRevision } from '../../revisions/create.ts';
import { loadGraph } from '../../revisions/load.ts';
import { writeRevision } from '../../revisions/write-revision.ts';
import { defineCommand } from '../command.ts';
import { withProject } from '../project.ts';

export const revision = defineCommand({
	usage: 'revision',
	describe: 'Make a new revision file.',
	options: {
		message: { type: 'string', alias: 'm', describe: 'What the revision does; becomes its title and file name' },
		head: { type: 'list', describe: 'The revision it follows (default the only head); several for a merge' },
		splice: { type: 'boolean', describe: 'Allow it to follow a revision that is not a head' },
		'branch-label': { type: 'list', describe: 'A name for the branch that begins here' },
		'depends-on': { type: 'list', describe: 'A revision that must be applied first' },
		'version-path': { type: 'string', describe: 'The folder of revisions it goes to (default that of its parent)' },
		'rev-id': { type: 'string', describe: 'The id (default twelve random digits)' },
	},
	examples: ['revision -m "create user table"', 'revision -m "merge" --head ae1027a6acf0 --head 27c6a30d7c24'],

	async run({ options, io, note }) {
		if (oneLine(options.message ?? '') === '') {
			throw new GenSqlError('OPTION_INVALID', 'revision needs -m with a message', {
				hint: 'gen-sql revision -m "create user table"',
			});
		}
		const versionPath = options['version-path'];
		/** What hooks print is wanted in any case when one fails. */
		const unsaid: string[] = [];
		const file = await withProject(options, io, async (project) => {
			const graph = await loadGraph(project, true);
			const made = newRevision(project, graph, {
				message: options.message ?? '',
				id: options['rev-id'],
				heads: options.head,
				splice: options.splice,
				branchLabels: options['branch-label'],
				dependsOn: options['depends-on'],
				versionPath: versionPath === undefined ? undefined : resolve(io.cwd, versionPath),
			});
			await writeRevision(project, made, options.quiet ? (text) => void unsaid.push(text) : io.err).catch((error) => {
				io.err(unsaid.join(''));
				throw error;
			});
			return made.file;
		});
		io.out(`${relative(io.cwd, file)}\n`);
		note('write its upgrade() and downgrade(), then look at the SQL: gen-sql upgrade head');
		return 0;
	},
});
