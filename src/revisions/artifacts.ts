import { join, relative, sep } from 'node:path';
import type { Project } from '../config/project.ts';
import { sha256 } from '../core/hash.ts';
import { locate } from '../core/source.ts';
import { oneLine } from '../core/text.ts';
import type { Dialect } from '../dialects/dialect.ts';
import type { BoundParameter } from '../script/bind.ts';
import type { Lines } from '../script/clients/plain.ts';
import { terminator, textOf } from '../sql/split.ts';
import type { Statement } from '../sql/statement.ts';
import type { Node, RevisionGraph } from './graph.ts';
import type { RenderedScript } from './render.ts';
import { type RenderedRevision, revisionRenderer } from './render-revision.ts';
import { fileStem } from './revision.ts';
import {
	type ParameterFacts,
	renderFacts,
	type ScriptFacts,
	SUFFIXES,
	type VersionedFacts,
} from './versioned-facts.ts';

/** One versioned file of a revision: where it belongs under `out/`, and what it holds. */
export interface Artifact {
	/** Absolute path. */
	readonly file: string;
	readonly text: string;
}

/** The versioned files of a revision. */
export interface RevisionArtifacts {
	readonly facts: VersionedFacts;
	/** The upgrade, the downgrade, and the facts. */
	readonly files: readonly Artifact[];
}

/**
 * Render the versioned files of one revision: exactly the scripts of `parents:revision` and back, and their facts.
 *
 * @throws {GenSqlError} what `renderRange` throws. A revision that cannot be undone has a file that says so.
 */
export const renderArtifacts = async (
	project: Project,
	graph: RevisionGraph,
	id: string,
): Promise<readonly Artifact[]> =>
	artifactsOf(project, graph.node(id), await revisionRenderer(project, graph)(id)).files;

/** The versioned files of a revision that is rendered. */
export function artifactsOf(
	{ root, out, database, dialect }: Project,
	node: Node,
	{ upgrade: up, downgrade: down }: RenderedRevision,
): RevisionArtifacts {
	const back = 'irreversible' in down ? noWayBack(node.id, down.irreversible, dialect) : down.text;
	const facts: VersionedFacts = {
		revision: node.id,
		downRevision: node.downRevisions,
		branchLabels: node.branchLabels,
		dependsOn: node.dependsOn,
		title: node.title,
		upgrade: factsOf(up, root),
		downgrade: 'irreversible' in down ? { ...down, sha256: sha256(back) } : factsOf(down, root),
	};
	const stem = join(out, database, dialect.name, fileStem(node.file));
	const files = [
		{ file: stem + SUFFIXES.upgrade, text: up.text },
		{ file: stem + SUFFIXES.downgrade, text: back },
		{ file: stem + SUFFIXES.facts, text: renderFacts(facts) },
	];
	return { facts, files };
}

/** A script that says why there is no way back, and fails: a client that is told to run it must not go on. */
function noWayBack(id: string, reason: string, { script, spelling }: Dialect): string {
	const message = `the revision ${id} cannot be undone: ${oneLine(reason)}`;
	const statements = script.fail(`gen-sql: ${message}`).map((parts) => {
		const text = textOf(parts);
		return `${text}${terminator(text, spelling.lexis)}\n`;
	});
	const comment = `-- ${message}\n--\n-- Restore a backup, or go forward with another revision. This script fails, and changes nothing.\n`;
	return [comment, ...statements].join('\n');
}

function factsOf({ text, script, lines }: RenderedScript, root: string): ScriptFacts {
	const linesOf = lines();
	const statements = script.steps.flatMap((step) => step.statements);
	const pathOf = pathsFrom(root);
	return {
		sha256: sha256(text),
		segments: script.segments.map(({ kind }) => kind),
		statements: statements.map((each) => ({
			...each.operation,
			...(linesOf.get(each) as Lines),
			transaction: each.transaction,
			...(each.commitAfter && { commitAfter: true }),
			...(each.at && { source: sourceOf(each.at, pathOf) }),
		})),
		...(script.parameters.length > 0 && { parameters: script.parameters.map(parameterOf) }),
	};
}

const parameterOf = ({ name, type, default: fallback }: BoundParameter): ParameterFacts => ({
	name,
	type,
	...(fallback !== undefined && { default: fallback }),
});

/** `revisions/1975_user.ts:12:5`, with slashes on every system. */
function sourceOf(at: NonNullable<Statement['at']>, pathOf: (file: string) => string): string {
	const { file, line, column } = locate(at);
	return `${pathOf(file)}:${line}:${column}`;
}

/** Paths from a folder. Most statements of a script come from one file. */
function pathsFrom(root: string): (file: string) => string {
	const known = new Map<string, string>();
	return (file) => {
		const path = known.get(file) ?? relative(root, file).split(sep).join('/');
		known.set(file, path);
		return path;
	};
}
