import type { QualifiedName } from '../../core/names.ts';
import type { Relation } from '../../dialects/postgresql/catalog/model.ts';
import { droppedBy } from '../drops.ts';
import { defaultPartitionOf } from '../partitions.ts';
import { defineRule, type Problems } from '../rule.ts';
import type { Seen } from '../seen.ts';
import { shown, spelled } from '../spelled.ts';

export const dropPartitionLocksParent = defineRule({
	severity: 'warning',
	group: 'locks',
	about: 'DROP TABLE of a partition, while its partitioned table stays.',
	why: 'It waits for all that use the partitioned table, and meanwhile nobody else can read or write any of it.',
	advice: 'Detach it concurrently first, from version 14 on; then nothing but the table itself is locked.',
	op: "op.detachPartition('event_2020', 'event', { concurrently: true });\nop.dropTable('event_2020');",
	sources: ['https://www.postgresql.org/docs/current/ddl-partitioning.html#DDL-PARTITIONING-DECLARATIVE-MAINTENANCE'],
	beside: ['create-partition-of-locks-parent', 'drop-table', 'implicit-transaction', 'table-without-primary-key'],
	examples: {
		bad: [
			'CREATE TABLE IF NOT EXISTS event (id bigint) PARTITION BY RANGE (id);\nCREATE TABLE IF NOT EXISTS event_1 PARTITION OF event FOR VALUES FROM (1) TO (9);\nDROP TABLE event_1;',
			'CREATE TABLE IF NOT EXISTS app."Event" (id bigint) PARTITION BY LIST (id);\nCREATE TABLE IF NOT EXISTS app."Event 1" PARTITION OF app."Event" FOR VALUES IN (1);\nDROP TABLE IF EXISTS scratch, app."Event 1";',
			'CREATE TABLE IF NOT EXISTS event (id bigint) PARTITION BY RANGE (id);\nCREATE TABLE IF NOT EXISTS event_rest PARTITION OF event DEFAULT;\nDROP TABLE event_rest;',
		],
		good: [
			'CREATE TABLE event (id bigint) PARTITION BY RANGE (id);\nCREATE TABLE event_1 PARTITION OF event FOR VALUES FROM (1) TO (9);\nDROP TABLE event_1;',
			'CREATE TABLE IF NOT EXISTS event (id bigint) PARTITION BY RANGE (id);\nCREATE TABLE IF NOT EXISTS event_1 PARTITION OF event FOR VALUES FROM (1) TO (9);\nALTER TABLE event DETACH PARTITION event_1 CONCURRENTLY;\nDROP TABLE event_1;',
			'CREATE TABLE IF NOT EXISTS event (id bigint) PARTITION BY RANGE (id);\nCREATE TABLE IF NOT EXISTS event_1 PARTITION OF event FOR VALUES FROM (1) TO (9);\nDROP TABLE event, event_1;',
		],
	},
	statements: {
		DropStmt: (drop, seen) => droppedBy(drop, 'OBJECT_TABLE').flatMap((name) => dropped(name, seen)),
	},
});

function dropped(name: QualifiedName, seen: Seen): Problems {
	const child = seen.relation(name);
	if (!child?.bound) return [];
	return child.parents
		.flatMap((id) => seen.known.get(id) ?? [])
		.filter((parent) => !seen.isNew(parent) && !isDropped(parent, seen))
		.map((parent) => ({
			object: shown(name),
			message: `nobody can read or write "${shown(parent)}" while its partition "${shown(name)}" is dropped`,
			instead: detached(name, parent, child, seen),
		}));
}

const isDropped = ({ schema, name }: Relation, { facts }: Seen): boolean =>
	facts.drops.some((each) => each.name === `${schema}.${name}`);

/** CONCURRENTLY is refused before version 14, and where there is a default partition. */
function detached(name: QualifiedName, parent: Relation, child: Relation, seen: Seen): string | undefined {
	const others = defaultPartitionOf(parent, seen);
	if (seen.version < 14 || (others && others.id !== child.id)) return undefined;
	if (child.bound?.isDefault) return undefined;
	const table = spelled(name.schema === undefined ? { name: parent.name } : parent);
	const detach = `ALTER TABLE ${table} DETACH PARTITION ${spelled(name)} CONCURRENTLY;`;
	return `${detach}\nDROP TABLE ${spelled(name)};`;
}
