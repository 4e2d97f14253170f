import * as assert from 'uvu/assert';
import { suite } from '../support/suite.ts';
import { reviewed } from './reviewing.ts';

const foundIn = (script: string) => reviewed(script, { preset: 'strict' }).found;

/** A script with what it is told to do by one rule, instead of the statement that this is said of. */
function followed(script: string, rule: string): string {
	const told = foundIn(script).find((each) => each.rule === rule && each.instead);
	assert.ok(told?.instead, `${rule} says nothing to do`);
	const lines = script.split('\n').slice(0, (told?.line ?? 1) - 1);
	const start = [...lines, ''].join('\n').length + (told?.column ?? 1) - 1;
	const end = start + (told?.text.length ?? 0);
	assert.is(script.slice(start, end), told?.text);
	return `${script.slice(0, start)}${told?.instead?.replace(/;$/, '')}${script.slice(end)}`;
}

suite('review/instead', (test) => {
	test('leaves out the comment at the end of a statement', () => {
		const script = 'ALTER TABLE account ADD CONSTRAINT seats_given CHECK (seats > 0) -- at least one\n;\nSELECT 1;';
		const next = followed(script, 'add-check-scan');
		assert.equal(
			foundIn(next).filter(({ rule }) => rule === 'syntax-error' || rule === 'add-check-scan'),
			[],
			next,
		);
	});

	test('leaves out the comments between the clauses of a column', () => {
		const script = 'ALTER TABLE account\n\tADD COLUMN seats bigint -- how many\n\tNOT NULL;';
		assert.is(
			foundIn(script).find(({ rule }) => rule === 'add-column-required')?.instead,
			'ALTER TABLE account\n\tADD COLUMN seats bigint;',
		);
	});
});
