import type { Io } from './io.ts';

/** How long a command says nothing, and how often it then says how far it is. */
const QUIET_MS = 3000;
const EVERY_MS = 2000;

/** Says on stderr how far a long work is; nothing when it is not long. */
export function progress(what: string, { err }: Pick<Io, 'err'>): (done: number, all: number) => void {
	let next = Date.now() + QUIET_MS;
	return (done, all) => {
		const now = Date.now();
		if (now < next) return;
		next = now + EVERY_MS;
		err(`${what} ${done} of ${all}\n`);
	};
}
