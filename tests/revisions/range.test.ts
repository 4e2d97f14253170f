import * as assert from 'uvu/assert';
import type { ErrorCode, GenSqlError } from '../../src/core/error.ts';
import { buildGraph } from '../../src/revisions/build-graph.ts';
import type { RevisionGraph } from '../../src/revisions/graph.ts';
import { type Range, resolveRange, resolveRevisions } from '../../src/revisions/range.ts';
import { VersionRows } from '../../src/revisions/version-rows.ts';
import type { Direction } from '../../src/script/plan.ts';
import { dags } from '../support/dags.ts';
import { branches, graphOf, merged, revision } from '../support/graph.ts';
import { fc } from '../support/property.ts';
import { suite } from '../support/suite.ts';
import { throwsCode } from '../support/throws.ts';

const line = graphOf(
	revision('aaaa1'),
	revision('aabb2', 'aaaa1', { branchLabels: ['release'] }),
	revision('0042', 'aabb2'),
	revision('1e5', '0042'),
);
const open = graphOf(...branches);
const closed = graphOf(...merged);

const up = (graph: RevisionGraph, text: string): readonly string[] => resolveRange(graph, 'upgrade', text).revisions;
const down = (graph: RevisionGraph, text: string): readonly string[] =>
	resolveRange(graph, 'downgrade', text).revisions;

const refused = (graph: RevisionGraph, direction: Direction, text: string, code: ErrorCode): GenSqlError =>
	throwsCode(() => resolveRange(graph, direction, text), code);

/** The rows a database has after a range, by the changes of its steps. */
function rowsAfter(graph: RevisionGraph, { direction, start, revisions }: Range): readonly string[] {
	const rows = new VersionRows(graph, start);
	const present = new Set(start);
	for (const id of revisions) {
		for (const change of rows[direction](id)) {
			if (change.kind !== 'insert') assert.ok(present.delete(change.from), `${change.from} has no row`);
			if (change.kind !== 'delete') present.add(change.to);
		}
	}
	return [...present].sort();
}

suite('revisions/range', (test) => {
	for (const [text, revisions] of [
		['head', ['aaaa1', 'aabb2', '0042', '1e5']],
		['base:head', ['aaaa1', 'aabb2', '0042', '1e5']],
		[':head', ['aaaa1', 'aabb2', '0042', '1e5']],
		['heads', ['aaaa1', 'aabb2', '0042', '1e5']],
		['base:0042', ['aaaa1', 'aabb2', '0042']],
		['base:004', ['aaaa1', 'aabb2', '0042']],
		['aaaa:1e', ['aabb2', '0042', '1e5']],
		['aaaa1:0042', ['aabb2', '0042']],
		['+2', ['aaaa1', 'aabb2']],
		['aaaa1:+2', ['aabb2', '0042']],
		['aaaa1+1', ['aaaa1', 'aabb2']],
		['aaaa+1:head', ['0042', '1e5']],
		['head-1', ['aaaa1', 'aabb2', '0042']],
		['head-2:head', ['0042', '1e5']],
		['base+1:head-1', ['aabb2', '0042']],
		['release', ['aaaa1', 'aabb2']],
		['release:release+1', ['0042']],
		['head:head', []],
		['base:base', []],
		['base', []],
		['0042:0042', []],
	] as const) {
		test(`upgrades ${text}`, () => assert.equal(up(line, text), revisions));
	}

	for (const [text, revisions] of [
		['base', ['1e5', '0042', 'aabb2', 'aaaa1']],
		['head:base', ['1e5', '0042', 'aabb2', 'aaaa1']],
		[':base', ['1e5', '0042', 'aabb2', 'aaaa1']],
		['-1', ['1e5']],
		['-3', ['1e5', '0042', 'aabb2']],
		['-4', ['1e5', '0042', 'aabb2', 'aaaa1']],
		['0042:-1', ['0042']],
		['0042:base', ['0042', 'aabb2', 'aaaa1']],
		['head-1:release', ['0042']],
		['aabb', ['1e5', '0042']],
		['base+1', ['1e5', '0042', 'aabb2']],
		['head', []],
		['heads', []],
		['base:base', []],
	] as const) {
		test(`downgrades ${text}`, () => assert.equal(down(line, text), revisions));
	}

	test('starts at the rows that the start means', () => {
		assert.equal(resolveRange(line, 'upgrade', 'head').start, []);
		assert.equal(resolveRange(line, 'upgrade', 'aaaa:head').start, ['aaaa1']);
		assert.equal(resolveRange(open, 'downgrade', 'base').start, ['27c6', 'ae10']);
		assert.equal(resolveRange(closed, 'downgrade', 'base').start, ['53ff']);
	});

	test('takes an id for itself, even where it is the beginning of others, or looks like steps', () => {
		const graph = graphOf(revision('ab'), revision('abc', 'ab'), revision('abcd', 'abc'));
		assert.equal(up(graph, 'ab'), ['ab']);
		assert.equal(up(graph, 'abc'), ['ab', 'abc']);
	});

	test('prefers an id to a label, and a label to a beginning', () => {
		const graph = graphOf(revision('relic'), revision('b1', 'relic', { branchLabels: ['rel'] }));
		assert.equal(resolveRevisions(graph, 'rel'), ['b1']);
		assert.equal(resolveRevisions(graph, 'reli'), ['relic']);
	});

	test('names the candidates of a beginning that fits several', () => {
		const error = refused(line, 'upgrade', 'base:aa', 'REVISION_AMBIGUOUS');
		assert.is(error.message, '2 revisions begin with "aa": aaaa1, aabb2');
		assert.is(error.exitCode, 3);
		const many = graphOf(...Array.from({ length: 14 }, (_, index) => revision(`x${index + 10}`)));
		assert.match(refused(many, 'upgrade', 'x', 'REVISION_AMBIGUOUS').message, /^14 .* x10, .*, x19, and 4 more$/);
	});

	for (const text of ['nope', 'base:nope', 'nope:head', 'AAAA1', 'release2', ' head']) {
		test(`finds no revision for ${text}`, () => {
			assert.match(refused(line, 'upgrade', text, 'REVISION_NOT_FOUND').message, /no revision id is or starts with/);
		});
	}

	test('says what a range looks like', () => {
		for (const text of ['', 'a:b:c', 'head:', ':', '::']) {
			assert.match(refused(line, 'upgrade', text, 'RANGE_INVALID').hint ?? '', /base:head/);
		}
	});

	test('refuses a reversed range, with the command that was meant', () => {
		const upgrade = refused(line, 'upgrade', 'head:base', 'RANGE_INVALID');
		assert.match(upgrade.message, /the wrong way round/);
		assert.is(upgrade.hint, 'gen-sql downgrade 1e5:base');
		assert.is(refused(line, 'upgrade', '0042:aaaa', 'RANGE_INVALID').hint, 'gen-sql downgrade 0042:aaaa1');
		const downgrade = refused(line, 'downgrade', 'aaaa1:0042', 'RANGE_INVALID');
		assert.is(downgrade.hint, 'gen-sql upgrade aaaa1:0042');
		assert.is(refused(line, 'downgrade', 'base:0042', 'RANGE_INVALID').hint, 'gen-sql upgrade base:0042');
	});

	test('refuses steps that lead the wrong way', () => {
		refused(line, 'upgrade', 'head:-1', 'RANGE_INVALID');
		refused(line, 'downgrade', 'aaaa1:+1', 'RANGE_INVALID');
	});

	test('names the common ancestor of ends that are not on one line', () => {
		for (const direction of ['upgrade', 'downgrade'] as const) {
			const error = refused(open, direction, 'ae10:27c6', 'RANGE_INVALID');
			assert.is(error.message, 'ae10 and 27c6 do not lie on one line; they part after 1975');
		}
		const apart = graphOf(revision('a1'), revision('b1'));
		assert.match(refused(apart, 'upgrade', 'a1:b1', 'RANGE_INVALID').message, /part after base$/);
	});

	test('says how many steps there are when there are fewer than asked for', () => {
		for (const [direction, text, steps] of [
			['upgrade', '+5', 'only 4 steps'],
			['upgrade', 'aaaa1:+9', 'only 3 steps'],
			['upgrade', 'head:+1', 'only 0 steps'],
			['upgrade', 'base:release+3', 'only 2 steps'],
			['downgrade', '-5', 'only 4 steps'],
			['downgrade', 'aaaa1:-2', 'only 1 step'],
			['upgrade', 'base-1', 'only 0 steps'],
		] as const) {
			const error = refused(line, direction, text, 'RANGE_INVALID');
			assert.ok(error.message.endsWith(steps), error.message);
		}
	});

	test('lists the ways when steps come to a branch or a merge', () => {
		assert.match(refused(open, 'upgrade', '+2', 'REVISION_AMBIGUOUS').message, /comes to 1975, .* 27c6, ae10$/);
		assert.match(refused(closed, 'downgrade', '-1', 'REVISION_AMBIGUOUS').message, /comes to 53ff, .* ae10, 27c6$/);
		refused(open, 'downgrade', '-1', 'REVISION_AMBIGUOUS');
		refused(graphOf(revision('a1'), revision('b1')), 'upgrade', '+1', 'REVISION_AMBIGUOUS');
		refused(open, 'upgrade', 'heads-1', 'REVISION_AMBIGUOUS');
	});

	test('asks which head is meant when there are several', () => {
		const error = refused(open, 'upgrade', 'head', 'HEADS_MULTIPLE');
		assert.is(error.message, 'there are 2 heads: 27c6, ae10');
		assert.match(error.hint ?? '', /heads for all/);
	});

	test('says that there are no revisions yet', () => {
		assert.match(refused(graphOf(), 'upgrade', 'head', 'REVISION_NOT_FOUND').message, /no revisions yet/);
		assert.equal(up(graphOf(), 'heads'), []);
		assert.equal(down(graphOf(), 'base'), []);
	});

	test('goes to all heads, from one of them too', () => {
		assert.equal(up(open, 'heads'), ['1975', 'ae10', '27c6']);
		assert.equal(up(open, 'ae10:heads'), ['27c6']);
		assert.equal(up(open, '1975:heads'), ['ae10', '27c6']);
		assert.equal(up(open, 'heads:heads'), []);
	});

	test('brings the other side of a merge along', () => {
		assert.equal(up(closed, 'ae10:head'), ['27c6', '53ff']);
		assert.equal(up(closed, '1975:53ff'), ['27c6', 'ae10', '53ff']);
	});

	test('undoes a merge alone when the target is one of its parents', () => {
		assert.equal(down(closed, 'ae10'), ['53ff']);
		assert.equal(rowsAfter(closed, resolveRange(closed, 'downgrade', 'ae10')), ['27c6', 'ae10']);
		assert.equal(down(closed, '1975'), ['53ff', 'ae10', '27c6']);
	});

	test('leaves the other branch alone when one is taken back', () => {
		assert.equal(down(open, 'ae10:1975'), ['ae10']);
		assert.equal(down(open, '1975'), ['27c6', 'ae10']);
	});

	test('pulls dependencies in, and takes back what depends on the revision', () => {
		const graph = graphOf(
			revision('a1'),
			revision('a2', 'a1'),
			revision('b1', [], { dependsOn: ['a1'] }),
			revision('b2', 'b1'),
		);
		assert.equal(up(graph, 'b2'), ['a1', 'b1', 'b2']);
		assert.equal(down(graph, 'heads:b1'), ['b2']);
		assert.equal(down(graph, 'heads:base'), ['a2', 'b2', 'b1', 'a1']);
	});

	test('leads from any start to any end above it, and back', () => {
		fc.assert(
			fc.property(dags(), fc.nat(11), fc.nat(11), (revisions, a, b) => {
				const graph = buildGraph(revisions);
				const end = revisions[b % revisions.length]?.id ?? '';
				const below = [...graph.ancestors([end])];
				const start = below[a % below.length] ?? '';
				const upgrade = resolveRange(graph, 'upgrade', `${start}:${end}`);
				assert.equal(rowsAfter(graph, upgrade), [end]);
				const kept = new Set(graph.ancestors([start]));
				assert.equal([...upgrade.revisions].sort(), below.filter((id) => !kept.has(id)).sort());
				assert.equal(rowsAfter(graph, resolveRange(graph, 'upgrade', 'heads')), graph.realHeads);
				assert.equal(rowsAfter(graph, resolveRange(graph, 'downgrade', 'base')), []);
				assert.equal(rowsAfter(graph, resolveRange(graph, 'upgrade', `${start}:heads`)), graph.realHeads);
				const hasChild = graph.node(start).children.some((id) => graph.ancestors([end]).has(id));
				if (start !== end && !hasChild) {
					refused(graph, 'downgrade', `${end}:${start}`, 'RANGE_INVALID');
					return;
				}
				const downgrade = resolveRange(graph, 'downgrade', `${end}:${start}`);
				const left = below.filter((id) => !downgrade.revisions.includes(id));
				assert.equal(rowsAfter(graph, downgrade), graph.rows(left));
				assert.ok(left.includes(start));
			}),
		);
	});
});
