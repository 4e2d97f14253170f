import { basename } from 'node:path';
import { GenSqlError } from '../core/error.ts';
import { deepFreeze } from '../core/freeze.ts';
import { type QualifiedName, qualified, shownName } from '../core/names.ts';
import { type CallSite, locate } from '../core/source.ts';
import type { CreateEnum } from '../ops/create-enum.ts';
import { type Operation, type OperationKind, type OperationOf, operations } from '../ops/index.ts';
import type { OperationDefinition, TypeEffects } from '../ops/operation.ts';
import { type ColumnType, isEnumType } from '../sql/types.ts';

/** An enum as an operation speaks of it. */
interface Enum {
	readonly type: QualifiedName;
	readonly labels: readonly string[];
}

/** What is known of an enum that is there. */
interface Known {
	readonly labels: readonly string[];
	/** The call that created it, or the last one that changed its labels. */
	readonly at: CallSite | undefined;
	readonly isChanged: boolean;
}

/**
 * Follows the enum types of a database through recorded operations, so that each is created once: before the first
 * operation that uses it.
 *
 * What only SQL text creates or drops is not seen.
 */
export class EnumTypes {
	/** By name; undefined for one that was dropped. Of a name that is missing, the operations so far do not speak. */
	#types = new Map<string, Known | undefined>();
	/** The operations so far that concern types, for when it is told what was there before them. */
	readonly #applied: Operation[] = [];
	readonly #resolveType: (type: ColumnType) => ColumnType;
	readonly #areOwnTypes: boolean;

	/**
	 * @param resolveType - The type that a dialect means.
	 * @param areOwnTypes - Whether its enums are types of their own; if not, there is nothing to follow.
	 */
	constructor(resolveType: (type: ColumnType) => ColumnType, areOwnTypes = true) {
		this.#resolveType = resolveType;
		this.#areOwnTypes = areOwnTypes;
	}

	/** Whether an operation has anything to do with enum types. */
	concerns(op: Operation): boolean {
		return this.#areConcerned(this.#effectsOf(op));
	}

	/** Whether it takes the history before the operations so far to know what an operation finds. */
	isOpen(op: Operation): boolean {
		return this.#asked(this.#effectsOf(op)).some((type) => !this.#types.has(keyOf(type)));
	}

	/** Take over what was there before the operations so far. */
	precede(earlier: EnumTypes): void {
		this.#types = new Map(earlier.#types);
		for (const op of this.#applied.splice(0)) this.apply(op);
	}

	/**
	 * Go on past an operation.
	 *
	 * @returns The types that have to be created before it.
	 * @throws {GenSqlError} TYPE_CONFLICT when it has other labels than the type that is there, creates it anew, or changes
	 * labels that it does not have.
	 */
	apply(op: Operation): readonly CreateEnum[] {
		const effects = this.#effectsOf(op);
		if (!this.#areConcerned(effects)) return [];
		const { uses = [], creates, ifNotExists = false } = effects;
		this.#applied.push(op);
		const missing = this.#enumsIn(uses).filter((used) => this.#add(used, op));
		if (creates && !this.#add(creates, op) && !ifNotExists) throw this.#twice(creates, op);
		this.#change(effects, op);
		const { at, scope } = op;
		return missing.map(({ type, labels }) =>
			deepFreeze({ kind: 'createEnum', type, labels, ifNotExists, ...(at && { at }), ...(scope && { scope }) }),
		);
	}

	#effectsOf(op: Operation): TypeEffects {
		return this.#areOwnTypes ? effectsOf(op) : NONE;
	}

	#areConcerned(effects: TypeEffects): boolean {
		const { drops, dropsSchema, renamesSchema } = effects;
		return (drops ?? dropsSchema ?? renamesSchema) !== undefined || this.#asked(effects).length > 0;
	}

	/** What happens to types that are there. */
	#change({ drops, dropsSchema, renamesSchema, moves, relabels }: TypeEffects, op: Operation): void {
		if (drops) this.#types.set(keyOf(drops), undefined);
		if (moves) this.#move(...moves);
		if (relabels) this.#relabel(relabels, op);
		const [schema, newSchema] = renamesSchema ?? [dropsSchema];
		if (schema === undefined) return;
		for (const type of [...this.#types.keys()].map(typeOf).filter((type) => type.schema === schema)) {
			if (newSchema !== undefined) this.#move(type, { ...type, schema: newSchema });
			this.#types.set(keyOf(type), undefined);
		}
	}

	#move(from: QualifiedName, to: QualifiedName): void {
		const known = this.#types.get(keyOf(from));
		if (!known) return;
		this.#types.set(keyOf(from), undefined);
		this.#types.set(keyOf(to), known);
	}

	#relabel({ type, labels }: NonNullable<TypeEffects['relabels']>, { at }: Operation): void {
		const known = this.#types.get(keyOf(type));
		const changed = labels(known?.labels);
		if (typeof changed !== 'string') {
			if (changed) this.#types.set(keyOf(type), { labels: changed, at, isChanged: true });
			return;
		}
		const from = known ? `: ${origin(known)}` : '';
		throw new GenSqlError('TYPE_CONFLICT', `${shown(type)} ${changed}${from}`, {
			hint: 'give the labels that it has at this point of the history',
			at,
		});
	}

	/** The types that an operation finds. */
	#asked({ uses = [], creates, moves, relabels }: TypeEffects): readonly QualifiedName[] {
		const used = (creates ? [creates] : this.#enumsIn(uses)).map(({ type }) => type);
		return [...used, ...(moves ? [moves[0]] : []), ...(relabels ? [relabels.type] : [])];
	}

	/** The enums among types and the items of arrays, without those that something else creates. */
	#enumsIn(types: readonly ColumnType[]): readonly Enum[] {
		return types.flatMap((given) => {
			const type = this.#resolveType(given);
			const own = type.item ?? type;
			return isEnumType(own) && own.create ? [{ type: own.enumName, labels: own.labels }] : [];
		});
	}

	/** Returns whether it was not there. */
	#add({ type, labels }: Enum, { at }: Operation): boolean {
		const known = this.#types.get(keyOf(type));
		if (known === undefined) this.#types.set(keyOf(type), { labels, at, isChanged: false });
		else if (quoted(known.labels) !== quoted(labels)) throw differing(type, labels, known, at);
		return known === undefined;
	}

	#twice({ type }: Enum, { at }: Operation): GenSqlError {
		const known = this.#types.get(keyOf(type));
		return new GenSqlError('TYPE_CONFLICT', `${shown(type)} is there already: ${place(known?.at)} creates it`, {
			hint: 'leave the call out, or drop the type before with op.dropEnum()',
			at,
		});
	}
}

const NONE: TypeEffects = {};

function effectsOf<Kind extends OperationKind>(op: OperationOf<Kind>): TypeEffects {
	const definition = operations[op.kind as Kind] as Pick<OperationDefinition<OperationOf<Kind>, never>, 'types'>;
	return definition.types?.(op) ?? NONE;
}

const keyOf = ({ schema, name }: QualifiedName): string => JSON.stringify([schema, name]);

function typeOf(key: string): QualifiedName {
	const [schema, name] = JSON.parse(key) as readonly [string | null, string];
	return qualified(name, schema ?? undefined);
}

const shown = (type: QualifiedName): string => `the enum "${shownName(type)}"`;

const quoted = (labels: readonly string[]): string => labels.map((label) => JSON.stringify(label)).join(', ');

/** `1975_user.ts:12:5` */
function place(at: CallSite | undefined): string {
	if (!at) return 'an earlier operation';
	const { file, line, column } = locate(at);
	return `${basename(file)}:${line}:${column}`;
}

/** `1975_user.ts:12:5 creates it with "new", "sent"` */
const origin = ({ labels, at, isChanged }: Known): string =>
	`${place(at)} ${isChanged ? 'leaves' : 'creates'} it with ${quoted(labels)}`;

const differing = (
	type: QualifiedName,
	labels: readonly string[],
	known: Known,
	at: CallSite | undefined,
): GenSqlError =>
	new GenSqlError('TYPE_CONFLICT', `${shown(type)} has the labels ${quoted(labels)} here, but ${origin(known)}`, {
		hint: 'use the same labels in the same order; if SQL has changed the type since, write { create: false }',
		at,
	});
