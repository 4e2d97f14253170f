import type { Relation } from '../../dialects/postgresql/catalog/model.ts';
import type { NodeOf } from '../../dialects/postgresql/catalog/trees.ts';
import { indexText } from '../index-text.ts';
import { childrenOf } from '../partitions.ts';
import { defineRule, NONE } from '../rule.ts';
import type { Seen } from '../seen.ts';
import { shown, spelled } from '../spelled.ts';

type IndexStmt = NodeOf<'IndexStmt'>;

export const createIndexPartitioned = defineRule({
	severity: 'error',
	group: 'locks',
	about: 'CREATE INDEX on a partitioned table with its partitions, with or without CONCURRENTLY.',
	why: 'Nobody can write to the table and to any of its partitions until the index is built on all of them. With CONCURRENTLY the server refuses it.',
	advice:
		'Create the index on the partitioned table alone, build one concurrently on each partition, and attach them. Silent where the script created the table, or all of its partitions.',
	op: "op.execute('CREATE INDEX event_at ON ONLY event (at)');\nop.execute('CREATE INDEX CONCURRENTLY event_2020_at ON event_2020 (at)');\nop.execute('ALTER INDEX event_at ATTACH PARTITION event_2020_at');",
	sources: [
		'https://www.postgresql.org/docs/current/ddl-partitioning.html#DDL-PARTITIONING-DECLARATIVE-MAINTENANCE',
		'https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY',
	],
	beside: [
		'create-partition-of-locks-parent',
		'implicit-transaction',
		'not-idempotent',
		'table-without-primary-key',
		'unique-may-fail',
	],
	examples: {
		bad: [
			"CREATE TABLE IF NOT EXISTS event (at date NOT NULL) PARTITION BY RANGE (at);\nCREATE TABLE IF NOT EXISTS event_2020 PARTITION OF event FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');\nCREATE INDEX event_at ON event (at);",
			'CREATE TABLE IF NOT EXISTS app."Event" (kind text, at date) PARTITION BY LIST (kind);\nCREATE UNIQUE INDEX event_at ON app."Event" USING btree (kind, at) WHERE at IS NOT NULL;',
			'CREATE TABLE event (id bigint) PARTITION BY HASH (id);\nCREATE INDEX CONCURRENTLY event_id ON event (id);',
		],
		good: [
			'CREATE TABLE IF NOT EXISTS event (at date NOT NULL) PARTITION BY RANGE (at);\nCREATE INDEX event_at ON ONLY event (at);',
			'CREATE TABLE event (at date NOT NULL) PARTITION BY RANGE (at);\nCREATE INDEX event_at ON event (at);',
			"CREATE TABLE IF NOT EXISTS event (at date NOT NULL) PARTITION BY RANGE (at);\nCREATE TABLE event_2020 (at date NOT NULL);\nALTER TABLE event ATTACH PARTITION event_2020 FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');\nCREATE INDEX event_2020_at ON event_2020 (at);",
			'CREATE INDEX CONCURRENTLY event_2020_at ON event_2020 (at);',
		],
	},
	statements: {
		IndexStmt: (statement, seen) => {
			const parent = statement.relation && seen.relation(statement.relation);
			if (parent?.kind !== 'partitioned table' || !statement.relation?.inh) return NONE;
			const name = shown(statement.relation);
			const object = statement.idxname ?? name;
			const instead = onEachPartition(statement, parent, seen);
			if (statement.concurrent) {
				const message = `the server refuses CONCURRENTLY on the partitioned table "${name}"`;
				return [{ object, message, instead: seen.isNew(parent) ? onNew(seen.text) : instead }];
			}
			if (!isBlocking(parent, seen)) return NONE;
			return [{ object, message: `writes to "${name}" and its partitions wait while an index is built`, instead }];
		},
	},
});

/** Whether a partition that others use gets an index; of a table that may be older, not all partitions are known. */
const isBlocking = (parent: Relation, seen: Seen): boolean =>
	seen.history.mayBeOlder(parent) || seen.existing.some(({ indexBuild }) => indexBuild);

const onNew = (text: string): string => `${text.replace(/\s+concurrently\b/i, '')};`;

/** Undefined where the index has no name, or where partitions are not known or have partitions of their own. */
function onEachPartition({ idxname, relation }: IndexStmt, parent: Relation, seen: Seen): string | undefined {
	const children = childrenOf(parent, seen);
	const isPlain = children.length > 0 && children.every(({ kind }) => kind === 'table');
	if (idxname === undefined || !relation || !isPlain) return undefined;
	const { head, rest } = indexText(seen.text);
	const inSchema = (name: string, { schemaname: schema } = relation): string =>
		spelled(schema === undefined ? { name } : { schema, name });
	const lines = children.flatMap((child) => {
		const own = `${child.name}_${idxname}`;
		const onChild = head.replace(/\bindex\b.*$/is, () => `INDEX CONCURRENTLY ${spelled(own)} ON`);
		const name = inSchema(child.name, { ...relation, ...(relation.schemaname && { schemaname: child.schema }) });
		return [`${onChild} ${name} ${rest};`, `ALTER INDEX ${inSchema(idxname)} ATTACH PARTITION ${inSchema(own)};`];
	});
	return [`${head} ONLY ${spelled(relation)} ${rest};`, ...lines].join('\n');
}
