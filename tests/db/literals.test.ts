import fc from 'fast-check';
import * as assert from 'uvu/assert';
import { hasLoneSurrogate } from '../../src/core/text.ts';
import { dialects } from '../../src/dialects/index.ts';
import { KEYWORDS } from '../../src/dialects/postgresql/keywords.ts';
import { quoteString } from '../../src/dialects/postgresql/literals.ts';
import { textOf } from '../../src/sql/split.ts';
import { onServers } from '../support/on-servers.ts';

const { spelling } = dialects.postgresql;
const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 300);

/** Any text a server stores: no NUL, no half of a surrogate pair; with what makes quoting go wrong more often. */
const stored = fc
	.string({
		unit: fc.oneof(
			fc.constantFrom(
				"'",
				'"',
				'\\',
				'$$',
				':name',
				'%',
				'\n',
				'\r',
				'\t',
				'--',
				'/*',
				';',
				'\u202e',
				'\u200b',
				'\u0001',
				'\u0085',
				'.',
			),
			fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
		),
		maxLength: 20,
	})
	.filter((text) => !text.includes('\0') && !hasLoneSurrogate(text));

onServers('db/literals', (test, { open }) => {
	test('a string comes back as it was', async () => {
		const database = await open();
		await database.query('SET standard_conforming_strings = on');
		await fc.assert(
			fc.asyncProperty(fc.array(stored, { minLength: 1, maxLength: 20 }), async (texts) => {
				const [row] = await database.query(`SELECT ARRAY[${texts.map(quoteString).join(', ')}]::text[] AS texts`);
				assert.equal(row?.['texts'], texts);
			}),
			{ numRuns: RUNS / 10 },
		);
	});

	test('a name is quoted exactly when the server would quote it', async () => {
		const database = await open();
		const words = await database.query('SELECT word FROM pg_get_keywords()');
		const names = [
			...KEYWORDS,
			...words.map(({ word }) => String(word)),
			'a',
			'A',
			'a b',
			'a"b',
			'_1',
			'1a',
			'é',
			'a$b',
			'a.b',
		];
		for (const name of new Set(names)) {
			const [row] = await database.query(
				'SELECT quote_ident($1) AS quoted, $1 = ANY(SELECT word FROM pg_get_keywords()) AS known',
				[name],
			);
			// A word that only a later version reserves is quoted for the older ones too.
			if (KEYWORDS.has(name) && (row?.['quoted'] === name || row?.['known'] === false)) continue;
			assert.is(textOf(spelling.name(name)), row?.['quoted'], name);
		}
	});

	test('a random name is quoted as the server would quote it', async () => {
		const database = await open();
		await fc.assert(
			fc.asyncProperty(
				stored.filter((text) => text !== '' && Buffer.byteLength(text) <= 63),
				async (name) => {
					const [row] = await database.query('SELECT quote_ident($1) AS quoted', [name]);
					if (!KEYWORDS.has(name)) assert.is(textOf(spelling.name(name)), row?.['quoted']);
				},
			),
			{ numRuns: RUNS },
		);
	});
});
