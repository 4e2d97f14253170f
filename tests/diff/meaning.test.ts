import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import type { DialectName } from '../../src/dialects/index.ts';
import { dialects } from '../../src/dialects/index.ts';
import { meaningsOf, sameMeaning } from '../../src/diff/meaning.ts';
import { isMeaningful, type Token, tokens } from '../../src/sql/scan.ts';
import { fc, RUNS } from '../support/property.ts';
import { repository } from '../support/sample.ts';
import { suite } from '../support/suite.ts';
import { texts } from '../support/texts.ts';
import { CHANGING, type Mutation, NEUTRAL } from './mutations.ts';
import { OBJECTS, SIMPLE_OBJECTS } from './objects.ts';
import { PAIRS } from './pairs.ts';

const same = (before: string, after: string, dialect: DialectName = 'postgresql'): Promise<boolean> =>
	sameMeaning(before, after, dialects[dialect]);

/** What each statement acts on. */
const objectsOf = async (text: string, dialect: DialectName = 'postgresql'): Promise<readonly string[]> =>
	(await meaningsOf(text, dialects[dialect])).map(({ object }) => (object ? `${object.kind} ${object.name}` : '-'));

/** All SQL files of a folder, one text each. */
function sqlUnder(folder: string, ending: string): readonly string[] {
	const files = readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' }).sort();
	return files
		.filter((file) => file.endsWith(ending))
		.map((file) => readFileSync(join(repository, folder, file), 'utf8'));
}

suite('diff/meaning', (test) => {
	for (const [dialect, { same: equal, different }] of Object.entries(PAIRS)) {
		for (const [before, after] of equal) {
			test(`${dialect}: ${JSON.stringify(before)} means ${JSON.stringify(after)}`, async () => {
				assert.ok(await same(before, after, dialect as DialectName));
			});
		}
		for (const [before, after] of different) {
			test(`${dialect}: ${JSON.stringify(before)} does not mean ${JSON.stringify(after)}`, async () => {
				assert.not.ok(await same(before, after, dialect as DialectName));
			});
		}
	}

	const scripts = sqlUnder('out', '.sql');
	for (const [kind, mutations, isSame] of [
		['100 mutations that change nothing are all seen as that', NEUTRAL, true],
		['100 mutations that change the meaning are all seen', CHANGING, false],
	] as const) {
		test(kind, async () => {
			const mutated = fc
				.record({
					script: fc.constantFrom(...scripts),
					name: fc.constantFrom(...Object.keys(mutations)),
					choice: fc.nat(),
				})
				.map(({ script, name, choice }) => ({ name, script, text: (mutations[name] as Mutation)(script, choice) }))
				.filter(({ script, text }) => text !== undefined && text !== script);
			await fc.assert(
				fc.asyncProperty(mutated, async ({ name, script, text = '' }) => {
					assert.is(await same(script, text), isSame, name);
				}),
				{ numRuns: Math.max(100, RUNS / 3) },
			);
		});
	}

	test('tells what a statement of PostgreSQL acts on', async () => {
		for (const [object, statements] of Object.entries(OBJECTS)) {
			for (const statement of statements) assert.equal(await objectsOf(statement), [object], statement);
		}
	});

	for (const dialect of ['mysql', 'sqlite'] as const) {
		test(`tells what a statement of ${dialect} acts on`, async () => {
			for (const [object, statements] of Object.entries(SIMPLE_OBJECTS)) {
				for (const statement of statements) assert.equal(await objectsOf(statement, dialect), [object], statement);
			}
		});
	}

	test('tells what a statement acts on that the grammar does not know', async () => {
		const [found] = await meaningsOf('ALTER TABLE app."User" FROBNICATE', dialects.postgresql);
		assert.equal(found?.object, { kind: 'table', name: 'app.User' });
		assert.ok(found?.isUnparsed);
	});

	test('gives each statement without what stands around it, and its line', async () => {
		const found = await meaningsOf(
			'-- one\n\nSELECT 1; -- two\n/* three */ SELECT\n2 -- four\n;\n\n\\q',
			dialects.postgresql,
		);
		assert.equal(
			found.map(({ line, text }) => [line, text]),
			[
				[3, 'SELECT 1'],
				[4, 'SELECT\n2 -- four'],
				[8, '\\q'],
			],
		);
	});

	test('compares what is nested too deep token by token', async () => {
		const deep = (word: string): string => `SELECT ${`f(`.repeat(20_000)}${word}${')'.repeat(20_000)}`;
		const long = (word: string): string => `SELECT ${word}${' || a'.repeat(20_000)}`;
		for (const text of [deep, long]) {
			assert.ok(await same(text('a'), text('a /* x */')));
			assert.not.ok(await same(text('a'), text('b')));
		}
	});

	test('compares the rest of a text letter by letter where a quote is not closed', async () => {
		const found = await meaningsOf("SELECT 1; SELECT 'a; SELECT 2;", dialects.postgresql);
		assert.equal(
			found.map(({ text, isUnparsed }) => [text, isUnparsed]),
			[
				['SELECT 1', false],
				["SELECT 'a; SELECT 2;", true],
			],
		);
	});

	for (const name of Object.keys({ ...NEUTRAL, ...CHANGING })) {
		test(`the sample project has a place for: ${name}`, () => {
			const mutation = { ...NEUTRAL, ...CHANGING }[name] as Mutation;
			assert.ok(
				scripts.some((script) => [0, 1, 2].some((choice) => ![undefined, script].includes(mutation(script, choice)))),
			);
		});
	}

	test('what is the same token by token, is the same to the grammar of PostgreSQL', async () => {
		const { loadGrammar, ...reading } = dialects.postgresql.reading;
		assert.type(loadGrammar, 'function');
		const withoutGrammar = { ...dialects.postgresql, reading };
		const char = fc.constantFrom(...` \n'"$-/*;:=<>|!()[],.@#&aAeE1_\\`);
		const changes = fc.record({
			text: fc.constantFrom(...sqlUnder('tests/golden/ops', 'postgresql.sql')),
			at: fc.nat(),
			char,
			gone: fc.nat(1),
		});
		await fc.assert(
			fc.asyncProperty(changes, async ({ text, at, char, gone }) => {
				const place = at % (text.length + 1);
				const changed = text.slice(0, place) + char + text.slice(place + gone);
				if (await sameMeaning(text, changed, withoutGrammar)) assert.ok(await same(text, changed));
			}),
		);
	});

	for (const dialect of ['mysql', 'postgresql', 'sqlite'] as const) {
		const { lexis } = dialects[dialect].spelling;
		const texts = sqlUnder('tests/golden/ops', `${dialect}.sql`);

		test(`${dialect}: another layout of what operations make changes nothing`, async () => {
			const blanks = fc.infiniteStream(fc.constantFrom(' ', '\n', '\t ', '\r\n', ' /* x */ ', "\n-- it's;\n"));
			await fc.assert(
				fc.asyncProperty(fc.constantFrom(...texts), blanks, async (text, stream) => {
					const all = [...tokens(text, lexis)];
					const relaid = all.map(({ kind, text }, index) => {
						if (kind !== 'space') return text;
						return (isLineComment(all[index - 1]) ? '\n' : '') + stream.next().value;
					});
					assert.ok(await same(text, relaid.join(''), dialect));
				}),
				{ numRuns: 100 },
			);
		});

		test(`${dialect}: any text has a meaning, and means the same as itself`, async () => {
			await fc.assert(
				fc.asyncProperty(textsOfAnyKind(), async (text) => {
					const meanings = await meaningsOf(text, dialects[dialect]);
					assert.equal(await meaningsOf(text, dialects[dialect]), meanings);
				}),
			);
		});

		test(`${dialect}: every token of what operations make is heard`, async () => {
			await fc.assert(
				fc.asyncProperty(fc.constantFrom(...texts), fc.nat(), async (text, choice) => {
					const found = [...tokens(text, lexis)].filter((token) => isMeaningful(token) && !/^[();]$/.test(token.text));
					const token = found[choice % Math.max(1, found.length)];
					if (!token) return;
					const changed = text.slice(0, token.start) + altered(token) + text.slice(token.end);
					assert.not.ok(await same(text, changed, dialect), altered(token));
				}),
				{ numRuns: 200 },
			);
		});
	}
});

/** Pieces that SQL is made of, in any order. */
const textsOfAnyKind = (): fc.Arbitrary<string> =>
	fc
		.array(
			fc.oneof(texts(), fc.constantFrom(...'SELECT ; ( ) BEGIN END COPY t FROM STDIN; \n \\set /*+ :a'.split(' '))),
		)
		.map((pieces) => pieces.join(' '));

const isLineComment = (token: Token | undefined): boolean => token?.kind === 'comment' && token.text.startsWith('--');

/** No symbol; another word, name or string: changed at its beginning, since the end of a long name is not kept. */
function altered({ kind, text }: Token): string {
	if (kind === 'symbol') return ' ';
	if (kind === 'word') return /^\d/.test(text) ? `9${text}` : `z${text}`;
	const opening = /^\$[^$]*\$|^./u.exec(text)?.[0] ?? '';
	return `${opening}z${text.slice(opening.length)}`;
}
