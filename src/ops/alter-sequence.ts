import { GenSqlError } from '../core/error.ts';
import { keysOf } from '../core/keys.ts';
import { type QualifiedName, qualified } from '../core/names.ts';
import * as check from '../schema/arguments.ts';
import { type ColumnReference, type Reference, reference } from '../schema/constraints.ts';
import { checkSequence, type SequenceDefinition, sequenceDefinition } from '../schema/sequence.ts';
import type { OperationBase, OperationDefinition, Reversal } from './operation.ts';
import { irreversible, undoneBy } from './reversal.ts';

/** What is to change; what is left out stays as it is. */
interface Changes extends Omit<SequenceDefinition, 'ownedBy'> {
	/** Null when it is to belong to no column. */
	readonly ownedBy?: Reference | null;
}

/** The same as data. */
interface Recorded extends Omit<Changes, 'ownedBy'> {
	readonly ownedBy?: ColumnReference | null;
}

export interface AlterSequence extends OperationBase<'alterSequence'>, Recorded {
	readonly sequence: QualifiedName;
	readonly restart?: true | number | bigint;
	readonly ifExists: boolean;
	/** What it was; undoing the change needs it. */
	readonly was?: Recorded;
}

export interface AlterSequenceOptions extends Changes {
	readonly schema?: string;
	/** The next value: true for the one it starts with. Where it stood cannot be brought back. */
	readonly restart?: true | number | bigint;
	/** Succeed when there is no such sequence. Default `false`. */
	readonly ifExists?: boolean;
	/** What it is now, of all that changes; undoing the change needs it. */
	readonly was?: Changes;
}

export interface AlterSequenceMethod {
	/**
	 * Change how a sequence counts, or which column it belongs to.
	 *
	 * `start` is for a later restart; the next value stays what it is unless `restart` is given.
	 *
	 * @throws {GenSqlError} ARGUMENT_INVALID when nothing is to change, or options exclude each other.
	 * @see https://www.postgresql.org/docs/current/sql-altersequence.html
	 *
	 * @example
	 * op.alterSequence('invoice_number', { increment: 10, was: { increment: 1 } });
	 */
	alterSequence(name: string, options: AlterSequenceOptions): void;
}

const restart: check.Check<true | number | bigint> = (given, label) =>
	given === true || Number.isSafeInteger(given) || typeof given === 'bigint'
		? (given as true | number | bigint)
		: check.refuse(label, 'true or a whole number', given);

const changes = {
	...sequenceDefinition,
	ownedBy: (given: unknown, label: string) => (given === null ? null : reference(given, label)),
};

const readChanges = check.record(changes);

const was: check.Check<Recorded> = (given, label) => readChanges(given, label);

const options = {
	schema: check.name,
	...changes,
	restart,
	ifExists: check.flag,
	was,
};

/** What options speak of; the absence of a limit is spoken of as the limit is. */
const spokenOf = (given: Recorded): readonly string[] =>
	keysOf(changes)
		.filter((key) => given[key] !== undefined && !(key.startsWith('no') && given[key] === false))
		.map((key) => (key === 'noMinValue' ? 'minValue' : key === 'noMaxValue' ? 'maxValue' : key));

/** The options that speak of some things, or of all others. */
function speaking(given: Recorded, of: readonly string[], isOf: boolean): Recorded {
	const entries = Object.entries(given).filter(([key, value]) =>
		spokenOf({ [key]: value }).some((thing) => of.includes(thing) === isOf),
	);
	return Object.fromEntries(entries);
}

/** The old settings in the place of the new ones; what is only told of the sequence stays. */
function undone(op: AlterSequence): Reversal {
	const { kind, sequence, ifExists, was: before = {} } = op;
	if (op.restart !== undefined) return irreversible('where it stood is not known', 'leave restart out');
	const changed = spokenOf(op);
	const missing = changed.filter((thing) => !spokenOf(before).includes(thing));
	if (missing.length > 0) {
		return irreversible(`what "${sequence.name}" was is not known`, `give { was: { ${missing.join(', ')} } }`);
	}
	return undoneBy({
		kind,
		sequence,
		ifExists,
		...speaking(before, changed, true),
		was: { ...speaking(before, changed, false), ...speaking(op, changed, true) },
	});
}

export const alterSequence: OperationDefinition<AlterSequence, AlterSequenceMethod['alterSequence']> = {
	kind: 'alterSequence',
	summary: 'Change how a sequence counts, or which column it belongs to.',
	options,

	create(name, given, ...rest) {
		check.noMore('alterSequence', rest);
		const own = check.name(name, 'alterSequence: name');
		const { schema, ...others } = check.readOptions('alterSequence', given, options);
		if (spokenOf(others).length === 0 && others.restart === undefined) {
			throw new GenSqlError('ARGUMENT_INVALID', `alterSequence: nothing of "${own}" is to change`, {
				hint: `give at least one of: ${[...keysOf(changes), 'restart'].join(', ')}`,
			});
		}
		checkSequence('alterSequence', others);
		if (others.was) checkSequence('alterSequence: was', others.was);
		return { kind: 'alterSequence', sequence: qualified(own, schema), ifExists: false, ...others };
	},

	reverse: undone,
};
