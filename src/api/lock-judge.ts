import type { Project } from '../config/project.ts';
import { heaviestOfEach, workUnderLocks } from '../dialects/postgresql/facts/held-work.ts';
import { factsOf } from '../review/facts/script-facts.ts';
import type { RevisionGraph } from '../revisions/graph.ts';
import type { Range } from '../revisions/range.ts';
import { type Lines, plain } from '../script/clients/plain.ts';
import type { LockJudge } from '../script/header.ts';
import type { Script } from '../script/plan.ts';
import type { Statement } from '../sql/statement.ts';
import { lookOf, type ScriptFactsOptions } from './look.ts';
import { rangeReader } from './scripts.ts';

/**
 * Finds out what the revisions of a range lock, on what those before them leave. Guards and version rows are left out: the
 * version table is nobody else's.
 *
 * @throws {GenSqlError} USAGE_INVALID when the dialect has no facts; OPTION_INVALID for a version before 11; and what
 * `renderRange` throws.
 */
export async function lockJudge(
	project: Project,
	graph: RevisionGraph,
	range: Range,
	options: Pick<ScriptFactsOptions, 'pgVersion' | 'pgMinor'>,
): Promise<LockJudge> {
	const look = lookOf(project.review, options);
	const reader = await rangeReader(project, graph, range, look);
	return {
		serverVersion: look.version,
		judge: (script) => {
			const { text, lines } = plain(script, '');
			const isOwn = ownLines(script, lines());
			const all = factsOf(text, project.dialect.reading, reader.next());
			const statements = all.filter(({ line }) => isOwn.has(line));
			return {
				relations: heaviestOfEach(workUnderLocks(statements.flatMap(({ facts }) => facts ?? []))),
				unparsed: statements.filter(({ problem }) => problem).length,
			};
		},
	};
}

/** The lines at which statements of the project begin, and not of what stands around them. */
function ownLines(script: Script, lines: ReadonlyMap<Statement, Lines>): ReadonlySet<number> {
	const own = script.steps.flatMap(({ statements, applied = [] }) => [...statements, ...applied]);
	const found = new Set<number>();
	for (const { line, lastLine } of own.flatMap((statement) => lines.get(statement) ?? [])) {
		for (let each = line; each <= lastLine; each++) found.add(each);
	}
	return found;
}
