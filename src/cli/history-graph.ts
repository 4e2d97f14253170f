import type { RevisionFacts } from '../api/revision-facts.ts';
import type { Page } from './io.ts';

/** What a line does in the cell of a column. */
interface Cell {
	readonly up?: boolean;
	readonly down?: boolean;
	readonly left?: boolean;
	readonly right?: boolean;
}

/** The characters of all cells: up counts 1, down 2, left 4, right 8. */
const LINES = ' │││─╯╮┤─╰╭├─┴┬┼';

const drawn = ({ up, down, left, right }: Cell): string =>
	LINES[(up ? 1 : 0) + (down ? 2 : 0) + (left ? 4 : 0) + (right ? 8 : 0)] as string;

const row = (cells: readonly Cell[]): string => cells.map((cell) => `${drawn(cell)}${cell.right ? '─' : ' '}`).join('');

/** The columns that lines run down in: each holds the revision that its line leads to. */
type Lanes = readonly (string | undefined)[];

const trimmed = (lanes: Lanes): Lanes => lanes.slice(0, lanes.findLastIndex((lane) => lane !== undefined) + 1);

/** A line across, from one column to others. */
function across(width: number, from: number, to: readonly number[]): readonly Cell[] {
	const first = Math.min(from, ...to);
	const last = Math.max(from, ...to);
	return Array.from({ length: width }, (_, at) => ({
		left: first < at && at <= last,
		right: first <= at && at < last,
	}));
}

/** Lines that come together above a revision, and that part below it. */
function bend(before: Lanes, after: Lanes, from: number, to: readonly number[]): readonly string[] {
	if (to.length === 0) return [];
	const cells = across(Math.max(before.length, after.length), from, to);
	return [row(cells.map((cell, at) => ({ ...cell, up: before[at] !== undefined, down: after[at] !== undefined })))];
}

const straight = (lanes: Lanes): string =>
	row(lanes.map((lane) => (lane === undefined ? {} : { up: true, down: true })));

/** What is drawn of one revision, and the lanes below it. `last` is the column of the one before. */
function drawRevision(
	{ revision, downRevision, dependencies }: RevisionFacts,
	above: Lanes,
	last: number,
	isShown: (id: string) => boolean,
) {
	const waiting = above.flatMap((lane, at) => (lane === revision ? [at] : []));
	const free = above.indexOf(undefined);
	const column = waiting[0] ?? (free < 0 ? above.length : free);
	const own = Array.from({ length: Math.max(above.length, column + 1) }, (_, at) =>
		at === column ? revision : above[at] === revision ? undefined : above[at],
	);
	const [first, ...others] = [...new Set([...downRevision, ...dependencies])].filter(isShown);
	const below: (string | undefined)[] = own.with(column, first);
	// A line of its own for each, to the right: lines that join halfway, or part to both sides, could be misread.
	const parted = others.map((parent) => {
		const gap = below.indexOf(undefined, column + 1);
		const at = gap < 0 ? below.length : gap;
		below[at] = parent;
		return at;
	});
	const isUnderOther = waiting.length === 0 && column === last;
	return {
		above: isUnderOther ? [straight(above)] : bend(above, own, column, waiting.slice(1)),
		mark: row(trimmed(own).map((lane, at) => (lane === undefined || at === column ? {} : { up: true, down: true }))),
		column,
		below: bend(own, below, column, parted),
		lanes: trimmed(below),
	};
}

/**
 * Draw revisions as a graph, newest first: `*` is a revision, lines lead to its parents and dependencies.
 *
 * @param textOf - The lines that stand beside a revision, on what is left of the page.
 */
export function historyGraph(
	revisions: readonly RevisionFacts[],
	textOf: (facts: RevisionFacts, page: Page) => readonly string[],
	page: Page,
): readonly string[] {
	const shown = new Set(revisions.map(({ revision }) => revision));
	let lanes: Lanes = [];
	let last = -1;
	return revisions.flatMap((facts) => {
		const { above, mark, column, below, lanes: next } = drawRevision(facts, lanes, last, (id) => shown.has(id));
		lanes = next;
		last = column;
		const beside = straight(next).padEnd(mark.length);
		const [title = '', ...rest] = textOf(facts, { ...page, columns: page.columns - beside.length });
		const at = 2 * column;
		const marked = `${mark.slice(0, at)}*${mark.slice(at + 1)}`;
		return [...above, `${marked}${title}`, ...below, ...rest.map((line) => `${beside}${line}`)].map((line) =>
			line.trimEnd(),
		);
	});
}
