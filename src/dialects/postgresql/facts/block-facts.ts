import type { StatementFacts } from '../../facts.ts';
import { bodyOfBlock, statementsInBlock } from '../catalog/do-block.ts';
import { sqlInBody } from '../catalog/plpgsql.ts';
import type { NodeOf } from '../catalog/trees.ts';
import type { Known } from './known.ts';
import type { Reader, Sight } from './reader.ts';
import { relationLocks } from './relation-locks.ts';

type Block = NodeOf<'DoStmt'> | undefined;

/** The facts of a DO block, with what the SQL in it does to relations, as if all of it ran. */
export function withBlock(facts: StatementFacts, block: Block, reader: Reader, known: Known): StatementFacts {
	const inside: StatementFacts[] = [];
	if (block) {
		reader.readWithin((inner) => {
			for (const text of textsIn(block, known)) inside.push(...inner.readAll(text));
		});
	}
	if (inside.length === 0) return facts;
	return { ...facts, relations: relationLocks([facts, ...inside].map(({ relations }) => relations)) };
}

function textsIn(block: NodeOf<'DoStmt'>, known: Known): readonly string[] {
	const body = bodyOfBlock(block);
	return body === undefined ? [] : sqlInBody('DO', body, known);
}

/**
 * Read the statements in a DO block, as if all of them ran. Those that cannot be parsed are left out.
 *
 * @param look - Is shown each statement, and its text.
 */
export function readBlock(block: Block, reader: Reader, look: (sight: Sight, text: string) => void): void {
	const texts = (block && statementsInBlock(block)?.statements) ?? [];
	if (texts.length === 0) return;
	reader.readWithin((inner) => {
		for (const text of texts) inner.readAll(text, (sight) => look(sight, text));
	});
}
