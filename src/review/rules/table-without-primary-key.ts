import { type NodeOf, nodesOf } from '../../dialects/postgresql/catalog/trees.ts';
import { isMadeAfterAnother } from '../created-table.ts';
import { droppedBy } from '../drops.ts';
import { defineRule, NONE } from '../rule.ts';
import type { Seen } from '../seen.ts';
import { shown, spelled } from '../spelled.ts';

export const tableWithoutPrimaryKey = defineRule({
	severity: 'warning',
	group: 'design',
	about: 'CREATE TABLE without a primary key, where the script adds none later.',
	why: 'Nothing tells two of its rows apart: logical replication refuses updates and deletes, and many clients cannot change a row.',
	advice:
		'Give it one, of its own columns or with an identity column. Silent for temporary and unlogged tables, for partitions, which get it from their table, and for copies by LIKE.',
	op: "op.createTable('log', [column('id', t.bigInteger(), { primaryKey: true }), column('body', t.text())]);",
	sources: [
		'https://www.postgresql.org/docs/current/ddl-constraints.html#DDL-CONSTRAINTS-PRIMARY-KEYS',
		'https://www.postgresql.org/docs/current/logical-replication-publication.html#LOGICAL-REPLICATION-PUBLICATION-REPLICA-IDENTITY',
	],
	beside: ['unlogged-table'],
	examples: {
		bad: [
			'CREATE TABLE log (at timestamptz, body text);',
			'CREATE TABLE IF NOT EXISTS app."Log" (id bigint NOT NULL UNIQUE, body text);',
			'CREATE TABLE log (at timestamptz, body text) PARTITION BY RANGE (at);',
			'CREATE TABLE log (at timestamptz, body text);\nALTER TABLE log ADD CONSTRAINT bodies CHECK (body IS NOT NULL);',
		],
		good: [
			'CREATE TABLE log (id bigint PRIMARY KEY, body text);',
			'CREATE TABLE log (tenant bigint, id bigint, PRIMARY KEY (tenant, id));',
			'CREATE TABLE scratch (line text);\nDROP TABLE scratch;',
			'CREATE TABLE app.log (id bigint NOT NULL, body text);\nALTER TABLE ONLY app.log ADD CONSTRAINT log_pkey PRIMARY KEY (id);',
			'CREATE TABLE log (body text);\nALTER TABLE log ADD COLUMN id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY;',
			'CREATE TEMP TABLE log (body text);\nCREATE UNLOGGED TABLE intake (line text);',
			'CREATE TABLE log (at timestamptz, id bigint, PRIMARY KEY (at, id)) PARTITION BY RANGE (at);\nCREATE TABLE log_default PARTITION OF log DEFAULT;\nCREATE TABLE log_copy (LIKE log INCLUDING ALL);',
			"CREATE TABLE log (at timestamptz, id bigint, PRIMARY KEY (at, id)) PARTITION BY RANGE (at);\nCREATE TABLE log_old (at timestamptz NOT NULL, id bigint NOT NULL);\nALTER TABLE log ATTACH PARTITION log_old FOR VALUES FROM (MINVALUE) TO ('2020-01-01');",
		],
	},
	statements: {
		CreateStmt: (table, seen) => {
			const { relation } = table;
			if (relation?.relpersistence !== 'p' || seen.relation(relation) || isMadeAfterAnother(table)) return NONE;
			const columns = seen.later
				.columnsAdded(relation)
				.flatMap(({ constraints }) => nodesOf(constraints, 'Constraint'));
			const added = [...seen.later.constraintsAdded(relation), ...columns];
			if ([...constraintsIn(table), ...added].some(isPrimaryKey) || isGoneLater(relation, seen)) return NONE;
			return [{ object: shown(relation), message: `the table "${shown(relation)}" gets no primary key` }];
		},
	},
});

/** Whether the script drops the table again, or makes a partition of it. */
const isGoneLater = (table: NodeOf<'RangeVar'>, { later }: Seen): boolean =>
	later.attaches(table) ||
	later
		.dropping(table.relname ?? '')
		.some((drop) => droppedBy(drop, 'OBJECT_TABLE').some((name) => spelled(name) === spelled(table)));

const isPrimaryKey = ({ contype }: NodeOf<'Constraint'>): boolean => contype === 'CONSTR_PRIMARY';

const constraintsIn = ({ tableElts }: NodeOf<'CreateStmt'>): readonly NodeOf<'Constraint'>[] => [
	...nodesOf(tableElts, 'Constraint'),
	...nodesOf(tableElts, 'ColumnDef').flatMap(({ constraints }) => nodesOf(constraints, 'Constraint')),
];
