import type { Lexis } from './lexis.ts';

/** What a statement acts on: `{ kind: 'table', name: 'public.user' }`. Names are as the server stores them. */
export interface ActedOn {
	readonly kind: string;
	readonly name: string;
}

/** How a dialect takes the tokens of a statement, where no grammar tells what it means. */
export interface TokenRules {
	readonly lexis: Lexis;
	/** What comments begin with that servers read, such as hints. */
	readonly heardComment: RegExp;
	/** The quotes that make a name and not a string. */
	readonly nameQuotes: string;
	/** The operators in a run of symbols, longest first. Sticky. */
	readonly operator: RegExp;
	/** Operators that are others, written in another way. */
	readonly synonyms: Readonly<Record<string, string>>;
	/** What text ends with when the word or quote right behind it is a part of it: `:name`, `x'00'`. */
	readonly joins: RegExp;
	/** Functions that are another thing when white space stands before their parenthesis. In small letters. */
	readonly joinedCalls: ReadonlySet<string>;
	/**
	 * A word without quotes as the dialect reads it: what is written in any case has one form.
	 *
	 * @param before - The token in front of it, in small letters.
	 * @param after - The token behind it, as it stands.
	 */
	fold(word: string, before: string, after: string): string;
	/** Whether a name means the same without its quotes. */
	isBare(name: string): boolean;
}

/** What a grammar makes of one statement. */
export interface Understood {
	/** Equal for statements that mean the same. */
	readonly meaning: string;
	readonly object: ActedOn | undefined;
}

/** Tells what a statement means; `undefined` for one that it does not know. */
export type Grammar = (statement: string) => Understood | undefined;

/** What is followed in a text by data, on the lines behind it, up to one that is `\.`. */
export interface InlineData {
	/** What a statement holds that has data: tried first, since it is quick. */
	readonly words: RegExp;
	/** The normalized tokens of such a statement. */
	readonly statement: RegExp;
	/** A command that has data. */
	readonly command: RegExp;
}

/** What a command of a client runs that does not stand in the text. */
export interface Unseen {
	/** The command with its arguments. */
	readonly command: string;
	/** One clause: what it does. */
	readonly message: string;
	/** Whether it comes from the query before the command. */
	readonly isOfQuery: boolean;
}

/** How SQL text of any origin is read in a dialect. */
export interface Reading {
	/** Takes what clients take, too: their commands are comments that `command` fits. */
	readonly lexis: Lexis;
	/** For single statements, without commands. */
	readonly rules: TokenRules;
	/** What a comment begins with that is a command of a client. */
	readonly command: RegExp;
	/** What a text holds that has commands or data between its statements: tried first, since it is quick. */
	readonly between: RegExp;
	/** Absent where data never stand between statements. */
	readonly inlineData?: InlineData;
	/** What stands in a text behind a command on its line, and is SQL again; absent where a command fills its line. */
	readonly behindCommand?: (command: string) => string | undefined;
	/** What the commands on a line run that does not stand there; absent where no command runs anything. */
	readonly unseenBy?: (commands: string) => readonly Unseen[];
	/** A statement that is nothing but a variable of the client. */
	readonly variable?: RegExp;
	/** Settings that make a server take backslashes in quotes in another way than `lexis` does. */
	readonly backslashSetting?: RegExp;
	/** The grammar, loaded when it is first needed; absent where tokens are compared. */
	readonly loadGrammar?: () => Promise<Grammar>;
}
