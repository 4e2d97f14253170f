import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { loadProject } from '../../src/config/project.ts';
import { renderHeads } from '../../src/revisions/heads-file.ts';
import { loadGraph } from '../../src/revisions/load.ts';
import type { Revision } from '../../src/revisions/revision.ts';
import { type Pair, pairs } from '../support/branches.ts';
import { commit, git, gitSucceeds, repository } from '../support/git.ts';
import { graphOf, revision } from '../support/graph.ts';
import { fc } from '../support/property.ts';
import { suite } from '../support/suite.ts';

const PAIRS = 50;

/** How git may show conflicts, and write line ends: neither may change what conflicts. */
const SETTINGS = [
	['-c', 'merge.conflictStyle=merge'],
	['-c', 'merge.conflictStyle=diff3'],
	['-c', 'merge.conflictStyle=zdiff3'],
	['-c', 'core.autocrlf=true'],
];

const textOf = ({ id, downRevisions, branchLabels }: Revision): string =>
	[
		`export const revision = '${id}';`,
		`export const downRevision = ${JSON.stringify(downRevisions)};`,
		`export const branchLabels = ${JSON.stringify(branchLabels)};`,
		'export function upgrade() {}',
		'export function downgrade() {}',
		'',
	].join('\n');

const filesOf = (all: readonly Revision[]): Readonly<Record<string, string>> => ({
	...Object.fromEntries(all.map((each) => [`revisions/${each.id}.ts`, textOf(each)])),
	'revisions/HEADS': renderHeads(graphOf(...all)),
});

/** The blocks of the file by their first line. */
const blocksOf = (all: readonly Revision[]): ReadonlyMap<string, string> =>
	new Map(
		renderHeads(graphOf(...all))
			.split('\n\n')
			.slice(1, -1)
			.map((block) => [block.split('\n')[0] ?? '', block]),
	);

/** Whether both sides change the heads of one block, or which blocks there are, in different ways. */
function addHeadsTwice({ base, ours, theirs }: Pair): boolean {
	const [before, left, right] = [blocksOf(base), blocksOf(ours), blocksOf(theirs)];
	const differ = (...values: readonly [unknown, unknown, unknown]): boolean => new Set(values).size === 3;
	const keys = (blocks: ReadonlyMap<string, string>): string => [...blocks.keys()].join('\n');
	const all = new Set([...before.keys(), ...left.keys(), ...right.keys()]);
	return (
		differ(keys(before), keys(left), keys(right)) ||
		[...all].some((key) => differ(before.get(key), left.get(key), right.get(key)))
	);
}

const idsOf = (...all: readonly Revision[]): readonly string[] => [...new Set(all.map(({ id }) => id))].sort();

/** A repository whose work tree is the merge of two branches. */
class Merge {
	readonly root = repository({ 'gen-sql.config.ts': 'export default {};\n' });
	readonly #start = git(this.root, 'rev-parse', 'HEAD');

	/** Whether git merges the branches without a conflict; no other file than HEADS may have one. */
	isClean({ base, ours, theirs }: Pair, settings: readonly string[] = []): boolean {
		const { root } = this;
		git(root, 'reset', '-q', '--hard');
		git(root, 'checkout', '-q', '-f', '--detach', this.#start);
		const parted = commit(root, filesOf(base));
		const side = commit(root, filesOf(theirs));
		git(root, 'checkout', '-q', '--detach', parted);
		commit(root, filesOf(ours));
		const isClean = gitSucceeds(root, ...settings, 'merge', '-q', '-m', 'x', side);
		assert.is(git(root, 'diff', '--name-only', '--diff-filter=U'), isClean ? '' : 'revisions/HEADS');
		return isClean;
	}
}

suite('revisions/heads-merge', (test) => {
	test(`conflicts in git exactly when both branches add heads, and no revision is lost: ${PAIRS} pairs`, async () => {
		const merge = new Merge();
		let conflicts = 0;
		for (const [index, pair] of fc.sample(pairs(), PAIRS).entries()) {
			const context = `the pair ${index}: ${JSON.stringify(pair)}`;
			const isClean = merge.isClean(pair, SETTINGS[index % SETTINGS.length]);
			assert.is(isClean, !addHeadsTwice(pair), context);
			const graph = await loadGraph(await loadProject({ cwd: merge.root, env: { GEN_SQL_CACHE: 'off' } }));
			assert.equal([...graph.nodes.keys()].sort(), idsOf(...pair.ours, ...pair.theirs), context);
			const text = readFileSync(join(merge.root, 'revisions/HEADS'), 'utf8').replaceAll('\r\n', '\n');
			if (isClean) assert.is(text, renderHeads(graph), context);
			else conflicts++;
		}
		assert.ok(conflicts > 0 && conflicts < PAIRS, `${conflicts} conflicts`);
	});

	test('always conflicts for two revisions on one head, and never for two on different lines', () => {
		const base = [revision('m0'), revision('m1', 'm0'), revision('x1', 'm0', { branchLabels: ['x'] })];
		const line = (...rest: readonly (readonly [string, string])[]): readonly Revision[] => [
			...base,
			...rest.map(([id, parent]) => revision(id, parent)),
		];
		const merge = new Merge();
		const cases = [
			[line(['m2', 'm1']), line(['m3', 'm1']), false],
			[line(['m2', 'm1']), line(['x2', 'x1']), true],
			[line(['m2', 'm1'], ['m3', 'm2']), line(['x2', 'x1'], ['x3', 'x2']), true],
			[line(['m2', 'm1']), line(), true],
			[line(['m2', 'm1']), line(['m2', 'm1']), true],
			[line(['m2', 'm0']), line(['m9', 'm0']), false],
			[line(['a2', 'm0']), line(['z9', 'm0']), false],
			[line(['m2', 'm1']), line(['a0', 'm0']), false],
		] as const;
		for (const [index, [ours, theirs, expected]] of cases.entries()) {
			for (const settings of SETTINGS)
				assert.is(merge.isClean({ base, ours, theirs }, settings), expected, `case ${index}`);
		}
	});
});
