import type { Revision } from '../../src/revisions/revision.ts';
import { revision } from './graph.ts';
import { fc } from './property.ts';

interface Links {
	readonly parents: readonly number[];
	readonly dependsOn: readonly number[];
}

/** Which of the earlier revisions a revision names; several parents and dependencies are rare, as in life. */
const linksOf = (index: number): fc.Arbitrary<Links> => {
	const earlier = (max: number): fc.Arbitrary<readonly number[]> =>
		index === 0
			? fc.constant([])
			: fc.uniqueArray(fc.integer({ min: 0, max: index - 1 }), { minLength: 0, maxLength: Math.min(max, index) });
	return fc.record({ parents: earlier(3), dependsOn: earlier(2) });
};

/** Graphs of up to twelve revisions, with branches, merges, dependencies and several bases; ids in random order. */
export const dags = (): fc.Arbitrary<readonly Revision[]> =>
	fc
		.tuple(
			fc.integer({ min: 1, max: 12 }).chain((size) => fc.tuple(...Array.from({ length: size }, (_, i) => linksOf(i)))),
			fc.shuffledSubarray([...'0123456789ab'], { minLength: 12 }),
		)
		.map(([links, digits]) =>
			links.map(({ parents, dependsOn }, index) => {
				const id = (at: number): string => `${digits[at]}00${digits[at]}`;
				return revision(id(index), parents.map(id), {
					dependsOn: dependsOn.filter((at) => !parents.includes(at)).map(id),
				});
			}),
		);
