import { nodeOf } from '../../dialects/postgresql/catalog/trees.ts';
import { defaultPartitionOf } from '../partitions.ts';
import { defineRule, NONE } from '../rule.ts';
import { shown } from '../spelled.ts';

export const detachPartitionBlocking = defineRule({
	severity: 'error',
	group: 'locks',
	about: 'DETACH PARTITION without CONCURRENTLY, from version 14 on.',
	why: 'It waits for all that use the partitioned table, and meanwhile nobody else can read or write any of it.',
	advice:
		'Detach it concurrently, outside a transaction. Where there is a default partition the server refuses that, and the rule is silent.',
	op: "op.detachPartition('event_2020', 'event', { concurrently: true });",
	sources: ['https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DETACH-PARTITION'],
	beside: ['create-partition-of-locks-parent', 'table-without-primary-key'],
	examples: {
		bad: [
			'ALTER TABLE event DETACH PARTITION event_2020;',
			'ALTER TABLE IF EXISTS app."Event" DETACH PARTITION app."Event 2020";',
			'BEGIN;\nALTER TABLE event DETACH PARTITION event_2020;\nCOMMIT;',
		],
		good: [
			'ALTER TABLE event DETACH PARTITION event_2020 CONCURRENTLY;',
			'ALTER TABLE event DETACH PARTITION event_2020 FINALIZE;',
			'CREATE TABLE event (id bigint) PARTITION BY RANGE (id);\nCREATE TABLE event_1 PARTITION OF event FOR VALUES FROM (1) TO (9);\nALTER TABLE event DETACH PARTITION event_1;',
			'CREATE TABLE IF NOT EXISTS event (id bigint) PARTITION BY RANGE (id);\nCREATE TABLE IF NOT EXISTS event_rest PARTITION OF event DEFAULT;\nALTER TABLE event DETACH PARTITION event_1;',
		],
	},
	actions: {
		AT_DetachPartition: ({ cmd, table, name }, seen) => {
			const part = nodeOf(cmd.def, 'PartitionCmd');
			if (!part?.name || part.concurrent || seen.version < 14 || seen.isNew(table)) return NONE;
			if (defaultPartitionOf(seen.relation(table), seen)) return NONE;
			const object = shown(part.name);
			const message = `nobody can read or write "${name}" while "${object}" is detached from it`;
			return [{ object, message, instead: `${seen.text} CONCURRENTLY;` }];
		},
	},
});
