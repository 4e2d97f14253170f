import type { QualifiedName } from '../core/names.ts';
import type { RelationFacts, StatementFacts } from '../dialects/facts.ts';
import type { Column, Relation } from '../dialects/postgresql/catalog/model.ts';
import { type NodeOf, rangeName } from '../dialects/postgresql/catalog/trees.ts';
import { Context } from '../dialects/postgresql/facts/context.ts';
import type { Known } from '../dialects/postgresql/facts/known.ts';
import type { Sight } from '../dialects/postgresql/facts/reader.ts';
import { placeholdersShown } from '../dialects/postgresql/placeholders.ts';
import type { Node } from '../sql/parse-postgresql.ts';
import type { History } from './history.ts';
import type { Passage } from './passage.ts';

/** What is around a statement that rules are shown. */
export interface Surroundings {
	readonly history: History;
	/** The major version of the server. */
	readonly version: number;
	/** The minor version, where it is known. */
	readonly minor?: number | undefined;
	/** All statements of the script that could be parsed, and which of them this one is. */
	readonly script: Passage;
	readonly index: number;
	/** The statements that the script takes back, where it is a part that does so. */
	readonly undone?: Passage | undefined;
	/** The one before it. */
	readonly previous: Previous | undefined;
}

/** A statement that was looked at. */
export interface Previous {
	readonly tree: Node;
	readonly facts: StatementFacts;
}

type Range = NodeOf<'RangeVar'>;

/** One statement, as rules are shown it: its tree, its facts, and the schema and the script around it. */
export class Seen {
	readonly tree: Node;
	readonly text: string;
	readonly facts: StatementFacts;
	/** The schema before it. */
	readonly known: Known;
	/** Whether a transaction is open before it. */
	readonly isInTransaction: boolean;
	/** Whether that is the one that the script is taken to run in. */
	readonly isInAssumed: boolean;
	readonly history: History;
	readonly version: number;
	readonly minor: number | undefined;
	/** All statements of the script that could be parsed. */
	readonly script: Passage;
	/** Which of them this one is, from 0 on. */
	readonly index: number;
	/** The statements that the script takes back, where it is a part that does so. */
	readonly undone: Passage | undefined;
	/** The statement before it. */
	readonly previous: Previous | undefined;

	constructor(sight: Sight, text: string, around: Surroundings) {
		this.tree = sight.tree;
		this.text = text;
		this.facts = sight.facts;
		this.known = sight.known;
		this.isInTransaction = sight.isInTransaction;
		this.isInAssumed = sight.isInAssumed;
		this.history = around.history;
		this.version = around.version;
		this.minor = around.minor;
		this.script = around.script;
		this.index = around.index;
		this.undone = around.undone;
		this.previous = around.previous;
	}

	/** The statements before this one. */
	get earlier(): Passage {
		return this.script.before(this.index);
	}

	/** The statements behind this one. */
	get later(): Passage {
		return this.script.behind(this.index);
	}

	/** This statement and those behind it. */
	get onward(): Passage {
		return this.script.behind(this.index - 1);
	}

	/** For what the facts are found with. */
	get context(): Context {
		return new Context(this.known, this.version, this.facts.settings);
	}

	relation(name: Range | QualifiedName): Relation | undefined {
		return this.known.relation('name' in name ? name : rangeName(name));
	}

	/** What the statement does to a relation, unless that is new. */
	work(name: Range | QualifiedName): RelationFacts | undefined {
		if (this.isNew(name)) return undefined;
		const { id } = this.context.target('name' in name ? name : rangeName(name));
		return this.facts.relations.find((each) => each.name === placeholdersShown(id));
	}

	/** Whether the statement reads or writes all rows of a relation, or of its partitions and children, unless that is new. */
	goesThrough(name: Range | QualifiedName, how: 'scan' | 'rewrite'): boolean {
		if (this.isNew(name)) return false;
		const { context } = this;
		const own = context.target('name' in name ? name : rangeName(name));
		const all = new Set(context.withChildren(own).map(({ id }) => placeholdersShown(id)));
		return this.facts.relations.some((each) => each[how] && all.has(each.name));
	}

	/** The relations that the statement locks and that others use. */
	get existing(): readonly RelationFacts[] {
		return this.facts.relations.filter(({ name, isNew }) => !isNew || this.history.mayBeOlderNamed(name));
	}

	column(name: Range, column: string | undefined): Column | undefined {
		return this.relation(name)?.columns.find((each) => each.name === column);
	}

	/** Whether nobody else has the relation yet: the script made it, or it is temporary. */
	isNew(name: Range | QualifiedName): boolean {
		if ('relname' in name && name.relpersistence === 't') return true;
		const relation = this.relation(name);
		if (!relation) return false;
		if (relation.persistence === 'temporary') return true;
		return this.known.isNew(relation.id) && !this.history.mayBeOlder(relation);
	}
}
