import * as assert from 'uvu/assert';
import { isGenSqlError } from '../../src/core/error.ts';
import { keysOf } from '../../src/core/keys.ts';
import {
	compile,
	dialects,
	type Operation,
	type OperationKind,
	type OperationOf,
	operations,
	type Reversal,
	record,
	reverse,
	t,
} from '../../src/index.ts';
import { bare } from '../../src/ops/reversal.ts';
import { textOf } from '../../src/sql/split.ts';
import { suite } from '../support/suite.ts';
import { throwsCode } from '../support/throws.ts';
import { examples } from './examples/index.ts';

type Revoking = OperationOf<'revoke'> | OperationOf<'alterDefaultPrivileges'>;

/** What is another thing when it is undone twice: each line says why. */
const OTHERS: readonly ((op: Operation) => boolean)[] = [
	(op) => op.kind === 'validateConstraint', // nothing undoes it
	(op) => op.kind === 'createPrimaryKey' && !!op.existingNullable?.length, // its columns are NOT NULL by a step of their own
	(op) => op.kind === 'detachPartition' && (op.concurrently || op.finalize), // a partition is attached in one way
	(op) => isRevoking(op) && op.was !== undefined && op.privileges === 'ALL', // what all is, is known by then
];

const isRevoking = (op: Operation): op is Revoking => op.kind === 'revoke' || op.kind === 'alterDefaultPrivileges';

const TRIGGER = { timing: 'BEFORE', events: ['UPDATE'], function: 'touch' };

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

function checkSame(op: Operation): void {
	const once = undo([op]);
	const twice = undo(once);
	assert.equal(render(twice), render([op]));
	assert.equal(undo(twice).map(bare), once.map(bare), 'undone three times is undone once');
	// A drop that can do without knows afterwards what was there.
	if (once.length === 1) assert.equal('was' in op ? twice : twice.map(withoutWas), [bare(op)]);
}

function withoutWas(op: Operation): object {
	const { was: _, ...rest } = op as Operation & { readonly was?: unknown };
	return rest;
}

/** Whether it would stand the test: then it is no exception. */
function isSame(op: Operation): boolean {
	try {
		checkSame(op);
		return true;
	} catch {
		return false;
	}
}

suite('ops/reverse', (test) => {
	const all = async (kind: OperationKind): Promise<readonly Operation[]> => {
		const { cases, scenarios } = examples[kind];
		const bodies = [...Object.values(cases), ...Object.values(scenarios).map(({ up }) => up)];
		const recorded = (await Promise.all(bodies.map((body) => record(body)))).flat();
		return recorded.filter((op) => 'operations' in reverse(op));
	};

	for (const kind of keysOf(examples)) {
		test(`${kind}: undone twice is done`, async () => {
			for (const op of await all(kind)) if (!OTHERS.some((isOther) => isOther(op))) checkSame(op);
		});
	}

	test('what was there is in the schema of the call, and was not there already', () => {
		const drops: readonly [(was: never) => unknown, was: object, stray: readonly string[]][] = [
			[(was) => operations.dropDomain.create('d', { was }), { type: t.text() }, ['schema']],
			[(was) => operations.dropExtension.create('e', { was }), {}, ['ifNotExists', 'cascade']],
			[(was) => operations.dropFunction.create('f', [], { was }), { body: '', language: 'sql' }, ['schema']],
			[(was) => operations.dropMaterializedView.create('v', { was }), { query: 'x' }, ['schema', 'ifNotExists']],
			[(was) => operations.dropPolicy.create('p', 't', { was }), {}, ['schema']],
			[(was) => operations.dropSchema.create('s', { was }), {}, ['ifNotExists']],
			[(was) => operations.dropSequence.create('s', { was }), {}, ['schema', 'ifNotExists']],
			[
				(was) => operations.dropStatistics.create('s', { was }),
				{ table: 't', columns: ['a', 'b'] },
				['schema', 'ifNotExists'],
			],
			[(was) => operations.dropTable.create('t', { was }), { elements: [] }, ['schema', 'ifNotExists']],
			[(was) => operations.dropTrigger.create('t', 't', { was }), TRIGGER, ['schema', 'orReplace']],
			[(was) => operations.dropView.create('v', { was }), { query: 'x' }, ['schema']],
			[(was) => operations.replaceView.create('v', 'x', { was }), { query: 'x' }, ['schema']],
		];
		for (const [drop, was, strays] of drops) {
			for (const stray of strays) {
				const { message } = throwsCode(() => drop({ ...was, [stray]: 'x' } as never), 'ARGUMENT_INVALID');
				assert.match(message, `has no option "${stray}"`);
			}
		}
	});

	test('every exception in the list is one', async () => {
		const found = (await Promise.all(keysOf(examples).map(all))).flat();
		const unneeded = OTHERS.filter((isOther) => found.filter(isOther).every(isSame));
		assert.equal(unneeded.map(String), []);
	});
});
