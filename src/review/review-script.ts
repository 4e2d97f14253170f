import type { Reader, Sight } from '../dialects/postgresql/facts/reader.ts';
import type { Node } from '../sql/parse-postgresql.ts';
import type { Reading } from '../sql/reading.ts';
import { cutStatements } from './facts/cut.ts';
import { factsOf } from './facts/script-facts.ts';
import { History } from './history.ts';
import type { Inspector, Judged } from './inspector.ts';
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
}

/** Have the rules look at each statement of a script. Never throws, whatever the text is. */
export function reviewScript(text: string, { reading, reader, inspector, version }: Reviewer): FoundInScript {
	const trees = [...cutStatements(text, reading)].flatMap(({ text: sql }) => treesOf(sql, reader));
	const history = new History();
	const judged: (readonly Judged[])[] = [];
	let before: Node | undefined;
	const look = ({ tree, facts, known, isInTransaction, isInAssumed }: Sight, sql: string): void => {
		if (before) history.add(before, known);
		before = tree;
		const seen = new Seen({
			tree,
			text: sql,
			facts,
			known,
			isInTransaction,
			isInAssumed,
			history,
			version,
			trees,
			index: judged.length,
		});
		judged.push(inspector.inspect(seen));
	};
	const statements = factsOf(text, reading, {
		next: () => reader.next(),
		read: (sql) => reader.read(sql, (sight) => look(sight, sql)),
	});
	const parsed = judged.values();
	const found = statements.flatMap(({ line, column, sql, problem }): readonly Found[] => {
		if (!problem) return (parsed.next().value ?? []).map((each) => ({ ...each, text: sql, line, column }));
		const object = sql.slice(0, 40);
		const { message, ...place } = problem;
		return inspector.unparsed({ object, message }).map((each) => ({ ...each, text: sql, ...place }));
	});
	return { found, statements: statements.length };
}

function treesOf(sql: string, reader: Reader): readonly Node[] {
	const trees = reader.parse(sql);
	return 'message' in trees ? [] : trees;
}
