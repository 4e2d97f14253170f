import * as assert from 'uvu/assert';
import { keysOf } from '../../src/core/keys.ts';
import type { Operation } from '../../src/ops/index.ts';
import { bare } from '../../src/ops/reversal.ts';
import { reverse } from '../../src/ops/reverse.ts';
import { record } from '../../src/record/record.ts';
import { suite } from '../support/suite.ts';
import { examples } from './examples/index.ts';

/** What undoes an operation, in order; undefined when nothing does. */
function undone(op: Operation): readonly Operation[] | undefined {
	const reversal = reverse(op);
	return 'irreversible' in reversal ? undefined : reversal.operations;
}

/** What undoes the one operation that undoes another; undefined where there is none, or several. */
function undoneTwice(op: Operation): readonly object[] | undefined {
	const [first, ...more] = undone(op) ?? [];
	const again = first && more.length === 0 ? undone(first) : undefined;
	// A drop that can do without knows afterwards what was there.
	return 'was' in op ? again : again?.map(withoutWas);
}

const withoutWas = (op: Operation): object => Object.fromEntries(Object.entries(op).filter(([key]) => key !== 'was'));

/** All is revoked, what was there is granted, and that alone is revoked again. */
const isNarrowed = (op: Operation): boolean =>
	op.kind === 'revoke' && op.was !== undefined && op.was.privileges !== op.privileges;

suite('ops/reverse', (test) => {
	for (const kind of keysOf(examples)) {
		test(`what is undone twice is the ${kind} that it was`, async () => {
			const recorded = await Promise.all(Object.values(examples[kind].cases).map((body) => record(body)));
			for (const op of recorded.flat().filter((one) => !isNarrowed(one))) {
				const again = undoneTwice(op);
				if (again) assert.equal(again, [bare(op)]);
			}
		});
	}
});
