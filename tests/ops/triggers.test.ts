import * as assert from 'uvu/assert';
import { reverse, type TriggerDefinition } from '../../src/index.ts';
import { createTrigger } from '../../src/ops/create-trigger.ts';
import { dropTrigger } from '../../src/ops/drop-trigger.ts';
import { suite } from '../support/suite.ts';
import { throwsCode } from '../support/throws.ts';

const good: TriggerDefinition = { timing: 'AFTER', events: ['UPDATE'], function: 'f' };

/** Why a definition is refused. */
const refusal = (part: object): string =>
	throwsCode(
		() => createTrigger.create('tr', 'a', { ...good, ...part } as TriggerDefinition),
		'ARGUMENT_INVALID',
	).message.replace('createTrigger: definition', '…');

suite('ops/triggers', (test) => {
	test('each part of a definition is checked, and named when it is wrong', () => {
		const cases: readonly (readonly [object, RegExp])[] = [
			[{ timing: undefined }, /^… lacks timing, events or function$/],
			[{ timing: 'DURING' }, /^…\.timing must be one of BEFORE, AFTER, INSTEAD OF/],
			[{ events: 'INSERT' }, /^…\.events must be an array of events/],
			[{ events: [] }, /^…\.events must be an array of at least one/],
			[{ events: ['UPSERT'] }, /^…\.events\[0\] must be one of INSERT/],
			[{ events: [{}] }, /^…\.events\[0\] must be a word or \{ updateOf: \['column'\] \}/],
			[{ events: [{ updateOf: ['a', 'a'] }] }, /^…\.events\[0\]\.updateOf names the column "a" twice$/],
			[{ function: ['a', 'b', 'c'] }, /^…\.function must be a name or \['schema', 'name'\]/],
			[{ function: 5 }, /^…\.function must be a name/],
			[{ arguments: [5] }, /^…\.arguments\[0\] must be a string/],
			[{ referencing: { newRows: 'a' } }, /^…\.referencing has no option "newRows"$/],
			[{ level: 'ROW' }, /^… has no option "level"$/],
		];
		for (const [part, expected] of cases) assert.match(refusal(part), expected);
		throwsCode(() => createTrigger.create('tr', 'a', { ...good, function: ['app', ''] }), 'IDENTIFIER_INVALID');
	});

	test('what the server is certain to refuse is refused', () => {
		const constraint = { constraint: true, forEach: 'ROW' };
		const cases: readonly (readonly [object, string])[] = [
			[{ events: ['UPDATE', { updateOf: ['a'] }] }, '… names an event twice'],
			[{ events: ['TRUNCATE'], forEach: 'ROW' }, '… runs for each row, and TRUNCATE has none'],
			[{ timing: 'INSTEAD OF' }, "… runs INSTEAD OF a change, and needs forEach: 'ROW'"],
			[{ timing: 'INSTEAD OF', forEach: 'ROW', when: 'true' }, '… runs INSTEAD OF a change, and has no "when"'],
			[
				{ timing: 'INSTEAD OF', forEach: 'ROW', events: [{ updateOf: ['a'] }] },
				'… runs INSTEAD OF a change, and has no "updateOf"',
			],
			[{ ...constraint, timing: 'BEFORE' }, '… is of a constraint trigger, which runs AFTER a change'],
			[{ constraint: true }, "… is of a constraint trigger, which needs forEach: 'ROW'"],
			[{ ...constraint, referencing: { newTable: 'n' } }, '… is of a constraint trigger, which has no "referencing"'],
			[{ deferrable: true }, '… has from, deferrable or initially, and needs constraint: true'],
			[{ from: 'b' }, '… has from, deferrable or initially, and needs constraint: true'],
			[
				{ ...constraint, deferrable: false, initially: 'DEFERRED' },
				'… is of a constraint that is not deferrable, and cannot be initially deferred',
			],
			[{ referencing: {} }, '… has "referencing" without a name'],
			[{ timing: 'BEFORE', referencing: { newTable: 'n' } }, '… has "referencing", and does not run AFTER a change'],
			[
				{ events: ['INSERT', 'UPDATE'], referencing: { newTable: 'n' } },
				'… has "referencing", which goes with one event on all columns',
			],
			[{ events: ['INSERT'], referencing: { oldTable: 'o' } }, '… has an oldTable, and its event has no old rows'],
			[{ events: ['DELETE'], referencing: { newTable: 'n' } }, '… has a newTable, and its event has no new rows'],
		];
		for (const [part, expected] of cases) assert.is(refusal(part), expected);
	});

	test('a constraint trigger is not replaced', () => {
		const definition: TriggerDefinition = { ...good, forEach: 'ROW', constraint: true };
		const call = () => createTrigger.create('tr', 'a', definition, { orReplace: true });
		assert.is(throwsCode(call, 'ARGUMENT_INVALID').message, 'createTrigger: a constraint trigger cannot be replaced');
	});

	test('one that may have been there before is not undone', () => {
		const op = createTrigger.create('tr', 'a', good, { orReplace: true, schema: 'app' });
		assert.equal(reverse(op), {
			irreversible: 'it may have been there before',
			hint: 'leave orReplace out',
			within: { schema: 'app', name: 'a' },
		});
	});

	test('what it was is checked as what is created', () => {
		const was = { ...good, timing: 'INSTEAD OF' } as const;
		assert.match(
			throwsCode(() => dropTrigger.create('tr', 'a', { was }), 'ARGUMENT_INVALID').message,
			'createTrigger: definition runs INSTEAD OF a change',
		);
	});
});
