import type { StatementFacts } from '../../facts.ts';
import { queriesInBody } from '../body-queries.ts';
import { statementsInBlock } from '../catalog/do-block.ts';
import { type NodeOf, optionsOf, valueText } from '../catalog/trees.ts';
import type { Reader, Sight } from './reader.ts';
import { relationLocks } from './relation-locks.ts';

type Block = NodeOf<'DoStmt'> | undefined;

/** The facts of a DO block, with what the statements in it do to relations, as if all of them ran. */
export function withBlock(facts: StatementFacts, block: Block, reader: Reader): StatementFacts {
	const inside = [...readBlock(block, reader), ...readQueries(block, reader)];
	if (inside.length === 0) return facts;
	return { ...facts, relations: relationLocks([facts, ...inside].map(({ relations }) => relations)) };
}

/** What PL/pgSQL asks of the database by itself, for a condition or a variable. */
function readQueries(block: Block, reader: Reader): readonly StatementFacts[] {
	if (!block || !statementsInBlock(block)) return [];
	const texts = queriesInBody(valueText(optionsOf(block.args).get('as')));
	return readTexts(texts, reader);
}

/**
 * Read the statements in a DO block, as if all of them ran. Those that cannot be parsed are left out.
 *
 * @param look - Is shown each statement, and its text.
 */
export function readBlock(
	block: Block,
	reader: Reader,
	look?: (sight: Sight, text: string) => void,
): readonly StatementFacts[] {
	return readTexts((block && statementsInBlock(block)?.statements) ?? [], reader, look);
}

function readTexts(
	texts: readonly string[],
	reader: Reader,
	look?: (sight: Sight, text: string) => void,
): readonly StatementFacts[] {
	const found: StatementFacts[] = [];
	if (texts.length === 0) return found;
	reader.readWithin((inner) => {
		for (const text of texts) {
			const trees = inner.parse(text);
			if ('message' in trees) continue;
			found.push(...inner.readTrees(trees, text, look && ((sight) => look(sight, text))));
		}
	});
	return found;
}
