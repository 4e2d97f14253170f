import { terminator, textOf } from '../sql/split.ts';
import { openGraph, openProject, type ProjectSource } from './open.ts';
import { factsOf, type RevisionFacts } from './revision-facts.ts';
import { resolveRows, type VersionRowsGiven } from './version-rows.ts';

/** What the rows of the version table say. */
export interface CurrentState {
	/** The revisions that have a row, in the order of their ids; none is the base, an empty database. */
	readonly rows: readonly RevisionFacts[];
	/** Rows that should not be there: a revision above them has one. No script of gen-sql leaves such a state. */
	readonly surplus: readonly string[];
	/** How many revisions are there. */
	readonly applied: number;
	/** The revisions that are not there yet, in the order in which they will run. */
	readonly missing: readonly RevisionFacts[];
}

/**
 * The query that tells where a database is; its answer is what `current` takes.
 *
 * @throws {GenSqlError} what `loadProject` throws.
 */
export async function currentQuery(source: ProjectSource): Promise<string> {
	const { dialect, versions } = await openProject(source);
	const texts = dialect.script.verdict(versions).map((parts) => textOf(parts));
	return texts.map((text) => `${text}${terminator(text, dialect.spelling.lexis)}\n`).join('');
}

/**
 * What the state of a database means, and what is missing there.
 *
 * @param given - The rows of its version table.
 * @throws {GenSqlError} REVISION_NOT_FOUND when a row is no revision of the project, and what `resolveRevisions`,
 * `loadProject` and `loadGraph` throw.
 */
export async function current(source: ProjectSource, given: VersionRowsGiven): Promise<CurrentState> {
	const { project, graph } = await openGraph(source);
	const ids = resolveRows(graph, given);
	const marked = new Set(ids);
	const present = graph.ancestors(ids);
	const rows = new Set(graph.rows(ids));
	const absent = new Set([...graph.nodes.keys()].filter((id) => !present.has(id)));
	return {
		rows: ids.map((id) => factsOf(project, graph.node(id), marked)),
		surplus: ids.filter((id) => !rows.has(id)),
		applied: present.size,
		missing: [...graph.fromHeads(absent)].reverse().map((id) => factsOf(project, graph.node(id), marked)),
	};
}
