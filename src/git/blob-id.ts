import { createHash } from 'node:crypto';

const SHA1_LENGTH = 40;

/**
 * The id that git gives a content.
 *
 * @param like - An id of the same repository: it tells which of the two kinds of hash that has.
 * @see https://git-scm.com/book/en/v2/Git-Internals-Git-Objects#_object_storage
 */
export function blobId(content: string, like: string): string {
	const bytes = Buffer.from(content);
	const hash = createHash(like.length === SHA1_LENGTH ? 'sha1' : 'sha256');
	return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
