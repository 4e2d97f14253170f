import { type NodeOf, nodeOf, nodesOf, stringsOf } from '../../dialects/postgresql/catalog/trees.ts';
import { type AddedConstraint, addingConstraint } from '../added-constraint.ts';
import { mayHaveNull, notNullSafely } from '../not-null-proof.ts';
import { defineRule } from '../rule.ts';

export const addPrimaryKeyNullable = defineRule({
	severity: 'warning',
	group: 'locks',
	about: 'ADD PRIMARY KEY on columns that may be NULL.',
	why: 'A primary key makes its columns NOT NULL: all rows are read for it, and nobody can read or write the table meanwhile.',
	advice:
		'Make the columns NOT NULL the safe way first. Where nothing tells whether a column may be NULL, it is advice only.',
	op: "op.alterColumn('account', 'id', { nullable: false, existingNullable: true, online: true });",
	sources: [
		'https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-ADD-TABLE-CONSTRAINT-USING-INDEX',
		'https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-DROP-NOT-NULL',
	],
	beside: ['implicit-transaction', 'not-idempotent', 'unique-may-fail'],
	examples: {
		bad: [
			'CREATE TABLE IF NOT EXISTS account (id bigint);\nCREATE UNIQUE INDEX CONCURRENTLY account_id ON account (id);\nALTER TABLE account ADD CONSTRAINT account_pkey PRIMARY KEY USING INDEX account_id;',
			'CREATE UNIQUE INDEX CONCURRENTLY account_id ON app."Account" (tenant, "Id");\nALTER TABLE app."Account" ADD PRIMARY KEY USING INDEX account_id;',
			'ALTER TABLE account ADD PRIMARY KEY USING INDEX account_id;',
		],
		good: [
			'CREATE TABLE IF NOT EXISTS account (id bigint NOT NULL);\nCREATE UNIQUE INDEX CONCURRENTLY account_id ON account (id);\nALTER TABLE account ADD CONSTRAINT account_pkey PRIMARY KEY USING INDEX account_id;',
			'CREATE TABLE IF NOT EXISTS account (id bigint CHECK (id IS NOT NULL));\nCREATE UNIQUE INDEX CONCURRENTLY account_id ON account (id);\nALTER TABLE account ADD PRIMARY KEY USING INDEX account_id;',
			'ALTER TABLE account ADD CONSTRAINT id_given CHECK (id IS NOT NULL) NOT VALID;\nALTER TABLE account VALIDATE CONSTRAINT id_given;\nCREATE UNIQUE INDEX CONCURRENTLY account_id ON account (id);\nALTER TABLE account ADD PRIMARY KEY USING INDEX account_id;',
			'CREATE TABLE account (id bigint);\nALTER TABLE account ADD PRIMARY KEY (id);',
		],
	},
	actions: {
		AT_AddConstraint: addingConstraint('CONSTR_PRIMARY', (added) => {
			const { action, seen, owner, text } = added;
			if (!seen.goesThrough(action.table, 'scan')) return undefined;
			const columns = keyColumns(added);
			const open = columns?.filter((name) => mayHaveNull(action.table, name, seen) !== false);
			if (open?.length === 0) return undefined;
			const isCertain = open?.some((name) => mayHaveNull(action.table, name, seen) === true);
			const message = isCertain
				? `all rows of "${owner}" are read to see that the columns of the key are not NULL`
				: `all rows of "${owner}" are read unless the columns of the key are NOT NULL already`;
			const safely = open?.flatMap((name) => notNullSafely(action.table, name, seen.version));
			const instead = safely && text !== undefined ? [...safely, `${text};`].join('\n') : undefined;
			return { message, instead, ...(!isCertain && { severity: 'info' as const }) };
		}),
	},
});

/** The columns of the key, also of one that takes over an index; undefined when nothing tells. */
function keyColumns({ constraint, seen }: AddedConstraint): readonly string[] | undefined {
	const { indexname, keys } = constraint;
	if (indexname === undefined) return stringsOf(keys);
	const schema = constraint.pktable?.schemaname;
	const known = seen.relation(schema === undefined ? { name: indexname } : { schema, name: indexname })?.index;
	if (known) return known.keys.flatMap(({ column }) => column ?? []);
	const built = nodeOf(seen.earlier.naming('index', indexname).at(-1), 'IndexStmt');
	return built && columnsOf(built);
}

const columnsOf = ({ indexParams }: NodeOf<'IndexStmt'>): readonly string[] =>
	nodesOf(indexParams, 'IndexElem').flatMap(({ name }) => name ?? []);
