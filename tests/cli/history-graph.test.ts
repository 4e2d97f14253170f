import * as assert from 'uvu/assert';
import { historyGraph } from '../../src/cli/history-graph.ts';
import { PLAIN_PAGE } from '../../src/cli/io.ts';
import { history, type RevisionFacts } from '../../src/index.ts';
import { dags } from '../support/dags.ts';
import { graphOf } from '../support/graph.ts';
import { printed, project, revisionText, run } from '../support/project.ts';
import { fc } from '../support/property.ts';
import { suite } from '../support/suite.ts';

/** A project with a revision for each line: `id: parents; dependencies`. */
function projectOf(...lines: readonly string[]): string {
	const files = lines.map((line) => {
		const [id = '', links = ''] = line.split(':');
		const [parents = [], dependsOn = []] = links.split(';').map((part) => part.match(/\w+/g) ?? []);
		const constant = `export const dependsOn = ${JSON.stringify(dependsOn)};`;
		return [`revisions/${id}.ts`, revisionText(id, parents, '', '', constant)] as const;
	});
	return project(Object.fromEntries(files));
}

const drawn = async (root: string, ...argv: readonly string[]): Promise<readonly string[]> =>
	(await printed(root, 'history', '--graph', ...argv)).trimEnd().split('\n');

suite('cli/history-graph', (test) => {
	test('draws a line', async () => {
		assert.equal(await drawn(projectOf('a', 'b:a', 'c:b')), ['* c (head), c', '* b, b', '* a, a']);
	});

	test('draws a fork and a merge', async () => {
		assert.equal(await drawn(projectOf('a', 'b:a', 'c:a', 'd:b c')), [
			'* d (head) (mergepoint), d',
			'├─╮',
			'* │ b, b',
			'│ * c, c',
			'├─╯',
			'* a (branchpoint), a',
		]);
	});

	test('draws several bases, heads and a dependency', async () => {
		assert.equal(await drawn(projectOf('a', 'b:a', 'x', 'y:x;a', 'z:a')), [
			'* b (head), b',
			'│ * y (head), y',
			'│ ├─╮',
			'│ * │ x, x',
			'│   │',
			'│ * │ z (head), z',
			'├─┴─╯',
			'* a (branchpoint), a',
		]);
	});

	test('draws lines across others', async () => {
		assert.equal(await drawn(projectOf('a', 'b:a', 'c:a', 'd:a', 'e:b c d', 'f:b d', 'g:e f')), [
			'* g (head) (mergepoint), g',
			'├─╮',
			'* │ e (mergepoint), e',
			'├─┼─┬─╮',
			'│ * │ │ f (mergepoint), f',
			'│ ├─┼─┼─╮',
			'├─╯ │ │ │',
			'*   │ │ │ b (branchpoint), b',
			'│   * │ │ c, c',
			'│   │ ├─╯',
			'│   │ * d (branchpoint), d',
			'├───┴─╯',
			'* a (branchpoint), a',
		]);
	});

	test('marks the current revision, and draws a range', async () => {
		const root = projectOf('a', 'b:a', 'c:a', 'd:b c');
		assert.equal(await drawn(root, '-i', 'b', '-r', 'current:'), ['* d (head) (mergepoint), d', '* b (current), b']);
	});

	test('puts blocks beside the lines with --verbose', async () => {
		assert.equal(await drawn(projectOf('a', 'b:a', 'c:a'), '-v', '-r', 'a:'), [
			'* Rev: b (head)',
			'│ Parent: a',
			'│ Path: revisions/b.ts',
			'│ Title: b',
			'│',
			'│ * Rev: c (head)',
			'│ │ Parent: a',
			'│ │ Path: revisions/c.ts',
			'│ │ Title: c',
			'│ │',
			'├─╯',
			'* Rev: a (branchpoint)',
			'  Parent: <base>',
			'  Branches into: b, c',
			'  Path: revisions/a.ts',
			'  Title: a',
		]);
	});

	test('cannot be JSON', async () => {
		const { code, stdout, stderr } = await run(projectOf('a'), ['history', '--graph', '--format', 'json']);
		assert.equal([code, stdout], [2, '']);
		assert.match(stderr, '--graph cannot be drawn as json');
	});

	test('can be followed from each revision to its parents and to nothing else', () => {
		fc.assert(
			fc.property(dags(), (revisions) => {
				const graph = graphOf(...revisions);
				const facts = graph.fromHeads(new Set(graph.nodes.keys())).map((id) => {
					const { downRevisions: downRevision, dependencies } = graph.node(id);
					return { revision: id, downRevision, dependencies } as unknown as RevisionFacts;
				});
				const lines = historyGraph(facts, ({ revision }) => [revision], PLAIN_PAGE);
				for (const { revision, downRevision, dependencies } of facts) {
					const parents = [...new Set([...downRevision, ...dependencies])].sort();
					assert.equal(followed(lines, revision), parents, `${revision}\n${lines.join('\n')}`);
				}
			}),
		);
	});

	test('is a function, too', async () => {
		const root = projectOf('a', 'b:a');
		const marks = (await history({ cwd: root }, { range: 'current:', current: ['a'] })).map(({ revision, current }) => [
			revision,
			current,
		]);
		assert.equal(marks, [
			['b', false],
			['a', true],
		]);
		assert.not.ok('current' in ((await history({ cwd: root }))[0] ?? {}));
	});
});

type Way = 'down' | 'left' | 'right';
type Step = readonly [line: number, column: number, way: Way];

/** The sides of each character that a line touches, and the way that a line leaves by each. */
const SIDES: Readonly<Record<string, string>> = {
	'│': 'ud',
	'─': 'lr',
	'╯': 'ul',
	'╮': 'dl',
	'┤': 'udl',
	'╰': 'ur',
	'╭': 'dr',
	'├': 'udr',
	'┴': 'ulr',
	'┬': 'dlr',
	'┼': 'udlr',
};
const ENTRY = { down: 'u', left: 'r', right: 'l' };

/** Where a line may go on from a character that it comes to, never up; it goes straight on where two cross. */
function exits(char: string, way: Way): readonly Way[] {
	const sides = SIDES[char] ?? '';
	if (!sides.includes(ENTRY[way])) return [];
	if (char === '┼') return [way];
	return (['down', 'left', 'right'] as const).filter((exit) => exit !== BACK[way] && sides.includes(exit.charAt(0)));
}
const BACK: Readonly<Record<Way, Way | undefined>> = { down: undefined, left: 'right', right: 'left' };

const onwards = ([line, column, way]: Step): readonly [number, number] =>
	way === 'down' ? [line + 1, column] : [line, column + (way === 'left' ? -1 : 1)];

/** The revisions that the lines below one lead to, whichever way they may be read. */
function followed(lines: readonly string[], revision: string): readonly string[] {
	const start = lines.findIndex((line) => line.endsWith(revision));
	const found = new Set<string>();
	const seen = new Set<string>();
	const queue: Step[] = [[start, lines[start]?.indexOf('*') ?? -1, 'down']];
	for (const step of queue) {
		const [line, column] = onwards(step);
		const char = lines[line]?.[column] ?? ' ';
		if (char === '*') found.add(/\w+$/.exec(lines[line] ?? '')?.[0] ?? '');
		const next = exits(char, step[2]).map((way): Step => [line, column, way]);
		queue.push(...next.filter((one) => !seen.has(one.join())));
		for (const one of next) seen.add(one.join());
	}
	return [...found].sort();
}
