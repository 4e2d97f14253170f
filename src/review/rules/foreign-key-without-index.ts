import { shapeOf } from '../../dialects/postgresql/catalog/create-index.ts';
import { columnKey } from '../../dialects/postgresql/catalog/indexes.ts';
import type { Index } from '../../dialects/postgresql/catalog/model.ts';
import { type NodeOf, nodeOf, nodesOf, stringsOf } from '../../dialects/postgresql/catalog/trees.ts';
import { conjuncts, saysNotNull } from '../../dialects/postgresql/facts/not-null-proof.ts';
import { isMadeAfterAnother } from '../created-table.ts';
import { defineRule, type Problem } from '../rule.ts';
import type { Seen } from '../seen.ts';
import { shown, spelled } from '../spelled.ts';

type Range = NodeOf<'RangeVar'>;
type Constraint = NodeOf<'Constraint'>;

export const foreignKeyWithoutIndex = defineRule({
	severity: 'warning',
	group: 'design',
	about: 'A foreign key whose columns no index begins with.',
	why: 'Each DELETE of a referenced row, and each change of its key, reads the whole table that refers to it, and holds its locks that long.',
	advice:
		'Create an index that begins with the columns, in any order. One WHERE they are not NULL will do. Silent where the script creates one, also later, and where the table is not known and may have one.',
	op: "op.createIndex('invoice_account_id_idx', 'invoice', ['account_id'], { online: true });",
	sources: ['https://www.postgresql.org/docs/current/ddl-constraints.html#DDL-CONSTRAINTS-FK'],
	beside: [
		'add-column-inline-foreign-key',
		'add-foreign-key-locks-referenced',
		'implicit-transaction',
		'not-idempotent',
	],
	examples: {
		bad: [
			'CREATE TABLE invoice (id bigint PRIMARY KEY, account_id bigint REFERENCES account);',
			'CREATE TABLE IF NOT EXISTS invoice (id bigint PRIMARY KEY, account_id bigint REFERENCES account);',
			'ALTER TABLE app."Invoice" ADD COLUMN account_id bigint REFERENCES app.account (id), ADD COLUMN note text;',
			'CREATE TABLE IF NOT EXISTS invoice (id bigint PRIMARY KEY, tenant bigint, account_id bigint, UNIQUE (tenant, id, account_id));\nALTER TABLE invoice ADD CONSTRAINT owner FOREIGN KEY (tenant, account_id) REFERENCES account (tenant, id) NOT VALID;',
			'CREATE TABLE invoice (id bigint PRIMARY KEY, account_id bigint REFERENCES account, paid boolean);\nCREATE INDEX invoice_open ON invoice (account_id) WHERE NOT paid;',
		],
		good: [
			'CREATE TABLE invoice (id bigint PRIMARY KEY, account_id bigint REFERENCES account);\nCREATE INDEX ON invoice (account_id);',
			'CREATE TABLE invoice (account_id bigint, tenant bigint, number bigint, PRIMARY KEY (tenant, account_id, number), FOREIGN KEY (account_id, tenant) REFERENCES account);',
			'ALTER TABLE invoice ADD COLUMN account_id bigint;\nALTER TABLE invoice ADD CONSTRAINT owner FOREIGN KEY (account_id) REFERENCES account (id) NOT VALID;\nCREATE INDEX CONCURRENTLY invoice_account ON invoice (account_id, id) WHERE account_id IS NOT NULL;',
			'ALTER TABLE invoice ADD CONSTRAINT owner FOREIGN KEY (account_id) REFERENCES account (id) NOT VALID;',
			'CREATE TABLE profile (account_id bigint PRIMARY KEY REFERENCES account);\nCREATE TABLE seat (id bigint PRIMARY KEY, account_id bigint UNIQUE REFERENCES account);',
			'CREATE TEMP TABLE invoice (account_id bigint REFERENCES scratch);',
		],
	},
	every: (seen) =>
		foreignKeysIn(seen).flatMap((key): readonly Problem[] => {
			if (!isKnown(key, seen) || shapesOn(key, seen).some((shape) => serves(shape, key.columns))) return [];
			const columns = key.columns.map((name) => shown({ name })).join(', ');
			const message = `no index of "${shown(key.table)}" begins with ${columns}, by which "${key.referenced}" is referred to`;
			const { location } = key;
			return [{ object: `${shown(key.table)}.${columns}`, message, location, instead: withIndex(key, seen) }];
		}),
});

interface ForeignKey {
	readonly table: Range;
	readonly columns: readonly string[];
	readonly referenced: string;
	/** Of a constraint of the table; that of a column stands where the column does. */
	readonly location: number | undefined;
	/** All constraints that are written in the statement. */
	readonly constraints: readonly Written[];
}

/** A constraint with its columns: those of its column, where it is written with one. */
interface Written {
	readonly constraint: Constraint;
	readonly columns: readonly string[];
	readonly location?: number | undefined;
}

/** The foreign keys that a statement adds to a table that lasts. */
function foreignKeysIn({ tree }: Seen): readonly ForeignKey[] {
	const created = nodeOf(tree, 'CreateStmt');
	const altered = nodeOf(tree, 'AlterTableStmt');
	const table = created?.relation ?? altered?.relation;
	if (!table || table.relpersistence === 't') return [];
	const parts = [
		...(created?.tableElts ?? []),
		...nodesOf(altered?.cmds, 'AlterTableCmd').flatMap(({ def }) => def ?? []),
	];
	const constraints: readonly Written[] = [
		...nodesOf(parts, 'Constraint').map((constraint) => ({
			constraint,
			columns: columnsOf(constraint),
			location: constraint.location,
		})),
		...nodesOf(parts, 'ColumnDef').flatMap(({ colname = '', constraints: own }) =>
			nodesOf(own, 'Constraint').map((constraint) => ({ constraint, columns: [colname] })),
		),
	];
	return constraints.flatMap(({ constraint: { contype, pktable, is_enforced: isEnforced }, columns, location }) =>
		contype === 'CONSTR_FOREIGN' && pktable && isEnforced !== false
			? { table, columns, referenced: shown(pktable), location, constraints }
			: [],
	);
}

const columnsOf = ({ keys, fk_attrs: attributes }: Constraint): readonly string[] => stringsOf(keys ?? attributes);

/** Whether all indexes of the table are known: it is known itself, or the script makes a column of the key. */
function isKnown({ table, columns }: ForeignKey, seen: Seen): boolean {
	const relation = seen.relation(table);
	const created = nodeOf(seen.tree, 'CreateStmt');
	if (created) return !relation && !isMadeAfterAnother(created);
	if (relation) return relation.persistence !== 'temporary';
	return seen.script.columnsAdded(table).some(({ colname = '' }) => columns.includes(colname));
}

type Shape = Pick<Index, 'method' | 'keys' | 'predicate' | 'isValid'>;

/** The indexes of the table: those that are there, that the statement brings along, and that the script creates. */
function shapesOn({ table, constraints }: ForeignKey, seen: Seen): readonly Shape[] {
	const ids = seen.relation(table)?.indexes ?? [];
	const created = seen.script.indexesOn(table);
	const added = seen.script
		.constraintsAdded(table)
		.map((constraint) => ({ constraint, columns: columnsOf(constraint) }));
	return [
		...ids.flatMap((id) => seen.known.get(id)?.index ?? []),
		...created.map(shapeOf),
		...[...constraints, ...added].flatMap(({ constraint, columns }) => indexOf(constraint, columns)),
	];
}

/** The index of a primary key or a unique constraint. */
const indexOf = ({ contype, indexname }: Constraint, columns: readonly string[]): readonly Shape[] =>
	(contype === 'CONSTR_PRIMARY' || contype === 'CONSTR_UNIQUE') && indexname === undefined
		? [{ method: 'btree', keys: columns.map(columnKey), predicate: undefined, isValid: true }]
		: [];

/** Whether the rows of a key can be looked for in an index: a condition on it may only say that they have one. */
function serves({ method, keys, predicate, isValid }: Shape, columns: readonly string[]): boolean {
	const isOrdered = method === 'btree' || (method === 'hash' && columns.length === 1);
	const begin = new Set(keys.slice(0, columns.length).map(({ column }) => column));
	const isWhole = conjuncts(predicate).every((part) => columns.some((column) => saysNotNull(part, column)));
	return isValid && isOrdered && isWhole && columns.every((column) => begin.has(column));
}

/** The statement with an index behind it. A partitioned table takes more than one statement. */
function withIndex({ table, columns }: ForeignKey, seen: Seen): string | undefined {
	const isPartitioned =
		seen.relation(table)?.kind === 'partitioned table' || nodeOf(seen.tree, 'CreateStmt')?.partspec !== undefined;
	if (isPartitioned) return undefined;
	const created = nodeOf(seen.tree, 'CreateStmt');
	const isNew = created ? !created.if_not_exists : seen.isNew(table);
	const list = columns.map((each) => spelled(each)).join(', ');
	const name = spelled([table.relname ?? '', ...columns, 'idx'].join('_'));
	return `${seen.text};\nCREATE INDEX ${isNew ? '' : 'CONCURRENTLY '}${name} ON ${spelled(table)} (${list});`;
}
