import { resolveRevisions } from '../revisions/range.ts';
import type { RenderedScript } from '../revisions/render.ts';
import { type RevisionRenderer, revisionRenderer } from '../revisions/render-revision.ts';
import { terminator, textOf } from '../sql/split.ts';
import type { TransactionNeed } from '../sql/statement.ts';
import { openGraph, type ProjectSource } from './open.ts';
import { factsOf, type RevisionFacts } from './revision-facts.ts';

/** A statement of a revision, as a plain script has it. */
export interface ShownStatement {
	/** With what ends it. */
	readonly sql: string;
	/** What it needs of the transaction around it. */
	readonly transaction: TransactionNeed;
}

/** The statements of a revision, without the transactions and the version rows around them. */
export interface RevisionSql {
	readonly upgrade: readonly ShownStatement[];
	/** Or why there is no way back. */
	readonly downgrade: readonly ShownStatement[] | { readonly irreversible: string };
}

/** All that is known of a revision. */
export interface ShownRevision extends RevisionFacts {
	/** Absent unless asked for. */
	readonly sql?: RevisionSql;
}

export interface ShowOptions {
	/** Run the revisions for their SQL. Default `false`. */
	readonly sql?: boolean;
}

/**
 * All that is known of the revisions that an argument means; `base` means none.
 *
 * @throws {GenSqlError} what `resolveRevisions`, `loadProject` and `loadGraph` throw; with `sql` what `renderRange` throws.
 */
export async function show(
	source: ProjectSource,
	revision: string,
	{ sql = false }: ShowOptions = {},
): Promise<readonly ShownRevision[]> {
	const { project, graph } = await openGraph(source);
	const render = revisionRenderer(project, graph);
	const shown: ShownRevision[] = [];
	for (const id of resolveRevisions(graph, revision, graph.realHeads)) {
		const facts = factsOf(project, graph.node(id));
		shown.push(sql ? { ...facts, sql: await sqlOf(render, id) } : facts);
	}
	return shown;
}

async function sqlOf(render: RevisionRenderer, id: string): Promise<RevisionSql> {
	const { upgrade, downgrade } = await render(id);
	return {
		upgrade: statementsOf(upgrade),
		downgrade: 'irreversible' in downgrade ? downgrade : statementsOf(downgrade),
	};
}

const statementsOf = ({ script }: RenderedScript): readonly ShownStatement[] =>
	script.steps.flatMap((step) =>
		step.statements.map(({ parts, transaction }) => {
			const text = textOf(parts);
			return { sql: `${text}${terminator(text, script.lexis)}`, transaction };
		}),
	);
