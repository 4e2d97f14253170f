import { statementsInBlock } from '../dialects/postgresql/catalog/do-block.ts';
import { nodeOf } from '../dialects/postgresql/catalog/trees.ts';
import type { Reader, Sight } from '../dialects/postgresql/facts/reader.ts';
import type { Node } from '../sql/parse-postgresql.ts';
import type { Reading } from '../sql/reading.ts';
import { cutScript, readCuts } from './facts/script-facts.ts';
import { History } from './history.ts';
import type { Inspector, Judged } from './inspector.ts';
import { Passage } from './passage.ts';
import { Seen } from './seen.ts';

/** What was found in a statement, and where that begins. Lines and columns count from 1. */
export interface Found extends Judged {
	readonly text: string;
	readonly line: number;
	readonly column: number;
}

/** What was found in a script, and how many statements it has. */
export interface FoundInScript {
	readonly found: readonly Found[];
	readonly statements: number;
}

/** What a review looks with. */
export interface Reviewer {
	readonly reading: Reading;
	/** Knows what the scripts before left. */
	readonly reader: Reader;
	readonly inspector: Inspector;
	/** The major version of the server. */
	readonly version: number;
	/** The minor version, where it is known. */
	readonly minor?: number | undefined;
}

/** Have the rules look at each statement of a script. Never throws, whatever the text is. */
export function reviewScript(text: string, { reading, reader, inspector, version, minor }: Reviewer): FoundInScript {
	const cut = cutScript(text, reading);
	const parsed = new Map(cut.cuts.map((each) => [each, reader.parse(each.text)]));
	const script = Passage.of([...parsed.values()].flatMap((trees) => ('message' in trees ? [] : trees)));
	const history = new History();
	const judged: (readonly Judged[])[] = [];
	let before: Node | undefined;
	const look = (sight: Sight, sql: string): void => {
		if (before) history.add(before, sight.known);
		before = sight.tree;
		const around = { history, version, minor, script, index: judged.length };
		const inspect = (each: Sight, own: string): readonly Judged[] =>
			inspector.inspect(new Seen({ ...each, ...around, text: own }));
		judged.push([...inspect(sight, sql), ...judgedInside(sight.tree, reader, inspect)]);
	};
	const statements = readCuts(cut, (each) => {
		const trees = parsed.get(each) ?? [];
		return 'message' in trees ? trees : reader.readTrees(trees, (sight) => look(sight, each.text));
	});
	const judgements = judged.values();
	const found = statements.flatMap(({ line, column, sql, problem }): readonly Found[] => {
		if (!problem) return (judgements.next().value ?? []).map((each) => ({ ...each, text: sql, line, column }));
		const object = sql.slice(0, 40);
		const { message, ...place } = problem;
		return inspector.unparsed({ object, message }).map((each) => ({ ...each, text: sql, ...place }));
	});
	return { found, statements: statements.length };
}

/** What is said of the statements in a DO block. What they could be replaced by would not replace the block. */
function judgedInside(
	tree: Node,
	reader: Reader,
	inspect: (sight: Sight, text: string) => readonly Judged[],
): readonly Judged[] {
	const block = nodeOf(tree, 'DoStmt');
	const statements = (block && statementsInBlock(block)?.statements) ?? [];
	if (statements.length === 0) return [];
	const found = new Map<string, Judged>();
	reader.readWithin((inner) => {
		for (const text of statements) {
			const trees = inner.parse(text);
			if ('message' in trees) continue;
			inner.readTrees(trees, (sight) => {
				for (const { instead: _, ...each } of inspect(sight, text)) found.set(`${each.rule} ${each.object}`, each);
			});
		}
	});
	return [...found.values()];
}
