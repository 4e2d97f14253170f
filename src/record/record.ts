import { AsyncLocalStorage } from 'node:async_hooks';
import { GenSqlError, isGenSqlError, placed } from '../core/error.ts';
import { deepFreeze } from '../core/freeze.ts';
import { describe } from '../core/names.ts';
import { didYouMean } from '../core/suggest.ts';
import type { RevisionContext } from '../ops/context.ts';
import { type Op, type Operation, operations } from '../ops/index.ts';
import type { OperationDefinition, Scope } from '../ops/operation.ts';
import { finalName } from '../schema/final-name.ts';
import { type Naming, type NamingConvention, parseNaming } from '../schema/naming-convention.ts';
import { callSite } from './call-site.ts';

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
}

type AnyDefinition = OperationDefinition<Operation, (...args: never[]) => unknown>;

const definitions = Object.values(operations) as unknown as readonly AnyDefinition[];

/** What Alembic offers and an offline recorder cannot, with what to write instead. */
const REFUSED: Readonly<Record<string, string>> = {
	getBind: 'write the query as SQL: op.execute(sql`insert into … select …`) runs where the data is',
	runAsync: 'write the statements as SQL with op.execute()',
	getConnection: 'write the query as SQL: op.execute(sql`insert into … select …`) runs where the data is',
};

/** What JavaScript itself asks any object for; answering with an error would break `await` and logging. */
const SILENT = new Set([
	'then',
	'toJSON',
	'toString',
	'valueOf',
	'constructor',
	'inspect',
	'$$typeof',
	'nodeType',
	'asymmetricMatch',
]);

/** The run of a body that was not started from a revision. */
const BARE: RevisionContext = Object.freeze({
	dialect: 'postgresql',
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

class Recorder {
	readonly recorded: Operation[] = [];
	readonly op: Op;
	readonly #options: RecordOptions;
	readonly #naming: Naming;
	/** Follows async blocks, so that calls outside a block that is still running are not taken for its own. */
	readonly #scope = new AsyncLocalStorage<readonly Scope[]>();
	#open = 0;
	#closed = false;
	/** The first mistake: it counts even when the body catches the error. */
	#refused: GenSqlError | undefined;

	constructor(options: RecordOptions) {
		this.#options = options;
		this.#naming = parseNaming(options.namingConvention ?? {});
		this.op = this.#proxy();
	}

	close(): void {
		this.#closed = true;
	}

	/** @throws {GenSqlError} what the body swallowed, or OPERATION_LATE when a block is still running. */
	checkComplete(): void {
		if (this.#refused) throw this.#refused;
		if (this.#open > 0) {
			throw new GenSqlError('OPERATION_LATE', 'op.autocommitBlock() was given an async block that was not awaited', {
				hint: 'write `await op.autocommitBlock(async () => …)` in an async function',
			});
		}
		Object.freeze(this.recorded);
	}

	#proxy(): Op {
		const methods: Record<string, unknown> = {};
		for (const definition of definitions) methods[definition.kind] = this.#method(definition);
		methods['getContext'] = () => this.#options.context ?? BARE;
		methods['f'] = this.#finalName();
		methods['autocommitBlock'] = (block: () => unknown) => this.#block({ kind: 'autocommit' }, block);
		return new Proxy(Object.freeze(methods), {
			get: (target, key) => {
				if (typeof key === 'symbol' || Object.hasOwn(target, key) || SILENT.has(key)) return target[key as string];
				throw this.#unknown(key, Object.keys(target));
			},
			set: (_target, key) => {
				throw this.#unassignable(String(key));
			},
		}) as unknown as Op;
	}

	#method({ kind, create, named, result }: AnyDefinition): (...args: never[]) => unknown {
		const method = (...args: never[]): unknown => {
			if (this.#closed) throw this.#late(kind, method);
			const operation = this.#made(() => {
				const draft = create(...args);
				return named?.(draft, this.#naming) ?? draft;
			}, method);
			const at = callSite(this.#options.script, method);
			const scope = this.#scope.getStore();
			this.recorded.push(deepFreeze({ ...operation, ...(at && { at }), ...(scope && { scope }) }));
			return result?.(operation);
		};
		return method;
	}

	#finalName(): Op['f'] {
		const f: Op['f'] = (name) => this.#made(() => finalName(name), f);
		return f;
	}

	#made<Made>(make: () => Made, below: (...args: never[]) => unknown): Made {
		try {
			return make();
		} catch (error) {
			throw isGenSqlError(error) ? this.#refuse(error, below) : error;
		}
	}

	#block(scope: Scope, block: () => unknown): unknown {
		if (this.#closed) throw this.#late('autocommitBlock', this.#block);
		if (typeof block !== 'function') {
			throw this.#refuse(
				new GenSqlError('ARGUMENT_INVALID', `autocommitBlock: block must be a function, got ${describe(block)}`),
				this.#block,
			);
		}
		const done = this.#scope.run(deepFreeze([...(this.#scope.getStore() ?? []), scope]), block);
		if (!(done instanceof Promise)) return done;
		this.#open++;
		return done.finally(() => this.#open--);
	}

	#refuse(error: GenSqlError, below: (...args: never[]) => unknown): GenSqlError {
		const refusal = placed(error, callSite(this.#options.script, below));
		this.#refused ??= refusal;
		return refusal;
	}

	#late(kind: string, below: (...args: never[]) => unknown): GenSqlError {
		const at = callSite(this.#options.script, below);
		const error = new GenSqlError('OPERATION_LATE', `op.${kind}() was called after its function had returned`, {
			hint: 'make the function async and await what calls it',
			at,
		});
		this.#options.onLate?.(error);
		return error;
	}

	#unassignable(name: string): GenSqlError {
		return this.#refuse(new GenSqlError('OPERATION_UNKNOWN', `op.${name} cannot be assigned`), this.#unassignable);
	}

	#unknown(name: string, known: readonly string[]): GenSqlError {
		const instead = Object.hasOwn(REFUSED, name) ? REFUSED[name] : undefined;
		const error = instead
			? new GenSqlError('DATABASE_UNAVAILABLE', `op.${name}() needs a database, and gen-sql has none`, {
					hint: instead,
				})
			: new GenSqlError('OPERATION_UNKNOWN', `op.${name} does not exist`, { hint: didYouMean(name, known, 'op has') });
		return this.#refuse(error, this.#unknown);
	}
}
