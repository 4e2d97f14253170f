import type { RelationFacts, StatementFacts } from '../../facts.ts';
import { statementsInBlock } from '../catalog/do-block.ts';
import type { NodeOf } from '../catalog/trees.ts';
import type { Reader } from './reader.ts';
import { relationLocks } from './relation-locks.ts';

/** The facts of a DO block, with what the statements in it do to relations, as if all of them ran. */
export function withBlock(facts: StatementFacts, block: NodeOf<'DoStmt'> | undefined, reader: Reader): StatementFacts {
	const texts = (block && statementsInBlock(block)?.statements) ?? [];
	if (texts.length === 0) return facts;
	const relations: (readonly RelationFacts[])[] = [facts.relations];
	reader.readWithin((inner) => {
		for (const text of texts) {
			const found = inner.read(text);
			if (!('message' in found)) relations.push(...found.map((each) => each.relations));
		}
	});
	return { ...facts, relations: relationLocks(relations) };
}
