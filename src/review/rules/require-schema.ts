import { type NodeOf, nodeOf, objectName, visit } from '../../dialects/postgresql/catalog/trees.ts';
import type { Node } from '../../sql/parse-postgresql.ts';
import { defineRule } from '../rule.ts';
import type { Seen } from '../seen.ts';
import { shown } from '../spelled.ts';

type Range = NodeOf<'RangeVar'>;

export const requireSchema = defineRule({
	severity: 'off',
	group: 'text',
	about: 'A table, a view or a sequence that is named without its schema.',
	why: 'Which one is meant depends on the search_path of whoever runs the script.',
	advice:
		'Write schema.name. Silent where the script sets search_path itself, for temporary tables, and for those of the server.',
	sources: ['https://www.postgresql.org/docs/current/ddl-schemas.html#DDL-SCHEMAS-PATH'],
	examples: {
		bad: [
			'CREATE TABLE account (id bigint PRIMARY KEY);',
			"UPDATE app.account SET plan = 'free' FROM tariff WHERE tariff.id = account.tariff_id;",
			'DROP VIEW IF EXISTS app.plans, tariffs;',
			'ALTER TABLE app.invoice ADD COLUMN account_id bigint REFERENCES "Account" (id);',
		],
		good: [
			'CREATE TABLE app.account (id bigint PRIMARY KEY);',
			'SET search_path = app;\nCREATE TABLE account (id bigint PRIMARY KEY);',
			'CREATE TEMP TABLE scratch (id bigint);\nINSERT INTO scratch VALUES (1);',
			'WITH old AS (SELECT id FROM app.account) SELECT a.id FROM old, app.account a, pg_class FOR UPDATE OF a;',
			'CREATE TABLE app.account (id bigint PRIMARY KEY, plan text);\nCREATE INDEX account_plan ON app.account (plan);',
		],
	},
	beside: ['drop-view-or-function', 'add-column-inline-foreign-key', 'foreign-key-without-index'],
	every: (seen) => {
		if (seen.facts.settings.has('search_path')) return [];
		const names = [...namedIn(seen.tree), ...droppedIn(seen.tree)].filter((name) => !isElsewhere(name, seen));
		return [...new Set(names)].map((name) => ({
			object: shown({ name }),
			message: `"${shown({ name })}" is named without its schema`,
		}));
	},
});

/** The relations that a statement names without a schema; those of WITH are its own. */
function namedIn(tree: Node): readonly string[] {
	const common = new Set<string>();
	visit(tree, (node) => {
		const query = nodeOf(node, 'CommonTableExpr');
		if (query) common.add(query.ctename ?? '');
		return true;
	});
	return rangesIn(tree)
		.filter(isBare)
		.flatMap(({ relname = '' }) => (common.has(relname) ? [] : relname));
}

function rangesIn(part: unknown): readonly Range[] {
	if (typeof part !== 'object' || part === null) return [];
	if ('relname' in part) return [part as Range];
	// FOR UPDATE OF names what FROM has, by its alias.
	return Object.entries(part).flatMap(([key, value]) => (key === 'LockingClause' ? [] : rangesIn(value)));
}

const isBare = ({ schemaname, relpersistence }: Range): boolean => schemaname === undefined && relpersistence !== 't';

const KINDS: ReadonlySet<NodeOf<'DropStmt'>['removeType']> = new Set([
	'OBJECT_TABLE',
	'OBJECT_VIEW',
	'OBJECT_MATVIEW',
	'OBJECT_SEQUENCE',
	'OBJECT_FOREIGN_TABLE',
	'OBJECT_INDEX',
]);

function droppedIn(tree: Node): readonly string[] {
	const drop = nodeOf(tree, 'DropStmt');
	if (!drop || !KINDS.has(drop.removeType)) return [];
	return (drop.objects ?? []).map(objectName).flatMap(({ schema, name }) => (schema === undefined ? name : []));
}

/** Whether a name is that of a temporary table, or of the server. */
const isElsewhere = (name: string, seen: Seen): boolean =>
	name.startsWith('pg_') || seen.relation({ name })?.persistence === 'temporary';
