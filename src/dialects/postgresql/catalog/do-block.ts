import type { Node } from '../../../sql/parse-postgresql.ts';
import { type BodyStatements, statementsInBody } from '../body-statements.ts';
import type { Handle, State } from './state.ts';
import { type NodeOf, optionsOf, valueText } from './trees.ts';

/** The body of a DO block; undefined for another language than PL/pgSQL. */
export function bodyOfBlock({ args }: NodeOf<'DoStmt'>): string | undefined {
	const options = optionsOf(args);
	const isRead = !options.has('language') || valueText(options.get('language')) === 'plpgsql';
	return isRead ? valueText(options.get('as')) : undefined;
}

/** What stands in a DO block; undefined for another language than PL/pgSQL. */
export function statementsInBlock(block: NodeOf<'DoStmt'>): BodyStatements | undefined {
	const body = bodyOfBlock(block);
	return body === undefined ? undefined : statementsInBody(body);
}

/**
 * A DO block that creates things creates those that are missing; of what else it does, nothing can be told, since that
 * depends on what it finds.
 */
export function runBlock(state: State, block: NodeOf<'DoStmt'>, handle: Handle): void {
	for (const text of statementsInBlock(block)?.statements ?? []) {
		const trees = state.parse?.(text) ?? [];
		for (const tree of trees.filter(isCreation)) state.attempt(() => handle(state, tree));
	}
}

/** Statements of the grammar that begin with CREATE. */
const isCreation = (tree: Node): boolean =>
	Object.keys(tree).some((kind) => /^(?:Create|Composite|Define|Index|View|Rule)/.test(kind));
