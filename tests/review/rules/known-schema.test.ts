import * as assert from 'uvu/assert';
import { suite } from '../../support/suite.ts';
import { reviewed } from '../reviewing.ts';

/** What a rule finds in a script, on a schema that is there. */
const foundBy = (rule: string, text: string, baseline: string) =>
	reviewed(text, { preset: 'strict' }, baseline).found.filter((each) => each.rule === rule);

suite('review/rules on a schema that is known', (test) => {
	test('redundant-index does not hold an index against itself', () => {
		const there =
			'CREATE TABLE account (id bigint PRIMARY KEY, email text);\nCREATE INDEX account_email ON account (email);';
		for (const word of ['', 'IF NOT EXISTS ']) {
			const again = `CREATE INDEX CONCURRENTLY ${word}account_email ON account (email);`;
			assert.equal(foundBy('redundant-index', again, there), []);
			assert.equal(foundBy('redundant-index', `DROP INDEX account_email;\n${again}`, there), []);
		}
		const other = foundBy('redundant-index', 'CREATE INDEX CONCURRENTLY by_email ON account (email);', there);
		assert.equal(
			other.map(({ message }) => message),
			['"by_email" on "account" adds nothing to "account_email", which begins with its columns'],
		);
	});

	test('drop-column does not advise to make a column optional that is', () => {
		const there = 'CREATE TABLE account (id bigint PRIMARY KEY, email text NOT NULL, nickname text);';
		const insteadOf = (column: string): readonly (string | undefined)[] =>
			foundBy('drop-column', `ALTER TABLE account DROP COLUMN ${column};`, there).map(({ instead }) => instead);
		assert.equal(insteadOf('nickname'), [undefined]);
		assert.equal(insteadOf('email'), ['ALTER TABLE account ALTER COLUMN email DROP NOT NULL;']);
	});
});
