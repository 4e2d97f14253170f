import { code, plain } from '../core/markdown.ts';
import type { RelationFacts } from '../dialects/facts.ts';
import { blockedBy, durationOf } from '../dialects/lock-words.ts';
import type { ReviewedStatement } from '../review/finding.ts';
import { shown } from './summary.ts';

/** How much of a statement a row shows. */
const STATEMENT_LENGTH = 80;

/** Above the rows. */
export const LOCKS_HEAD =
	'\n| Line | Statement | Relation | Lock | Blocks | Work |\n| ---: | --- | --- | --- | --- | --- |\n';

/** The rows of a statement in the table of locks: one for each relation that others use. */
export const lockRows = ({ line, statement, relations }: ReviewedStatement): string =>
	relations.map((relation) => `| ${line} | ${code(beginning(statement))} | ${cellsOf(relation)} |\n`).join('');

/** Whether all that a statement does to relations takes no time. */
export const isInstant = ({ relations }: ReviewedStatement): boolean =>
	relations.every((relation) => durationOf(relation) === 'instant');

function cellsOf(relation: RelationFacts): string {
	const { name, lock, blocks, reasons } = relation;
	const why = reasons.length === 0 ? '' : `: ${plain(shown(reasons.join('; ')))}`;
	return [code(shown(name)), lock, blockedBy(blocks), `${durationOf(relation)}${why}`].join(' | ');
}

function beginning(text: string): string {
	const line = shown(text).replaceAll(/\s+/g, ' ');
	return line.length <= STATEMENT_LENGTH ? line : `${line.slice(0, STATEMENT_LENGTH - 1).toWellFormed()}…`;
}
