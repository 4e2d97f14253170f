/** Colours a piece of text for a terminal, or leaves it alone. */
export type Paint = (text: string) => string;

/** The outside world, passed in so that commands run in tests without a process. */
export interface Io {
	readonly cwd: string;
	readonly env: Readonly<Record<string, string | undefined>>;
	/** Colours for stderr, when that is a terminal. */
	readonly paint: { readonly error: Paint; readonly hint: Paint };
	/** Write to stdout. @throws what the system refused with. */
	out(text: string): void | Promise<void>;
	/** Wait until nothing of the author's code is left to run, or for a second. */
	settled(): Promise<void>;
	/** Run a program that has the terminal to itself. Its exit code. @throws when it cannot be started. */
	launch(program: string, args: readonly string[]): Promise<number>;
	/** Write to stderr. */
	err(text: string): void;
}
