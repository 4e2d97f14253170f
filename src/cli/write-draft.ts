import { relative } from 'node:path';
import type { Project } from '../config/project.ts';
import type { DraftRevision } from '../revisions/create.ts';
import { writeRevision } from '../revisions/write-revision.ts';
import type { Io } from './io.ts';

/** Write a new revision file and print its path. What hooks print is not wanted with `--quiet`, unless one fails. */
export async function writeDraft(project: Project, draft: DraftRevision, quiet: boolean, io: Io): Promise<void> {
	const unsaid: string[] = [];
	await writeRevision(project, draft, quiet ? (text) => void unsaid.push(text) : io.err).catch((error) => {
		io.err(unsaid.join(''));
		throw error;
	});
	io.out(`${relative(io.cwd, draft.file)}\n`);
}
