import * as assert from 'uvu/assert';
import { dialects } from '../../src/dialects/index.ts';
import { KEYWORDS } from '../../src/dialects/postgresql/keywords.ts';
import { textOf } from '../../src/sql/split.ts';
import { t } from '../../src/sql/types.ts';
import { onServers } from '../support/on-servers.ts';
import type { Database } from '../support/postgres.ts';
import { fc } from '../support/property.ts';
import { names } from '../support/texts.ts';
import { throwsCode } from '../support/throws.ts';

const { spelling } = dialects.postgresql;

/** Compare with the server; a word that only a later version knows or reserves is quoted for the older ones too. */
async function isSpelledAsTheServerDoes(database: Database, given: readonly string[]): Promise<void> {
	const rows = await database.query(
		`SELECT name, quote_ident(name) AS quoted, word IS NOT NULL AS known
		FROM unnest($1::text[]) AS name LEFT JOIN pg_get_keywords() ON word = name`,
		[given],
	);
	assert.is(rows.length, given.length);
	for (const { name, quoted, known } of rows) {
		const text = String(name);
		if (KEYWORDS.has(text) && (quoted === text || known === false)) continue;
		assert.is(textOf(spelling.name(text)), quoted);
	}
}

onServers('db/names', (test, { open }) => {
	test('a word of SQL is quoted exactly when the server would quote it', async () => {
		const database = await open();
		const words = await database.query('SELECT word FROM pg_get_keywords()');
		const plain = ['a', 'A', 'a b', 'a"b', '_1', '1a', 'é', 'a$b', 'a.b'];
		await isSpelledAsTheServerDoes(database, [...KEYWORDS, ...words.map(({ word }) => String(word)), ...plain]);
	});

	test('a type of the server is not taken for one of the user', async () => {
		const database = await open();
		const own = await database.query("SELECT typname FROM pg_type WHERE typnamespace = 'pg_catalog'::regnamespace");
		for (const { typname } of own) {
			throwsCode(() => spelling.type(t.enum(String(typname), ['a'])), 'IDENTIFIER_INVALID');
		}
	});

	test('any other name is, too', async () => {
		const database = await open();
		await fc.assert(fc.asyncProperty(names(), (name) => isSpelledAsTheServerDoes(database, [name])));
	});
});
