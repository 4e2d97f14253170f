import { ensureVersionTable } from '../revisions/ensure-version-table.ts';
import { openProject, type ProjectSource } from './open.ts';

export interface EnsureVersionOptions {
	/** Create the schema of the table as well, when it is not there. Default `false`. */
	readonly createSchema?: boolean;
}

/**
 * The script that creates the version table where it is not there. Every script does that before its first row; this one
 * is for databases where somebody else has to do it.
 *
 * @throws {GenSqlError} OPTION_INVALID when the schema is to be created and none is configured, OPERATION_UNSUPPORTED when
 * the dialect cannot create one, and what `loadProject` throws.
 */
export const ensureVersion = async (
	source: ProjectSource,
	{ createSchema = false }: EnsureVersionOptions = {},
): Promise<{ readonly text: string }> => ({ text: ensureVersionTable(await openProject(source), createSchema) });
