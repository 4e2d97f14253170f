import { locks as findLocks } from '../../api/locks.ts';
import { count } from '../../core/text.ts';
import { beginLoadingPostgresqlParser } from '../../sql/parse-postgresql.ts';
import { defineCommand } from '../command.ts';
import { locksJson, lockTable } from '../lock-table.ts';
import { withProjectAround } from '../project.ts';
import { givenScripts, scriptOptions } from '../reviewed-scripts.ts';

/** Exit code when a statement cannot be parsed, so that nothing is known of it. */
const UNPARSED = 1;

export const locks = defineCommand({
	usage: 'locks <scripts...>',
	describe:
		'Show what each statement locks, rewrites and reads. The scripts are one range of revisions, or .sql files, folders, patterns such as "migrations/**/*.sql", and - for stdin. No server is asked. Ends with 1 when a statement cannot be parsed.',
	options: {
		...scriptOptions,
		format: {
			type: 'string',
			describe: 'How the statements are printed',
			default: 'text',
			oneOf: ['text', 'json'],
		},
	},
	examples: [
		'locks base:head',
		'locks 1975ea83b712:head --format json',
		'locks deploy.sql --baseline schema.sql --pg-version 17',
		'locks "migrations/*.sql" --sequence',
	],

	async run({ args, options, io, note }) {
		const scripts = args.flatMap((arg) => arg ?? []);
		beginLoadingPostgresqlParser();
		const found = await withProjectAround(options, io, (source) =>
			findLocks(source, scripts, { cwd: io.cwd, ...givenScripts(options, io) }),
		);
		const printed = options.format === 'json' ? locksJson(found) : [lockTable(found, io.page)];
		for (const part of printed) io.out(part);
		const unparsed = found.filter(({ problem }) => problem).length;
		if (found.length === 0) note('no statements');
		if (unparsed > 0) note(`${count(unparsed, 'statement')} could not be parsed`);
		return unparsed > 0 ? UNPARSED : 0;
	},
});
