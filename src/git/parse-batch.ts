import { GenSqlError } from '../core/error.ts';

/**
 * The contents that `git cat-file --batch` prints: for each a line `<id> <type> <size>`, the bytes, and a line end.
 *
 * @throws {GenSqlError} GIT_FAILED when an object is missing.
 * @see https://git-scm.com/docs/git-cat-file#_batch_output
 */
export async function* parseBatch(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
	const input = new ByteReader(chunks);
	for (let line = await input.line(); line !== undefined; line = await input.line()) {
		const [, size] = /^\S+ \w+ (\d+)$/.exec(line) ?? [];
		if (size === undefined) throw new GenSqlError('GIT_FAILED', `git cat-file says "${line}"`, { hint: HINT });
		yield await input.bytes(Number(size));
		await input.bytes(1);
	}
}

const HINT = '`git fsck` looks for what is missing or damaged';

const LINE_FEED = 10;

/** Takes lines and bytes from a stream. What was read and not taken is kept in pieces, and joined once. */
class ByteReader {
	readonly #chunks: AsyncIterator<Buffer>;
	#rest: Buffer = Buffer.alloc(0);

	constructor(chunks: AsyncIterable<Buffer>) {
		this.#chunks = chunks[Symbol.asyncIterator]();
	}

	/** The next line without its end; undefined when there is none. */
	async line(): Promise<string | undefined> {
		let end = this.#rest.indexOf(LINE_FEED);
		while (end < 0) {
			const { done, value } = await this.#chunks.next();
			if (done) return undefined;
			this.#rest = Buffer.concat([this.#rest, value]);
			end = this.#rest.indexOf(LINE_FEED);
		}
		const line = this.#rest.toString('utf8', 0, end);
		this.#rest = this.#rest.subarray(end + 1);
		return line;
	}

	/** @throws {GenSqlError} GIT_FAILED when there are fewer. */
	async bytes(size: number): Promise<Buffer> {
		const pieces = [this.#rest];
		let length = this.#rest.length;
		while (length < size) {
			const { done, value } = await this.#chunks.next();
			if (done) throw new GenSqlError('GIT_FAILED', 'git cat-file ended in the middle of a file', { hint: HINT });
			pieces.push(value);
			length += value.length;
		}
		const all = pieces.length === 1 ? this.#rest : Buffer.concat(pieces);
		this.#rest = all.subarray(size);
		return all.subarray(0, size);
	}
}
