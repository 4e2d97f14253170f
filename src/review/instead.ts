import { reading } from '../dialects/postgresql/reading.ts';
import { cutStatements } from './facts/cut.ts';

const [COMMIT, BEGIN] = ['COMMIT;', 'BEGIN;'];

/**
 * SQL that replaces a statement of an open transaction: what the server refuses there stands outside, and what is to try
 * the rows has a transaction of its own. SQL that ends the transaction by itself stays what it is.
 */
export function placedInTransaction(sql: string): string {
	const statements = [...cutStatements(sql, reading)].map(({ text }) => text);
	if (statements.some(isControl)) return sql;
	const lines: string[] = [];
	let [isOpen, hasAdded] = [true, false];
	for (const text of statements) {
		const controls = controlsBefore(text, isOpen, hasAdded);
		lines.push(...controls, `${text};`);
		if (controls.length > 0) [isOpen, hasAdded] = [controls.at(-1) === BEGIN, false];
		hasAdded ||= /\snot\s+valid$/i.test(text);
	}
	if (!isOpen) lines.push(BEGIN);
	return lines.length === statements.length ? sql : lines.join('\n');
}

const isControl = (text: string): boolean => /^(?:begin|commit)\b/i.test(text);

function controlsBefore(text: string, isOpen: boolean, hasAdded: boolean): readonly string[] {
	if (isRefused(text)) return isOpen ? [COMMIT] : [];
	if (!isOpen) return [BEGIN];
	return hasAdded && /\svalidate\s/i.test(text) ? [COMMIT, BEGIN] : [];
}

/** Whether the server refuses a statement inside a transaction. Without quotes, `concurrently` is no name. */
function isRefused(text: string): boolean {
	const words = text.replaceAll(/"[^"]*"|'[^']*'/g, '');
	return /^vacuum\b/i.test(words) || (/\bconcurrently\b/i.test(words) && !/^refresh\b/i.test(words));
}
