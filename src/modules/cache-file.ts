import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, statSync } from 'node:fs';

/** How a file of the cache begins. One that does not is none of ours, and is not replaced. */
const BEGINNING = '{"stamp":';

/** The first line is shorter than that. */
const MAX_HEAD = 256;

/** The first line of a file: the versions it depends on, and the size and digest of the index behind it. */
export interface CacheHead {
	readonly stamp: string;
	readonly size: number;
	readonly digest: string;
}

/** What of the entries is kept that this run has not used, as a multiple of those that it has. */
export const MAX_UNUSED_RATIO = 4;

export const digestOf = (...all: readonly Uint8Array[]): string => {
	const hash = createHash('sha1');
	for (const bytes of all) hash.update(bytes);
	return hash.digest('base64url');
};

/** A file of the cache: head, index, and what stands behind it. */
export function cacheBytes(stamp: string, entries: unknown, contents: readonly Buffer[] = []): Buffer {
	const index = Buffer.from(JSON.stringify(entries));
	const head: CacheHead = { stamp, size: index.length, digest: digestOf(index) };
	return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), index, ...contents]);
}

/**
 * The index of a file, and where what stands behind it begins.
 *
 * @returns Undefined when it is of other versions, or damaged.
 * @throws what the system refuses with, and what is thrown at text that is no JSON.
 */
export function cacheIndex(
	file: string,
	stamp: string,
): { readonly entries: unknown; readonly end: number } | undefined {
	const start = readFrom(file, 0, MAX_HEAD);
	const begin = start.indexOf(10) + 1;
	const head = JSON.parse(start.toString('utf8', 0, begin)) as CacheHead;
	const index = readFrom(file, begin, head.size);
	if (head.stamp !== stamp || head.digest !== digestOf(index)) return undefined;
	return { entries: JSON.parse(index.toString()), end: begin + head.size };
}

/** Whether a file may become one of the cache: it is not there yet, or it is one. */
export function isOurs(file: string): boolean {
	try {
		const known = statSync(file, { throwIfNoEntry: false });
		if (!known) return true;
		return known.isFile() && (known.size === 0 || readFrom(file, 0, BEGINNING.length).toString() === BEGINNING);
	} catch {
		return false;
	}
}

/** Bytes of a file; fewer when it ends before. */
export function readFrom(file: string, position: number, length: number): Buffer {
	const handle = openSync(file, 'r');
	try {
		const bytes = Buffer.alloc(length);
		return bytes.subarray(0, readSync(handle, bytes, 0, length, position));
	} finally {
		closeSync(handle);
	}
}
