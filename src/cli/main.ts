import { resolve } from 'node:path';
import { readEnvironment } from '../config/env.ts';
import { GenSqlError, isGenSqlError } from '../core/error.ts';
import { explained } from '../modules/explained.ts';
import { packageVersion, reason } from '../modules/files.ts';
import { checkWritable, writeFile } from '../modules/write.ts';
import { thrownAt } from '../record/call-site.ts';
import { commands } from './commands/index.ts';
import { tell } from './error-text.ts';
import { type Io, PLAIN_PAGE } from './io.ts';
import { type Invocation, parse } from './parse.ts';

/** Exit code for a bug in gen-sql itself (`EX_SOFTWARE` in sysexits.h). */
const INTERNAL_ERROR = 70;

/** Exit code of a program that a closed pipe has ended: 128 + SIGPIPE. */
const CLOSED_PIPE = 141;

/**
 * Run the command line once.
 *
 * What a command prints is written when it has ended well; on an error stdout stays empty.
 *
 * @param argv - Arguments after the program name, e.g. `['upgrade', 'head']`.
 * @returns The exit code: 0 clean, 1 findings, 2 to 5 as in `ERRORS`, 70 for a bug in gen-sql, 141 for a closed pipe.
 */
export async function main(argv: readonly string[], world: Io): Promise<number> {
	const io = isPlain(argv, world) ? withoutColours(world) : world;
	try {
		const invocation = parse(argv, commands);
		if (invocation.kind !== 'command') {
			const text = invocation.kind === 'help' ? invocation.text : `gen-sql ${packageVersion()}\n`;
			await print([Buffer.from(text)], undefined, io);
			return 0;
		}
		return await runCommand(invocation, io);
	} catch (error) {
		return explain(error, io);
	}
}

async function runCommand({ command, args, options }: Invocation & { kind: 'command' }, io: Io): Promise<number> {
	// As bytes: one character beyond Latin-1 makes all of a text twice as large.
	const printed: Buffer[] = [];
	const notes: string[] = [];
	const note = (text: string): void => void notes.push(`${text}\n`);
	const output = outputFile(options['output'] as string | undefined, io);
	const page = output === undefined ? io.page : PLAIN_PAGE;
	const collecting: Io = { ...io, page, out: (text) => void printed.push(Buffer.from(text)) };
	if (output !== undefined) checkWritable(output);
	const code = await command.run({ args, options: options as never, io: collecting, note });
	// A call of `op` that nobody awaited may still come; its error is told instead of the script.
	await io.settled();
	await print(printed, output, io);
	if (!options['quiet']) io.err(notes.join(''));
	return code;
}

/** Where the output goes, when not to stdout. */
function outputFile(option: string | undefined, { cwd }: Io): string | undefined {
	if (option === '') throw new GenSqlError('OPTION_INVALID', '--output needs the name of a file');
	return option === undefined || option === '-' || option === '/dev/stdout' ? undefined : resolve(cwd, option);
}

async function print(texts: readonly Buffer[], output: string | undefined, io: Io): Promise<void> {
	if (output !== undefined) return writeFile(output, Buffer.concat(texts).toString());
	try {
		for (const text of texts) if (text.length > 0) await io.out(text.toString());
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'EPIPE') throw error;
		throw new GenSqlError('FILE_UNWRITABLE', `cannot write to stdout: ${reason(error)}`, { cause: error });
	}
}

/** Whether colours are unwanted. The command line may be the very thing that is wrong, so it is looked at as text. */
function isPlain(argv: readonly string[], { cwd, env }: Io): boolean {
	try {
		return argv.includes('--no-color') || readEnvironment([cwd], env).NO_COLOR !== undefined;
	} catch {
		return true;
	}
}

const withoutColours = (io: Io): Io => ({
	...io,
	paint: { error: String, hint: String },
	page: { ...io.page, paint: PLAIN_PAGE.paint },
});

/**
 * Say on stderr what went wrong.
 *
 * @returns The exit code.
 */
export function explain(thrown: unknown, io: Io): number {
	// What the code of a revision throws in the background comes here as it is.
	const error = !isGenSqlError(thrown) && thrownAt(thrown) ? explained(thrown, '') : thrown;
	if (isGenSqlError(error)) {
		tell(error, io);
		return error.exitCode;
	}
	if ((error as NodeJS.ErrnoException | undefined)?.code === 'EPIPE') return CLOSED_PIPE;
	io.err(`${io.paint.error('internal error')}: ${error instanceof Error ? error.stack : String(error)}\n`);
	io.err(`${io.paint.hint('hint')}: this is a bug in gen-sql; please report it with the lines above\n`);
	return INTERNAL_ERROR;
}
