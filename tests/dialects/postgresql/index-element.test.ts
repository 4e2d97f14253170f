import * as assert from 'uvu/assert';
import { indexElement } from '../../../src/dialects/postgresql/index-element.ts';
import { spelling } from '../../../src/dialects/postgresql/spelling.ts';
import { textOf } from '../../../src/sql/split.ts';
import { sql, verbatim } from '../../../src/sql/sql.ts';
import { suite } from '../../support/suite.ts';

const spelled = (text: string): string => textOf(indexElement(verbatim(text), spelling));

suite('dialects/postgresql/index-element', (test) => {
	test('a string is a name, whatever it holds', () => {
		assert.is(textOf(indexElement('lower(a)', spelling)), '"lower(a)"');
		assert.is(textOf(indexElement('a desc', spelling)), '"a desc"');
	});

	test('a column, a call and a group stand as they are, with what may follow them', () => {
		for (const text of [
			'email',
			'"Email"',
			'email DESC',
			'created_at DESC NULLS LAST',
			'email NULLS FIRST',
			'email COLLATE "C" text_pattern_ops ASC',
			'email text_pattern_ops',
			'body public.gin_trgm_ops',
			'lower(email)',
			'lower(email) DESC',
			'pg_catalog.lower(email) text_pattern_ops',
			'coalesce(a, (b + 1), 0) desc nulls last',
			'(a || b)',
			'(a || b) DESC',
			"date_trunc('day', created_at AT TIME ZONE 'UTC')",
		]) {
			assert.is(spelled(text), text);
		}
	});

	test('any other expression gets parentheses', () => {
		for (const text of [
			'a || b',
			"body ->> 'x'",
			'a::text',
			'lower(a) || b',
			'(a) + (b)',
			'a IS NULL',
			'-a',
			'CASE WHEN a THEN b END',
			"created_at AT TIME ZONE 'UTC'",
			'current_date',
			'ARRAY[a, b]',
		]) {
			assert.is(spelled(text), `(${text})`);
		}
	});

	test('an expression without brackets of its own gets them, though it looks like a call or a column', () => {
		for (const text of [
			'NOT (deleted)',
			'a ISNULL',
			'a NOTNULL',
			'ROW(a, b)',
			'EXISTS (b)',
			'n in (1, 2)',
			'a between (1) and 2',
			'account.a',
		]) {
			assert.is(spelled(text), `(${text})`);
		}
	});

	test('an operator class keeps its parameters', () => {
		const text = 'body gist_trgm_ops (siglen = 32) DESC';
		assert.is(spelled(text), text);
	});

	test('the order of an expression stands outside its parentheses', () => {
		assert.is(spelled('a + b DESC'), '(a + b) DESC');
		assert.is(spelled("body ->> 'x' desc nulls last"), "(body ->> 'x') desc nulls last");
		assert.is(spelled('a + b NULLS FIRST'), '(a + b) NULLS FIRST');
		assert.is(textOf(indexElement(sql`a || ${'desc'}`, spelling)), "(a || 'desc')");
		assert.is(textOf(indexElement(sql`a || ${'x'} DESC`, spelling)), "(a || 'x') DESC");
	});

	test('a comment at the end neither hides an order nor becomes one', () => {
		assert.match(spelled('a + b DESC -- newest first'), /^\(a \+ b\) DESC/);
		assert.not.match(spelled('a + b -- not desc'), /--\s*\)/);
		assert.is(spelled('a DESC -- newest first').trim(), 'a DESC -- newest first');
	});
});
