import { addToTable, findConstraint } from './constraints.ts';
import type { Column, Id, Relation } from './model.ts';
import { createIndexes } from './partition-indexes.ts';
import { addOwnSequence, identitySequence } from './sequences.ts';
import type { State } from './state.ts';
import { addStatistics } from './statistics.ts';
import { type NodeOf, rangeName } from './trees.ts';

/** The bits of the grammar. */
const COMPRESSION = 2;
const CONSTRAINTS = 4;
const DEFAULTS = 8;
const GENERATED = 16;
const IDENTITY = 32;
const INDEXES = 64;
const STATISTICS = 128;
const STORAGE = 256;

/** What `LIKE table INCLUDING …` copies. */
export interface Like {
	readonly from: Relation | undefined;
	readonly isKnown: boolean;
	readonly columns: readonly Column[];
	/** NOT NULL is copied always. */
	readonly notNulls: readonly NodeOf<'Constraint'>[];
	readonly has: (option: number) => boolean;
}

export function likeOf(state: State, { relation, options = 0 }: NodeOf<'TableLikeClause'>): Like {
	const from = relation && state.find(rangeName(relation));
	const has = (option: number): boolean => (options & option) !== 0;
	return {
		from,
		isKnown: from?.areColumnsKnown ?? false,
		has,
		columns: (from?.columns ?? []).map((column) => copied(column, has)),
		notNulls: (from?.constraints ?? []).flatMap(({ kind, name, columns: [column = ''], noInherit }) =>
			kind === 'not null'
				? {
						contype: 'CONSTR_NOTNULL',
						conname: name,
						keys: [{ String: { sval: column } }],
						...(noInherit && { is_no_inherit: true }),
					}
				: [],
		),
	};
}

function copied(column: Column, has: Like['has']): Column {
	const hasDefault = has(column.generated ? GENERATED : DEFAULTS);
	return {
		...column,
		notNull: false,
		default: hasDefault ? column.default : undefined,
		sequences: hasDefault ? column.sequences : [],
		generated: hasDefault ? column.generated : undefined,
		identity: has(IDENTITY) ? column.identity : undefined,
		storage: has(STORAGE) ? column.storage : undefined,
		compression: has(COMPRESSION) ? column.compression : undefined,
		isLocal: true,
		inheritCount: 0,
	};
}

/** Copy what the table has to be there for. */
export function copyAfterwards(state: State, id: Id, { from, has }: Like): void {
	if (!from) return;
	if (has(IDENTITY)) copyIdentities(state, id, from);
	if (has(CONSTRAINTS)) copyChecks(state, id, from);
	if (has(INDEXES)) copyIndexes(state, id, from);
	if (has(STATISTICS)) for (const each of from.statistics) addStatistics(state, id, each);
}

function copyIdentities(state: State, id: Id, from: Relation): void {
	for (const { name, identity } of from.columns) {
		const type = identity && identitySequence(state, from, name)?.sequence?.type;
		if (type) addOwnSequence(state, state.known(id), name, { type: 'int8', isIdentity: true, options: [] });
	}
}

function copyChecks(state: State, id: Id, { constraints }: Relation): void {
	for (const check of constraints) {
		if (check.kind !== 'check' || findConstraint(state.known(id), check.name)) continue;
		addToTable(state, id, { ...check, isLocal: true, inheritCount: 0, isValidated: check.isEnforced });
	}
}

function copyIndexes(state: State, id: Id, { indexes, constraints }: Relation): void {
	for (const each of indexes) {
		const { index } = state.known(each);
		if (!index) continue;
		const key = constraints.find((constraint) => constraint.index === each);
		const { isDeferrable = false, isInitiallyDeferred = false } = key ?? {};
		const constraint = key ? '' : undefined;
		const attributes = { isDeferrable, isInitiallyDeferred };
		createIndexes(
			state,
			id,
			{ ...index, constraint, isValid: true, isClustered: false },
			{ recurse: true, attributes },
		);
	}
}
