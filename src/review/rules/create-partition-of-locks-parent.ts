import { type NodeOf, nodesOf } from '../../dialects/postgresql/catalog/trees.ts';
import { boundText, defaultPartitionOf } from '../partitions.ts';
import { defineRule, NONE } from '../rule.ts';
import type { Seen } from '../seen.ts';
import { shown, spelled } from '../spelled.ts';

export const createPartitionOfLocksParent = defineRule({
	severity: 'warning',
	group: 'locks',
	about: 'CREATE TABLE … PARTITION OF a table that the script did not create.',
	why: 'It waits for all that use the partitioned table, and meanwhile nobody else can read or write it. The rows of a default partition are read, too.',
	advice:
		'Create the table by itself, and attach it: from version 12 on, others go on reading and writing the partitioned table.',
	op: "op.execute('CREATE TABLE event_2020 (LIKE event INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING GENERATED)');\nop.attachPartition('event_2020', 'event', { from: '2020-01-01', to: '2021-01-01' });",
	sources: ['https://www.postgresql.org/docs/current/ddl-partitioning.html#DDL-PARTITIONING-DECLARATIVE-MAINTENANCE'],
	beside: ['table-without-primary-key'],
	examples: {
		bad: [
			"CREATE TABLE event_2020 PARTITION OF event FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');",
			'CREATE TABLE IF NOT EXISTS app."Event 1" PARTITION OF app."Event" FOR VALUES IN (1, 2);',
			'CREATE TABLE event_rest PARTITION OF event DEFAULT;',
			'CREATE TABLE event_0 PARTITION OF event (CHECK (id > 0)) FOR VALUES WITH (MODULUS 4, REMAINDER 0) WITH (fillfactor = 70);',
		],
		good: [
			'CREATE TABLE event (id bigint) PARTITION BY RANGE (id);\nCREATE TABLE event_1 PARTITION OF event FOR VALUES FROM (1) TO (9);',
			'CREATE TABLE event_1 (LIKE event INCLUDING DEFAULTS INCLUDING CONSTRAINTS);\nALTER TABLE event ATTACH PARTITION event_1 FOR VALUES FROM (1) TO (9);',
			'CREATE TABLE event_1 (id bigint) INHERITS (event);',
		],
	},
	statements: {
		CreateStmt: (statement, seen) => {
			const { relation, inhRelations, partbound } = statement;
			const [parent] = nodesOf(inhRelations, 'RangeVar');
			if (!relation || !parent || !partbound || !seen.work(parent)?.blocks.reads) return NONE;
			const others = defaultPartitionOf(seen.relation(parent), seen);
			const rows = others && seen.work(others)?.scan ? `, and all rows of "${shown(others)}" are read` : '';
			const message = `nobody can read or write "${shown(parent)}" while it gets the partition "${shown(relation)}"${rows}`;
			return [{ object: shown(relation), message, instead: attached(statement, parent, seen) }];
		},
	},
});

/** Undefined where the partition has more than its bound, and below version 12, where this locks as much. */
function attached(
	{ relation, tableElts, partspec, options, tablespacename, accessMethod }: NodeOf<'CreateStmt'>,
	parent: NodeOf<'RangeVar'>,
	seen: Seen,
): string | undefined {
	const bound = boundText(seen.text);
	const hasMore = tableElts || partspec || options || tablespacename || accessMethod;
	if (!relation || !bound || hasMore || seen.version < 12) return undefined;
	const [name, of] = [spelled(relation), spelled(parent)];
	const words = seen.text.slice(0, seen.text.search(/\btable\b/i)).trim();
	return [
		`${words} TABLE ${name} (LIKE ${of} INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING GENERATED);`,
		`ALTER TABLE ${of} ATTACH PARTITION ${name} ${bound};`,
	].join('\n');
}
