import { join } from 'node:path';
import type { Project } from '../config/project.ts';
import { GenSqlError } from '../core/error.ts';
import { byCodePoint } from '../core/keys.ts';
import { namesIn, textIfThere } from '../modules/files.ts';
import type { ReleaseHeads } from '../revisions/graph.ts';
import {
	AMENDMENT_FILE,
	type Amendment,
	digest,
	parseAmendment,
	parseRelease,
	RELEASE_FILE,
	type Release,
	type ReleasedRevision,
} from './release.ts';

/** A released revision of a database, as it was amended last, or else as it was released. */
export interface Frozen {
	/** The release that has it: `v1.4`. */
	readonly release: string;
	/** In each dialect it was released in; none when an amendment says that it is gone. */
	readonly versions: readonly FrozenVersion[];
}

/** A released revision in a dialect, and where its files are. */
export interface FrozenVersion {
	readonly revision: ReleasedRevision;
	readonly dialect: string;
	/** The folder of its files. */
	readonly folder: string;
}

/** A release or an amendment that stands in a folder. */
export interface Recorded<Content> {
	readonly folder: string;
	readonly content: Content;
	readonly digest: string;
}

/** The releases of a project, as `out/releases` has them. */
export interface Releases {
	/** Those that others follow come first. */
	readonly releases: readonly Recorded<Release>[];
	/** By revision, in the order of their numbers. */
	readonly amendments: readonly Recorded<Amendment>[];
	/** Files that cannot be read as what they should be. */
	readonly problems: readonly GenSqlError[];
}

/** The folder of the releases, for all databases. */
export const releasesFolder = ({ out }: Pick<Project, 'out'>): string => join(out, 'releases');

/** The folder of the amendments among them. No release can have that name. */
export const AMENDMENTS = 'amendments';

/** @throws {GenSqlError} FILE_UNREADABLE. */
export function readReleases(project: Pick<Project, 'out'>): Releases {
	const root = releasesFolder(project);
	const problems: GenSqlError[] = [];
	const read = <Content>(folders: readonly string[], file: string, parse: (text: string) => Content | undefined) =>
		folders.flatMap((folder): readonly Recorded<Content>[] => {
			const text = textIfThere(join(folder, file));
			// A run that was stopped has left the rest of a release.
			if (text === undefined) return [];
			const content = parse(text);
			if (content) return [{ folder, content, digest: digest(text) }];
			problems.push(damaged(join(folder, file), 'cannot be read'));
			return [];
		});
	const names = namesIn(root).filter((name) => name !== AMENDMENTS);
	const releases = read(
		names.map((name) => join(root, name)),
		RELEASE_FILE,
		parseRelease,
	);
	const folders = namesIn(join(root, AMENDMENTS)).map((name) => join(root, AMENDMENTS, name));
	const amendments = read(folders, AMENDMENT_FILE, parseAmendment);
	return { releases: inOrder(releases), amendments: byRevision(amendments), problems };
}

/** A problem of a file of a release. */
export const damaged = (file: string, what: string): GenSqlError =>
	new GenSqlError('RELEASE_DAMAGED', `a file of a release ${what}`, {
		at: { file, line: 1, column: 1 },
		hint: '`git checkout` brings it back as it was committed',
	});

const byRevision = (amendments: readonly Recorded<Amendment>[]): readonly Recorded<Amendment>[] =>
	[...amendments].sort(({ content: a }, { content: b }) => byCodePoint(a.revision, b.revision) || a.number - b.number);

/** Each after those that it follows; what is left in a circle, which no release can make, comes last. */
function inOrder(releases: readonly Recorded<Release>[]): readonly Recorded<Release>[] {
	const open = new Map(releases.map((each) => [each.content.release, each]));
	const ordered: Recorded<Release>[] = [];
	for (let found = true; found; ) {
		found = false;
		for (const [name, each] of open) {
			if (each.content.previous.some(({ release }) => open.has(release))) continue;
			ordered.push(each);
			open.delete(name);
			found = true;
		}
	}
	return [...ordered, ...open.values()];
}

/** The releases that no other follows: a new one follows them. */
export function latest(releases: readonly Recorded<Release>[]): readonly Recorded<Release>[] {
	const followed = new Set(releases.flatMap(({ content }) => content.previous.map(({ release }) => release)));
	return releases.filter(({ content }) => !followed.has(content.release));
}

/** The released revisions of a database, by id. */
export function frozenIn(database: string, { releases, amendments }: Releases): ReadonlyMap<string, Frozen> {
	const frozen = new Map<string, Frozen>();
	for (const { release, ...version } of versionsIn(database, releases)) {
		const id = version.revision.revision;
		const before = frozen.get(id);
		frozen.set(id, { release: before?.release ?? release, versions: [...(before?.versions ?? []), version] });
	}
	for (const { folder, content } of amendments) {
		const before = frozen.get(content.revision);
		const now = content.databases.find((each) => each.database === database);
		if (!before || !now) continue;
		const { dialect, revision } = now;
		const versions = revision ? [{ revision, dialect, folder: join(folder, database, dialect) }] : [];
		frozen.set(content.revision, { ...before, versions });
	}
	return frozen;
}

function* versionsIn(
	database: string,
	releases: readonly Recorded<Release>[],
): Generator<FrozenVersion & { readonly release: string }> {
	for (const { folder, content } of releases) {
		for (const { dialect, revisions } of content.databases.filter((each) => each.database === database)) {
			const own = join(folder, database, dialect);
			for (const revision of revisions) yield { release: content.release, revision, dialect, folder: own };
		}
	}
}

/** What names of releases mean in the ranges of a database. They are read when one is asked for. */
export function releaseHeads(project: Pick<Project, 'out' | 'database'>): ReleaseHeads {
	let heads: ReadonlyMap<string, readonly string[]> | undefined;
	const read = (): ReadonlyMap<string, readonly string[]> =>
		new Map(
			readReleases(project).releases.flatMap(({ content }) =>
				content.databases
					.filter(({ database }) => database === project.database)
					.map((released) => [content.release, released.heads] as const),
			),
		);
	return (name) => {
		heads ??= read();
		return heads.get(name);
	};
}
