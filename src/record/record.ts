import { DEFAULT_DIALECT } from '../core/dialect-names.ts';
import { GenSqlError, isGenSqlError, placed } from '../core/error.ts';
import { deepFreeze } from '../core/freeze.ts';
import { checkedWaiver, type Waiver } from '../core/waiver.ts';
import { BATCHED, type Batch, batchArguments, batchScope } from '../ops/batch.ts';
import { CONTEXT_METHODS, type ContextMethods, DEFAULT_DATABASE, type RevisionContext } from '../ops/context.ts';
import type { Op, Operation } from '../ops/index.ts';
import { invoked, workingOn } from '../ops/invoked.ts';
import { isSettled, marks } from '../ops/settled.ts';
import { takenWaivers, waivers } from '../ops/waiving.ts';
import { type Naming, type NamingConvention, namingOf } from '../schema/naming-convention.ts';
import { noFiles, type ReadSql } from '../schema/sql-file.ts';
import { Blocks, blockArgument } from './blocks.ts';
import { callSite } from './call-site.ts';
import { customOperations } from './custom-operation.ts';
import { type AnyDefinition, definitionOf, definitions } from './definitions.ts';
import { unknownMember } from './foreign-names.ts';
import { isReversible, misplacedReversible } from './reversible.ts';
import { type Method, sealed } from './sealed.ts';
import { valueMethods } from './value-methods.ts';

/** The body of a revision's `upgrade` or `downgrade`. */
export type RevisionBody = (op: Op) => unknown;

/** What the recorder is told about the run. */
export interface RecordOptions {
	/** What `op.getContext()` returns; a bare one when absent. */
	readonly context?: RevisionContext;
	/** Path of the revision file, so that calls made by helpers are placed in the revision. */
	readonly script?: string;
	/** Names constraints and indexes that are given no name. Default: indexes alone, as SQLAlchemy does. */
	readonly namingConvention?: NamingConvention | undefined;
	/** Told of a call that came after the body had returned; the caller of `op` gets the same error thrown. */
	readonly onLate?: (error: GenSqlError) => void;
	/** Gives the text of the files that the body names, by their paths from its folder; without it there are none. */
	readonly readSql?: ReadSql;
	/** Whether to record also what undoes the parts that say so themselves. Default `false`. */
	readonly undo?: boolean;
}

/** The run of a body that was not started from a revision. */
const BARE: RevisionContext = Object.freeze({
	dialect: DEFAULT_DIALECT,
	database: DEFAULT_DATABASE,
	direction: 'upgrade',
	revision: '',
	offline: true,
	x: Object.freeze({}),
});

/**
 * Run a revision body against a recorder and return what it asked for, in order.
 *
 * Nothing is executed and nothing is rendered: one recording compiles for every dialect.
 *
 * @throws {GenSqlError} ARGUMENT_INVALID or IDENTIFIER_INVALID when an operation rejects its arguments.
 * @throws {GenSqlError} CONFIG_INVALID when the naming convention is not one.
 * @throws {GenSqlError} FILE_UNREADABLE when the text of a file that it names cannot be had.
 * @throws {GenSqlError} OPERATION_UNKNOWN or DATABASE_UNAVAILABLE when the body asks `op` for what it does not have.
 * @throws {GenSqlError} OPERATION_LATE when the body leaves an async block of operations without awaiting it.
 */
export async function record(body: RevisionBody, options: RecordOptions = {}): Promise<readonly Operation[]> {
	const recorder = new Recorder(options);
	try {
		await body(recorder.op);
	} finally {
		recorder.close();
	}
	recorder.checkComplete();
	return recorder.recorded;
}

const namesOfMethods = (): readonly string[] => [...definitions.keys(), ...CONTEXT_METHODS, ...customOperations.keys()];

class Recorder {
	readonly recorded: Operation[] = [];
	readonly op: Op;
	readonly #options: RecordOptions;
	readonly #naming: Naming;
	readonly #readSql: ReadSql;
	/** The methods of `op` that were asked for: most bodies use few of many. */
	readonly #methods = new Map<string, Method>();
	readonly #blocks = new Blocks();
	#reversibleBlocks = 0;
	#closed = false;
	/** The first mistake: it counts even when the body catches the error. */
	#refused: GenSqlError | undefined;

	constructor(options: RecordOptions) {
		this.#options = options;
		this.#naming = namingOf(options.namingConvention);
		this.#readSql = options.readSql ?? noFiles;
		this.op = this.#sealed('op', (name) => this.#method(name), namesOfMethods) as Op;
	}

	close(): void {
		this.#closed = true;
	}

	/** @throws {GenSqlError} what the body swallowed, or OPERATION_LATE when a block is still running. */
	checkComplete(): void {
		if (this.#refused) throw this.#refused;
		this.#blocks.checkEnded();
		Object.freeze(this.recorded);
	}

	#method(name: string): Method | undefined {
		const method = this.#methods.get(name) ?? this.#made(name);
		if (method) this.#methods.set(name, method);
		return method;
	}

	#made(name: string): Method | undefined {
		const definition = definitions.get(name);
		if (definition) return this.#operationMethod(definition);
		const custom = customOperations.get(name);
		if (custom) return this.#customMethod(name, custom.expand);
		const own = CONTEXT_METHODS.find((known) => known === name);
		return own && this.#contextMethods()[own];
	}

	#operationMethod(definition: AnyDefinition): Method {
		const method: Method = (...given) => {
			const { args, waive } = this.#checked(() => takenWaivers(definition.kind, given), method);
			const create = () => this.#settled(definition, definition.create(...(args as readonly never[])));
			return this.#add(definition, create, method, waive);
		};
		return method;
	}

	#contextMethods(): { readonly [Name in keyof ContextMethods]: Method } {
		const values = valueMethods(this.#readSql);
		return {
			autocommitBlock: (...args) => this.#autocommit(...args),
			batchAlterTable: (...args) => this.#batch(...args),
			getContext: () => this.#options.context ?? BARE,
			invoke: (...args) => this.#invoke(...args),
			reversible: (...args) => this.#reversible(...args),
			waive: (...args) => this.#waive(...args),
			f: this.#giving(values.f),
			inlineLiteral: this.#giving(values.inlineLiteral),
			readSql: this.#giving(values.readSql),
		};
	}

	#giving(give: (...args: readonly never[]) => unknown): Method {
		const method: Method = (...args) => this.#checked(() => give(...args), method);
		return method;
	}

	#customMethod(name: string, expand: (op: Op, ...args: readonly unknown[]) => unknown): Method {
		const method: Method = (...args) => {
			if (this.#closed) throw this.#late(`op.${name}()`, method);
			return this.#checked(() => this.#blocks.run(name, () => expand(this.op, ...args)), method);
		};
		return method;
	}

	#sealed(owner: string, methodOf: (name: string) => Method | undefined, names: () => readonly string[]): unknown {
		return sealed(methodOf, names, {
			unknown: (name) => this.#unknown(owner, name, names()),
			unassignable: (name) => this.#unassignable(`${owner}.${name}`),
		});
	}

	/** Record what `create` makes, at the line that called the method. */
	#add({ kind, result }: AnyDefinition, create: () => Operation, method: Method, waive?: readonly Waiver[]): unknown {
		if (this.#closed) throw this.#late(`op.${kind}()`, method);
		const operation = this.#checked(create, method);
		const at = callSite(this.#options.script, method);
		const scope = this.#blocks.current;
		this.recorded.push(
			deepFreeze({
				...operation,
				...(at && { at }),
				...(scope && { scope }),
				...(waive && { waive }),
				...marks(operation, true),
			}),
		);
		return result?.(operation);
	}

	/** With the names and the text that the call leaves to what surrounds it. */
	#settled({ named, read }: AnyDefinition, draft: Operation): Operation {
		return named?.(draft, this.#naming) ?? read?.(draft, this.#readSql) ?? draft;
	}

	#checked<T>(check: () => T, below: Method): T {
		try {
			return check();
		} catch (error) {
			throw isGenSqlError(error) ? this.#refuse(error, below) : error;
		}
	}

	#autocommit(...[block, ...rest]: readonly unknown[]): unknown {
		if (this.#closed) throw this.#late('op.autocommitBlock()', this.#autocommit);
		const run = this.#checked(() => blockArgument('autocommitBlock: block', block, rest), this.#autocommit);
		return this.#blocks.within({ kind: 'autocommit' }, () => this.#blocks.run('autocommitBlock', run));
	}

	#batch(...[table, block, given, ...rest]: readonly unknown[]): unknown {
		if (this.#closed) throw this.#late('op.batchAlterTable()', this.#batch);
		const scope = this.#checked(() => batchScope(table, given, rest), this.#batch);
		const run = this.#checked(() => blockArgument('batchAlterTable: block', block, []), this.#batch);
		let isOver = false;
		const method = (kind: keyof Batch): Method => {
			const batched: Method = (...args) => {
				if (isOver) throw this.#late(`batch.${kind}()`, batched);
				const whole = this.#checked(() => batchArguments(kind, scope.table, args), batched);
				return this.#blocks.within(scope, () => this.#method(kind)?.(...(whole as readonly never[])));
			};
			return batched;
		};
		const methods = new Map<string, Method>(BATCHED.map((kind) => [kind, method(kind)]));
		const batch = this.#sealed(
			'batch',
			(name) => methods.get(name),
			() => BATCHED,
		);
		return this.#blocks.run(
			'batchAlterTable',
			() => run(batch),
			() => {
				isOver = true;
			},
		);
	}

	#reversible(...[up, down, ...rest]: readonly unknown[]): unknown {
		if (this.#closed) throw this.#late('op.reversible()', this.#reversible);
		const around = this.#blocks.current?.find(isReversible);
		const [forward, back] = this.#checked(() => {
			if (this.#options.context?.direction === 'downgrade' || around?.side === 'down') throw misplacedReversible();
			return [blockArgument('reversible: up', up, []), blockArgument('reversible: down', down, rest)];
		}, this.#reversible);
		const block = ++this.#reversibleBlocks;
		const side = (name: 'up' | 'down', run: () => unknown) =>
			this.#blocks.within({ kind: 'reversible', block, side: name }, run);
		return this.#blocks.run('reversible', () => {
			const done = side('up', forward);
			if (!this.#options.undo || around) return done;
			const undone = done instanceof Promise ? done.then(() => side('down', back)) : side('down', back);
			return undone instanceof Promise ? undone.then(() => done) : done;
		});
	}

	#waive(...[rule, reason, block, ...rest]: readonly unknown[]): unknown {
		if (this.#closed) throw this.#late('op.waive()', this.#waive);
		const scope = this.#checked(
			() => ({ kind: 'waive', ...checkedWaiver({ rule, reason }, 'waive') }) as const,
			this.#waive,
		);
		const run = this.#checked(() => blockArgument('waive: block', block, rest), this.#waive);
		return this.#blocks.within(scope, () => this.#blocks.run('waive', run));
	}

	#invoke(...[given, ...rest]: readonly unknown[]): unknown {
		const definition = this.#checked(() => definitionOf(given, rest), this.#invoke);
		const { at, scope, waive: kept, ...operation } = given as Operation;
		const waive = this.#checked(() => kept && waivers(kept, 'invoke: waive'), this.#invoke);
		const draft = invoked(operation as Operation);
		const create = () => workingOn(draft, () => (isSettled(draft) ? draft : this.#settled(definition, draft)));
		return this.#add(definition, create, this.#invoke, waive);
	}

	#refuse(error: GenSqlError, below: Method): GenSqlError {
		const refusal = placed(error, callSite(this.#options.script, below));
		this.#refused ??= refusal;
		return refusal;
	}

	/** Told of at once: after the body has returned nobody else would hear of it. */
	#late(call: string, below: Method): GenSqlError {
		const error = this.#refuse(
			new GenSqlError('OPERATION_LATE', `${call} was called after its function had returned`, {
				hint: 'make the function async and await what calls it',
			}),
			below,
		);
		if (this.#closed) this.#options.onLate?.(error);
		return error;
	}

	#unassignable(path: string): GenSqlError {
		return this.#refuse(new GenSqlError('OPERATION_UNKNOWN', `${path} cannot be assigned`), this.#unassignable);
	}

	#unknown(name: string, key: string, known: readonly string[]): GenSqlError {
		return this.#refuse(unknownMember(name, key, known), this.#unknown);
	}
}
