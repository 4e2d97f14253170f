import type { RelationFacts } from '../../dialects/facts.ts';
import { type NodeOf, nodeOf } from '../../dialects/postgresql/catalog/trees.ts';
import { conditionInside, conditionOutside, defaultPartitionOf } from '../partitions.ts';
import { type Action, defineRule, NONE, type Problems } from '../rule.ts';
import type { Seen } from '../seen.ts';
import { shown, spelled } from '../spelled.ts';

export const attachPartitionScan = defineRule({
	severity: 'warning',
	group: 'locks',
	about:
		'ATTACH PARTITION where no validated check shows that the rows fit, or that the default partition holds none of them.',
	why: 'All rows of the table that is attached, or of the default partition, are read, and nobody can read or write it meanwhile. Indexes that it lacks are built then, too.',
	advice:
		'Add a check that says what the bound says, NOT VALID, and validate it; it can go afterwards. Build the indexes first. Of a table that is not known, this is advice only.',
	op: "op.createCheckConstraint('event_2020_fits', 'event_2020', \"at IS NOT NULL AND at >= '2020-01-01' AND at < '2021-01-01'\", { online: true });\nop.attachPartition('event_2020', 'event', { from: '2020-01-01', to: '2021-01-01' });",
	sources: [
		'https://www.postgresql.org/docs/current/ddl-partitioning.html#DDL-PARTITIONING-DECLARATIVE-MAINTENANCE',
		'https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-ATTACH-PARTITION',
	],
	beside: ['create-partition-of-locks-parent', 'table-without-primary-key'],
	examples: {
		bad: [
			"ALTER TABLE event ATTACH PARTITION event_2020 FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');",
			'CREATE TABLE IF NOT EXISTS app."Event" (id bigint) PARTITION BY RANGE (id);\nCREATE TABLE IF NOT EXISTS app."Event 1" (id bigint);\nALTER TABLE app."Event" ATTACH PARTITION app."Event 1" FOR VALUES FROM (1) TO (9);',
			"CREATE TABLE IF NOT EXISTS event (kind text) PARTITION BY LIST (kind);\nCREATE TABLE IF NOT EXISTS event_rest PARTITION OF event DEFAULT;\nCREATE TABLE event_click (kind text NOT NULL);\nALTER TABLE event ATTACH PARTITION event_click FOR VALUES IN ('click', 'tap');",
			'CREATE TABLE IF NOT EXISTS event (id bigint) PARTITION BY RANGE (id);\nCREATE INDEX event_id ON ONLY event (id);\nCREATE TABLE IF NOT EXISTS event_1 (id bigint NOT NULL CHECK (id >= 1 AND id < 9));\nALTER TABLE event ATTACH PARTITION event_1 FOR VALUES FROM (1) TO (9);',
		],
		good: [
			'CREATE TABLE event_1 (id bigint);\nALTER TABLE event ATTACH PARTITION event_1 FOR VALUES FROM (1) TO (9);',
			'CREATE TABLE IF NOT EXISTS event (id bigint) PARTITION BY RANGE (id);\nCREATE TABLE IF NOT EXISTS event_1 (id bigint NOT NULL CHECK (id >= 1 AND id < 9));\nALTER TABLE event ATTACH PARTITION event_1 FOR VALUES FROM (1) TO (9);',
			'ALTER TABLE event_1 ADD CONSTRAINT fits CHECK (id IS NOT NULL AND id >= 1 AND id < 9) NOT VALID;\nALTER TABLE event_1 VALIDATE CONSTRAINT fits;\nALTER TABLE event ATTACH PARTITION event_1 FOR VALUES FROM (1) TO (9);',
			'CREATE TABLE IF NOT EXISTS event (id bigint) PARTITION BY RANGE (id);\nCREATE TABLE IF NOT EXISTS event_rest PARTITION OF event (CHECK (id < 1 OR id >= 9)) DEFAULT;\nCREATE TABLE event_1 (id bigint);\nALTER TABLE event ATTACH PARTITION event_1 FOR VALUES FROM (1) TO (9);',
			'ALTER INDEX event_id ATTACH PARTITION event_1_id;',
		],
	},
	actions: {
		AT_AttachPartition: (action, seen) => {
			const part = nodeOf(action.cmd.def, 'PartitionCmd');
			if (!part?.name || action.statement.objtype === 'OBJECT_INDEX') return NONE;
			return [...ofChild(action, part.name, part.bound, seen), ...ofDefault(action, part.bound, seen)];
		},
	},
});

type Range = NodeOf<'RangeVar'>;
type Bound = NodeOf<'PartitionBoundSpec'> | undefined;

/** The table that is attached. */
function ofChild({ table, name }: Action, child: Range, bound: Bound, seen: Seen): Problems {
	const work = seen.work(child);
	if (!work || isChecked(child, seen)) return NONE;
	const object = shown(child);
	if (isFitting(work))
		return work.indexBuild ? [{ object, message: `an index of "${name}" is built on "${object}" meanwhile` }] : NONE;
	const isCertain = seen.relation(child) !== undefined && seen.relation(table) !== undefined;
	const condition = bound && conditionInside(seen.relation(table), bound, seen.text);
	return [
		{
			object,
			message: `all rows of "${object}" are read${isCertain ? '' : ', unless a check shows that they fit'}`,
			instead: condition && checkedFirst(spelled(child), `${child.relname}_fits`, condition, seen),
			...(!isCertain && { severity: 'info' as const }),
		},
	];
}

const READ = 'its rows are held against the bounds of the partition';
const isFitting = ({ reasons }: RelationFacts): boolean => !reasons.includes(READ);

/** Whether the script validated a check of a table that is not known otherwise. */
const isChecked = (child: Range, seen: Seen): boolean =>
	seen.relation(child) === undefined && seen.earlier.addsConstraint(child, ({ contype }) => contype === 'CONSTR_CHECK');

function ofDefault({ table, name }: Action, bound: Bound, seen: Seen): Problems {
	const parent = seen.relation(table);
	const found = defaultPartitionOf(parent, seen);
	if (!found || !bound || !seen.work(found)?.scan) return NONE;
	const object = shown(found);
	const condition = conditionOutside(parent, bound, seen.text);
	return [
		{
			object,
			message: `all rows of "${object}", the default partition of "${name}", are read`,
			instead: condition && checkedFirst(spelled(found), `${found.name}_excludes`, condition, seen),
		},
	];
}

function checkedFirst(table: string, constraint: string, condition: string, seen: Seen): string {
	const name = spelled(constraint);
	const lines = [
		`ALTER TABLE ${table} ADD CONSTRAINT ${name} CHECK (${condition}) NOT VALID;`,
		`ALTER TABLE ${table} VALIDATE CONSTRAINT ${name};`,
		`${seen.text};`,
		`ALTER TABLE ${table} DROP CONSTRAINT ${name};`,
	];
	return lines.join('\n');
}
