import { dirname, join } from 'node:path';
import type { Project } from '../config/project.ts';
import { GenSqlError } from '../core/error.ts';
import { noEnumTypes } from '../dialects/compile.ts';
import { explained } from '../modules/explained.ts';
import { readSql } from '../modules/files.ts';
import type { Operation } from '../ops/index.ts';
import { type RevisionBody, record } from '../record/record.ts';
import type { EnumTypes } from '../state/enum-types.ts';
import { contextOf, type RunSettings } from './context.ts';
import { deriveDowngrade } from './downgrade.ts';
import type { Node } from './graph.ts';
import { loadBody } from './load.ts';

/** What recording a revision needs beside it. */
type Recorder = RunSettings & Pick<Project, 'runner' | 'namingConvention'>;

/**
 * Run the upgrade of a revision, and return what it asked for.
 *
 * @param late - Takes up the errors of calls that come after the function has returned.
 * @throws {GenSqlError} REVISION_THREW, REVISION_INVALID, and what an operation throws.
 */
export const recordUpgrade = async (
	recorder: Recorder,
	node: Node,
	late: GenSqlError[],
): Promise<readonly Operation[]> =>
	run(recorder, node, late, { body: await loadBody(node, 'upgrade', recorder.runner), direction: 'upgrade' });

/**
 * Run the downgrade of a revision, or derive it from the upgrade, and return what it asks for.
 *
 * @param late - Takes up the errors of calls that come after the function has returned.
 * @param typesWithout - Finds the enum types that are there when the revision is not; called when it matters.
 * @throws {GenSqlError} DOWNGRADE_IRREVERSIBLE when there is none, OPERATION_IRREVERSIBLE when it cannot be derived, and
 * what `recordUpgrade` throws.
 */
export async function recordDowngrade(
	recorder: Recorder,
	node: Node,
	late: GenSqlError[],
	typesWithout: () => Promise<EnumTypes>,
): Promise<readonly Operation[]> {
	const downgrade = await loadBody(node, 'downgrade', recorder.runner);
	if (typeof downgrade === 'function') return run(recorder, node, late, { body: downgrade, direction: 'downgrade' });
	if (downgrade !== 'auto') {
		throw new GenSqlError('DOWNGRADE_IRREVERSIBLE', `the revision ${node.id} cannot be undone: ${downgrade.reason}`, {
			at: recorder.runner.exportPosition(node.file, 'downgrade'),
			hint: 'restore a backup, or go forward with another revision',
		});
	}
	const body = await loadBody(node, 'upgrade', recorder.runner);
	const upgrade = await run(recorder, node, late, { body, direction: 'upgrade', undo: true });
	const none = noEnumTypes(recorder.dialect);
	const types = upgrade.some((op) => none.isOpen(op)) ? await typesWithout() : none;
	return deriveDowngrade(upgrade, types);
}

interface Run {
	readonly body: RevisionBody;
	readonly direction: 'upgrade' | 'downgrade';
	readonly undo?: boolean;
}

async function run(
	recorder: Recorder,
	{ id, file }: Node,
	late: GenSqlError[],
	{ body, direction, undo = false }: Run,
): Promise<readonly Operation[]> {
	const context = contextOf(recorder, direction, id);
	const beside = (path: string) => readSql(join(dirname(file), path));
	const onLate = (error: GenSqlError) => late.push(error);
	try {
		return await record(body, {
			context,
			script: file,
			namingConvention: recorder.namingConvention,
			readSql: beside,
			undo,
			onLate,
		});
	} catch (error) {
		throw explained(error, file);
	}
}
