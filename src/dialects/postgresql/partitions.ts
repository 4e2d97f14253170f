import type { DetachPartition } from '../../ops/detach-partition.ts';
import type { Bounds, BoundValue } from '../../schema/partition.ts';
import { textOf } from '../../sql/split.ts';
import { statement } from '../../sql/statement.ts';
import { concat, list, raw, type Sql, words } from '../../sql/words.ts';
import type { Compile, Spelling } from '../dialect.ts';
import { doBlock } from './do-block.ts';
import { quoteString } from './literals.ts';
import { tableClauses } from './tables.ts';

const values = (given: readonly BoundValue[], q: Spelling): Sql => list(given.map((value) => q.value(value)));

/** `FOR VALUES …`, or DEFAULT. */
function boundSpec(bounds: Bounds, q: Spelling): Sql {
	switch (bounds.kind) {
		case 'range':
			return words('FOR VALUES FROM', values(bounds.from, q), 'TO', values(bounds.to, q));
		case 'list':
			return words('FOR VALUES IN', values(bounds.in, q));
		case 'hash':
			return words('FOR VALUES WITH', raw(`(MODULUS ${bounds.modulus}, REMAINDER ${bounds.remainder})`));
		case 'default':
			return words('DEFAULT');
	}
}

/** @see https://www.postgresql.org/docs/current/sql-createtable.html */
export const createPartition: Compile<'createPartition'> = (op, q) => {
	const create = words(
		'CREATE TABLE',
		op.ifNotExists && 'IF NOT EXISTS',
		q.qualified(op.table),
		'PARTITION OF',
		q.qualified(op.parent),
		boundSpec(op.bounds, q),
	);
	return [statement(concat(create, ...tableClauses(op, q).map((clause) => concat(raw('\n'), clause))))];
};

/** @see https://www.postgresql.org/docs/current/sql-altertable.html */
export const attachPartition: Compile<'attachPartition'> = (op, q) => [
	statement(
		words('ALTER TABLE', q.qualified(op.parent), 'ATTACH PARTITION', q.qualified(op.table), boundSpec(op.bounds, q)),
	),
];

/** @see https://www.postgresql.org/docs/current/sql-altertable.html */
export const detachPartition: Compile<'detachPartition'> = (op, q) => {
	const parts = words(
		'ALTER TABLE',
		q.qualified(op.parent),
		'DETACH PARTITION',
		q.qualified(op.table),
		op.concurrently && 'CONCURRENTLY',
		op.finalize && 'FINALIZE',
	);
	return [
		op.concurrently ? statement(parts, { transaction: 'never', confirmation: isDetached(op, q) }) : statement(parts),
	];
};

/** What was interrupted leaves a partition that waits to be finalized; it is still one of its parent. */
function isDetached({ table, parent }: DetachPartition, q: Spelling): Sql {
	const partition = textOf(q.qualified(table));
	const whole = textOf(q.qualified(parent));
	const finalize = `ALTER TABLE ${whole} DETACH PARTITION ${partition} FINALIZE;`;
	return doBlock([
		'BEGIN',
		`    IF to_regclass(${quoteString(partition)}) IS NULL OR EXISTS (SELECT FROM pg_inherits`,
		`            WHERE inhrelid = to_regclass(${quoteString(partition)}) AND inhparent = to_regclass(${quoteString(whole)})) THEN`,
		`        RAISE EXCEPTION USING MESSAGE = ${quoteString(`gen-sql: the table ${partition} is missing or still a partition of ${whole}`)},`,
		`            HINT = ${quoteString(`Where it was interrupted, run ${finalize} where it has failed, repeat the part that detaches it.`)};`,
		'    END IF;',
		'END',
	]);
}
