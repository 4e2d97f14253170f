import * as assert from 'uvu/assert';
import { isGenSqlError } from '../../src/core/error.ts';
import { keysOf } from '../../src/core/keys.ts';
import { compile, dialects, type Operation, type Reversal, record, reverse } from '../../src/index.ts';
import { bare } from '../../src/ops/reversal.ts';
import { textOf } from '../../src/sql/split.ts';
import { suite } from '../support/suite.ts';
import { examples } from './examples/index.ts';

/** Cases that are another thing when they are undone twice, as `kind, title`: each line says why. */
const OTHERS: readonly RegExp[] = [
	/^validateConstraint, /, // nothing undoes it
	/^(revoke|alterDefaultPrivileges), .*(told what (it was|they had)|in part)/, // what it takes is known by then, where the call takes all
	/^detachPartition, (what was begun )?concurrently$/, // a partition is attached in one way
];

/** The SQL of operations, or why there is none. */
function render(operations: readonly Operation[]): readonly string[] {
	try {
		return compile(operations, dialects.postgresql).map(({ parts }) => textOf(parts));
	} catch (error) {
		if (isGenSqlError(error)) return [`${error.code}: ${error.message}`];
		throw error;
	}
}

const operationsOf = (reversal: Reversal): readonly Operation[] =>
	'operations' in reversal ? reversal.operations : [];

/** What undoes operations that follow each other. */
const undo = (operations: readonly Operation[]): readonly Operation[] =>
	[...operations].reverse().flatMap((op) => operationsOf(reverse(op)));

/** The same operations, or an exception of the list. */
function checkSame(name: string, op: Operation, seen: Set<RegExp>): void {
	const once = undo([op]);
	const twice = undo(once);
	const other = OTHERS.find((known) => known.test(name));
	if (other && JSON.stringify(render(twice)) !== JSON.stringify(render([op]))) return void seen.add(other);
	assert.equal(render(twice), render([op]));
	assert.equal(undo(twice).map(bare), once.map(bare), 'undone three times is undone once');
	// A drop that can do without knows afterwards what was there.
	if (once.length === 1) assert.equal('was' in op ? twice : twice.map(withoutWas), [bare(op)]);
}

function withoutWas(op: Operation): object {
	const { was: _, ...rest } = op as Operation & { readonly was?: unknown };
	return rest;
}

suite('ops/reverse', (test) => {
	const seen = new Set<RegExp>();

	for (const kind of keysOf(examples)) {
		const { cases, scenarios } = examples[kind];
		const bodies = [
			...Object.entries(cases),
			...Object.entries(scenarios).map(([title, { up }]) => [title, up] as const),
		];
		test(`${kind}: undone twice is done`, async () => {
			for (const [title, body] of bodies) {
				for (const op of await record(body)) {
					if ('operations' in reverse(op)) checkSame(`${op.kind}, ${title}`, op, seen);
				}
			}
		});
	}

	test('every exception in the list is one', () => {
		assert.equal(OTHERS.filter((other) => !seen.has(other)).map(String), []);
	});
});
