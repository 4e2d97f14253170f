import { type CallSite, locate, type SourceLocation } from './source.ts';

/**
 * Every failure gen-sql can explain: the process exit code it ends with, and the line `docs/errors.md` is made of.
 *
 * Exit codes: 2 the command line is wrong, 3 the project is inconsistent or a revision argument does not resolve,
 * 4 a revision cannot be rendered, 5 the file system or git refused.
 */
export const ERRORS = {
	ARGUMENT_INVALID: { exitCode: 4, about: 'A call in a revision has an argument or an option that is not accepted.' },
	CONFIG_INVALID: { exitCode: 3, about: 'The configuration file, or a setting in it, is not accepted.' },
	DATABASE_UNAVAILABLE: { exitCode: 4, about: 'A revision asked for a database; gen-sql never connects to one.' },
	DATABASE_URL_INVALID: { exitCode: 3, about: 'The database URL cannot be read, or its scheme names no dialect.' },
	DIALECT_UNKNOWN: { exitCode: 3, about: 'gen-sql does not render this dialect.' },
	DOWNGRADE_IRREVERSIBLE: { exitCode: 4, about: 'A revision says that there is no way back from it.' },
	EDITOR_FAILED: { exitCode: 5, about: 'The editor is not found, cannot be started, or ended with an error.' },
	FILE_UNREADABLE: { exitCode: 5, about: 'A file or a folder cannot be read.' },
	FILE_UNWRITABLE: { exitCode: 5, about: 'A file cannot be written.' },
	GIT_FAILED: { exitCode: 5, about: 'The program git is not found, refuses, or does not have what is asked for.' },
	GRAPH_BROKEN: { exitCode: 3, about: 'Revisions name each other in a way that forms no graph.' },
	HEADS_CONFLICT: { exitCode: 3, about: 'Git has left a conflict in the file `HEADS`: two branches add heads.' },
	HEADS_DIVERGED: { exitCode: 3, about: 'Two branches of git go on from one revision: merged, they have two heads.' },
	HEADS_MULTIPLE: { exitCode: 3, about: 'One head is asked for, and there are several; or not the declared number.' },
	HOOK_FAILED: { exitCode: 3, about: 'A post-write hook failed; the new revision file was removed.' },
	IDENTIFIER_INVALID: { exitCode: 4, about: 'A name is empty, too long, or holds something no server stores.' },
	LITERAL_INVALID: { exitCode: 4, about: 'A value cannot be written as a literal of the dialect.' },
	OPERATION_IRREVERSIBLE: {
		exitCode: 4,
		about: 'A downgrade is to be derived, and what undoes a call of the upgrade is not known.',
	},
	OPERATION_LATE: { exitCode: 4, about: 'An operation was called after its function had returned.' },
	OPERATION_UNKNOWN: { exitCode: 4, about: 'There is no such operation.' },
	OPERATION_UNSUPPORTED: {
		exitCode: 4,
		about: 'The dialect has no words for an operation, or for one of its options.',
	},
	OPTION_INVALID: { exitCode: 2, about: 'A command-line option has a missing or unaccepted value.' },
	OPTION_UNKNOWN: { exitCode: 2, about: 'The command has no such option.' },
	OUT_EDITED: { exitCode: 3, about: 'A versioned file is not as gen-sql wrote it.' },
	OUT_OF_ORDER: { exitCode: 3, about: 'A new revision stands below one that is merged or released already.' },
	OUT_OUTDATED: { exitCode: 3, about: 'The versioned files are not what the revisions render to.' },
	PARENTS_CHANGED: { exitCode: 3, about: 'A revision that is merged or released already has other parents now.' },
	PROJECT_EXISTS: { exitCode: 3, about: 'A file that would be created is there already.' },
	PROJECT_MISSING: { exitCode: 3, about: 'There is no gen-sql project in this folder.' },
	RANGE_INVALID: { exitCode: 3, about: 'The two ends of a range are not on one line, or are in the wrong order.' },
	RELEASE_CHANGED: { exitCode: 3, about: 'A released revision means something else now, or is gone.' },
	RELEASE_DAMAGED: { exitCode: 3, about: 'A file of a release is missing, or is not as it was written.' },
	RELEASE_INVALID: { exitCode: 3, about: 'A release, or an amendment of one, cannot be made.' },
	REVISION_AMBIGUOUS: { exitCode: 3, about: 'A revision argument fits more than one revision.' },
	REVISION_INVALID: { exitCode: 3, about: 'A revision file lacks an export, or one has the wrong type.' },
	REVISION_NOT_FOUND: { exitCode: 3, about: 'No revision fits the argument.' },
	REVISION_REMOVED: { exitCode: 3, about: 'A revision that is merged or released already is gone.' },
	REVISION_SYNTAX: { exitCode: 4, about: 'A file is not valid TypeScript or JavaScript.' },
	REVISION_THREW: { exitCode: 4, about: 'The code of a revision, or of a file it imports, threw an error.' },
	REVISION_UNSTABLE: { exitCode: 4, about: 'A revision renders to another script each time.' },
	RULE_THREW: { exitCode: 3, about: 'A rule of the project threw an error, or told something that is no problem.' },
	SQL_INVALID: { exitCode: 4, about: 'SQL text cannot be part of a script: unterminated, empty, or not SQL.' },
	TEMPLATE_INVALID: { exitCode: 3, about: 'A template cannot be rendered.' },
	TYPE_CONFLICT: { exitCode: 4, about: 'Operations say different things of one enum type.' },
	USAGE_INVALID: { exitCode: 2, about: 'The command does not exist, or it has too few or too many arguments.' },
} as const;

/** The public contract of an error; messages may be reworded in any release. */
export type ErrorCode = keyof typeof ERRORS;

/** What an error may carry beside its message. */
export interface ErrorDetails {
	/** What to do next, in one clause. The command line prints it after `hint:`. */
	readonly hint?: string | undefined;
	/** The line that caused the error; a recorded call site is translated to its TypeScript position. */
	readonly at?: SourceLocation | CallSite | undefined;
	/** The error underneath, where there is one. */
	readonly cause?: unknown;
	/** What was found wrong beside. */
	readonly further?: readonly GenSqlError[] | undefined;
}

/**
 * The only error gen-sql throws on purpose; anything else that escapes is a bug in gen-sql.
 *
 * @example
 * throw new GenSqlError('REVISION_NOT_FOUND', `No revision starts with "${id}"`, {
 *   hint: '`gen-sql history` lists the ids',
 * });
 */
export class GenSqlError extends Error {
	override readonly name = 'GenSqlError';
	/** One of the keys of `ERRORS`. */
	readonly code: ErrorCode;
	/** What to do next, in one clause. */
	readonly hint: string | undefined;
	/** Where in the author's own files the problem is; lines and columns count from 1. */
	readonly at: SourceLocation | undefined;
	/** What was found wrong at the same time, each with its own place and hint; mostly none. */
	readonly further: readonly GenSqlError[];

	constructor(code: ErrorCode, message: string, { hint, at, cause, further = [] }: ErrorDetails = {}) {
		super(message, { cause });
		this.code = code;
		this.hint = hint;
		this.at = at && locate(at);
		this.further = further;
	}

	/** The exit code a command ends with when this error stops it. */
	get exitCode(): number {
		return ERRORS[this.code].exitCode;
	}
}

/** The same error at a place: used where the place is known only to a caller. One that has a place keeps it. */
export function placed(error: GenSqlError, at: SourceLocation | CallSite | undefined): GenSqlError {
	if (error.at || !at) return error;
	return copied(error, { at, further: error.further });
}

/** One error for several: the first, which tells of the others. Undefined when there is none. */
export function together([first, ...further]: readonly GenSqlError[]): GenSqlError | undefined {
	return first && further.length > 0 ? copied(first, { at: first.at, further }) : first;
}

function copied(error: GenSqlError, { at, further }: Pick<ErrorDetails, 'at' | 'further'>): GenSqlError {
	const { code, message, hint, cause, stack } = error;
	const copy = new GenSqlError(code, message, { hint, at, cause, further });
	if (stack) copy.stack = stack;
	return copy;
}

/** Unlike `instanceof`, true for errors from a second installed copy of gen-sql. */
export const isGenSqlError = (error: unknown): error is GenSqlError =>
	error instanceof Error && error.name === 'GenSqlError' && 'code' in error;
