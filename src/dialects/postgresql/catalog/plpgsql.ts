import type { Node } from '../../../sql/parse-postgresql.ts';
import { statementsInBody } from '../body-statements.ts';
import { literalText, nodeOf, nodesOf } from './trees.ts';

/** The grammars that a body is read with; each knows nothing of what it refuses. */
interface Grammars {
	parse(text: string): readonly Node[] | undefined;
	/** Of CREATE FUNCTION, CREATE PROCEDURE and DO. */
	parsePlpgsql(text: string): unknown;
}

/**
 * The SQL in a body of PL/pgSQL: its statements, what conditions, loops and assignments ask, and what EXECUTE is given as
 * one string. What names no relation and calls no function may be left out. Where the grammar refuses the body, as with a
 * placeholder of a runner, the statements alone that can be found.
 *
 * @param head - What stands in front of the body: `DO`.
 */
export function sqlInBody(head: string, body: string, grammars: Grammars): readonly string[] {
	const tree = grammars.parsePlpgsql(`${head} '${body.replaceAll("'", "''")}'`);
	if (tree === undefined) return statementsInBody(body).statements;
	const found: string[] = [];
	collect(tree, { statement: '', isDynamic: false, isCursor: false }, (expression, { isDynamic, isCursor }) => {
		const text = isDynamic ? stringIn(expression, grammars) : queryOf(expression);
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
function stringIn({ query }: Expression, grammars: Grammars): string | undefined {
	const [select] = grammars.parse(`SELECT ${query}`) ?? [];
	const [target] = nodesOf(nodeOf(select, 'SelectStmt')?.targetList, 'ResTarget');
	return literalText(target?.val);
}
