import { oneLine } from '../../core/text.ts';
import type { Lexis } from '../../sql/lexis.ts';
import { terminator, textOf } from '../../sql/split.ts';
import type { Part, Sql } from '../../sql/words.ts';
import { type Line, type Script, type Segment, shownIds } from '../plan.ts';

function ended(parts: readonly Part[], lexis: Lexis): string {
	const text = textOf(parts);
	return `${text}${terminator(text, lexis)}`;
}

const line = (item: Line, lexis: Lexis): string =>
	'comment' in item ? `-- ${item.comment}` : ended(item.statement.parts, lexis);

/**
 * Write a script for any client: SQL alone, no command of a particular tool.
 *
 * @param header - Comment lines to stand first.
 */
export function plain(script: Pick<Script, 'opening' | 'closing' | 'segments' | 'lexis'>, header: string): string {
	const { opening, closing, segments, lexis } = script;
	const parts = segments.flatMap((segment, index) => [
		...(segments.length > 1 ? [partComment(segment, index + 1, segments.length)] : []),
		...segment.lines.map((item) => line(item, lexis)),
	]);
	const around = (statements: readonly Sql[]): string => statements.map((parts) => ended(parts, lexis)).join('\n');
	const blocks = [header.trimEnd(), around(opening), ...parts, around(closing)];
	return `${blocks.filter((text) => text !== '').join('\n\n')}\n`;
}

/** Where a script that stopped can be taken up again. */
const partComment = ({ kind, start }: Segment, number: number, count: number): string =>
	`-- Part ${number} of ${count}${kind === 'outside' ? ', outside a transaction' : ''}; starts at ${oneLine(shownIds(start))}`;
