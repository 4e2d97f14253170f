import { addingConstraint, indexFirst } from '../added-constraint.ts';
import { defineRule } from '../rule.ts';

export const addUniqueBuildsIndex = defineRule({
	severity: 'error',
	group: 'locks',
	about: 'ADD CONSTRAINT … UNIQUE without USING INDEX.',
	why: 'Its index is built while nobody can read or write the table; rows that are the same make it fail.',
	advice: 'Build a unique index concurrently, and give it to the constraint.',
	op: "op.createUniqueConstraint('slugs', 'account', ['slug'], { online: true });",
	sources: [
		'https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-ADD-TABLE-CONSTRAINT-USING-INDEX',
	],
	beside: ['unique-may-fail'],
	covers: ['unique-may-fail'],
	examples: {
		bad: [
			'ALTER TABLE account ADD CONSTRAINT slugs UNIQUE (slug);',
			'ALTER TABLE app.account ADD UNIQUE (tenant, slug);',
			'ALTER TABLE account ADD CONSTRAINT slugs UNIQUE (slug) INCLUDE (name);',
		],
		good: [
			'ALTER TABLE account ADD CONSTRAINT slugs UNIQUE USING INDEX slugs;',
			'CREATE TABLE account (id bigint PRIMARY KEY, slug text);\nALTER TABLE account ADD CONSTRAINT slugs UNIQUE (slug);',
			'CREATE UNIQUE INDEX CONCURRENTLY slugs ON account (slug);',
		],
	},
	actions: {
		AT_AddConstraint: addingConstraint('CONSTR_UNIQUE', (added) =>
			added.constraint.indexname === undefined
				? {
						message: `an index on "${added.owner}" is built under the strongest lock`,
						instead: indexFirst(added, 'UNIQUE'),
					}
				: undefined,
		),
	},
});
