import * as assert from 'uvu/assert';
import { lexis } from '../../src/dialects/postgresql/lexis.ts';
import { splitParts, terminator, textOf } from '../../src/sql/split.ts';
import { t } from '../../src/sql/types.ts';
import { concat, part, raw, type Sql } from '../../src/sql/words.ts';
import { fc } from '../support/property.ts';
import { suite } from '../support/suite.ts';
import { throwsCode } from '../support/throws.ts';

const literal = (text: string): Sql => part({ kind: 'literal', text });
const split = (text: string): readonly string[] => splitParts(raw(text), lexis).map(textOf);

suite('sql/split', (test) => {
	test('drops the semicolons, the white space around them, and what is no statement', () => {
		assert.equal(split('  select 1 ;\n\n;; /* c */ ; select  2\n'), ['select 1', 'select  2']);
		assert.equal(split(' -- nothing\n'), []);
		assert.equal(split(''), []);
	});

	test('comments stay with the statement they precede, those at the end with the last', () => {
		assert.equal(split('-- one\nselect 1; /* two */ select 2; -- end'), [
			'-- one\nselect 1',
			'/* two */ select 2\n-- end',
		]);
	});

	test('literals and parameters stay what they are', () => {
		const parameter = part({ kind: 'parameter', name: 'b', type: t.text() });
		const whole = concat(raw('  a = '), literal("';'"), raw('; '), parameter, raw(' = 1;'));
		assert.equal(
			splitParts(whole, lexis).map((sql) => sql.filter((piece) => piece !== '')),
			[
				['a = ', { kind: 'literal', text: "';'" }],
				[{ kind: 'parameter', name: 'b', type: t.text() }, ' = 1'],
			],
		);
	});

	test('white space in a literal at either end is kept', () => {
		const whole = concat(literal("' a '"), raw(' = '), literal("' b\n'"), raw(' ;'));
		assert.equal(splitParts(whole, lexis).map(textOf), ["' a ' = ' b\n'"]);
	});

	test('what is not closed is refused', () => {
		throwsCode(() => split("select 'a"), 'SQL_INVALID');
	});

	test('text that no server reads is refused', () => {
		for (const text of ["select 'a\0b'", "select '\ud800'"]) throwsCode(() => split(text), 'SQL_INVALID');
	});

	test('a terminator is not swallowed by a comment', () => {
		assert.is(terminator('select 1', lexis), ';');
		assert.is(terminator('select 1 -- one', lexis), '\n;');
		assert.is(terminator("select '--'", lexis), ';');
	});

	test('a script that is rendered gives back the statements that went in', () => {
		const statement = fc
			.array(fc.constantFrom('a', "';'", '"--"', '/* ; */', '-- ;', '$$;$$', '(;)', '\n', 'E'), { maxLength: 6 })
			.map((pieces) => `x ${pieces.join('\n')}`.trim());
		fc.assert(
			fc.property(fc.array(statement, { minLength: 1, maxLength: 5 }), (statements) => {
				const script = statements.map((text) => `${text}${terminator(text, lexis)}\n`).join('');
				assert.equal(split(script), statements);
			}),
		);
	});
});
