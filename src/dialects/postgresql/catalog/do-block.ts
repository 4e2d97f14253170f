import { isMeaningful, splitStatements, tokens } from '../../../sql/scan.ts';
import { lexis } from '../lexis.ts';
import type { Handle, State } from './state.ts';
import { type NodeOf, optionsOf, valueText } from './trees.ts';

/**
 * A DO block that creates things creates those that are missing; of what else it does, nothing can be told, since that
 * depends on what it finds.
 */
export function runBlock(state: State, { args }: NodeOf<'DoStmt'>, handle: Handle): void {
	const options = optionsOf(args);
	const isRead = !options.has('language') || valueText(options.get('language')) === 'plpgsql';
	if (!isRead) return;
	for (const { text } of splitStatements(valueText(options.get('as')), lexis)) {
		const start = startOfCreate(text);
		const trees = start === undefined ? undefined : state.parse?.(text.slice(start));
		for (const tree of trees ?? []) state.attempt(() => handle(state, tree));
	}
}

/** Words that a statement may follow in the same piece of the body. */
const BEFORE: ReadonlySet<string> = new Set(['begin', 'else', 'loop', 'then']);

/** Where a CREATE begins that is a statement. */
function startOfCreate(text: string): number | undefined {
	let before = 'begin';
	for (const token of tokens(text, lexis)) {
		if (!isMeaningful(token)) continue;
		const word = token.text.toLowerCase();
		if (word === 'create' && BEFORE.has(before)) return token.start;
		before = word;
	}
	return undefined;
}
