/** A run of items that both texts have, or one of them alone. */
export interface Run<Item> {
	readonly kind: 'same' | 'added' | 'removed';
	readonly items: readonly Item[];
}

/** A piece of a text that was compared word by word. */
export interface WordRun {
	readonly kind: 'same' | 'added' | 'removed';
	readonly text: string;
}

/** Lines of two texts that differ, with lines around them. Lines count from 1. */
export interface Hunk {
	readonly oldStart: number;
	readonly oldLines: number;
	readonly newStart: number;
	readonly newLines: number;
	/** Each with ` `, `+` or `-` before it; `\ No newline at end of file` among them. */
	readonly lines: readonly string[];
}

/** Compares sequences. Pure: the same texts give the same result, however long it takes. */
export interface Differ {
	lists(before: readonly string[], after: readonly string[]): readonly Run<string>[];
	/** White space alone is no difference. */
	words(before: string, after: string): readonly WordRun[];
	/** @param context - How many lines around what differs are in them. Default: 3. */
	hunks(before: string, after: string, context?: number): readonly Hunk[];
}

/** Beyond so many differences a text is taken as another one: to find the shortest list of them would take minutes. */
const MAX_DIFFERENCES = 4000;

interface Piece {
	readonly added: boolean;
	readonly removed: boolean;
	readonly value: string;
}

const kindOf = ({ added, removed }: Omit<Piece, 'value'>): Run<string>['kind'] =>
	added ? 'added' : removed ? 'removed' : 'same';

/** Load what compares sequences. */
export async function loadDiffer(): Promise<Differ> {
	const { diffArrays, diffLines, diffWords, structuredPatch } = await import('diff');
	const limit = { maxEditLength: MAX_DIFFERENCES };
	return {
		lists: (before, after) =>
			diffArrays([...before], [...after], limit)?.map((run) => ({ kind: kindOf(run), items: run.value })) ?? [
				{ kind: 'removed', items: before },
				{ kind: 'added', items: after },
			],
		words: (before, after) => {
			const lines = diffLines(before, after, { ...limit, ignoreWhitespace: true }) ?? wholly(before, after);
			const runs = blocksOf(lines).flatMap(({ removed, added }): readonly WordRun[] => {
				if (removed === undefined) return [{ kind: 'same', text: added }];
				const words = diffWords(removed, added, limit) ?? wholly(removed, added);
				return words.map((run) => ({ kind: kindOf(run), text: run.value }));
			});
			return joined(runs);
		},
		hunks: (before, after, context = 3) =>
			structuredPatch('', '', before, after, '', '', { ...limit, context })?.hunks ?? oneHunk(before, after),
	};
}

/** All of a text for all of another. */
const wholly = (before: string, after: string): readonly Piece[] => [
	{ removed: true, added: false, value: before },
	{ removed: false, added: true, value: after },
];

/** Lines that go and the lines that come for them, together; of lines that stay, the new form alone. */
const blocksOf = (pieces: readonly Piece[]): readonly { readonly removed?: string; readonly added: string }[] =>
	pieces.flatMap(({ added, removed, value }, index) => {
		const [last, next] = [pieces[index - 1], pieces[index + 1]];
		if (removed) return [{ removed: value, added: next?.added ? next.value : '' }];
		if (!added) return [{ added: value }];
		return last?.removed ? [] : [{ removed: '', added: value }];
	});

/** The same with neighbours of one kind as one. */
function joined(runs: readonly WordRun[]): readonly WordRun[] {
	const found: WordRun[] = [];
	for (const { kind, text } of runs) {
		const last = found.at(-1)?.kind === kind ? found.pop() : undefined;
		found.push({ kind, text: (last?.text ?? '') + text });
	}
	return found;
}

/** One hunk that takes all lines away and puts all lines in. */
function oneHunk(before: string, after: string): readonly Hunk[] {
	const [old, now] = [marked(before, '-'), marked(after, '+')];
	const count = (lines: readonly string[]): number => lines.filter((line) => !line.startsWith('\\')).length;
	return [{ oldStart: 1, oldLines: count(old), newStart: 1, newLines: count(now), lines: [...old, ...now] }];
}

function marked(text: string, mark: string): readonly string[] {
	const lines = text.split('\n').map((line) => mark + line);
	return text.endsWith('\n') ? lines.slice(0, -1) : [...lines, '\\ No newline at end of file'];
}
