import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { blobId } from './blob-id.ts';
import type { Repository } from './repository.ts';

/** The files of a commit, beside those of the work tree. Links are none of them. */
export class CommitFiles {
	readonly repository: Repository;
	/** Its id. */
	readonly commit: string;
	/** The id of each content, by its path from the top of the work tree. */
	readonly blobs: ReadonlyMap<string, string>;
	#gone: ReadonlySet<string> | undefined;

	private constructor(repository: Repository, commit: string, blobs: ReadonlyMap<string, string>) {
		this.repository = repository;
		this.commit = commit;
		this.blobs = blobs;
	}

	/** @throws {GenSqlError} GIT_FAILED when git knows no such commit. */
	static async of(repository: Repository, ref: string): Promise<CommitFiles> {
		const commit = await repository.commit(ref);
		const files = await repository.files(commit, '');
		const blobs = files.flatMap(({ path, blob, isLink }) => (isLink ? [] : [[path, blob] as const]));
		return new CommitFiles(repository, commit, new Map(blobs));
	}

	/** Whether a text stands at a path, with these line ends or with line feeds. The file is not read. */
	has(path: string, text: string): boolean {
		const blob = this.blobs.get(path);
		return blob !== undefined && idsOf(text, blob).includes(blob);
	}

	/** Whether a text stands at a path that is no more: its file has moved. */
	hasMoved(text: string): boolean {
		const [like] = this.blobs.values();
		this.#gone ??= this.#contentsOfGone();
		return like !== undefined && idsOf(text, like).some((id) => this.#gone?.has(id));
	}

	#contentsOfGone(): ReadonlySet<string> {
		const gone = [...this.blobs].filter(([path]) => !existsSync(join(this.repository.root, path)));
		return new Set(gone.map(([, blob]) => blob));
	}
}

/** A checkout may have given a text other line ends. */
const idsOf = (text: string, like: string): readonly string[] => {
	const own = blobId(text, like);
	return text.includes('\r\n') ? [own, blobId(text.replaceAll('\r\n', '\n'), like)] : [own];
};
