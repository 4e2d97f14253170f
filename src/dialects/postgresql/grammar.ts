import { isHeard } from '../../sql/normalized-tokens.ts';
import { loadPostgresqlParser, type Node } from '../../sql/parse-postgresql.ts';
import type { Grammar, TokenRules } from '../../sql/reading.ts';
import { tokens } from '../../sql/scan.ts';
import { bodyMeaning, PLPGSQL_KEYWORDS } from './body-meaning.ts';
import { placeholderForms, placeholdersShown } from './placeholders.ts';
import { rules } from './reading.ts';
import { treeMeaning } from './tree-meaning.ts';
import { treeObject } from './tree-object.ts';

/** PostgreSQL's grammar, asked what a statement means: its tree without places in the text. */
export async function loadGrammar(): Promise<Grammar> {
	const parser = await loadPostgresqlParser();
	const bodyRules: TokenRules = {
		...rules,
		isBare: (name) => rules.isBare(name) && !PLPGSQL_KEYWORDS.has(name) && !parser.isKeyword(name),
	};
	return (statement) => {
		for (const form of placeholderForms(withoutComments(statement), rules.lexis)) {
			const trees = parser.parse(form);
			if (trees) return understood(trees, statement, bodyRules);
		}
		return undefined;
	};
}

function understood(trees: readonly Node[], statement: string, bodyRules: TokenRules): ReturnType<Grammar> {
	const meanings = trees.map((tree) => treeMeaning(tree, (body) => bodyMeaning(body, bodyRules)));
	const object = trees[0] && treeObject(trees[0]);
	return {
		meaning: JSON.stringify([meanings, hintsOf(statement)]),
		object: object && { kind: object.kind, name: placeholdersShown(object.name) },
	};
}

/** The parser loses sight of `WITH TIME` when a comment stands between the words. */
function withoutComments(statement: string): string {
	if (!/--|\/\*/.test(statement)) return statement;
	const kept = [...tokens(statement, rules.lexis)].map(({ kind, text }) => {
		if (kind !== 'comment') return text;
		// A string goes on behind a line comment, and not behind the other.
		return text.startsWith('--') ? '' : ' ';
	});
	return kept.join('');
}

/** Hints are comments to the grammar, yet pg_hint_plan reads them: each with the number of tokens before it. */
function hintsOf(statement: string): readonly string[] {
	if (!statement.includes('/*+')) return [];
	const heard = [...tokens(statement, rules.lexis)].filter((token) => isHeard(token, rules));
	return heard.flatMap(({ kind, text }, index) => (kind === 'comment' ? [`${index} ${text}`] : []));
}
