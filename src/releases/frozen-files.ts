import { basename, join } from 'node:path';
import type { BuiltFile } from '../build/write-build.ts';
import type { Project } from '../config/project.ts';
import { artifactsOf } from '../revisions/artifacts.ts';
import type { RevisionGraph } from '../revisions/graph.ts';
import type { RevisionRenderer } from '../revisions/render-revision.ts';
import { fileStem } from '../revisions/revision.ts';
import { digest, type ReleasedRevision } from './release.ts';

/** A database, and its revisions. */
export interface Opened {
	readonly project: Project;
	readonly graph: RevisionGraph;
}

/** The folder of a database in that of a release or an amendment. */
export const folderIn = (folder: string, { database, dialect }: Project): string =>
	join(folder, database, dialect.name);

/**
 * A revision as it is now, and the copies of its versioned files.
 *
 * @throws {GenSqlError} what `renderRange` throws.
 */
export async function frozenFiles(
	{ project, graph }: Opened,
	id: string,
	{ render, folder }: { readonly render: RevisionRenderer; readonly folder: string },
): Promise<{ readonly revision: ReleasedRevision; readonly files: readonly BuiltFile[] }> {
	const node = graph.node(id);
	const { files } = artifactsOf(project, node, await render(id));
	const [upgrade = '', downgrade = '', facts = ''] = files.map(({ text }) => digest(text));
	const { downRevisions: downRevision, dependencies } = node;
	const own = folderIn(folder, project);
	return {
		revision: { revision: id, downRevision, dependencies, stem: fileStem(node.file), upgrade, downgrade, facts },
		files: files.map(({ file, text }) => ({ file: join(own, basename(file)), text })),
	};
}
