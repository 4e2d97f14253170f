import type { Database } from './postgres.ts';

/** What the writers of a table have seen. */
export interface Load {
	/** How long the slowest write took. */
	readonly slowestMs: number;
	readonly writes: number;
}

export const pause = (milliseconds: number): Promise<void> =>
	new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Write to the table `post` all the time, alone and in transactions that take a while.
 *
 * @param rows - How many rows it has: their ids count from 1.
 * @returns What ends it.
 */
export async function writing(database: Pick<Database, 'connect'>, rows: number): Promise<() => Promise<Load>> {
	const writer = await database.connect();
	const transactor = await database.connect();
	let isOver = false;
	let slowestMs = 0;
	let writes = 0;
	const timed = async (connection: Pick<Database, 'query'>, text: string): Promise<void> => {
		const start = performance.now();
		await connection.query(text);
		slowestMs = Math.max(slowestMs, performance.now() - start);
		writes++;
	};
	const short = async (): Promise<void> => {
		for (let id = 1; !isOver; id = (id * 7919) % rows) {
			await timed(writer, 'INSERT INTO post (author_id) VALUES (2)');
			await timed(writer, `UPDATE post SET views = views + 1 WHERE id = ${id}`);
		}
	};
	const long = async (): Promise<void> => {
		for (let id = 5; !isOver; id = (id * 31) % rows) {
			await transactor.query('BEGIN');
			await timed(transactor, `UPDATE post SET views = views + 1 WHERE id = ${id}`);
			await pause(100);
			await transactor.query('COMMIT');
		}
	};
	const running = Promise.all([short(), long()]);
	return async () => {
		isOver = true;
		await running;
		return { slowestMs, writes };
	};
}
