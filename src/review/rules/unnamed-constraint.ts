import { type NodeOf, nodesOf } from '../../dialects/postgresql/catalog/trees.ts';
import type { Node } from '../../sql/parse-postgresql.ts';
import { defineRule, NONE, type Problems } from '../rule.ts';
import { shown } from '../spelled.ts';

export const unnamedConstraint = defineRule({
	severity: 'off',
	group: 'text',
	about: 'A constraint or an index without a name.',
	why: 'The server makes one up, which depends on the names that are taken. A later script that changes or drops it has to guess.',
	advice: 'Name it. Silent for primary keys, of which a table has one, for NOT NULL, and for temporary tables.',
	sources: ['https://www.postgresql.org/docs/current/ddl-constraints.html'],
	examples: {
		bad: [
			'CREATE TABLE account (id bigint PRIMARY KEY, plan text CHECK (plan IS NOT NULL));',
			'CREATE TABLE app."Account" (tenant bigint, id bigint, CONSTRAINT account_pkey PRIMARY KEY (tenant), UNIQUE (id));',
			'ALTER TABLE account ADD CHECK (seats > 0) NOT VALID, ADD CONSTRAINT plans CHECK (plan IS NOT NULL) NOT VALID;',
			'CREATE INDEX CONCURRENTLY ON account (plan);',
		],
		good: [
			'CREATE TABLE account (id bigint PRIMARY KEY, plan text NOT NULL CONSTRAINT plans CHECK (plan IS NOT NULL));',
			'CREATE INDEX CONCURRENTLY account_plan ON account (plan);',
			'ALTER TABLE account ADD CONSTRAINT plans CHECK (plan IS NOT NULL) NOT VALID, ALTER COLUMN plan SET STATISTICS 9;',
			'CREATE TEMP TABLE scratch (id bigint UNIQUE);\nCREATE INDEX ON scratch (id);',
		],
	},
	statements: {
		CreateStmt: ({ relation, tableElts }) =>
			relation && relation.relpersistence !== 't' ? unnamedIn(shown(relation), tableElts) : NONE,
		AlterTableStmt: ({ relation, cmds }) => {
			const parts = nodesOf(cmds, 'AlterTableCmd').flatMap(({ def }) => def ?? []);
			return relation ? unnamedIn(shown(relation), parts) : NONE;
		},
		IndexStmt: ({ relation, idxname, indexParams }, seen) => {
			if (!relation || idxname !== undefined || seen.relation(relation)?.persistence === 'temporary') return NONE;
			const columns = nodesOf(indexParams, 'IndexElem').map(({ name = 'an expression' }) => name);
			const owner = shown(relation);
			return [{ object: owner, message: `the index on "${owner}" (${columns.join(', ')}) has no name` }];
		},
	},
});

const WORDS: Readonly<Record<string, string>> = {
	CONSTR_CHECK: 'check',
	CONSTR_EXCLUSION: 'exclusion constraint',
	CONSTR_FOREIGN: 'foreign key',
	CONSTR_UNIQUE: 'unique constraint',
};

function unnamedIn(owner: string, parts: readonly Node[] | undefined): Problems {
	const constraints = [
		...nodesOf(parts, 'Constraint'),
		...nodesOf(parts, 'ColumnDef').flatMap((column) => nodesOf(column.constraints, 'Constraint')),
	];
	return constraints.flatMap(({ contype, conname, location }: NodeOf<'Constraint'>, at) => {
		const word = conname === undefined ? WORDS[contype ?? ''] : undefined;
		return word === undefined
			? []
			: { object: `${owner} ${word} ${at + 1}`, message: `a ${word} of "${owner}" has no name`, location };
	});
}
