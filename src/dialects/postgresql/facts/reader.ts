import { loadPostgresqlParser, type Node, type PostgresqlParser } from '../../../sql/parse-postgresql.ts';
import type { FactOptions, FactReader, ScriptAssumptions, StatementFacts, SyntaxProblem } from '../../facts.ts';
import type { FunctionDefinition } from '../catalog/definitions.ts';
import { type NodeOf, nodeOf } from '../catalog/trees.ts';
import { placeholderForms, placeholdersRestored, placeholdersShown } from '../placeholders.ts';
import { rules } from '../reading.ts';
import { bodiesOf } from './bodies.ts';
import { withBodies } from './body-facts.ts';
import { Context } from './context.ts';
import { HeldLocks } from './held-locks.ts';
import type { Known } from './known.ts';
import type { LockMode } from './lock-modes.ts';
import { type Renamed, renamedBy } from './renames.ts';
import { SchemaBefore } from './schema-before.ts';
import { Settings } from './settings.ts';
import { act } from './statements.ts';

/** What a savepoint, or the beginning of a transaction, goes back to. */
interface Mark {
	readonly name: string | undefined;
	/** How many statements had been applied. */
	readonly applied: number;
	readonly settings: Settings;
	readonly held: HeldLocks;
}

/** A statement that was applied: which one of a text. Its tree takes much more memory, and is seldom needed again. */
interface Applied {
	readonly text: string;
	readonly nth: number;
}

/** A statement while it is read: its tree, its facts, and the schema before it. */
export interface Sight {
	readonly tree: Node;
	readonly facts: StatementFacts;
	readonly known: Known;
	/** Whether a transaction is open before it. */
	readonly isInTransaction: boolean;
	/** Whether that is the one that the script is taken to run in. */
	readonly isInAssumed: boolean;
}

/** Reads a script of PostgreSQL, statement after statement. */
export class Reader implements FactReader {
	readonly #parser: PostgresqlParser;
	readonly #options: FactOptions;
	/** The schema that ROLLBACK comes back to by applying the statements again that are not taken back. */
	#base: SchemaBefore;
	#schema: SchemaBefore;
	#applied: Applied[] = [];
	#settings: Settings;
	#marks: readonly Mark[] = [];
	#transactions = 0;
	#held = HeldLocks.of([]);

	/** In a routine: those that have been read for the statement that calls it. */
	entered: Set<FunctionDefinition> | undefined;
	readonly #script: ScriptAssumptions;
	#isInAssumed: boolean;

	constructor(
		parser: PostgresqlParser,
		options: FactOptions,
		base: SchemaBefore,
		script: ScriptAssumptions = {},
		schema = new SchemaBefore(parser, base),
	) {
		this.#parser = parser;
		this.#options = options;
		this.#base = base;
		this.#schema = schema;
		this.#settings = new Settings();
		this.#script = script;
		this.#isInAssumed = script.isInTransaction ?? false;
		if (this.#isInAssumed) this.#begin();
	}

	next(script?: ScriptAssumptions): Reader {
		return new Reader(this.#parser, this.#options, this.#schema, script);
	}

	enter(isWrapped: boolean): void {
		if (this.#marks.length > 0) this.#end(false, false);
		this.#isInAssumed = isWrapped && this.#script.isInTransaction !== false;
		if (this.#isInAssumed) this.#begin();
	}

	aside(isWrapped?: boolean): Reader {
		const reader = this.next(this.#script);
		reader.#transactions += this.#transactions;
		if (isWrapped !== undefined) reader.enter(isWrapped);
		return reader;
	}

	/**
	 * Read what was run before: what it creates is there for the statements behind it, though it was read like these.
	 *
	 * @param read - Reads it with this reader.
	 */
	settling<T>(read: () => T): T {
		const before = this.#schema.lastId;
		const result = read();
		this.#schema.settle(before);
		return result;
	}

	/**
	 * Read what the next statement runs by itself, as a DO block does; nothing of it stays.
	 *
	 * @param entered - Where that is in a routine: those that have been read for the statement.
	 */
	readWithin(read: (inner: Reader) => void, entered = this.entered): void {
		const inner = new Reader(this.#parser, this.#options, this.#base, {}, this.#schema);
		inner.entered = entered;
		inner.#settings = this.#settings;
		inner.#isInAssumed = this.#isInAssumed;
		const isOpen = this.#marks.length > 0;
		inner.#held = this.#held;
		inner.#transactions = isOpen ? this.#transactions : this.#transactions + 1;
		inner.#marks = isOpen ? this.#marks : [inner.#mark(undefined)];
		this.#schema.trying(() => read(inner));
	}

	/** The trees of a text, or what is wrong with it. */
	parse(text: string): readonly Node[] | SyntaxProblem {
		for (const form of formsOf(text)) {
			const trees = this.#parser.parse(form);
			if (trees) return trees;
		}
		return this.#parser.problem(text);
	}

	/** Where a location in a tree of a text stands in it: the grammar counts bytes, of the form that it could read. */
	offsetOf(location: number, text: string): number {
		const forms = formsOf(text);
		const form = forms.length === 1 ? text : (forms.find((each) => this.#parser.parse(each)) ?? text);
		return placeholdersRestored(Buffer.from(form).subarray(0, location).toString()).length;
	}

	read(text: string): readonly StatementFacts[] | SyntaxProblem {
		const trees = this.parse(text);
		return 'message' in trees ? trees : this.readTrees(trees, text);
	}

	/** The same without what cannot be parsed. */
	readAll(text: string, look?: (sight: Sight) => void): readonly StatementFacts[] {
		const trees = this.parse(text);
		return 'message' in trees ? [] : this.readTrees(trees, text, look);
	}

	/**
	 * @param text - What they were parsed from.
	 * @param look - Is shown each statement before the schema follows it.
	 */
	readTrees(trees: readonly Node[], text: string, look?: (sight: Sight) => void): readonly StatementFacts[] {
		return trees.map((tree, nth) => this.#readTree(tree, { text, nth }, look));
	}

	#readTree(tree: Node, origin: Applied, look: ((sight: Sight) => void) | undefined): StatementFacts {
		const context = new Context(this.#schema, this.#options.version, this.#settings.values);
		act(tree, context);
		const facts: StatementFacts = {
			transaction: this.#transactionOf(tree),
			held: this.#held,
			settings: this.#settings.values,
			transactional: context.transactional,
			relations: context.touches.facts(
				({ relation }) => relation !== undefined && this.#schema.isNew(relation.id),
				this.#options.rows,
			),
			creates: context.creates,
			drops: context.drops,
			typeChanges: context.typeChanges.map((each) => ({ ...each, column: placeholdersShown(each.column) })),
		};
		const isInTransaction = this.#marks.length > 0;
		look?.({ tree, facts, known: this.#schema, isInTransaction, isInAssumed: isInTransaction && this.#isInAssumed });
		const control = nodeOf(tree, 'TransactionStmt');
		if (control) {
			this.#control(control);
			return facts;
		}
		const whole = withBodies(facts, bodiesOf(tree, this.#schema), this);
		this.#leave(tree, whole, renamedBy(tree, context));
		this.#applied.push(origin);
		return whole;
	}

	/** BEGIN belongs to the transaction that it opens. */
	#transactionOf(tree: Node): number | undefined {
		if (this.#marks.length > 0) return this.#transactions;
		const kind = nodeOf(tree, 'TransactionStmt')?.kind;
		return kind === 'TRANS_STMT_BEGIN' || kind === 'TRANS_STMT_START' ? this.#transactions + 1 : undefined;
	}

	/** What a statement leaves for those behind it. */
	#leave(tree: Node, { relations }: StatementFacts, renamed: Renamed | undefined): void {
		const isInTransaction = this.#marks.length > 0;
		this.#settings = this.#settings.after(tree, isInTransaction);
		this.#schema.apply(tree);
		if (!isInTransaction) return;
		this.#hold(relations);
		if (renamed) this.#renameHeld(renamed);
	}

	#hold(relations: StatementFacts['relations']): void {
		const taken = relations.filter(({ isNew }) => !isNew);
		this.#held = this.#held.after(taken.map(({ name, lock }) => [name, lock as LockMode]));
	}

	/** A lock stays on a relation that gets another name. */
	#renameHeld({ from, to }: Renamed): void {
		const [before, after] = [placeholdersShown(from), placeholdersShown(to)];
		this.#held = HeldLocks.of([...this.#held].map(([name, lock]) => [name === before ? after : name, lock]));
	}

	#control({ kind, savepoint_name: name, chain }: NodeOf<'TransactionStmt'>): void {
		const isOpen = this.#marks.length > 0;
		switch (kind) {
			case 'TRANS_STMT_BEGIN':
			case 'TRANS_STMT_START':
				if (!isOpen) this.#begin();
				break;
			case 'TRANS_STMT_SAVEPOINT':
				if (isOpen) this.#marks = [...this.#marks, this.#mark(name)];
				break;
			case 'TRANS_STMT_RELEASE':
				this.#marks = this.#marks.slice(0, this.#find(name));
				break;
			case 'TRANS_STMT_ROLLBACK_TO':
				this.#goBack(this.#find(name) + 1);
				break;
			case 'TRANS_STMT_COMMIT':
			case 'TRANS_STMT_PREPARE':
			case 'TRANS_STMT_ROLLBACK':
				if (isOpen) this.#end(kind === 'TRANS_STMT_ROLLBACK', chain ?? false);
		}
	}

	#end(isRolledBack: boolean, isChained: boolean): void {
		if (isRolledBack) this.#goBack(1);
		this.#settings = this.#settings.committed();
		this.#marks = [];
		this.#isInAssumed = false;
		this.#held = HeldLocks.of([]);
		if (isChained) this.#begin();
	}

	#begin(): void {
		this.#transactions++;
		this.#marks = [this.#mark(undefined)];
	}

	#mark(name: string | undefined): Mark {
		return { name, applied: this.#applied.length, settings: this.#settings, held: this.#held };
	}

	/** The last savepoint of a name, or the end of the marks; the first mark is the transaction. */
	#find(name: string | undefined): number {
		const index = this.#marks.findLastIndex((mark, at) => at > 0 && mark.name === name);
		return index === -1 ? this.#marks.length : index;
	}

	/** Take back what came after the last of the first marks. */
	#goBack(marks: number): void {
		if (marks > this.#marks.length) return;
		this.#marks = this.#marks.slice(0, marks);
		const mark = this.#marks.at(-1);
		// What was locked since the savepoint is free again.
		if (mark) this.#held = mark.held;
		if (!mark || mark.applied === this.#applied.length) return;
		this.#applied = this.#applied.slice(0, mark.applied);
		this.#settings = mark.settings;
		this.#schema = new SchemaBefore(this.#parser, this.#base, this.#schema);
		for (const origin of this.#applied) this.#applyAgain(origin);
	}

	#applyAgain({ text, nth }: Applied): void {
		const trees = this.parse(text);
		const tree = 'message' in trees ? undefined : trees[nth];
		if (tree) this.#schema.apply(tree);
	}
}

/** The forms of a statement without placeholders; text with a quote that is not closed has only itself. */
function formsOf(text: string): readonly string[] {
	try {
		return placeholderForms(text, rules.lexis);
	} catch {
		return [text];
	}
}

/** Loads the parser, and gives what reads the facts of scripts for a version of the server. */
export async function loadFacts(): Promise<(options: FactOptions) => Reader> {
	const parser = await loadPostgresqlParser();
	return (options) =>
		new Reader(parser, options, new SchemaBefore(parser, undefined, undefined, options.hasBaseline ?? false));
}
