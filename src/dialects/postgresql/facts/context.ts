import type { QualifiedName } from '../../../core/names.ts';
import type { Node } from '../../../sql/parse-postgresql.ts';
import type { NamedObject, TypeChangeFacts } from '../../facts.ts';
import type { Constraint, Id, Relation } from '../catalog/model.ts';
import { type NodeOf, objectName, rangeName } from '../catalog/trees.ts';
import type { Known } from './known.ts';
import type { LockMode } from './lock-modes.ts';
import { spread, type Target, targetOf, unknownTarget } from './target.ts';
import { Touches } from './touches.ts';

/** What the query of a view reads; nothing for any other relation. */
export const behindView = ({ kind, view }: Relation): readonly Id[] =>
	kind === 'view' ? (view?.dependsOn ?? []).map(({ relation }) => relation) : [];

/** How many rules and routines are followed for one statement: each may call the next, as deep as the server's stack allows. */
const MAX_FOLLOWED = 200;

type Act = (tree: Node | undefined, context: Context) => void;

/** One statement while its facts are found: the schema before it, and what it was found to do. */
export class Context {
	readonly known: Known;
	/** The major version of the server. */
	readonly version: number;
	readonly settings: ReadonlyMap<string, string>;
	readonly touches: Touches;
	readonly creates: NamedObject[] = [];
	readonly drops: NamedObject[] = [];
	readonly typeChanges: TypeChangeFacts[] = [];
	/** Whether it may run in a transaction block. */
	transactional = true;
	/** Whether a relation that is not known is not there, and the statement allows for that. */
	isMissingSkipped = false;
	/** Whether it runs, and is not only planned. */
	readonly isRunning: boolean;
	readonly #act: Act;
	/** The rules and routines that were followed so far. */
	readonly #followed: Set<string>;
	/** What the statement creates for other parts of itself. */
	readonly #made = new Set<string>();

	/** @param act - Finds the facts of a statement that runs as a part of this one. Default: none is looked at. */
	constructor(
		known: Known,
		version: number,
		settings: ReadonlyMap<string, string>,
		act: Act = () => undefined,
		touches = new Touches(),
		isRunning = true,
		followed = new Set<string>(),
	) {
		this.known = known;
		this.version = version;
		this.settings = settings;
		this.touches = touches;
		this.isRunning = isRunning;
		this.#act = act;
		this.#followed = followed;
	}

	/** IF EXISTS: what a baseline does not have is not locked. */
	allowMissing(isAllowed: boolean | undefined): void {
		this.isMissingSkipped = (isAllowed ?? false) && this.known.isComplete;
	}

	/** For a statement that is planned and not run: its locks count, and nothing else does. */
	planning(): Context {
		return this.#inner(this.touches.locksOnly(), false);
	}

	/** Another statement in its place, as EXECUTE has one. */
	act(tree: Node | undefined): void {
		this.#act(tree, this);
	}

	/**
	 * Statements that run because of this one, each time only once; what they create or drop is not its own.
	 *
	 * @param key - Whose they are.
	 * @param user - The same for people: `f()`.
	 * @param own - Names in them that are no relations, such as the rows that a trigger is about.
	 */
	follow(key: string, user: string, trees: readonly Node[], own: readonly string[] = []): void {
		if (this.#followed.has(key) || this.#followed.size >= MAX_FOLLOWED) return;
		this.#followed.add(key);
		const inner = this.#inner(this.touches.by(user), this.isRunning);
		inner.allowMissing(true);
		for (const name of own) inner.make(inner.target({ name }));
		for (const tree of trees) {
			inner.act(tree);
			for (const { name } of inner.creates) inner.#made.add(name);
		}
	}

	#inner(touches: Touches, isRunning: boolean): Context {
		return new Context(this.known, this.version, this.settings, this.#act, touches, isRunning, this.#followed);
	}

	/** A relation that is created for other parts of the statement: it is in nobody's way. */
	make({ id }: Target): void {
		this.#made.add(id);
	}

	/** The relation of a name, known or not. */
	target(name: QualifiedName, kind?: Target['kind']): Target {
		const relation = this.known.relation(name);
		if (relation) return targetOf(relation);
		return unknownTarget(name.schema ?? this.known.schemaOf(name.name), name.name, kind);
	}

	at(range: NodeOf<'RangeVar'>, kind?: Target['kind']): Target {
		return this.target(rangeName(range), kind);
	}

	/** The relation in a FROM or a target, with its children unless ONLY stands before it. */
	withChildrenAt(range: NodeOf<'RangeVar'>): readonly Target[] {
		const target = this.at(range);
		return range.inh ? this.withChildren(target) : [target];
	}

	/** The table that a foreign key refers to. */
	referenced({ references }: Pick<Constraint, 'references'>): Target | undefined {
		if (!references) return undefined;
		return references.table === undefined ? this.target(references.given) : this.all([references.table])[0];
	}

	named(node: Node | undefined, kind?: Target['kind']): Target {
		return this.target(objectName(node), kind);
	}

	/** The targets of ids; what is not there any more is left out. */
	all(ids: readonly Id[]): readonly Target[] {
		return ids.flatMap((id) => this.known.get(id) ?? []).map(targetOf);
	}

	/** A relation with all its partitions and children. */
	withChildren(target: Target): readonly Target[] {
		return [target, ...this.spread(target, ({ children }) => children)];
	}

	/** A partitioned table with its partitions; of any other table, which may have children, the table alone. */
	withPartitions(target: Target): readonly Target[] {
		return target.kind === 'partitioned table' ? this.withChildren(target) : [target];
	}

	/** The partitioned tables and parents above a relation. */
	above(target: Target): readonly Target[] {
		return this.spread(target, ({ parents }) => parents);
	}

	/** What a query reads that names a relation: its children, and what is behind a view. */
	readBy(target: Target): readonly Target[] {
		const next = (each: Relation): readonly Id[] => (each.kind === 'view' ? behindView(each) : each.children);
		return [target, ...this.spread(target, next)];
	}

	/** What is reached from a relation. */
	spread({ relation }: Target, next: (relation: Relation) => readonly Id[]): readonly Target[] {
		if (!relation) return [];
		return [...spread(next(relation), (id) => this.known.get(id), next)].map(targetOf);
	}

	/** Whether there may be rows: not in a table that the script created and put nothing into. */
	mayHaveRows({ relation }: Target): boolean {
		return !relation || !this.known.isNew(relation.id) || this.known.isFilled(relation.id);
	}

	lock(target: Target, mode: LockMode, reason?: string): void {
		if (this.#made.has(target.id) || (this.isMissingSkipped && !target.relation)) return;
		this.touches.lock(target, mode, reason);
	}

	lockAll(targets: readonly Target[], mode: LockMode, reason?: string): void {
		for (const each of targets) this.lock(each, mode, reason);
	}

	scanAll(targets: readonly Target[], reason: string): void {
		for (const each of targets) this.scan(each, reason);
	}

	rewrite(target: Target, reason: string): void {
		this.touches.work(target, 'rewrite', reason);
		this.touches.work(target, 'scan', reason);
	}

	/** New files for all rows that do not come from reading the old ones. */
	replace(target: Target, reason: string): void {
		this.touches.work(target, 'rewrite', reason);
	}

	scan(target: Target, reason: string): void {
		this.touches.work(target, 'scan', reason);
	}

	buildIndex(target: Target, reason: string): void {
		this.touches.work(target, 'indexBuild', reason);
		this.touches.work(target, 'scan', reason);
	}

	/** The server refuses it in a transaction block. */
	outside(): void {
		this.transactional = false;
	}
}
