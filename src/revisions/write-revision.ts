import { existsSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Project } from '../config/project.ts';
import { GenSqlError, isGenSqlError } from '../core/error.ts';
import { ModuleRunner } from '../modules/runner.ts';
import { createFile } from '../modules/write.ts';
import type { DraftRevision } from './create.ts';
import { runHook } from './hook.ts';
import { loadRevision } from './load.ts';

/**
 * Write a new revision file, see that it says what was asked for, and run the post-write hooks. When anything fails, the
 * file is removed, and so are the folders that were made for it.
 *
 * @param say - Told what hooks print, as it comes.
 * @throws {GenSqlError} PROJECT_EXISTS when the file is there, FILE_UNWRITABLE, TEMPLATE_INVALID when the text is not the
 * revision, HOOK_FAILED.
 */
export async function writeRevision(
	{ root, postWriteHooks = [] }: Pick<Project, 'root' | 'postWriteHooks'>,
	draft: DraftRevision,
	say: (text: string) => void,
): Promise<void> {
	const { file, text } = draft;
	const folder = createFile(file, text);
	try {
		await checkText(draft);
		for (const hook of postWriteHooks) await runHook(hook, { file, root, say });
	} catch (error) {
		remove(file, folder);
		throw error;
	}
}

/**
 * The template is the project's own: what it leaves out would be missing from the graph. The runner of the project does
 * not see the text, which hooks may still change.
 */
async function checkText(draft: DraftRevision): Promise<void> {
	const hint = 'the template revision.ts.hbs of the project shows how to write them';
	const read = await loadRevision(draft.file, new ModuleRunner()).catch((error: unknown) => {
		if (!isGenSqlError(error)) throw error;
		const line = error.at?.file === draft.file ? ` in line ${error.at.line}` : '';
		throw new GenSqlError('TEMPLATE_INVALID', `the template makes no revision: ${error.message}${line}`, {
			hint: error.hint,
			cause: error,
		});
	});
	const facts = ['id', 'downRevisions', 'branchLabels', 'dependsOn'] as const;
	const wrong = facts.find((fact) => String(read[fact]) !== String(draft[fact]));
	if (wrong === undefined) return;
	throw new GenSqlError(
		'TEMPLATE_INVALID',
		`the template makes a revision with another ${EXPORTS[wrong]}: "${String(read[wrong])}", not "${String(draft[wrong])}"`,
		{ hint },
	);
}

const EXPORTS = { id: 'revision', downRevisions: 'downRevision', branchLabels: 'branchLabels', dependsOn: 'dependsOn' };

/** @param made - The outermost folder that was made for the file. */
function remove(file: string, made: string | undefined): void {
	rmSync(file, { force: true });
	if (made === undefined) return;
	for (let folder = dirname(file); existsSync(folder) && readdirSync(folder).length === 0; folder = dirname(folder)) {
		rmdirSync(folder);
		if (folder === made) return;
	}
}
