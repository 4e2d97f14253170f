import * as assert from 'uvu/assert';
import type { Comparison } from '../../src/check/comparison.ts';
import { divergedProblems } from '../../src/check/divergence.ts';
import { originsOf } from '../../src/revisions/origins.ts';
import type { Revision } from '../../src/revisions/revision.ts';
import { type Pair, pairs } from '../support/branches.ts';
import { graphOf } from '../support/graph.ts';
import { fc } from '../support/property.ts';
import { suite } from '../support/suite.ts';

const byId = (all: readonly Revision[]): ReadonlyMap<string, Revision> => new Map(all.map((each) => [each.id, each]));

/** Our side of a pair beside the other. */
function comparison({ base, ours, theirs }: Pair): Comparison {
	const graph = graphOf(...ours);
	const isBase = ({ id }: Revision): boolean => byId(base).has(id);
	return {
		graph,
		merged: byId(theirs),
		fresh: new Map([...graph.nodes].filter(([, node]) => !isBase(node))),
		removed: [],
		theirs: theirs.filter((each) => !isBase(each)),
		changed: [],
		changedThere: [],
	};
}

const union = ({ ours, theirs }: Pair): readonly Revision[] => [...byId([...ours, ...theirs]).values()];

/** Whether every set of labels has one head. */
function isTold(all: readonly Revision[]): boolean {
	const labels = [...originsOf(graphOf(...all)).values()].map((origin) => origin.labels.join(', '));
	return new Set(labels).size === labels.length;
}

const diverge = (pair: Pair, wanted?: number): boolean =>
	divergedProblems(comparison(pair), { ref: 'main', wanted, isAlone: true }).some(
		({ code }) => code === 'HEADS_DIVERGED',
	);

suite('check/divergence', (test) => {
	test('is found exactly when two sides with nothing wrong have too many heads together', () => {
		let found = 0;
		fc.assert(
			fc.property(pairs(), (pair) => {
				fc.pre(isTold(pair.ours) && isTold(pair.theirs));
				assert.is(diverge(pair), !isTold(union(pair)));
				if (diverge(pair)) found++;
			}),
		);
		assert.ok(found > 0);
	});

	test('is found exactly when two sides have more heads together than were declared', () => {
		fc.assert(
			fc.property(pairs(), fc.integer({ min: 1, max: 6 }), (pair, wanted) => {
				const count = (all: readonly Revision[]): number => graphOf(...all).heads.length;
				fc.pre(count(pair.ours) <= wanted && count(pair.theirs) <= wanted);
				assert.is(diverge(pair, wanted), count(union(pair)) > wanted);
			}),
		);
	});

	test('is placed at a new revision', () => {
		fc.assert(
			fc.property(pairs(), (pair) => {
				const found = divergedProblems(comparison(pair), { ref: 'main', wanted: undefined, isAlone: true });
				const files = [...comparison(pair).fresh.values()].map(({ file }) => file);
				for (const { at } of found) assert.ok(at && files.includes(at.file));
			}),
		);
	});
});
