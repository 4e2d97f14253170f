import { join } from 'node:path';
import type { BuiltFile } from '../build/write-build.ts';
import { GenSqlError, together } from '../core/error.ts';
import { oneLine } from '../core/text.ts';
import { artifactsOf } from '../revisions/artifacts.ts';
import { revisionRenderer } from '../revisions/render-revision.ts';
import { ReleaseComparison } from './comparison.ts';
import { frozenFiles, type Opened } from './frozen-files.ts';
import { AMENDMENTS, type Frozen, frozenIn, type Releases, releasesFolder } from './read-releases.ts';
import { AMENDMENT_FILE, type Amendment, renderRecord } from './release.ts';

/** What is amended, and why. */
export interface Amended {
	/** The id of a released revision, or its beginning. */
	readonly revision: string;
	readonly reason: string;
}

/** A database in which the revision is released. */
interface Concerned extends Opened {
	readonly frozen: Frozen;
}

/**
 * The files that let a released revision be what it is now, `amendment.json` last.
 *
 * @throws {GenSqlError} RELEASE_INVALID when there is no such revision, no reason, or when it means what it meant;
 * RELEASE_DAMAGED, and what `renderRange` throws.
 */
export async function* amend(
	wanted: Amended,
	databases: readonly Opened[],
	known: Releases & { readonly out: string },
): AsyncGenerator<BuiltFile, void, undefined> {
	const reason = oneLine(wanted.reason);
	if (reason === '')
		throw new GenSqlError('RELEASE_INVALID', 'an amendment needs a reason', { hint: 'give it with --reason "…"' });
	const frozen = databases.map(({ project }) => frozenIn(project.database, known));
	const id = releasedId(wanted.revision, frozen);
	const concerned = databases.flatMap((each, index): readonly Concerned[] => {
		const own = frozen[index]?.get(id);
		return own ? [{ ...each, frozen: own }] : [];
	});
	if (!(await isAnother(id, concerned))) {
		throw new GenSqlError('RELEASE_INVALID', `the revision ${id} means what it meant when it was released`, {
			hint: 'nothing has to be amended',
		});
	}
	const number = 1 + known.amendments.filter(({ content }) => content.revision === id).length;
	const folder = join(releasesFolder(known), AMENDMENTS, `${encodeURIComponent(id)}.${number}`);
	const amended: Amendment['databases'][number][] = [];
	for (const each of concerned) {
		const { project, graph } = each;
		const about = { database: project.database, dialect: project.dialect.name };
		if (!graph.nodes.has(id)) {
			amended.push(about);
			continue;
		}
		const { revision, files } = await frozenFiles(each, id, { render: revisionRenderer(project, graph), folder });
		yield* files;
		amended.push({ ...about, revision });
	}
	const amendment: Amendment = { revision: id, number, reason, databases: amended };
	yield { file: join(folder, AMENDMENT_FILE), text: renderRecord(amendment) };
}

/** The one released revision that an argument means: it may be gone, so that no graph knows it. */
function releasedId(name: string, frozen: readonly ReadonlyMap<string, Frozen>[]): string {
	const ids = [...new Set(frozen.flatMap((each) => [...each.keys()]))];
	if (ids.includes(name)) return name;
	const [found, ...others] = ids.filter((id) => name !== '' && id.startsWith(name));
	if (found !== undefined && others.length === 0) return found;
	const problem = found === undefined ? 'no released revision' : 'several released revisions';
	throw new GenSqlError('RELEASE_INVALID', `${problem} begin${found === undefined ? 's' : ''} with "${name}"`, {
		hint: found === undefined ? 'what is not released can be changed' : [found, ...others].join(', '),
	});
}

/** Whether a revision is not what was released, in one of the databases. */
async function isAnother(id: string, databases: readonly Concerned[]): Promise<boolean> {
	for (const { project, graph, frozen } of databases) {
		const comparison = new ReleaseComparison(project, new Map([[id, frozen]]));
		const node = graph.nodes.get(id);
		if (node) await comparison.see(node, artifactsOf(project, node, await revisionRenderer(project, graph)(id)));
		const damage = together(comparison.damages);
		if (damage) throw damage;
		if (comparison.end(graph).length > 0) return true;
	}
	return false;
}
