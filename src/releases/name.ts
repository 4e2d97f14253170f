import { GenSqlError } from '../core/error.ts';
import type { RevisionGraph } from '../revisions/graph.ts';
import { AMENDMENTS, type Releases } from './read-releases.ts';

/**
 * Make sure that a release can have a name: it names a folder, and revisions in ranges.
 *
 * @see https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file
 * @throws {GenSqlError} RELEASE_INVALID when it cannot.
 */
export function checkReleaseName(name: string, { releases }: Releases, graphs: readonly RevisionGraph[]): void {
	const refuse = (what: string, hint: string): never => {
		throw new GenSqlError('RELEASE_INVALID', `a release cannot be called "${name}": ${what}`, { hint });
	};
	if (!/^[A-Za-z0-9_](?:[\w.-]*[\w])?$/.test(name))
		refuse('it names a folder', 'write letters, digits, . - and _: v1.4-rc1');
	if (/-\d+$/.test(name)) refuse('in a range its end would mean steps back', `write ${name.replace(/-(\d+)$/, '.$1')}`);
	if (/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(name)) refuse('Windows has no such folder', 'choose another');
	if (['base', 'head', 'heads', 'current', AMENDMENTS].includes(name.toLowerCase()))
		refuse('the word has a meaning', 'choose another');
	const same = releases.find(({ content }) => content.release.toLowerCase() === name.toLowerCase());
	if (same) refuse(`there is a release ${same.content.release}`, 'a release never changes: choose another name');
	const taken = graphs.some(({ nodes, labels }) => nodes.has(name) || labels.has(name));
	if (taken) refuse('a revision or a branch has that name', 'choose another');
}
