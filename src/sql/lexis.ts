/** Text that a dialect does not take outside quotes: its clients would make something else of it. */
export interface Forbidden {
	/** Sticky: tried where a token begins. */
	readonly pattern: RegExp;
	/** Completes "SQL text, column 3: …". */
	readonly problem: string;
	readonly hint: string;
}

/** Bodies of statements, ended by END, that hide their semicolons. All words in small letters. */
export interface Bodies {
	/** The words after CREATE that name what has a body. */
	readonly of: readonly string[];
	/** The words that open a body. */
	readonly open: readonly string[];
	/** The words that open a block inside a body, ended by END. */
	readonly nested: readonly string[];
	/** The words of blocks that END closes with the word behind it: `END IF`. */
	readonly unopened: readonly string[];
}

/** How a dialect reads SQL text: what quotes, comments and bodies are in it. Data alone. */
export interface Lexis {
	/** The characters that quote. Written twice inside, one stands for itself. */
	readonly quotes: string;
	/** Those of them in which a backslash hides the next character. */
	readonly escaping: string;
	/** Whether `E'…'` is a string in which a backslash does so, also where it goes on after a line end. */
	readonly escapeStrings: boolean;
	/** Whether `$tag$ … $tag$` quotes. */
	readonly dollarQuotes: boolean;
	/** Whether `[…]` quotes a name. */
	readonly brackets: boolean;
	/** A comment to the end of its line. Sticky. */
	readonly lineComment: RegExp;
	/** Whether a comment in a comment needs an end of its own. */
	readonly nestedComments: boolean;
	readonly bodies: Bodies;
	/** Characters beside letters, digits, `_`, `$` and quotes that make one word with a quote or a name behind them. */
	readonly joining: string;
	readonly forbidden: readonly Forbidden[];
}
