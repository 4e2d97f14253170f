/** Colours a piece of text for a terminal, or leaves it alone. */
export type Paint = (text: string) => string;

/** How listings and differences look on stdout. */
export interface Page {
	/** How wide its lines may be: the width of the terminal, else 80. */
	readonly columns: number;
	/** Colours, when stdout is a terminal. */
	readonly paint: { readonly revision: Paint; readonly mark: Paint; readonly added: Paint; readonly removed: Paint };
}

/** One without colours, as wide as everywhere. */
export const PLAIN_PAGE: Page = {
	columns: 80,
	paint: { revision: String, mark: String, added: String, removed: String },
};

/** The outside world, passed in so that commands run in tests without a process. */
export interface Io {
	readonly cwd: string;
	readonly env: Readonly<Record<string, string | undefined>>;
	/** Colours for stderr, when that is a terminal. */
	readonly paint: { readonly error: Paint; readonly hint: Paint };
	readonly page: Page;
	/** All that comes on stdin, as text. @throws {GenSqlError} FILE_UNREADABLE. */
	stdin(): string;
	/** Write to stdout. @throws what the system refused with. */
	out(text: string): void | Promise<void>;
	/** Wait until nothing of the author's code is left to run, or for a second. */
	settled(): Promise<void>;
	/** Run a program that has the terminal to itself. Its exit code. @throws when it cannot be started. */
	launch(program: string, args: readonly string[]): Promise<number>;
	/** Write to stderr. */
	err(text: string): void;
}
