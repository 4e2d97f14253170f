import type { Differ } from './differ.ts';
import { withLineFeeds } from './line-feeds.ts';

/** A file before or after a change. */
export interface PatchedFile {
	/** With slashes, from where the patch is applied. */
	readonly path: string;
	readonly text: string;
}

/** What a patch is made with. */
export interface PatchContext {
	readonly differ: Differ;
	/** Colours lines, or leaves them alone. */
	readonly paint: { readonly added: (line: string) => string; readonly removed: (line: string) => string };
}

/**
 * The patch of one file, for `git apply`, `patch -p1` and whatever else reads diffs.
 *
 * @param before - Undefined when the file is new.
 * @param after - Undefined when it goes.
 * @see https://git-scm.com/docs/diff-format#generate_patch_text_with_p
 */
export function patch(
	before: PatchedFile | undefined,
	after: PatchedFile | undefined,
	{ differ, paint }: PatchContext,
): string {
	const [old, now] = [before?.path, after?.path];
	const isRenamed = old !== undefined && now !== undefined && old !== now;
	const [from, to] = [old ?? now ?? '', now ?? old ?? ''];
	const hunks = differ.hunks(...texts(before?.text ?? '', after?.text ?? ''));
	const lines = [
		`diff --git ${quoted(`a/${from}`)} ${quoted(`b/${to}`)}`,
		...(old === undefined ? ['new file mode 100644'] : []),
		...(now === undefined ? ['deleted file mode 100644'] : []),
		...(isRenamed ? [`rename from ${quoted(from)}`, `rename to ${quoted(to)}`] : []),
		...(hunks.length > 0 ? [`--- ${sideName('a', old)}`, `+++ ${sideName('b', now)}`] : []),
		...hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines: body }) => [
			`@@ -${range(oldStart, oldLines)} +${range(newStart, newLines)} @@`,
			...body.map((line) => painted(line, paint)),
		]),
	];
	return `${lines.join('\n')}\n`;
}

/** A work tree may have other line ends than the repository; that alone is no difference. */
function texts(before: string, after: string): readonly [string, string] {
	const [old, now] = [withLineFeeds(before), withLineFeeds(after)];
	return (old === before) === (now === after) ? [before, after] : [old, now];
}

/** A name with white space ends with a tab, so that readers know where it ends. */
function sideName(side: string, path: string | undefined): string {
	if (path === undefined) return '/dev/null';
	const name = quoted(`${side}/${path}`);
	return name.includes(' ') && !name.startsWith('"') ? `${name}\t` : name;
}

/** A name with quotes, backslashes or control characters in it is written as in C. */
function quoted(path: string): string {
	if (!/["\\\p{Cc}]/u.test(path)) return path;
	const escaped = path.replaceAll(/["\\\p{Cc}]/gu, (char) => {
		if (char === '"' || char === '\\') return `\\${char}`;
		return [...Buffer.from(char)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
	});
	return `"${escaped}"`;
}

/** A hunk without lines on a side stands behind the line it names. */
const range = (start: number, count: number): string => `${count === 0 ? start - (start > 0 ? 1 : 0) : start},${count}`;

function painted(line: string, paint: PatchContext['paint']): string {
	if (line.startsWith('+')) return paint.added(line);
	return line.startsWith('-') ? paint.removed(line) : line;
}
