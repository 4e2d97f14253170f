import { DEFAULT_PG_VERSION, type ScriptFactsOptions } from '../api/look.ts';
import { GenSqlError } from '../core/error.ts';
import type { OptionValues } from './command.ts';
import type { Io } from './io.ts';

/** What commands that look into scripts are told of them. What is not said is what the configuration says. */
export const scriptOptions = {
	'pg-version': {
		type: 'string',
		describe: `The version of PostgreSQL, from 11 on, such as 14 or 14.2 (default review.pgVersion, else ${DEFAULT_PG_VERSION})`,
	},
	baseline: {
		type: 'string',
		describe: 'DDL of the schema that is there before, such as the output of pg_dump --schema-only',
	},
	sequence: { type: 'boolean', describe: 'Each file goes on from the one before' },
	'assume-in-transaction': {
		type: 'boolean',
		describe: 'Each file is run inside one transaction (default review.assumeInTransaction, else not)',
	},
	'no-assume-in-transaction': {
		type: 'boolean',
		describe: 'No file is, whatever review.assumeInTransaction says',
	},
	rows: {
		type: 'list',
		describe: 'How many rows a table has, events=2e9, beside those of review.tables; may be repeated',
	},
	downgrade: { type: 'boolean', describe: 'The range is one of a downgrade' },
} as const;

/** The same, as the functions of the library take it. */
export const givenScripts = (options: OptionValues<typeof scriptOptions>, io: Io) => ({
	...serverVersion(options['pg-version']),
	baseline: options.baseline,
	sequence: options.sequence,
	assumeInTransaction: assumedBy(options),
	rows: Object.fromEntries(options.rows.map(rowsOf)),
	direction: options.downgrade ? ('downgrade' as const) : ('upgrade' as const),
	stdin: () => io.stdin(),
});

/**
 * The major and the minor version of the server; one that is not known is refused where it is used.
 *
 * @throws {GenSqlError} OPTION_INVALID when it is no version.
 */
export function serverVersion(given: string | undefined): Pick<ScriptFactsOptions, 'pgVersion' | 'pgMinor'> {
	if (given === undefined) return {};
	const [, version, minor] = /^(\d+)(?:\.(\d+))?$/.exec(given) ?? [];
	if (version === undefined) {
		throw new GenSqlError('OPTION_INVALID', `--pg-version cannot be "${given}"`, { hint: 'write 14 or 14.2' });
	}
	return { pgVersion: Number(version), pgMinor: minor === undefined ? undefined : Number(minor) };
}

function assumedBy(options: OptionValues<typeof scriptOptions>): boolean | undefined {
	const [isAssumed, isNot] = [options['assume-in-transaction'], options['no-assume-in-transaction']];
	if (!isAssumed || !isNot) return isAssumed ? true : isNot ? false : undefined;
	throw new GenSqlError('OPTION_INVALID', '--assume-in-transaction and --no-assume-in-transaction exclude each other', {
		hint: 'leave one of them out',
	});
}

function rowsOf(given: string): readonly [table: string, rows: number] {
	const [, table, rows] = /^(.+)=([\d.]+(?:e\d+)?)$/i.exec(given) ?? [];
	if (table !== undefined) return [table, Number(rows)];
	throw new GenSqlError('OPTION_INVALID', `--rows cannot be "${given}"`, {
		hint: 'write table=number, for example events=2e9',
	});
}
