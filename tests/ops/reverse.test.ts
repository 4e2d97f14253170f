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

function withoutWas(op: Operation): object {
	const { was: _, ...rest }: { readonly was?: unknown } = op;
	return rest;
}

suite('ops/reverse', (test) => {
	for (const kind of keysOf(examples)) {
		test(`what is undone twice is the ${kind} that it was`, async () => {
			const recorded = await Promise.all(Object.values(examples[kind].cases).map((body) => record(body)));
			for (const op of recorded.flat()) {
				const [first, ...more] = undone(op) ?? [];
				// A drop that can do without knows afterwards what was there.
				const again = first && more.length === 0 ? undone(first) : undefined;
				if (again) assert.equal('was' in op ? again : again.map(withoutWas), [bare(op)]);
			}
		});
	}
});
