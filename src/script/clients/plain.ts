import { oneLine } from '../../core/text.ts';
import { waiverText } from '../../core/waiver.ts';
import type { Lexis } from '../../sql/lexis.ts';
import { terminator, textOf } from '../../sql/split.ts';
import type { Statement } from '../../sql/statement.ts';
import type { Part, Sql } from '../../sql/words.ts';
import { type Line, type Script, type Segment, shownIds } from '../plan.ts';

function ended(parts: readonly Part[], lexis: Lexis): string {
	const text = textOf(parts);
	return `${text}${terminator(text, lexis)}`;
}

/** Text between two blank lines, and the statement that it is, if any. */
interface Block {
	readonly text: string;
	readonly statement?: Statement;
}

const block = (item: Line, lexis: Lexis): Block =>
	'comment' in item
		? { text: `-- ${item.comment}` }
		: { text: `${allowedIn(item.statement)}${ended(item.statement.parts, lexis)}`, statement: item.statement };

/** What the reviewer need not tell, for who reviews the script. */
const allowedIn = ({ waivers = [] }: Statement): string => waivers.map((each) => `-- ${waiverText(each)}\n`).join('');

/** The first and the last line of a statement. They count from 1. */
export interface Lines {
	readonly line: number;
	readonly lastLine: number;
}

/** A script as text, and where its statements stand in it. */
export interface PlainScript {
	readonly text: string;
	/** Where each statement of a segment stands. */
	lines(): ReadonlyMap<Statement, Lines>;
}

/**
 * Write a script for any client: SQL alone, no command of a particular tool.
 *
 * @param header - Comment lines to stand first.
 */
export function plain(script: Pick<Script, 'opening' | 'closing' | 'segments' | 'lexis'>, header: string): PlainScript {
	const { opening, closing, segments, lexis } = script;
	const parts = segments.flatMap((segment, index): readonly Block[] => [
		...(segments.length > 1 ? [{ text: partComment(segment, index + 1, segments.length) }] : []),
		...segment.lines.map((item) => block(item, lexis)),
	]);
	const around = (statements: readonly Sql[]): Block => ({
		text: statements.map((parts) => ended(parts, lexis)).join('\n'),
	});
	const all = [{ text: header.trimEnd() }, around(opening), ...parts, around(closing)];
	const blocks = all.filter(({ text }) => text !== '');
	return {
		text: `${blocks.map(({ text }) => text).join(BETWEEN)}\n`,
		lines: () => statementLines(blocks),
	};
}

const BETWEEN = '\n\n';

function statementLines(blocks: readonly Block[]): ReadonlyMap<Statement, Lines> {
	const lines = new Map<Statement, Lines>();
	let line = 1;
	for (const { text, statement } of blocks) {
		const lastLine = line + lineFeeds(text);
		if (statement) lines.set(statement, { line, lastLine });
		line = lastLine + lineFeeds(BETWEEN);
	}
	return lines;
}

function lineFeeds(text: string): number {
	let found = 0;
	for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) found++;
	return found;
}

/** Where a script that stopped can be taken up again. */
const partComment = ({ kind, start }: Segment, number: number, count: number): string =>
	`-- Part ${number} of ${count}${kind === 'outside' ? ', outside a transaction' : ''}; starts at ${oneLine(shownIds(start))}`;
