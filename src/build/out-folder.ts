import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Project } from '../config/project.ts';
import { namesIn, textIfThere } from '../modules/files.ts';
import { isTemporary } from '../modules/write.ts';
import { isAsWritten, parseFacts, SUFFIXES, type VersionedFacts } from '../revisions/versioned-facts.ts';

/** The folder of the versioned files of a database. */
export const outFolder = ({ out, database, dialect }: Pick<Project, 'out' | 'database' | 'dialect'>): string =>
	join(out, database, dialect.name);

/** How old a temporary file is that no run is about to rename. */
const ABANDONED_MS = 60_000;

/** Whether a text is what it should be, but for the line ends that a checkout may have changed. */
export const isSameText = (text: string, wanted: string): boolean =>
	text === wanted || (text.includes('\r\n') && !wanted.includes('\r') && text === wanted.replaceAll('\n', '\r\n'));

/** The files of a revision that there is no more, as the build that wrote them has noted. */
export interface Orphan {
	readonly revision: string;
	/** Scripts first, so that a run that is stopped leaves the note of what is left. */
	readonly files: readonly string[];
	/** Those that are not as they were written: they may hold somebody's work. */
	readonly edited: readonly string[];
}

/**
 * Files that a build has written for revisions that are gone, or whose files have other names now. What it has not
 * written is not among them.
 *
 * @param stems - The stems of the files of all revisions.
 * @throws {GenSqlError} FILE_UNREADABLE.
 */
export function orphans(folder: string, stems: ReadonlySet<string>): readonly Orphan[] {
	const names = namesIn(folder);
	const folded = new Map([...stems].map((stem) => [stem.toLowerCase(), stem]));
	return names.flatMap((name): readonly Orphan[] => {
		const stem = name.endsWith(SUFFIXES.facts) ? name.slice(0, -SUFFIXES.facts.length) : undefined;
		if (stem === undefined || stems.has(stem)) return [];
		const other = folded.get(stem.toLowerCase());
		if (other !== undefined && isSameFile(join(folder, name), join(folder, other + SUFFIXES.facts))) return [];
		const facts = parseFacts(textIfThere(join(folder, name)) ?? '');
		return facts ? [orphanOf(join(folder, stem), facts)] : [];
	});
}

function orphanOf(path: string, facts: VersionedFacts): Orphan {
	const edited: string[] = [];
	const files: string[] = [];
	for (const direction of ['upgrade', 'downgrade'] as const) {
		const file = path + SUFFIXES[direction];
		const text = textIfThere(file);
		if (text !== undefined) (isAsWritten(facts[direction], text) ? files : edited).push(file);
	}
	return { revision: facts.revision, files: [...files, path + SUFFIXES.facts], edited };
}

/** Where the file system does not tell upper from lower case, two names are one file. */
function isSameFile(one: string, other: string): boolean {
	const [a, b] = [one, other].map((file) => statSync(file, { throwIfNoEntry: false }));
	return a !== undefined && b !== undefined && a.ino === b.ino && a.dev === b.dev;
}

/** Remove what runs that were killed have left behind. */
export function removeAbandoned(folder: string, now: number): void {
	for (const name of namesIn(folder).filter(isTemporary)) {
		const file = join(folder, name);
		const known = statSync(file, { throwIfNoEntry: false });
		if (known && now - known.mtimeMs > ABANDONED_MS) rmSync(file, { force: true });
	}
}
