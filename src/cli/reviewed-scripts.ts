import { DEFAULT_PG_VERSION, type ScriptFactsOptions } from '../api/scripts.ts';
import type { OptionValues } from './command.ts';
import type { Io } from './io.ts';

/** What commands that look into scripts are told of them. */
export const scriptOptions = {
	'pg-version': {
		type: 'string',
		describe: 'The version of PostgreSQL, from 11 on, such as 14 or 14.2',
		default: String(DEFAULT_PG_VERSION),
	},
	baseline: {
		type: 'string',
		describe: 'DDL of the schema that is there before, such as the output of pg_dump --schema-only',
	},
	sequence: { type: 'boolean', describe: 'Each file goes on from the one before' },
	downgrade: { type: 'boolean', describe: 'The range is one of a downgrade' },
} as const;

/** The same, as the functions of the library take it. */
export const givenScripts = (
	{ 'pg-version': pgVersion, baseline, sequence, downgrade }: OptionValues<typeof scriptOptions>,
	io: Io,
) => ({
	...serverVersion(pgVersion),
	baseline,
	sequence,
	direction: downgrade ? ('downgrade' as const) : ('upgrade' as const),
	stdin: () => io.stdin(),
});

/** The major and the minor version of the server; what is none is refused where it is used. */
export function serverVersion(given: string): Pick<ScriptFactsOptions, 'pgVersion' | 'pgMinor'> {
	const [, version, minor] = /^(\d+)(?:\.(\d+))?$/.exec(given) ?? [];
	return { pgVersion: Number(version), pgMinor: minor === undefined ? undefined : Number(minor) };
}
