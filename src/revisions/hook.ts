import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type CommandHook, FILE_TOKEN, type PostWriteHook } from '../config/post-write-hook.ts';
import { GenSqlError } from '../core/error.ts';
import { oneLine } from '../core/text.ts';
import { reason } from '../modules/files.ts';

interface HookRun {
	/** The new revision file. */
	readonly file: string;
	/** The folder of the configuration. */
	readonly root: string;
	/** Told what the hook prints, as it comes. */
	say(text: string): void;
}

/**
 * Run a post-write hook.
 *
 * @throws {GenSqlError} HOOK_FAILED when it cannot be started, ends with another exit code than 0, throws, or takes the
 * file away.
 */
export async function runHook(hook: PostWriteHook, run: HookRun): Promise<void> {
	if ('command' in hook) await runCommand(hook, run);
	else await call(() => hook.run(run.file), hook.name);
	if (!existsSync(run.file)) throw failed(hook.name, 'has taken the file away');
}

const failed = (name: string, what: string, cause?: unknown): GenSqlError =>
	new GenSqlError('HOOK_FAILED', `the post-write hook "${name}" ${what}`, {
		hint: 'the new revision file was removed',
		cause,
	});

async function call(run: () => void | Promise<void>, name: string): Promise<void> {
	try {
		await run();
	} catch (error) {
		throw failed(name, `threw: ${error instanceof Error ? error.message : String(error)}`, error);
	}
}

async function runCommand({ name, command, cwd = '.' }: CommandHook, { file, root, say }: HookRun): Promise<void> {
	const [program = '', ...args] = command;
	const folder = resolve(root, cwd);
	const filled = args.map((arg) => arg.replaceAll(FILE_TOKEN, () => file));
	const all = args.some((arg) => arg.includes(FILE_TOKEN)) ? filled : [...filled, file];
	let last = '';
	const heard = (text: string): void => {
		say(text);
		last = `${last}${text}`.trimEnd().split('\n').at(-1) ?? '';
	};
	const ended = await new Promise<string | Error>((done) => {
		const child = spawn(findProgram(program, folder), all, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
		for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', heard);
		child.on('error', done);
		child.on('close', (code, signal) => done(signal === null ? `exit code ${code}` : `the signal ${signal}`));
	});
	if (ended === 'exit code 0') return;
	if (typeof ended !== 'string') throw failed(name, `cannot run ${program} in ${folder}: ${reason(ended)}`, ended);
	throw failed(name, `ended with ${ended}${last === '' ? '' : `: ${oneLine(last)}`}`);
}

/** A program that a package brings, as npm's scripts find it; any other is the system's to find. */
function findProgram(program: string, folder: string): string {
	if (/[\\/]/.test(program)) return resolve(folder, program);
	for (let above = folder; ; above = dirname(above)) {
		const own = join(above, 'node_modules/.bin', program);
		if (existsSync(own)) return own;
		if (above === dirname(above)) return program;
	}
}
