import type { LocksStatement, RelationFacts } from '../api/locks.ts';
import { inChunks, lazily } from '../core/chunks.ts';
import { count, oneLine } from '../core/text.ts';
import { wrap } from '../core/wrap.ts';
import { blockedBy, durationOf, usedByOthers } from '../dialects/lock-words.ts';
import { jsonParts } from '../report/json-text.ts';
import type { Page } from './io.ts';

const LOCK_WIDTH = 'SHARE UPDATE EXCLUSIVE'.length;
const BLOCKS_WIDTH = 'reads writes DDL'.length;
const DURATION_WIDTH = 'index build'.length;
const INDENT = '  ';

/** The statements of scripts, each with the relations that it locks. */
export function lockTable(statements: readonly LocksStatement[], page: Page): string {
	let file: string | undefined;
	const blocks = statements.map((statement) => {
		const head = statement.file === file ? [] : [page.paint.revision(statement.file), ''];
		file = statement.file;
		return [...head, ...statementLines(statement, page), ''];
	});
	return blocks.length === 0 ? '' : `${blocks.flat().join('\n').trimEnd()}\n`;
}

function statementLines(statement: LocksStatement, page: Page): readonly string[] {
	const { line, column, sql, source, facts, problem } = statement;
	const place = [`${line}:${column}`, transactionOf(statement), source].filter((part) => part !== undefined).join(', ');
	const lines = [
		...wrapped(place, page).map(page.paint.mark),
		...wrapped(`${INDENT}${shortened(sql, page.columns - INDENT.length)}`, page),
	];
	if (problem) {
		const told = `${INDENT}cannot be parsed: ${problem.message} (${problem.line}:${problem.column})`;
		return [...lines, ...wrapped(told, page)];
	}
	const relations = usedByOthers(facts?.relations ?? []);
	if (relations.length === 0) return lines;
	return [...lines, ...relations.flatMap((relation) => relationLines(relation, page))];
}

function transactionOf({ facts }: LocksStatement): string | undefined {
	if (!facts) return undefined;
	const { transaction, transactional } = facts;
	if (transaction === undefined) return transactional ? 'no transaction' : 'outside a transaction only';
	return `transaction ${transaction}${transactional ? '' : ', which the server refuses'}`;
}

/** One line of a statement: the beginning of it. */
function shortened(sql: string, width: number): string {
	const text = oneLine(sql.replaceAll(/\s+/g, ' '));
	return text.length <= width ? text : `${text.slice(0, width - 1)}…`;
}

function relationLines(relation: RelationFacts, page: Page): readonly string[] {
	const nameWidth = page.columns - 2 * INDENT.length - LOCK_WIDTH - BLOCKS_WIDTH - DURATION_WIDTH - 3;
	const rest = [
		relation.lock.padEnd(LOCK_WIDTH),
		blockedBy(relation.blocks).padEnd(BLOCKS_WIDTH),
		durationOf(relation),
	].join(' ');
	const name = `${INDENT}${INDENT}${oneLine(relation.name)}`;
	const fits = oneLine(relation.name).length <= nameWidth;
	const row = fits
		? [`${name.padEnd(nameWidth + 2 * INDENT.length)} ${rest}`]
		: [name, `${' '.repeat(nameWidth + 2 * INDENT.length)} ${rest}`];
	const rows = relation.rows === undefined ? [] : [count(relation.rows, 'row')];
	return [
		...row,
		...[...relation.reasons, ...rows].flatMap((reason) => wrapped(`${INDENT.repeat(3)}${oneLine(reason)}`, page)),
	];
}

const wrapped = (text: string, page: Page): readonly string[] => wrap(text, page.columns, INDENT.repeat(4));

/** The version of the form below. */
const JSON_VERSION = 1;

/** The same as data for programs, in parts: of each statement the tables that were there before. */
export const locksJson = (statements: readonly LocksStatement[]): Iterable<string> =>
	inChunks(
		jsonParts({
			version: JSON_VERSION,
			statements: lazily(statements, ({ file, line, column, sql, source, facts, problem }) => ({
				file,
				line,
				column,
				sql,
				...(source !== undefined && { source }),
				transactional: facts?.transactional ?? true,
				relations: (facts?.relations ?? [])
					.filter(({ isNew, isTable }) => isTable && !isNew)
					.map(({ name, lock, rewrite, scan, indexBuild, rows }) => ({ name, lock, rewrite, scan, indexBuild, rows })),
				...(problem && { problem }),
			})),
		}),
	);
