import type { QualifiedName } from '../core/names.ts';
import type { CallSite } from '../core/source.ts';
import type { Waiver } from '../core/waiver.ts';
import type { OptionChecks } from '../schema/arguments.ts';
import type { Naming } from '../schema/naming-convention.ts';
import type { ReadSql } from '../schema/sql-file.ts';
import type { ColumnType } from '../sql/types.ts';
import type { BatchScope } from './batch.ts';
import type { Operation } from './index.ts';
import type { WaiverScope } from './waiving.ts';

/** A part of an upgrade that says itself how it is undone: what the author's `up` did, or what `down` does. */
export interface ReversibleScope {
	readonly kind: 'reversible';
	/** Tells the blocks of a recording apart; counts from 1. */
	readonly block: number;
	readonly side: 'up' | 'down';
}

/** A block of the revision that an operation was recorded in, outermost first in `OperationBase.scope`. */
export type Scope = { readonly kind: 'autocommit' } | BatchScope | ReversibleScope | WaiverScope;

/** What every recorded operation carries. Operations are frozen plain data: no methods, no dialect, comparable. */
export interface OperationBase<Kind extends string> {
	readonly kind: Kind;
	/** The call in the revision; set by the recorder. */
	readonly at?: CallSite;
	/** The blocks around the call, outermost first; absent outside any block. Set by the recorder. */
	readonly scope?: readonly Scope[];
	/** What of its statements the reviewer need not tell; absent when the call says nothing. Set by the recorder. */
	readonly waive?: readonly Waiver[];
}

/** What an operation has to do with enum types. */
export interface TypeEffects {
	/** Types of columns: an enum among them has to be there before the operation. */
	readonly uses?: readonly ColumnType[];
	readonly creates?: { readonly type: QualifiedName; readonly labels: readonly string[] };
	readonly drops?: QualifiedName;
	/** A schema that goes with all types in it. */
	readonly dropsSchema?: string;
	/** A schema that keeps its types under another name. */
	readonly renamesSchema?: readonly [from: string, to: string];
	/** A type that gets another schema. */
	readonly moves?: readonly [from: QualifiedName, to: QualifiedName];
	/** A type that is there and gets other labels. */
	readonly relabels?: {
		readonly type: QualifiedName;
		/**
		 * The labels afterwards, or undefined when they cannot be known; or a problem, that completes "the enum … ".
		 *
		 * @param now - Undefined when nothing has recorded the type.
		 */
		labels(now: readonly string[] | undefined): readonly string[] | string | undefined;
	};
	/** Whether what it uses or creates may be there although nothing has recorded it. */
	readonly ifNotExists?: boolean;
}

/** A table that the operation renames, or drops: another may take its name, and what is done in that one stays. */
export interface Moved {
	readonly from: QualifiedName;
	/** Its name afterwards; absent when it is gone. */
	readonly to?: QualifiedName;
}

/** Why nothing undoes an operation. */
export interface Irreversible {
	/** Completes "<call> cannot be undone: …". */
	readonly irreversible: string;
	/** What to change in the call, in one clause; absent when only the author can say how it is undone. */
	readonly hint?: string;
	/** A table that takes the change along when it goes: nothing has to be undone where it was made just before. */
	readonly within?: QualifiedName;
	readonly moves?: Moved;
}

/** What undoes an operation, in the order in which it runs, or why nothing does. */
export type Reversal =
	| {
			readonly operations: readonly Operation[];
			/** The table that goes, with all that was done in it. */
			readonly removes?: QualifiedName;
			readonly moves?: Moved;
	  }
	| Irreversible;

/** Everything gen-sql knows about one kind of operation, in one value. */
export interface OperationDefinition<
	Op extends OperationBase<string>,
	Method extends (...args: never[]) => unknown,
	Draft = Op,
> {
	readonly kind: Op['kind'];
	/** Its line in the table of `docs/ops/README.md`. */
	readonly summary: string;
	/** The check of each option; absent when the method takes none. */
	readonly options?: OptionChecks;
	/**
	 * Turn what the author typed into data; the only place arguments are checked.
	 *
	 * @throws {GenSqlError} ARGUMENT_INVALID or IDENTIFIER_INVALID, naming the argument.
	 */
	create(...args: Parameters<Method>): Draft;
	/** What undoes it. What is undone twice is what it was. */
	reverse(op: Op): Reversal;
	/** What it has to do with enum types; nothing when absent. */
	types?(op: Op): TypeEffects;
	/**
	 * Give constraints and indexes the names that the convention makes for them; absent when the operation has none.
	 *
	 * @throws {GenSqlError} ARGUMENT_INVALID when the convention asks for what the call does not tell.
	 */
	named?(draft: Draft, naming: Naming): Op;
	/**
	 * Put in the text of the file that the call names; absent when it names none.
	 *
	 * @throws {GenSqlError} FILE_UNREADABLE
	 */
	read?(draft: Draft, readSql: ReadSql): Op;
	/** What the call returns to the author; nothing when absent. */
	result?(op: Op): ReturnType<Method>;
}

/** A definition of an operation that has names. */
export type NamingDefinition<
	Op extends OperationBase<string>,
	Method extends (...args: never[]) => unknown,
	Draft,
> = OperationDefinition<Op, Method, Draft> & Required<Pick<OperationDefinition<Op, Method, Draft>, 'named'>>;
