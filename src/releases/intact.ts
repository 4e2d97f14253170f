import { join } from 'node:path';
import type { GenSqlError } from '../core/error.ts';
import { textIfThere } from '../modules/files.ts';
import { SUFFIXES } from '../revisions/versioned-facts.ts';
import { damaged, type Recorded, type Releases } from './read-releases.ts';
import { digest, RELEASE_FILE, type Release, type ReleasedRevision, SCRIPT_FILE } from './release.ts';

/** A file, and the digest that it has to have. */
type Sealed = readonly [file: string, digest: string];

/** What of the records of releases is not as it was written: each knows the releases that it follows. */
export const damagedRecords = ({ releases, problems }: Releases): readonly GenSqlError[] => [
	...problems,
	...brokenLinks(releases),
];

/**
 * What of the files of releases and amendments is not as it was written.
 *
 * @param database - The one whose files are looked at.
 * @throws {GenSqlError} FILE_UNREADABLE.
 */
export function damagedFiles(database: string, { releases, amendments }: Releases): readonly GenSqlError[] {
	const found: GenSqlError[] = [];
	for (const { folder, content } of [...releases, ...amendments]) {
		for (const [file, wanted] of sealedFiles(folder, database, content.databases)) {
			const text = textIfThere(file);
			if (text === undefined) found.push(damaged(file, 'is missing'));
			else if (digest(text) !== wanted) found.push(damaged(file, 'was changed'));
		}
	}
	return found;
}

/** A database as a release or an amendment has it. */
interface Kept {
	readonly database: string;
	readonly dialect: string;
	readonly script?: string;
	readonly revisions?: readonly ReleasedRevision[];
	readonly revision?: ReleasedRevision;
}

function* sealedFiles(folder: string, database: string, kept: readonly Kept[]): Generator<Sealed> {
	for (const { dialect, script, revisions = [], revision } of kept.filter((each) => each.database === database)) {
		const own = join(folder, database, dialect);
		if (script !== undefined) yield [join(own, SCRIPT_FILE), script];
		for (const each of revision ? [revision] : revisions)
			for (const kind of ['upgrade', 'downgrade', 'facts'] as const)
				yield [join(own, each.stem + SUFFIXES[kind]), each[kind]];
	}
}

function brokenLinks(releases: readonly Recorded<Release>[]): readonly GenSqlError[] {
	const known = new Map(releases.map((each) => [each.content.release, each]));
	return releases.flatMap(({ folder, content }) =>
		content.previous.flatMap(({ release, sha256 }): readonly GenSqlError[] => {
			const other = known.get(release);
			if (!other) return [damaged(join(folder, RELEASE_FILE), `follows ${release}, which is not there`)];
			if (other.digest === sha256) return [];
			return [damaged(join(other.folder, RELEASE_FILE), `was changed after ${content.release} was made`)];
		}),
	);
}
