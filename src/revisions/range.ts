import { GenSqlError } from '../core/error.ts';
import { count } from '../core/text.ts';
import { type Direction, shownIds } from '../script/plan.ts';
import type { RevisionGraph } from './graph.ts';

/** The revisions of a script, in the order in which they run. */
export interface Range {
	readonly direction: Direction;
	/** The rows of the version table that the script starts at; none is the base. */
	readonly start: readonly string[];
	readonly revisions: readonly string[];
}

const BASE: readonly string[] = [];
const LISTED = 10;

/**
 * Find the revisions an argument means: `base` (none), `head`, `heads`, an id, the beginning of one, a branch label,
 * and steps from any of these, `ae10+2`; or from where the range starts, `+2`.
 *
 * @param from - Where steps without a revision are counted from.
 * @throws {GenSqlError} REVISION_NOT_FOUND, REVISION_AMBIGUOUS, HEADS_MULTIPLE, or RANGE_INVALID when there are fewer steps.
 */
export function resolveRevisions(graph: RevisionGraph, text: string, from?: readonly string[]): readonly string[] {
	const [, symbol = '', steps] = /^(.*?)([+-]\d+)?$/s.exec(text) ?? [];
	if (steps === undefined) return resolveSymbol(graph, symbol);
	const start = symbol === '' ? from : resolveSymbol(graph, symbol);
	if (start === undefined) {
		throw new GenSqlError('REVISION_NOT_FOUND', `"${text}" does not say where its steps are counted from`, {
			hint: 'write for example head-1 or base+2',
		});
	}
	return walk(graph, start, Number(steps), text);
}

function resolveSymbol(graph: RevisionGraph, symbol: string): readonly string[] {
	if (symbol === 'base') return BASE;
	if (symbol === 'heads') return graph.realHeads;
	if (symbol === 'head') return [onlyHead(graph)];
	if (graph.nodes.has(symbol)) return [symbol];
	const labelled = graph.labels.get(symbol);
	if (labelled !== undefined) return [labelled];
	return [byPrefix(graph, symbol)];
}

/** @throws {GenSqlError} HEADS_MULTIPLE, or REVISION_NOT_FOUND when there is no revision at all. */
export function onlyHead(graph: RevisionGraph): string {
	const [head, second] = graph.heads;
	if (head !== undefined && second === undefined) return head;
	if (head === undefined) {
		throw new GenSqlError('REVISION_NOT_FOUND', 'there are no revisions yet', {
			hint: '`gen-sql revision -m "…"` makes the first',
		});
	}
	throw new GenSqlError('HEADS_MULTIPLE', `there are ${graph.heads.length} heads: ${listed(graph.heads)}`, {
		hint: 'name one of them, or write heads for all',
	});
}

function byPrefix(graph: RevisionGraph, prefix: string): string {
	const fitting = prefix === '' ? [] : [...graph.nodes.keys()].filter((id) => id.startsWith(prefix)).sort();
	const [only, second] = fitting;
	if (only === undefined) {
		throw new GenSqlError('REVISION_NOT_FOUND', `no revision id is or starts with "${prefix}"`, {
			hint: '`gen-sql history` lists the revisions',
		});
	}
	if (second === undefined) return only;
	throw new GenSqlError(
		'REVISION_AMBIGUOUS',
		`${fitting.length} revisions begin with "${prefix}": ${listed(fitting)}`,
		{
			hint: 'write more of the id',
		},
	);
}

const listed = (ids: readonly string[]): string =>
	ids.slice(0, LISTED).join(', ') + (ids.length > LISTED ? `, and ${ids.length - LISTED} more` : '');

function walk(graph: RevisionGraph, start: readonly string[], steps: number, text: string): readonly string[] {
	let place = start;
	for (let taken = 0; taken < Math.abs(steps); taken++) {
		const next = steps > 0 ? above(graph, place) : below(graph, place);
		if (next.length > 1) {
			throw new GenSqlError(
				'REVISION_AMBIGUOUS',
				`"${text}" comes to ${shownIds(place)}, from where it could go to ${listed(next)}`,
				{
					hint: 'name the revision',
				},
			);
		}
		if (next.length === 0 && (steps > 0 || place.length === 0)) {
			throw new GenSqlError(
				'RANGE_INVALID',
				`"${text}" goes too far: from ${shownIds(start)} there ${taken === 1 ? 'is' : 'are'} only ${count(taken, 'step')}`,
			);
		}
		place = next;
	}
	return place;
}

const above = (graph: RevisionGraph, [place, second]: readonly string[]): readonly string[] =>
	place === undefined ? graph.bases : second === undefined ? graph.node(place).children : [place, second];

const below = (graph: RevisionGraph, [place, second]: readonly string[]): readonly string[] =>
	place === undefined ? [] : second === undefined ? graph.node(place).downRevisions : [place, second];

/**
 * Find the revisions of a script.
 *
 * @param text - `end` or `start:end`. Without a start an upgrade begins at the base, a downgrade at the heads.
 * @throws {GenSqlError} RANGE_INVALID when the ends do not lie on one line or in the wrong order, and what
 * `resolveRevisions` throws.
 */
export function resolveRange(graph: RevisionGraph, direction: Direction, text: string): Range {
	const parts = text.split(':');
	const [first = '', second] = parts;
	const endText = second ?? first;
	if (parts.length > 2 || endText === '') {
		throw new GenSqlError('RANGE_INVALID', `"${text}" is no range`, {
			hint: 'write end or start:end, for example base:head',
		});
	}
	const startText = second === undefined ? '' : first;
	const normal = direction === 'upgrade' ? BASE : graph.realHeads;
	const start = graph.rows(startText === '' ? normal : resolveRevisions(graph, startText));
	const end = resolveRevisions(graph, endText, start);
	const resolve = direction === 'upgrade' ? upgradeRange : downgradeRange;
	return { direction, start, revisions: resolve(graph, start, end, endText === 'heads') };
}

function upgradeRange(
	graph: RevisionGraph,
	start: readonly string[],
	end: readonly string[],
	open: boolean,
): readonly string[] {
	const present = graph.ancestors(start);
	const wanted = graph.ancestors(end);
	const chosen = new Set([...wanted].filter((id) => !present.has(id)));
	const isBehind = chosen.size === 0 && !sameIds(graph.rows(end), start);
	if (isBehind) throw reversed('an upgrade', 'downgrade', start, end);
	const leads = start.every((id) => wanted.has(id));
	if (!leads && !open) throw apart(graph, start, end);
	return [...graph.fromHeads(chosen)].reverse();
}

function downgradeRange(graph: RevisionGraph, start: readonly string[], end: readonly string[]): readonly string[] {
	const present = graph.ancestors(start);
	if (sameIds(start, end)) return [];
	const stray = end.find((id) => !present.has(id));
	if (stray !== undefined) {
		const isAhead = start.every((id) => graph.ancestors(end).has(id));
		throw isAhead ? reversed('a downgrade', 'upgrade', start, end) : apart(graph, start, end);
	}
	const roots = end.length === 0 ? graph.bases : end.flatMap((id) => graph.node(id).children);
	const chosen = graph.descendants(roots.filter((id) => present.has(id)));
	return graph.fromHeads(new Set([...chosen].filter((id) => present.has(id))));
}

const sameIds = (a: readonly string[], b: readonly string[]): boolean =>
	a.length === b.length && a.every((id) => b.includes(id));

const reversed = (what: string, other: Direction, start: readonly string[], end: readonly string[]): GenSqlError =>
	new GenSqlError(
		'RANGE_INVALID',
		`${what} cannot lead from ${shownIds(start)} to ${shownIds(end)}: the ends are the wrong way round`,
		{
			hint: `gen-sql ${other} ${start.length > 1 ? 'heads' : shownIds(start)}:${shownIds(end)}`,
		},
	);

function apart(graph: RevisionGraph, start: readonly string[], end: readonly string[]): GenSqlError {
	const below = graph.ancestors(end);
	const common = graph.rows([...graph.ancestors(start)].filter((id) => below.has(id)));
	return new GenSqlError(
		'RANGE_INVALID',
		`${shownIds(start)} and ${shownIds(end)} do not lie on one line; they part after ${shownIds(common)}`,
		{
			hint: 'name two revisions of which one comes before the other',
		},
	);
}
