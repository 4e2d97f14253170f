import { GenSqlError } from '../core/error.ts';
import type { RevisionGraph } from './graph.ts';
import { type Branch, branchNamed, onBranch, onlyHead, revisionsNamed } from './names.ts';
import { origins, walk } from './steps.ts';

/** What one argument means. */
export interface Resolved {
	/** None is the base. */
	readonly revisions: readonly string[];
	/** The branch it names. */
	readonly branch: Branch | undefined;
	/** The row that its steps were counted from. */
	readonly row: string | undefined;
}

/** What the words of an argument are read against. */
export interface Standpoint {
	/** Where steps without a revision are counted from. Default: the base for steps up, the heads for steps down. */
	readonly from?: readonly string[] | undefined;
	/** What `current` means. */
	readonly current?: readonly string[] | undefined;
}

/**
 * Find the revisions an argument means: `base` (none), `head`, `heads`, `current`, an id, the beginning of one, a branch
 * label; `label@head` and the like for what lies on a branch; steps from any of these, `ae10+2`, or from where one
 * stands, `-1`; the name of a release; several with commas between.
 *
 * @param from - Where steps without a revision are counted from; steps down from each of several. Default: the base for
 * steps up, the heads for steps down.
 * @param current - What `current` means.
 * @returns Ids in the order in which the argument names them, without doubles.
 * @throws {GenSqlError} REVISION_NOT_FOUND, REVISION_AMBIGUOUS, HEADS_MULTIPLE, or RANGE_INVALID when there are fewer
 * steps, or when one of several comes before another.
 */
export const resolveRevisions = (
	graph: RevisionGraph,
	text: string,
	from?: readonly string[],
	current?: readonly string[],
): readonly string[] => idsOf(resolveEach(graph, text, { from, current }));

/** All ids, without doubles. */
export const idsOf = (found: readonly Resolved[]): readonly string[] => [
	...new Set(found.flatMap(({ revisions }) => revisions)),
];

/** The branches that all of them name; none when one names none. */
export const branchesOf = (found: readonly Resolved[]): readonly Branch[] => {
	const branches = found.flatMap(({ branch }) => branch ?? []);
	return branches.length === found.length ? branches : [];
};

/** As `resolveRevisions`, with what is known of each. */
export function resolveEach(graph: RevisionGraph, text: string, standpoint: Standpoint): readonly Resolved[] {
	if (!/^(?:[^@,]*@)?-\d+$/.test(text)) return resolveList(graph, text, standpoint);
	const item = parse(graph, text);
	const rows = originsOf(graph, item, standpoint);
	return (rows.length > 1 ? rows.map((row) => [row]) : [rows]).map((start) => stepsFrom(graph, start, item));
}

/**
 * As `resolveRevisions`, but steps are counted from one row.
 *
 * @throws {GenSqlError} The same, and REVISION_AMBIGUOUS when there are several rows.
 */
export function resolveList(graph: RevisionGraph, text: string, standpoint: Standpoint = {}): readonly Resolved[] {
	const items = text.split(',');
	const found = items.map((item) => resolveOne(graph, item, standpoint));
	if (items.length > 1) checkApart(graph, text, found);
	return found;
}

/** @throws {GenSqlError} RANGE_INVALID when one of the revisions comes before another, or the base stands among them; that of a branch may. */
export function checkApart(graph: RevisionGraph, text: string, found: readonly Resolved[]): void {
	if (found.some(({ revisions, branch }) => revisions.length === 0 && !branch)) {
		throw new GenSqlError('RANGE_INVALID', `"${text}" names the base beside others`, {
			hint: 'leave the base out: it comes before all of them',
		});
	}
	const line = graph.onOneLine(idsOf(found));
	if (!line) return;
	throw new GenSqlError('RANGE_INVALID', `"${text}" names ${line.lower} beside ${line.upper}, which comes after it`, {
		hint: `leave ${line.lower} out`,
	});
}

/** An argument, taken apart: `branch@symbol+steps`. */
interface Item {
	readonly text: string;
	readonly symbol: string;
	/** Not a number when there are none. */
	readonly steps: number;
	readonly branch: Branch | undefined;
}

function parse(graph: RevisionGraph, text: string): Item {
	const [, name, symbol = '', steps] = /^(?:([^@]*)@)?(.*?)([+-]\d+)?$/s.exec(text) ?? [];
	return { text, symbol, steps: Number(steps), branch: name === undefined ? undefined : branchNamed(graph, name) };
}

function resolveOne(graph: RevisionGraph, text: string, standpoint: Standpoint): Resolved {
	const item = parse(graph, text);
	const { symbol, steps, branch } = item;
	if (symbol === '' && !Number.isNaN(steps)) {
		return stepsFrom(graph, originsOf(graph, item, standpoint), item);
	}
	const start = resolveSymbol(graph, item, standpoint);
	const revisions = Number.isNaN(steps) ? start : walk(graph, start, item);
	return { revisions, branch, row: undefined };
}

const originsOf = (graph: RevisionGraph, item: Item, { from }: Standpoint): readonly string[] =>
	origins(graph, item, from ?? (item.steps < 0 ? graph.realHeads : []));

const stepsFrom = (graph: RevisionGraph, start: readonly string[], item: Item): Resolved => ({
	revisions: walk(graph, start, item),
	branch: item.branch,
	row: start[0],
});

function resolveSymbol(
	graph: RevisionGraph,
	{ text, symbol, branch }: Item,
	{ current }: Standpoint,
): readonly string[] {
	switch (symbol) {
		case 'base':
			return [];
		case 'heads':
			return branch ? onBranch(graph.heads, branch) : graph.realHeads;
		case 'head':
			return [onlyHead(graph, { branch })];
		case 'current':
			return onBranch(current ?? unknownCurrent(text), branch);
		default:
			return revisionsNamed(graph, symbol, branch);
	}
}

function unknownCurrent(text: string): never {
	throw new GenSqlError('REVISION_NOT_FOUND', `nothing says what "${text}" is`, {
		hint: 'gen-sql never connects: name the revision that the database is at',
	});
}
