import { createHash } from 'node:crypto';
import type { Revision } from '../../src/revisions/revision.ts';
import { graphOf, revision } from './graph.ts';
import { fc } from './property.ts';

/** A change of a project. `at` and `other` choose among what is there. */
interface Step {
	readonly kind: 'grow' | 'fork' | 'label' | 'merge' | 'base' | 'labelledBase';
	readonly at: number;
	readonly other: number;
}

/** A project before two branches part, and in each of them. */
export interface Pair {
	readonly base: readonly Revision[];
	readonly ours: readonly Revision[];
	readonly theirs: readonly Revision[];
}

const KINDS = ['grow', 'grow', 'grow', 'grow', 'fork', 'label', 'label', 'merge', 'base', 'labelledBase'] as const;

const steps = (minLength: number, maxLength: number): fc.Arbitrary<readonly Step[]> =>
	fc.array(fc.record({ kind: fc.constantFrom(...KINDS), at: fc.nat(999), other: fc.nat(999) }), {
		minLength,
		maxLength,
	});

/** Two branches of a random project: each adds revisions, labelled branches, merges and bases, or nothing. */
export const pairs = (): fc.Arbitrary<Pair> =>
	fc.tuple(steps(0, 12), steps(0, 3), steps(0, 3), fc.nat(99_999)).map(([before, left, right, seed]) => {
		const base = taken([revision(idOf(seed, 'first'))], before, `${seed} base`);
		return { base, ours: taken(base, left, `${seed} ours`), theirs: taken(base, right, `${seed} theirs`) };
	});

/** Ids in no order that a test could rely on. */
const idOf = (...parts: readonly unknown[]): string =>
	createHash('sha1').update(parts.join(' ')).digest('hex').slice(0, 8);

function taken(start: readonly Revision[], all: readonly Step[], salt: string): readonly Revision[] {
	const revisions = [...start];
	for (const [index, step] of all.entries()) revisions.push(added(revisions, step, idOf(salt, index)));
	return revisions;
}

function added(revisions: readonly Revision[], { kind, at, other }: Step, id: string): Revision {
	const { heads } = graphOf(...revisions);
	const head = heads[at % heads.length] ?? '';
	const second = heads[other % heads.length] ?? '';
	const any = revisions[at % revisions.length]?.id ?? '';
	const label = { branchLabels: [`l${id}`] };
	if (kind === 'fork') return revision(id, any);
	if (kind === 'label') return revision(id, any, label);
	if (kind === 'base') return revision(id);
	if (kind === 'labelledBase') return revision(id, [], label);
	return revision(id, kind === 'merge' && second !== head ? [head, second] : head);
}
