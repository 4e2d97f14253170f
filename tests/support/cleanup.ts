const pending: (() => Promise<unknown> | unknown)[] = [];

/** Do this when all tests have run: stop a server, remove a folder. */
export function atEnd(action: () => Promise<unknown> | unknown): void {
	pending.push(action);
}

/** Do what is pending, last first. */
export async function cleanUp(): Promise<void> {
	for (let action = pending.pop(); action; action = pending.pop()) await action();
}
