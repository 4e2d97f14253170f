#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setFlagsFromString } from 'node:v8';
import { type Io, PLAIN_PAGE } from './cli/io.ts';
import { explain, main } from './cli/main.ts';
import { readStdin } from './modules/files.ts';

/** Exit code when a revision leaves the process, or waits for what never comes. */
const CANNOT_RENDER = 4;

/** How long code of the author that is still running is waited for: a pool that stays open must not stop the script. */
const SETTLE_MS = 1000;

/** Exit code when the file system refuses. */
const CANNOT_READ = 5;

// V8 would compile the largest functions of the parser anew, for better code. That takes it longer than most commands take,
// a process that ends waits for it, and a script of 40,000 statements is read no faster by it.
setFlagsFromString('--no-wasm-tier-up');
setFlagsFromString('--no-wasm-dynamic-tiering');

const plain = (text: string): string => text;
const colours = process.stderr.isTTY === true;
const require = createRequire(import.meta.url);

/** Loaded when there is something to colour. */
function kleur(): typeof import('kleur') {
	const loaded = require('kleur') as typeof import('kleur');
	// Left to itself it asks whether stdout is a terminal, which it is not when a script is written to a file.
	loaded.enabled = true;
	return loaded;
}

const stdout = process.stdout.write.bind(process.stdout) as (
	text: string,
	done: (error?: Error | null) => void,
) => boolean;

/** The folder that the command was started in may be gone. */
function workingFolder(): string {
	try {
		return process.cwd();
	} catch {
		writeSync(2, 'error[FILE_UNREADABLE]: the working folder does not exist\n');
		process.exit(CANNOT_READ);
	}
}

const io: Io = {
	cwd: workingFolder(),
	env: process.env,
	page: process.stdout.isTTY
		? {
				columns: process.stdout.columns || PLAIN_PAGE.columns,
				paint: {
					revision: (text) => kleur().yellow(text),
					mark: (text) => kleur().cyan(text),
					added: (text) => kleur().green(text),
					removed: (text) => kleur().red(text),
				},
			}
		: PLAIN_PAGE,
	paint: colours
		? { error: (text) => kleur().red(text), hint: (text) => kleur().cyan(text) }
		: { error: plain, hint: plain },
	out: (text) => new Promise((resolve, reject) => stdout(text, (error) => (error ? reject(error) : resolve()))),
	stdin: readStdin,
	settled: () =>
		new Promise((resolve) => {
			process.once('beforeExit', () => resolve());
			setTimeout(resolve, SETTLE_MS).unref();
		}),
	launch: (program, args) =>
		new Promise((resolve, reject) => {
			const child = spawn(program, args, { stdio: 'inherit' });
			child.on('error', reject);
			child.on('close', (code) => resolve(code ?? 1));
		}),
	err: (text) => {
		try {
			writeSync(2, text);
		} catch {
			// There is nowhere left to say it; the exit code still does.
		}
	},
};

// Only what a command prints may reach stdout: a console.log() in a revision must not end up in deploy.sql.
process.stdout.write = process.stderr.write.bind(process.stderr) as typeof process.stdout.write;
process.stdout.on('error', () => undefined);

let isDone = false;
process.on('exit', () => {
	if (isDone) return;
	io.err('error[REVISION_THREW]: the process ended before the command was done\n');
	io.err('hint: a revision called process.exit(), or awaits something that never happens\n');
	process.exitCode = CANNOT_RENDER;
});

const fail = (error: unknown): void => {
	isDone = true;
	process.exit(explain(error, io));
};
process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);

process.exitCode = await main(process.argv.slice(2), io);
isDone = true;
