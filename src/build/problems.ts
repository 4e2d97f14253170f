import { basename } from 'node:path';
import { type ErrorCode, GenSqlError } from '../core/error.ts';
import { append, keysOf } from '../core/keys.ts';
import type { RevisionGraph } from '../revisions/graph.ts';
import type { FileChange, FileState } from './comparison.ts';

/** What a problem says of files, and what is to be done. */
const SAYS: Readonly<Record<FileState, { readonly code: ErrorCode; readonly what: string; readonly hint: string }>> = {
	missing: { code: 'OUT_OUTDATED', what: 'missing', hint: '`gen-sql build` writes it; commit it with the revision' },
	outdated: {
		code: 'OUT_OUTDATED',
		what: 'not what the revisions render to',
		hint: '`gen-sql build` writes it anew; commit it with the revision',
	},
	edited: {
		code: 'OUT_EDITED',
		what: 'changed by hand',
		hint: 'change the revision instead, and run `gen-sql build`, which writes it anew',
	},
	extra: { code: 'OUT_OUTDATED', what: 'of no revision', hint: '`gen-sql build` removes it' },
	kept: {
		code: 'OUT_EDITED',
		what: 'of no revision, and changed by hand',
		hint: 'a build leaves it alone: remove it by hand',
	},
};

/** Files that are not what they should be, as problems: one for each revision and state. */
export function outProblems(changes: readonly FileChange[], graph: RevisionGraph): readonly GenSqlError[] {
	const byRevision = new Map<string | undefined, FileChange[]>();
	for (const change of changes) append(byRevision, change.revision, change);
	return [...byRevision.values()].flatMap((group) =>
		keysOf(SAYS).flatMap((state) => {
			const [first, ...others] = group.filter((change) => change.state === state);
			return first ? [problemOf(first, others, graph)] : [];
		}),
	);
}

/** One that is missing has no line: the place is the revision. */
function problemOf(first: FileChange, others: readonly FileChange[], graph: RevisionGraph): GenSqlError {
	const { code, what, hint } = SAYS[first.state];
	const names = [first, ...others].map(({ file }) => basename(file)).join(', ');
	const isUnplaced = first.state === 'missing' && first.revision !== undefined;
	const file = isUnplaced ? graph.node(first.revision).file : first.file;
	return new GenSqlError(code, `${names}: ${what}`, { at: { file, line: first.line, column: 1 }, hint });
}
