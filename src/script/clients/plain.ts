import { terminator, textOf } from '../../sql/split.ts';
import type { Part } from '../../sql/words.ts';
import type { Line, Script } from '../plan.ts';

const ended = (parts: readonly Part[]): string => `${textOf(parts)}${terminator(parts)}`;

const line = (item: Line): string => ('comment' in item ? `-- ${item.comment}` : ended(item.statement.parts));

/**
 * Write a script for any client: SQL alone, no command of a particular tool.
 *
 * @param header - Comment lines to stand first.
 */
export function plain(script: Script, header: string): string {
	const lines = script.segments.flatMap((segment) => segment.lines.map(line));
	const settings = lines.length > 0 ? [script.settings.map(ended).join('\n')] : [];
	return `${[header.trimEnd(), ...settings, ...lines].filter((text) => text !== '').join('\n\n')}\n`;
}
