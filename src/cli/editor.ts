import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { GenSqlError } from '../core/error.ts';
import { reason } from '../modules/files.ts';
import type { Io } from './io.ts';

/** Programs that are looked for when no variable names one. */
const KNOWN = ['sensible-editor', 'editor', 'nano', 'vim', 'code'];

/** @throws {GenSqlError} EDITOR_FAILED when there is none, or it cannot be started, or it ends with an error. */
export async function openEditor(files: readonly string[], io: Io): Promise<void> {
	const [program, ...args] = editorOf(io.env);
	if (program === undefined) {
		throw new GenSqlError('EDITOR_FAILED', 'there is no editor', { hint: 'set EDITOR to the program to use' });
	}
	const code = await io.launch(program, [...args, ...files]).catch((error: unknown) => {
		throw new GenSqlError('EDITOR_FAILED', `cannot start the editor "${program}": ${reason(error)}`, { cause: error });
	});
	if (code !== 0) throw new GenSqlError('EDITOR_FAILED', `the editor "${program}" ended with ${code}`);
}

/** What EDITOR or VISUAL says, a program and its arguments; else the first known program in the PATH. */
function editorOf(env: Io['env']): readonly string[] {
	const named = (env['EDITOR'] || env['VISUAL'] || '').trim();
	if (named !== '') return existsSync(named) ? [named] : named.split(/\s+/);
	const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
	const found = KNOWN.find((name) => folders.some((folder) => existsSync(join(folder, name))));
	return found === undefined ? [] : [found];
}
