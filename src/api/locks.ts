import { pathFrom } from '../report/place.ts';
import { factsOf, type ScriptStatement } from '../review/facts/script-facts.ts';
import type { ScriptFactsOptions } from './look.ts';
import type { ProjectSource } from './open.ts';
import { openScripts } from './scripts.ts';

export type { Blocks, NamedObject, RelationFacts, StatementFacts, TransactionFacts } from '../dialects/facts.ts';
export type { ScriptStatement } from '../review/facts/script-facts.ts';
export type { ScriptFactsOptions as LocksOptions } from './look.ts';

/** A statement with the call in a revision that it comes from, if any. */
export interface LocksStatement extends ScriptStatement {
	/** The file it stands in, from the working folder or that of the project; `-` for standard input. */
	readonly file: string;
	/** `revisions/1975_user.ts:12:5` */
	readonly source?: string;
}

/**
 * What each statement of scripts locks, rewrites and reads, in order. No server is asked: the facts follow from the SQL,
 * the schema that earlier statements leave, and the documented rules of PostgreSQL.
 *
 * @param source - Needed for a range of revisions; files are read where there is no project, too.
 * @param scripts - One range of revisions, or files, folders, patterns and `-`. Of a range, each revision is looked at in
 * its versioned file, whether that is written or not.
 * @throws {GenSqlError} USAGE_INVALID when a range stands beside another argument, or the dialect has no facts;
 * OPTION_INVALID for a version before 11; FILE_UNREADABLE; and what `upgrade` throws.
 */
export async function locks(
	source: ProjectSource,
	scripts: readonly string[],
	options: ScriptFactsOptions = {},
): Promise<readonly LocksStatement[]> {
	const opened = await openScripts(source, scripts, options);
	const { reading } = opened.dialect;
	const found: LocksStatement[] = [];
	for (const { file, text, reader, sourceAt } of opened.scripts) {
		for (const statement of factsOf(text, reading, reader)) {
			const from = sourceAt?.(statement.line);
			found.push({
				file: pathFrom(opened.root, file),
				...statement,
				...(from && { source: `${pathFrom(opened.root, from.file)}:${from.line}:${from.column}` }),
			});
		}
	}
	return found;
}
