import { join } from 'node:path';
import type { Project } from '../config/project.ts';
import { GenSqlError } from '../core/error.ts';
import { append, byCodePoint } from '../core/keys.ts';
import type { RevisionGraph } from './graph.ts';
import { originsOf } from './origins.ts';

/**
 * The file that names the heads: in the first version location. Databases that have the same revisions share it; where
 * they share this location alone, each has a file of its own.
 */
export const headsFile = ({
	revisions: [first = ''],
	sharesFirstFolder,
	database,
}: Pick<Project, 'revisions' | 'sharesFirstFolder' | 'database'>): string =>
	join(first, sharesFirstFolder ? `${database}.HEADS` : 'HEADS');

/** Whether a file of this name can be one that names heads. */
export const isHeadsFile = (name: string): boolean => /^(?:.+\.)?HEADS$/.test(name);

const ABOUT = [
	'# The heads of the revisions, one a line. `gen-sql build` writes this file; nobody else does.',
	'# A conflict here means that two branches add heads: `gen-sql merge` joins those that `gen-sql check` names, if any,',
	'# and `gen-sql build` writes the file anew.',
];

/** Without a last line that stays, a block that is added at the end would touch the one before. */
const END = '# end';

/**
 * The text of the file that names the heads.
 *
 * Heads that nothing tells apart have a block, below what stays the same while they grow: their labels, else their bases.
 * Git merges changes of different blocks, and the result is what the merged revisions would make. It finds a conflict
 * where both sides change one block, since a line names all of its heads where they are several, and where both begin or
 * end a block, since a line names all blocks.
 */
export function renderHeads(graph: RevisionGraph): string {
	const blocks = new Map<string, string[]>();
	for (const [head, { labels, bases }] of originsOf(graph)) {
		append(blocks, (labels.length > 0 ? labels : bases).join(', '), head);
	}
	const sorted = [...blocks].sort(([a], [b]) => byCodePoint(a, b));
	const keys = `# lines: ${sorted.map(([key]) => key).join('; ')}`;
	return [...ABOUT, keys, '', ...sorted.flatMap(([key, heads]) => block(key, heads)), END, ''].join('\n');
}

const block = (key: string, heads: readonly string[]): readonly string[] => [
	`# ${key}`,
	...(heads.length > 1 ? [`# ${heads.length} heads: ${heads.join(', ')}`] : []),
	...heads,
	'',
];

/** How git begins the lines that it puts into a file which it cannot merge. */
const CONFLICT = /^(?:<{7}|\|{7}|={7}|>{7})(?: |$)/;

/**
 * The heads that such a file names, in its order.
 *
 * @param file - Its path, for the error.
 * @throws {GenSqlError} HEADS_CONFLICT when git has left a conflict in it.
 */
export function readHeads(text: string, file: string): readonly string[] {
	const lines = text.split(/\r?\n/);
	const conflict = lines.findIndex((line) => CONFLICT.test(line));
	if (conflict >= 0) {
		throw new GenSqlError('HEADS_CONFLICT', 'git has left a conflict in the file of the heads', {
			at: { file, line: conflict + 1, column: 1 },
			hint: '`gen-sql merge` joins the heads that `gen-sql check` names, then `gen-sql build` writes the file anew',
		});
	}
	return lines.filter((line) => line !== '' && !line.startsWith('# '));
}
