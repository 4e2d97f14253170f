import { nodesOf } from '../../dialects/postgresql/catalog/trees.ts';
import { defineRule, NONE } from '../rule.ts';
import { shown } from '../spelled.ts';

export const wideIndex = defineRule({
	severity: 'info',
	group: 'design',
	about: 'A B-tree index of many columns that is not unique.',
	why: 'Columns behind the first two or three seldom make a query read less, and each makes the index larger and writes slower.',
	advice:
		'Keep the columns that queries compare with =, most of all, and one that they sort by. What a query only returns can stand in INCLUDE.',
	sources: ['https://www.postgresql.org/docs/current/indexes-multicolumn.html'],
	options: { columns: 3 },
	examples: {
		bad: [
			'CREATE INDEX CONCURRENTLY account_search ON account (tenant_id, plan, state, created_at);',
			'CREATE INDEX CONCURRENTLY IF NOT EXISTS "Search" ON ONLY app."Account" USING btree (tenant_id, lower(email), state DESC, created_at) WHERE deleted_at IS NULL;',
			'CREATE TABLE account (id bigint PRIMARY KEY, a text, b text, c text, d text);\nCREATE INDEX ON account (a, b, c, d) INCLUDE (id);',
		],
		good: [
			'CREATE INDEX CONCURRENTLY account_search ON account (tenant_id, state, created_at);',
			'CREATE TABLE account (id bigint PRIMARY KEY, a text, b text, c text, d text);\nCREATE UNIQUE INDEX ON account (a, b, c, d);',
			'CREATE INDEX CONCURRENTLY account_search ON account (tenant_id) INCLUDE (plan, state, created_at);',
			'CREATE INDEX CONCURRENTLY account_search ON account USING gin (a, b, c, d);',
		],
	},
	beside: ['if-not-exists-hides-invalid-index'],
	statements: {
		IndexStmt: ({ unique, relation, idxname = '', accessMethod = 'btree', indexParams }, seen, { columns }) => {
			const count = nodesOf(indexParams, 'IndexElem').length;
			if (relation && seen.relation(relation)?.persistence === 'temporary') return NONE;
			if (unique || !relation || accessMethod !== 'btree' || count <= Number(columns)) return NONE;
			const owner = shown(relation);
			return [
				{ object: `${owner}.${shown({ name: idxname })}`, message: `an index on "${owner}" has ${count} columns` },
			];
		},
	},
});
