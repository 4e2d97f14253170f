import { append, appendAll } from '../core/keys.ts';
import {
	parseFacts as parseVersionedFacts,
	type StatementFacts,
	type VersionedFacts,
} from '../revisions/versioned-facts.ts';
import type { Role, Unit } from './units.ts';

/** A unit with the texts of its files. */
export interface ReadUnit extends Unit {
	readonly texts: ReadonlyMap<Role, string>;
	/** The revision, and what its facts say beside. */
	readonly facts: Facts | undefined;
}

/** What is taken from the facts of a revision. */
export interface Facts {
	readonly revision: string;
	readonly title?: string;
	readonly parents: readonly string[];
	/** The statements of the revision in its scripts, without what stands around them; absent when the facts do not tell. */
	readonly statements?: Readonly<Partial<Record<Role, readonly StatementFacts[]>>>;
}

/** The same unit on both sides, or on one of them alone. */
export interface UnitPair {
	readonly before?: ReadUnit;
	readonly after?: ReadUnit;
}

/** Facts as `build` writes them; `undefined` for JSON that is something else. */
export function parseFacts(json: string | undefined): Facts | undefined {
	if (json === undefined) return undefined;
	try {
		const { revision, title, downRevision } = JSON.parse(json) as Readonly<Record<string, unknown>>;
		if (typeof revision !== 'string') return undefined;
		const parents = Array.isArray(downRevision) ? downRevision.map(String) : [];
		const whole = parseVersionedFacts(json);
		return {
			revision,
			parents,
			...(typeof title === 'string' && { title }),
			...(whole && { statements: statementsIn(whole) }),
		};
	} catch {
		return undefined;
	}
}

const statementsIn = ({ upgrade, downgrade }: VersionedFacts): NonNullable<Facts['statements']> => ({
	up: upgrade.statements,
	down: 'statements' in downgrade ? downgrade.statements : [],
});

/**
 * Find the units of one side on the other: by their path, as long as it is not another revision that has it now; by
 * their revision, in the same folder or anywhere; by the bytes of their scripts.
 */
export function pairUnits(before: readonly ReadUnit[], after: readonly ReadUnit[]): readonly UnitPair[] {
	let left = { before, after };
	const pairs: UnitPair[] = [];
	for (const keyOf of KEYS) {
		const found = paired(left.before, left.after, keyOf);
		appendAll(pairs, found.pairs);
		left = found;
	}
	return [...pairs, ...left.before.map((unit) => ({ before: unit })), ...left.after.map((unit) => ({ after: unit }))];
}

type KeyOf = (unit: ReadUnit) => string | undefined;

const folderOf = ({ stem }: Unit): string => stem.slice(0, stem.lastIndexOf('/') + 1);

const KEYS: readonly KeyOf[] = [
	({ stem, facts }) => JSON.stringify([stem, facts?.revision]),
	(unit) => unit.facts && JSON.stringify([folderOf(unit), unit.facts.revision]),
	({ facts }) => facts?.revision,
	// One side may be without its facts.
	({ stem }) => stem,
	({ texts }) => JSON.stringify([...texts].filter(([role]) => role !== 'facts').sort()),
];

/** Two revisions are never one, whatever their files are called. */
const isOther = (before: ReadUnit, after: ReadUnit): boolean =>
	before.facts !== undefined && after.facts !== undefined && before.facts.revision !== after.facts.revision;

function paired(
	before: readonly ReadUnit[],
	after: readonly ReadUnit[],
	keyOf: KeyOf,
): { readonly pairs: readonly UnitPair[]; readonly before: readonly ReadUnit[]; readonly after: readonly ReadUnit[] } {
	const waiting = new Map<string, ReadUnit[]>();
	for (const unit of after) append(waiting, keyOf(unit) ?? '', unit);
	const taken = new Set<ReadUnit>();
	const pairs = before.flatMap((unit) => {
		const key = keyOf(unit);
		const other = key === undefined ? undefined : waiting.get(key)?.shift();
		if (!other || isOther(unit, other)) return [];
		taken.add(unit).add(other);
		return [{ before: unit, after: other }];
	});
	return {
		pairs,
		before: before.filter((unit) => !taken.has(unit)),
		after: after.filter((unit) => !taken.has(unit)),
	};
}
