import { stringsOf } from '../../dialects/postgresql/catalog/trees.ts';
import { type AddedConstraint, addingConstraint, indexFirst } from '../added-constraint.ts';
import { mayHaveNull, notNullSafely } from '../not-null-proof.ts';
import { defineRule } from '../rule.ts';

export const addPrimaryKeyBuildsIndex = defineRule({
	severity: 'error',
	group: 'locks',
	about: 'ADD PRIMARY KEY without USING INDEX.',
	why: 'Its index is built, and columns that may be NULL are read, while nobody can read or write the table; rows that are the same make it fail.',
	advice: 'Make the columns NOT NULL the safe way, build a unique index concurrently, and give it to the key.',
	op: "op.execute('CREATE UNIQUE INDEX CONCURRENTLY account_pkey ON account (id)');\nop.execute('ALTER TABLE account ADD CONSTRAINT account_pkey PRIMARY KEY USING INDEX account_pkey');",
	sources: [
		'https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-ADD-TABLE-CONSTRAINT-USING-INDEX',
	],
	beside: ['add-primary-key-nullable'],
	examples: {
		bad: [
			'ALTER TABLE account ADD CONSTRAINT account_pkey PRIMARY KEY (id);',
			'ALTER TABLE app.account ADD PRIMARY KEY (tenant, id);',
			'ALTER TABLE account ADD PRIMARY KEY (id) INCLUDE (name);',
			'CREATE TABLE IF NOT EXISTS account (id bigint);\nALTER TABLE account ADD CONSTRAINT account_pkey PRIMARY KEY (id);',
		],
		good: [
			'CREATE TABLE account (id bigint PRIMARY KEY);',
			'CREATE TABLE account (id bigint NOT NULL);\nALTER TABLE account ADD PRIMARY KEY (id);',
			'ALTER TABLE account ADD CONSTRAINT account_pkey PRIMARY KEY USING INDEX account_pkey;',
		],
	},
	covers: ['add-primary-key-nullable', 'unique-may-fail'],
	actions: {
		AT_AddConstraint: addingConstraint('CONSTR_PRIMARY', (added) =>
			added.constraint.indexname === undefined
				? {
						message: `the index of the primary key of "${added.owner}" is built under the strongest lock`,
						instead: safely(added),
					}
				: undefined,
		),
	},
});

/** Columns that are known to let NULL in come first. */
function safely(added: AddedConstraint): string | undefined {
	const { table } = added.action;
	const open = stringsOf(added.constraint.keys).filter((name) => mayHaveNull(table, name, added.seen));
	const index = indexFirst(added, 'PRIMARY KEY');
	return index && [...open.flatMap((name) => notNullSafely(table, name, added.seen.version)), index].join('\n');
}
