import { type LockMode, stronger } from './lock-modes.ts';

interface Taken {
	readonly mode: LockMode;
	/** The moment from which on it is held. */
	readonly since: number;
}

type Log = Map<string, readonly Taken[]>;

/**
 * The locks that a transaction holds at a moment, in the order in which they were taken. The moments of one transaction
 * share what they know: a transaction may take thousands of locks, and each statement has those before it.
 */
export class HeldLocks implements ReadonlyMap<string, LockMode> {
	readonly #log: Log;
	readonly #moment: number;
	readonly size: number;
	/** Whether a later moment has gone on with the log. */
	#isContinued = false;

	private constructor(log: Log, moment: number) {
		this.#log = log;
		this.#moment = moment;
		this.size = log.size;
	}

	static of(locks: Iterable<readonly [name: string, mode: LockMode]>): HeldLocks {
		return new HeldLocks(new Map([...locks].map(([name, mode]) => [name, [{ mode, since: 0 }]])), 0);
	}

	/** The moment behind a statement. */
	after(taken: readonly (readonly [name: string, mode: LockMode])[]): HeldLocks {
		const news = taken.filter(([name, mode]) => this.#with(name, mode) !== this.get(name));
		if (news.length === 0) return this;
		// Behind ROLLBACK TO, another log goes on from here.
		if (this.#isContinued) return HeldLocks.of(this).after(news);
		this.#isContinued = true;
		const since = this.#moment + 1;
		for (const [name, mode] of news) {
			this.#log.set(name, [...(this.#log.get(name) ?? []), { mode: this.#with(name, mode), since }]);
		}
		return new HeldLocks(this.#log, since);
	}

	/** What is held of a relation when one more lock is taken. */
	#with(name: string, mode: LockMode): LockMode {
		return stronger(this.get(name) ?? mode, mode);
	}

	get(name: string): LockMode | undefined {
		return this.#log.get(name)?.findLast(({ since }) => since <= this.#moment)?.mode;
	}

	has(name: string): boolean {
		return this.get(name) !== undefined;
	}

	*entries(): Generator<[string, LockMode], undefined> {
		for (const name of this.#log.keys()) {
			const mode = this.get(name);
			if (mode === undefined) return;
			yield [name, mode];
		}
	}

	*keys(): Generator<string, undefined> {
		for (const [name] of this) yield name;
	}

	*values(): Generator<LockMode, undefined> {
		for (const [, mode] of this) yield mode;
	}

	[Symbol.iterator](): Generator<[string, LockMode], undefined> {
		return this.entries();
	}

	forEach(each: (mode: LockMode, name: string, locks: ReadonlyMap<string, LockMode>) => void): void {
		for (const [name, mode] of this) each(mode, name, this);
	}
}
