import type { Project } from '../config/project.ts';
import { DEFAULT_DIALECT } from '../core/dialect-names.ts';
import { isGenSqlError } from '../core/error.ts';
import type { Dialect } from '../dialects/dialect.ts';
import { dialects, resolveDialect } from '../dialects/index.ts';
import { compareSides } from '../diff/compare.ts';
import type { DiffReport } from '../diff/report.ts';
import { narrowed, type Side } from '../diff/side.ts';
import { isVersioned } from '../diff/units.ts';
import { type DiffPlace, sidesOf } from './diff-sides.ts';
import { notBuiltIn } from './not-built.ts';
import { openProjects, type ProjectSource } from './open.ts';

export type {
	Change,
	DiffReport,
	FileDiff,
	FileText,
	PlacedStatement,
	RevisionDiff,
	ScriptDiff,
	SideFacts,
	StatementDiff,
} from '../diff/report.ts';

/** What is compared: a git ref, a folder or a .sql file. */
export interface DiffOptions {
	/** Default: `HEAD`. */
	readonly before?: string | undefined;
	/** Default: the work tree. */
	readonly after?: string | undefined;
}

/**
 * Compare two states of versioned SQL files by what their SQL means. Git refs are read without touching the work tree.
 *
 * A ref means the versioned files of the project at that commit; beside a file or a folder, that file or folder as it was
 * then. What is named alone is compared with the work tree: a folder elsewhere with the versioned files of the project, a
 * file or a folder of SQL with itself. Files and folders can also be compared where there is no project.
 *
 * The dialect is that in the path (`out/main/mysql/`), else that of the project, else `postgresql`.
 *
 * @param source - Whose `dialect` is taken where there is no project, too; with `database`, the files of that one alone
 * are compared where refs are.
 * @throws {GenSqlError} what `loadProject` throws; GIT_FAILED and FILE_UNREADABLE when something is not there or cannot be
 * read; USAGE_INVALID when a file is to be compared with a folder.
 */
export async function diff(source: ProjectSource, options: DiffOptions = {}): Promise<DiffReport> {
	const projects = await projectsOf(source, options);
	const place: DiffPlace = {
		cwd: 'runner' in source ? source.root : source.cwd,
		projects,
		database: 'runner' in source ? undefined : source.database,
	};
	const { sides, since } = await sidesOf(options, place);
	const isOfRevisions = sides.some(({ files }) => isVersioned(files));
	const [before, after] = isOfRevisions ? [withoutReleases(sides[0]), withoutReleases(sides[1])] : sides;
	const otherwise = projects[0]?.dialect ?? dialectNamed(source);
	const report = await compareSides(before, after, (path) => dialectIn(path, sides) ?? otherwise);
	const notBuilt = since ? await notBuiltIn(since, report, projects) : [];
	return notBuilt.length > 0 ? { ...report, notBuilt } : report;
}

/** The databases of the project; none where there is none and none is needed. */
async function projectsOf(source: ProjectSource, { before }: DiffOptions): Promise<readonly Project[]> {
	try {
		return await openProjects(source);
	} catch (error) {
		const isNeeded = 'runner' in source || before === undefined;
		if (!isNeeded && isGenSqlError(error) && error.code === 'PROJECT_MISSING') return [];
		throw error;
	}
}

const dialectNamed = ({ dialect = DEFAULT_DIALECT }: ProjectSource): Dialect =>
	typeof dialect === 'string' ? resolveDialect(dialect) : dialect;

/** Scripts of releases put together what revisions hold. */
const withoutReleases = (side: Side): Side => narrowed(side, (path) => !/(?:^|\/)releases\//.test(path));

/** The dialect whose name a folder in the path has. */
function dialectIn(path: string, sides: readonly Side[]): Dialect | undefined {
	const folders = sides.flatMap(({ prefix }) => `${prefix}${path}`.split('/').slice(0, -1).reverse());
	const known: Readonly<Record<string, Dialect>> = dialects;
	const name = folders.find((folder) => Object.hasOwn(known, folder));
	return name === undefined ? undefined : known[name];
}
