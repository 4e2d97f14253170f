import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { postgresql } from '../../src/dialects/postgresql/index.ts';
import { cutScript } from '../../src/review/facts/script-facts.ts';
import { repository } from '../support/sample.ts';
import { suite } from '../support/suite.ts';
import { reviewed } from './reviewing.ts';

const text = readFileSync(join(repository, 'tests/review/commands.sql'), 'utf8');
const statements = cutScript(text, postgresql.reading).cuts.map((cut) => cut.text);

const problemsIn = (script: string, version: number): readonly string[] =>
	reviewed(script, { preset: 'strict', version }).found.flatMap(({ rule, line, message }) =>
		rule === 'syntax-error' ? [`${line}: ${message}`] : [],
	);

suite('review/commands', (test) => {
	for (const version of [11, 14, 18]) {
		test(`takes every command of SQL, one after the other, for PostgreSQL ${version}`, () => {
			assert.equal(problemsIn(text, version), []);
		});
	}

	test('takes each of them alone, twice, and cut off', () => {
		for (const statement of statements) {
			assert.equal(problemsIn(statement, 18), [], statement);
			assert.equal(problemsIn(`${statement};\n${statement};`, 15), [], statement);
			for (let end = 1; end < statement.length; end += 7) reviewed(statement.slice(0, end));
		}
	});

	test('they are all commands that the manual lists', () => {
		const commands = new Set(statements.map((statement) => /^\w+(?: \w+)?/.exec(statement)?.[0]));
		assert.ok(statements.length > 300 && commands.size > 150, `${statements.length} statements, ${commands.size}`);
	});
});
