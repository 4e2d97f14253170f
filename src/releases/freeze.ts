import { join } from 'node:path';
import type { BuiltFile } from '../build/write-build.ts';
import { GenSqlError } from '../core/error.ts';
import { renderRange } from '../revisions/render.ts';
import { revisionRenderer } from '../revisions/render-revision.ts';
import { folderIn, frozenFiles, type Opened } from './frozen-files.ts';
import { frozenIn, latest, type Releases, releasesFolder } from './read-releases.ts';
import {
	digest,
	RELEASE_FILE,
	type ReleasedDatabase,
	type ReleasedRevision,
	renderRecord,
	SCRIPT_FILE,
} from './release.ts';

/** A database of a new release: what it freezes. */
export interface Fresh extends Opened {
	/** The revisions that are not released yet, parents first. */
	readonly fresh: readonly string[];
}

/**
 * What a new release freezes.
 *
 * @throws {GenSqlError} RELEASE_INVALID when no database has a revision that is not released yet.
 */
export function freshIn(databases: readonly Opened[], known: Releases): readonly Fresh[] {
	const found = databases.map(({ project, graph }): Fresh => {
		const frozen = frozenIn(project.database, known);
		const open = new Set([...graph.nodes.keys()].filter((id) => !frozen.has(id)));
		return { project, graph, fresh: [...graph.fromHeads(open)].reverse() };
	});
	if (found.some(({ fresh }) => fresh.length > 0)) return found;
	const since = latest(known.releases).map(({ content }) => content.release);
	throw new GenSqlError('RELEASE_INVALID', `there is no revision since ${since.join(', ') || 'the base'}`, {
		hint: 'a release freezes new revisions',
	});
}

/**
 * The files of a new release, `release.json` last: without it, a folder is no release.
 *
 * @throws {GenSqlError} what `renderRange` throws.
 */
export async function* freeze(
	name: string,
	databases: readonly Fresh[],
	{ releases, out }: Releases & { readonly out: string },
): AsyncGenerator<BuiltFile, void, undefined> {
	const folder = join(releasesFolder({ out }), name);
	const released: ReleasedDatabase[] = [];
	for (const each of databases) {
		const { project, graph, fresh } = each;
		const render = revisionRenderer(project, graph);
		const revisions: ReleasedRevision[] = [];
		for (const id of fresh) {
			const { revision, files } = await frozenFiles(each, id, { render, folder });
			yield* files;
			revisions.push(revision);
		}
		const script = await scriptOf(each);
		yield { file: join(folderIn(folder, project), SCRIPT_FILE), text: script };
		const { database, dialect } = project;
		released.push({ database, dialect: dialect.name, heads: graph.realHeads, script: digest(script), revisions });
	}
	const previous = latest(releases).map(({ content, digest: sha256 }) => ({ release: content.release, sha256 }));
	yield { file: join(folder, RELEASE_FILE), text: renderRecord({ release: name, previous, databases: released }) };
}

/** The script from what was released before. */
async function scriptOf({ project, graph, fresh }: Fresh): Promise<string> {
	const isFresh = new Set(fresh);
	const start = graph.rows([...graph.nodes.keys()].filter((id) => !isFresh.has(id)));
	const range = { direction: 'upgrade', start, revisions: fresh } as const;
	return (await renderRange(project, graph, range, { keepParameters: true })).text;
}
