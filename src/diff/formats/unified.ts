import { withLineFeeds } from '../line-feeds.ts';
import type { DiffReport, FileDiff, SideFacts } from '../report.ts';
import type { Format, FormatContext } from './format.ts';

/**
 * A patch, for `git apply`, `patch -p1` and whatever else reads diffs. It takes the first side to the second.
 *
 * @see https://git-scm.com/docs/diff-format#generate_patch_text_with_p
 */
export const unified: Format = (report, context) =>
	report.revisions
		.flatMap(({ scripts, others }) => [...scripts, ...others])
		.map((file) => filePatch(file, report, context))
		.join('');

function filePatch({ before, after }: FileDiff, report: DiffReport, { differ, paint }: FormatContext): string {
	const old = before && pathIn(report.before, report.after, before.path);
	const now = after && pathIn(report.after, report.before, after.path);
	const isRenamed = before !== undefined && after !== undefined && before.path !== after.path;
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

/** From where both sides begin: the repository, or the folders that were named. */
function pathIn({ prefix, file }: SideFacts, other: SideFacts, path: string): string {
	const whole = prefix === other.prefix ? `${prefix}${path}` : path;
	return (file ?? whole).replace(/^\/+/, '');
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

function painted(line: string, paint: FormatContext['paint']): string {
	if (line.startsWith('+')) return paint.added(line);
	return line.startsWith('-') ? paint.removed(line) : line;
}
