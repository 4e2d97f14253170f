import { listedName, nodesOf } from '../../dialects/postgresql/catalog/trees.ts';
import { defineRule, NONE } from '../rule.ts';
import { shown } from '../spelled.ts';

export const createDomainConstraint = defineRule({
	severity: 'info',
	group: 'locks',
	about: 'CREATE DOMAIN with CHECK or NOT NULL.',
	why: 'A column of such a domain cannot be added without writing the table anew, and a later change of the domain reads every table that has it while nobody can write to any of them.',
	advice: 'Create the domain without constraints, or use the type itself, and give each table a check of its own.',
	op: "op.createDomain('email', t.text());",
	sources: [
		'https://www.postgresql.org/docs/current/sql-createdomain.html',
		'https://www.postgresql.org/docs/current/sql-alterdomain.html',
	],
	examples: {
		bad: [
			"CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%');",
			'CREATE DOMAIN app."Percent" numeric(5, 2) NOT NULL DEFAULT 0;',
			'CREATE DOMAIN age AS bigint CONSTRAINT age_fits CHECK (VALUE >= 0) CONSTRAINT age_small CHECK (VALUE < 150);',
		],
		good: [
			'CREATE DOMAIN email AS text;',
			'CREATE DOMAIN email AS text COLLATE "C" NULL;',
			"CREATE TABLE account (email text PRIMARY KEY CHECK (email LIKE '%@%'));",
		],
	},
	statements: {
		CreateDomainStmt: ({ domainname, constraints }) => {
			const kinds = new Set(nodesOf(constraints, 'Constraint').flatMap(({ contype }) => WORDS[contype ?? ''] ?? []));
			if (kinds.size === 0) return NONE;
			const object = shown(listedName(domainname));
			return [{ object, message: `the domain "${object}" has ${[...kinds].join(' and ')}` }];
		},
	},
});

const WORDS: Readonly<Record<string, string>> = { CONSTR_CHECK: 'a CHECK', CONSTR_NOTNULL: 'NOT NULL' };
