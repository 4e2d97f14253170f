import type { Project } from '../config/project.ts';
import type { GenSqlError } from '../core/error.ts';
import { noEnumTypes } from '../dialects/compile.ts';
import type { Operation } from '../ops/index.ts';
import type { EnumTypes } from '../state/enum-types.ts';
import type { Node, RevisionGraph } from './graph.ts';
import { recordUpgrade } from './record-revision.ts';

/** What upgrades do to enum types: the versioned files of many revisions ask for the same ones. */
const recorded = new WeakMap<Project, Map<Node, Promise<readonly Operation[]>>>();

/**
 * The enum types of a database at some version rows: what the upgrades of all revisions that are present leave there.
 *
 * @throws {GenSqlError} what recording a revision throws, and TYPE_CONFLICT.
 */
export async function typesAt(
	project: Project,
	graph: RevisionGraph,
	rows: readonly string[],
	late: GenSqlError[],
): Promise<EnumTypes> {
	const types = noEnumTypes(project.dialect);
	const known = recorded.get(project) ?? new Map<Node, Promise<readonly Operation[]>>();
	recorded.set(project, known);
	for (const id of [...graph.fromHeads(graph.ancestors(rows))].reverse()) {
		const node = graph.node(id);
		const operations = known.get(node) ?? concerning(types, recordUpgrade(project, node, late));
		known.set(node, operations);
		for (const op of await operations) types.apply(op);
	}
	return types;
}

const concerning = async (types: EnumTypes, all: Promise<readonly Operation[]>): Promise<readonly Operation[]> =>
	(await all).filter((op) => types.concerns(op));
