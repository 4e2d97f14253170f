import type { Index } from '../../dialects/postgresql/catalog/model.ts';
import {
	columnsIn,
	functionsIn,
	type NodeOf,
	nodeOf,
	nodesOf,
	stringsOf,
} from '../../dialects/postgresql/catalog/trees.ts';
import type { Node } from '../../sql/parse-postgresql.ts';
import { addingColumn } from '../added-column.ts';
import { droppedBy } from '../drops.ts';
import { type Action, defineRule, NONE, type Problems } from '../rule.ts';
import type { Seen } from '../seen.ts';
import { shown, spelled } from '../spelled.ts';
import { isTended } from '../tended.ts';

type Range = NodeOf<'RangeVar'>;

export const uniqueMayFail = defineRule({
	severity: 'warning',
	group: 'rows',
	about: 'A unique index or constraint on columns that rows have values in.',
	why: 'Rows that are the same in these columns make it fail. CREATE INDEX CONCURRENTLY then leaves an index behind that is not valid, and slows down every write.',
	advice:
		'Ask for such rows first, and say in the script what becomes of them. Silent where the script changes, removes or asks for rows by these columns before, and where another unique index shows that there are none. Where the table is not known, it is advice. Where another rule says that the index is built while others wait, that one speaks for this.',
	sources: ['https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY'],
	beside: ['add-column-inline-unique', 'drop-constraint', 'implicit-transaction', 'not-idempotent'],
	examples: {
		bad: [
			'CREATE UNIQUE INDEX CONCURRENTLY account_email ON account (email);',
			'CREATE UNIQUE INDEX CONCURRENTLY "Slugs" ON app."Account" (tenant, lower(slug)) WHERE deleted_at IS NULL;',
			'CREATE TABLE IF NOT EXISTS account (id bigint PRIMARY KEY, email text);\nCREATE UNIQUE INDEX CONCURRENTLY emails ON account (email);',
			"ALTER TABLE account ADD COLUMN plan text DEFAULT 'free' UNIQUE;",
			"ALTER TABLE account ADD COLUMN plan text DEFAULT 'free';\nCREATE UNIQUE INDEX CONCURRENTLY account_plan ON account (plan);",
		],
		good: [
			'CREATE TABLE account (id bigint PRIMARY KEY, email text);\nCREATE UNIQUE INDEX account_email ON account (email);',
			'SELECT email FROM account GROUP BY email HAVING count(*) > 1;\nCREATE UNIQUE INDEX CONCURRENTLY account_email ON account (email);',
			'DELETE FROM app.account a USING app.account b WHERE a.email = b.email AND a.id > b.id;\nCREATE UNIQUE INDEX CONCURRENTLY account_email ON app.account (email);',
			'ALTER TABLE account ADD COLUMN email text;\nCREATE UNIQUE INDEX CONCURRENTLY account_email ON account (email);',
			'ALTER TABLE account ADD CONSTRAINT emails UNIQUE USING INDEX account_email;',
			'CREATE TABLE IF NOT EXISTS account (id bigint PRIMARY KEY, tenant bigint, email text UNIQUE);\nCREATE UNIQUE INDEX CONCURRENTLY account_tenant_email ON account (tenant, email);',
			'CREATE TABLE IF NOT EXISTS account (id bigint PRIMARY KEY, tenant bigint, email text UNIQUE);\nALTER TABLE account DROP CONSTRAINT account_email_key;\nCREATE UNIQUE INDEX CONCURRENTLY account_tenant_email ON account (tenant, email);',
		],
	},
	statements: {
		DropStmt: (drop, seen) =>
			droppedBy(drop, 'OBJECT_INDEX').flatMap((name) => remember(seen.relation(name)?.index, seen)),
		IndexStmt: (index, seen) => {
			const { unique, relation, idxname, indexParams, concurrent } = index;
			const isThere = index.if_not_exists && idxname !== undefined && seen.relation({ name: idxname }) !== undefined;
			if (!unique || !relation || isThere) return NONE;
			const keys = nodesOf(indexParams, 'IndexElem').map(({ name, expr }) => name ?? columnsIn(expr));
			const end = concurrent ? ', and leave an index that is not valid' : '';
			const own = `${shown(relation)}.${shown({ name: idxname ?? '' })}`;
			// What blocks writes is told with all that comes of it.
			const object = concurrent ? own : (idxname ?? shown(relation));
			const question = keys.every((key) => typeof key === 'string') && !index.whereClause;
			return problem(relation, keys.flat(), seen, { object, end, isPlain: question });
		},
	},
	actions: {
		AT_AddColumn: addingColumn(({ value, has, object }) =>
			(has('CONSTR_UNIQUE') ?? has('CONSTR_PRIMARY')) && value && isSame(value)
				? { message: `all rows get the same value in "${object}", which is unique` }
				: undefined,
		),
		AT_DropConstraint: (action, seen) => remember(indexOf(action, seen), seen),
		AT_AddConstraint: ({ cmd, table, name, statement }, seen) => {
			const constraint = nodeOf(cmd.def, 'Constraint');
			const isUnique = constraint?.contype === 'CONSTR_UNIQUE' || constraint?.contype === 'CONSTR_PRIMARY';
			if (!isUnique || constraint.indexname !== undefined) return NONE;
			const object = `${name}.${shown({ name: constraint.conname ?? '' })}`;
			const isPlain = statement.cmds?.length === 1;
			return problem(table, stringsOf(constraint.keys), seen, { object, end: '', isPlain });
		},
	},
});

interface Told {
	readonly object: string;
	/** What comes of it beside. */
	readonly end: string;
	/** Whether the rows can be asked for by the columns alone. */
	readonly isPlain: boolean;
}

function problem(table: Range, columns: readonly string[], seen: Seen, { object, end, isPlain }: Told): Problems {
	if (seen.isNew(table) || isEmpty(table, columns, seen) || isUniqueAlready(table, columns, seen)) return NONE;
	if (isTended(table, columns, seen.earlier)) return NONE;
	const names = columns.map((name) => shown({ name })).join(', ');
	const message = `rows of "${shown(table)}" that are the same in ${names} make it fail${end}`;
	const instead = isPlain ? `${duplicates(table, columns)}\n${seen.text};` : undefined;
	return [{ object, message, instead, ...(seen.relation(table) ? {} : { severity: 'info' }) }];
}

function duplicates(table: Range, columns: readonly string[]): string {
	const list = columns.map((each) => spelled(each)).join(', ');
	const given = columns.map((each) => `${spelled(each)} IS NOT NULL`).join(' AND ');
	return `SELECT ${list} FROM ${spelled(table)} WHERE ${given} GROUP BY ${list} HAVING count(*) > 1;`;
}

/** Whether the script added one of the columns, and not with the same value in all rows. */
const isEmpty = (table: Range, columns: readonly string[], seen: Seen): boolean =>
	seen.earlier.columnsAdded(table).some(({ colname = '', constraints }) => {
		const value = nodesOf(constraints, 'Constraint').find(({ contype }) => contype === 'CONSTR_DEFAULT')?.raw_expr;
		return columns.includes(colname) && !(value && isSame(value));
	});

/** Whether a default is one value for all rows. */
const isSame = (value: Node): boolean => functionsIn(value).length === 0 && nodeOf(value, 'A_Const')?.isnull !== true;

/** Whether some of the columns are known to be unique, or were so when the script began. */
function isUniqueAlready(table: Range, columns: readonly string[], seen: Seen): boolean {
	const relation = seen.relation(table);
	if (!relation) return false;
	const now = relation.indexes.flatMap((id) => {
		const keys = uniqueColumns(seen.known.get(id)?.index);
		return keys ? [keys] : [];
	});
	const before = seen.history.uniqueBefore(relation.id);
	return [...now, ...before].some((keys) => keys.every((key) => columns.includes(key)));
}

/** The columns of an index by which no two rows are the same. */
function uniqueColumns(index: Index | undefined): readonly string[] | undefined {
	if (!index?.isUnique || !index.isValid || index.predicate) return undefined;
	const columns = index.keys.flatMap(({ column }) => column ?? []);
	return columns.length === index.keys.length ? columns : undefined;
}

/** Keep in mind what a dropped index says of the rows. */
function remember(index: Index | undefined, { history }: Seen): Problems {
	const columns = uniqueColumns(index);
	if (index && columns) history.rememberUnique(index.table, columns);
	return NONE;
}

function indexOf({ table, cmd }: Action, seen: Seen): Index | undefined {
	const id = seen.relation(table)?.constraints.find(({ name }) => name === cmd.name)?.index;
	return id === undefined ? undefined : seen.known.get(id)?.index;
}
