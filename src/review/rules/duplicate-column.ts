import { figuredName } from '../../dialects/postgresql/catalog/figured-name.ts';
import { type NodeOf, nodeOf, nodesOf, stringsOf } from '../../dialects/postgresql/catalog/trees.ts';
import type { Node } from '../../sql/parse-postgresql.ts';
import { runningIn } from '../changes.ts';
import { defineRule, type Problem } from '../rule.ts';
import type { Seen } from '../seen.ts';
import { shown } from '../spelled.ts';

export const duplicateColumn = defineRule({
	severity: 'error',
	group: 'design',
	about: 'A statement that names one column twice where each can stand once.',
	why: 'The server refuses it. Names without quotes are the same in capitals, and names that are longer than 63 bytes when their first 63 are.',
	advice: 'Name it once. Silent for parts of one column: elements of an array, and fields of a composite value.',
	sources: [
		'https://www.postgresql.org/docs/current/sql-update.html',
		'https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS',
	],
	examples: {
		bad: [
			"UPDATE account SET plan = 'free', seats = 1, Plan = 'pro' WHERE id = 1;",
			"INSERT INTO app.account (id, plan, \"plan\") VALUES (1, 'free', 'pro') ON CONFLICT DO NOTHING;",
			'CREATE TABLE account (id bigint PRIMARY KEY, plan text, PLAN text);',
			'CREATE VIEW plans AS SELECT id, lower(plan), lower(name) FROM account;',
			'INSERT INTO account (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET plan = 1, (plan, seats) = (2, 3);',
			'ALTER TABLE account ADD COLUMN plan text, ADD COLUMN plan text;',
			'CREATE TABLE seat (account_id bigint, PRIMARY KEY (account_id, account_id));',
		],
		good: [
			"UPDATE account SET plan = 'free', \"Plan\" = 'pro' WHERE id = 1;",
			"UPDATE account SET tags[1] = 'a', tags[2] = 'b', address.street = 'x', address.city = 'y' WHERE id = 1;",
			'CREATE VIEW plans (id, plan, name) AS SELECT id, lower(plan), lower(name) FROM account;',
			'CREATE VIEW plans AS SELECT id, plan FROM account UNION SELECT id, id FROM tariff;',
			'SELECT id, id FROM account;',
			'CREATE INDEX CONCURRENTLY account_plan ON account (plan, plan DESC);',
			'ALTER TABLE account ADD COLUMN plan text, ADD COLUMN IF NOT EXISTS plan text;',
		],
	},
	every: (seen) => [...written(seen), ...changed(seen)].flatMap(twice),
});

/** Names that have to differ, and what they belong to. */
interface Names {
	readonly owner: string;
	readonly names: readonly string[];
}

function twice({ owner, names }: Names): readonly Problem[] {
	const [seen, found] = [new Set<string>(), new Set<string>()];
	for (const name of names) (seen.has(name) ? found : seen).add(name);
	return [...found].map((name) => ({
		object: `${owner}.${shown({ name })}`,
		message: `the column "${shown({ name })}" of "${owner}" is named twice`,
	}));
}

/** The columns that a definition gives. */
function written({ tree }: Seen): readonly Names[] {
	const table = nodeOf(tree, 'CreateStmt');
	if (table) return definedBy(table);
	const altered = nodeOf(tree, 'AlterTableStmt');
	if (altered) return [addedBy(altered)];
	const view = nodeOf(tree, 'ViewStmt');
	const made = nodeOf(tree, 'CreateTableAsStmt')?.into ?? nodeOf(tree, 'SelectStmt')?.intoClause;
	const range = view?.view ?? made?.rel;
	if (!range) return [];
	const query = view?.query ?? nodeOf(tree, 'CreateTableAsStmt')?.query ?? tree;
	return [{ owner: shown(range), names: outputs(query, stringsOf(view?.aliases ?? made?.colNames)) }];
}

function definedBy({ relation, tableElts }: NodeOf<'CreateStmt'>): readonly Names[] {
	const owner = relation ? shown(relation) : '';
	const keys = nodesOf(tableElts, 'Constraint').filter(({ contype }) => KEYS.has(contype));
	return [
		{ owner, names: nodesOf(tableElts, 'ColumnDef').map(({ colname = '' }) => colname) },
		...keys.map((key) => ({ owner, names: stringsOf(key.keys) })),
	];
}

const KEYS: ReadonlySet<NodeOf<'Constraint'>['contype']> = new Set(['CONSTR_PRIMARY', 'CONSTR_UNIQUE']);

function addedBy({ relation, cmds }: NodeOf<'AlterTableStmt'>): Names {
	const added = nodesOf(cmds, 'AlterTableCmd').filter(
		({ subtype, missing_ok: isOptional }) => subtype === 'AT_AddColumn' && !isOptional,
	);
	const names = added.flatMap(({ def }) => nodeOf(def, 'ColumnDef')?.colname ?? []);
	return { owner: relation ? shown(relation) : '', names };
}

/** The names that a query gives its columns; those behind a star are not known by their place. */
function outputs(query: Node, given: readonly string[]): readonly string[] {
	const select = firstOf(nodeOf(query, 'SelectStmt'));
	const targets = nodesOf(select?.targetList, 'ResTarget');
	const hasStar = targets.some(({ val }) => isStar(val));
	if (hasStar && given.length > 0) return given;
	const names = targets
		.filter(({ val }) => !isStar(val))
		.map(({ name, val }) => name ?? figuredName(val) ?? '?column?');
	return [...given, ...names.slice(given.length)];
}

/** The first query of a UNION, which gives the names. */
const firstOf = (select: NodeOf<'SelectStmt'> | undefined): NodeOf<'SelectStmt'> | undefined =>
	select?.larg ? firstOf(select.larg) : select;

const isStar = (value: Node | undefined): boolean =>
	(nodeOf(value, 'ColumnRef')?.fields ?? []).some((field) => 'A_Star' in field) ||
	(nodeOf(value, 'A_Indirection')?.indirection ?? []).some((field) => 'A_Star' in field);

/** The columns that a statement writes, also in WITH. */
function changed({ tree }: Seen): readonly Names[] {
	const inserts = runningIn(tree, 'InsertStmt');
	const named = (range: NodeOf<'RangeVar'> | undefined, targets: readonly Node[] | undefined): Names => ({
		owner: range ? shown(range) : '',
		names: nodesOf(targets, 'ResTarget').flatMap(({ name = '', indirection }) => (indirection ? [] : name)),
	});
	return [
		...runningIn(tree, 'UpdateStmt').map(({ relation, targetList }) => named(relation, targetList)),
		...inserts.map(({ relation, cols }) => named(relation, cols)),
		...inserts.map(({ relation, onConflictClause }) => named(relation, onConflictClause?.targetList)),
		...runningIn(tree, 'MergeStmt').flatMap(({ relation, mergeWhenClauses }) =>
			nodesOf(mergeWhenClauses, 'MergeWhenClause').map(({ targetList }) => named(relation, targetList)),
		),
	];
}
