import { createRequire } from 'node:module';
import { basename } from 'node:path';
import * as assert from 'uvu/assert';
import { keysOf } from '../../src/core/keys.ts';
import { type Grammar, parseStatement } from '../../src/sql/parse.ts';
import { examples } from '../ops/examples/index.ts';
import { renderedFor } from '../support/matrix.ts';
import { suite } from '../support/suite.ts';
import { portable } from './portable.ts';

/**
 * What the grammar does not know although the server takes it: SQLite's runs in `tests/db/sqlite.test.ts`, MySQL's in
 * `tests/db/mysql.test.ts`.
 */
const UNKNOWN: { readonly [Name in Grammar]: Readonly<Record<string, RegExp>> } = {
	mysql: {
		'a default that comes or goes': /^ALTER TABLE .* ALTER COLUMN `\w+` (?:DROP|SET) DEFAULT/,
		'a check that goes': /^ALTER TABLE .* DROP CONSTRAINT /,
		'DEFAULT among the values of a row': /^INSERT INTO .* VALUES[^']*\bDEFAULT\b/,
		'a row of defaults': /^INSERT INTO .* \(\) VALUES \(\)$/,
		'a string with its character set': /\b_utf8mb4 X'/,
		'a new name with its schema': /^ALTER TABLE .* RENAME TO `\w+`\.`\w+`$/,
	},
	sqlite: {
		'a quote in a name': /"[^"]*""[^"]*"/,
		'a comment behind NOT NULL': /^ALTER TABLE .* NOT NULL \/\*/,
		'a row of defaults': /^INSERT INTO .* DEFAULT VALUES$/,
		'a backslash at the end of a string': /\\'/,
		'a column that is called local': /\(day, local, moment\)/,
		'an index that goes': /^DROP INDEX /,
	},
};

/** The statements that the golden files of a dialect hold, without SQL of the author. */
async function rendered(grammar: Grammar): Promise<readonly string[]> {
	const kinds = keysOf(examples).filter((kind) => kind !== 'execute' && kind !== 'sqlFile');
	const bodies = [...kinds.flatMap((kind) => Object.values(examples[kind].cases)), ...Object.values(portable)];
	return (await Promise.all(bodies.map((body) => renderedFor(grammar, body)))).flat();
}

for (const grammar of keysOf(UNKNOWN)) {
	suite(`dialects/parse ${grammar}`, (test) => {
		test('the grammar of the dialect knows what is rendered', async () => {
			const statements = await rendered(grammar);
			assert.ok(statements.length > 50);
			const unparsed = statements.filter((text) => 'problem' in parseStatement(text, grammar));
			const known = Object.values(UNKNOWN[grammar]);
			assert.equal(
				unparsed.filter((text) => !known.some((pattern) => pattern.test(text))),
				[],
			);
			assert.equal(known.filter((pattern) => !unparsed.some((text) => pattern.test(text))).map(String), []);
		});
	});
}

suite('dialects/parse', (test) => {
	test('says what kinds of statements there are, or what is not understood', () => {
		assert.equal(parseStatement('ALTER TABLE a ADD COLUMN b TEXT', 'sqlite'), { kinds: ['alter'] });
		const parsed = parseStatement('ALTER TABLE a ADD COLUMN', 'mysql');
		assert.match('problem' in parsed ? parsed.problem : '', 'Expected');
	});

	test('loads the grammars that are asked for, and not the whole package', () => {
		const loaded = Object.keys(createRequire(import.meta.url).cache).filter((file) => file.includes('node-sql-parser'));
		assert.equal(loaded.map((file) => basename(file)).sort(), ['mysql.js', 'sqlite.js']);
	});
});
