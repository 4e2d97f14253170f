import { dirname } from 'node:path';
import { ensureFolder, removeFile, writeFile } from '../modules/write.ts';
import { removeAbandoned } from './out-folder.ts';

/** A file to write, or to remove. */
export interface BuiltFile {
	/** Absolute path. */
	readonly file: string;
	/** Undefined when it is to be removed. */
	readonly text: string | undefined;
}

/**
 * Write the files of a build, each as a whole or not at all: a run that is stopped leaves files that are old or new, and
 * the next one goes on. A link gives way to a file: what it leads to is not the project's.
 *
 * @throws {GenSqlError} FILE_UNWRITABLE when the system refuses, and what the files throw.
 */
export async function writeBuild(files: AsyncIterable<BuiltFile> | Iterable<BuiltFile>): Promise<void> {
	const folders = new Set<string>();
	for await (const { file, text } of files) {
		const folder = dirname(file);
		if (!folders.has(folder)) {
			ensureFolder(folder);
			removeAbandoned(folder, Date.now());
			folders.add(folder);
		}
		// A build renders them again: to wait for the disk after each of ten thousand would take minutes.
		if (text === undefined) removeFile(file);
		else writeFile(file, text, { durable: false, replaceLink: true });
	}
}
