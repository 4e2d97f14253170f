import { addingConstraint, indexFirst } from '../added-constraint.ts';
import { defineRule } from '../rule.ts';

export const addPrimaryKeyBuildsIndex = defineRule({
	severity: 'error',
	group: 'locks',
	about: 'ADD PRIMARY KEY without USING INDEX.',
	why: 'Its index is built, and columns that may be NULL are read, while nobody can read or write the table.',
	advice: 'Make the columns NOT NULL the safe way, build a unique index concurrently, and give it to the key.',
	op: "op.execute('CREATE UNIQUE INDEX CONCURRENTLY account_pkey ON account (id)');\nop.execute('ALTER TABLE account ADD CONSTRAINT account_pkey PRIMARY KEY USING INDEX account_pkey');",
	sources: [
		'https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-ADD-TABLE-CONSTRAINT-USING-INDEX',
	],
	beside: ['unique-may-fail'],
	examples: {
		bad: [
			'ALTER TABLE account ADD CONSTRAINT account_pkey PRIMARY KEY (id);',
			'ALTER TABLE app.account ADD PRIMARY KEY (tenant, id);',
			'ALTER TABLE account ADD PRIMARY KEY (id) INCLUDE (name);',
		],
		good: [
			'CREATE TABLE account (id bigint PRIMARY KEY);',
			'CREATE TABLE account (id bigint NOT NULL);\nALTER TABLE account ADD PRIMARY KEY (id);',
			'ALTER TABLE account ADD CONSTRAINT account_pkey PRIMARY KEY USING INDEX account_pkey;',
		],
	},
	actions: {
		AT_AddConstraint: addingConstraint('CONSTR_PRIMARY', (added) =>
			added.constraint.indexname === undefined
				? {
						message: `the index of the primary key of "${added.owner}" is built under the strongest lock`,
						instead: indexFirst(added, 'PRIMARY KEY'),
					}
				: undefined,
		),
	},
});
