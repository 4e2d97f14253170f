import type { Node } from '../../../sql/parse-postgresql.ts';
import { literalText, nodeOf, nodesOf } from './trees.ts';

type Parse = (text: string) => readonly Node[] | undefined;

/**
 * The SQL in a body of PL/pgSQL: its statements, what conditions, loops and assignments ask, and what EXECUTE is given as
 * one string. What names no relation and calls no function may be left out.
 *
 * @param tree - What the grammar of PL/pgSQL makes of the body.
 */
export function queriesIn(tree: unknown, parse: Parse): readonly string[] {
	const found: string[] = [];
	collect(tree, { statement: '', isDynamic: false, isCursor: false }, (expression, { isDynamic, isCursor }) => {
		const text = isDynamic ? stringIn(expression, parse) : queryOf(expression);
		if (text !== undefined) found.push(isCursor ? `DECLARE c CURSOR FOR ${text}` : text);
	});
	return found;
}

interface Expression {
	readonly query: string;
	/** How the grammar of SQL reads it: a statement, an expression, or an assignment to a variable of one to three names. */
	readonly parseMode: number;
}

const STATEMENT = 0;
const EXPRESSION = 2;

interface Place {
	/** The kind of statement that an expression belongs to. */
	readonly statement: string;
	/** Whether the expression is a text that holds the query. */
	readonly isDynamic: boolean;
	/** Whether its rows are read later, or never. */
	readonly isCursor: boolean;
}

function collect(tree: unknown, place: Place, see: (expression: Expression, place: Place) => void): void {
	if (typeof tree !== 'object' || tree === null) return;
	for (const [key, value] of Object.entries(tree)) {
		if (key === 'PLpgSQL_expr') see(value, place);
		else collect(value, placeBelow(key, place), see);
	}
}

function placeBelow(key: string, { statement }: Place): Place {
	if (key.startsWith('PLpgSQL_stmt_')) return { statement: key, isDynamic: false, isCursor: false };
	const isQuery = key === 'query' || key === 'dynquery';
	return {
		statement,
		isDynamic: key === 'dynquery' || (isQuery && statement.startsWith('PLpgSQL_stmt_dyn')),
		isCursor: key === 'cursor_explicit_expr' || (isQuery && statement === 'PLpgSQL_stmt_open'),
	};
}

function queryOf({ query, parseMode }: Expression): string | undefined {
	if (parseMode === STATEMENT) return query;
	const asked = parseMode === EXPRESSION ? query : query.replace(/^[^=]*=/, '');
	return /\bselect\b|\(/i.test(asked) ? `SELECT ${asked}` : undefined;
}

/** The string that an expression is. */
function stringIn({ query }: Expression, parse: Parse): string | undefined {
	const [select] = parse(`SELECT ${query}`) ?? [];
	const [target] = nodesOf(nodeOf(select, 'SelectStmt')?.targetList, 'ResTarget');
	return literalText(target?.val);
}
