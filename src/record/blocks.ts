import { AsyncLocalStorage } from 'node:async_hooks';
import { GenSqlError } from '../core/error.ts';
import { deepFreeze } from '../core/freeze.ts';
import type { Scope } from '../ops/operation.ts';
import * as check from '../schema/arguments.ts';

/** The blocks around what runs, and the body that they belong to. */
interface Place {
	readonly blocks: Blocks;
	readonly scopes: readonly Scope[];
}

/**
 * Follows async blocks, so that calls outside a block that is still running are not taken for its own.
 *
 * There is one for all bodies: Node never lets go of one that was used, and each makes every promise dearer.
 */
const place = new AsyncLocalStorage<Place>();

/** The blocks of a body: which one a call stands in, and which are still running. */
export class Blocks {
	/** The methods whose async blocks are still running. */
	readonly #open: string[] = [];

	/** The blocks around a call, outermost first. */
	get current(): readonly Scope[] | undefined {
		const here = place.getStore();
		return here?.blocks === this ? here.scopes : undefined;
	}

	/** Run code whose calls stand in a block. */
	within<T>(scope: Scope, run: () => T): T {
		return place.run({ blocks: this, scopes: deepFreeze([...(this.current ?? []), scope]) }, run);
	}

	/** Run what may be async; the body must not return before it has ended. */
	run(name: string, block: () => unknown, over: () => void = () => undefined): unknown {
		let done: unknown;
		try {
			done = block();
		} catch (error) {
			over();
			throw error;
		}
		if (!(done instanceof Promise)) {
			over();
			return done;
		}
		this.#open.push(name);
		return done.finally(() => {
			this.#open.splice(this.#open.indexOf(name), 1);
			over();
		});
	}

	/** @throws {GenSqlError} OPERATION_LATE when one is still running. */
	checkEnded(): void {
		const [open] = this.#open;
		if (open === undefined) return;
		throw new GenSqlError('OPERATION_LATE', `op.${open}() is async and was not awaited`, {
			hint: `write \`await op.${open}(…)\` in an async function`,
		});
	}
}

/** @throws {GenSqlError} ARGUMENT_INVALID when it is no function, or arguments follow it. */
export function blockArgument(
	label: string,
	block: unknown,
	rest: readonly unknown[],
): (...args: readonly unknown[]) => unknown {
	check.noMore(label.replace(/:.*/, ''), rest);
	return typeof block === 'function' ? (block as () => unknown) : check.refuse(label, 'a function', block);
}
