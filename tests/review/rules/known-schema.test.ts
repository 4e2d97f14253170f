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

	test('add-foreign-key-scan names a table once that refers to itself', () => {
		const messages = (referenced: string): readonly string[] =>
			foundBy(
				'add-foreign-key-scan',
				`ALTER TABLE node ADD CONSTRAINT up FOREIGN KEY (up) REFERENCES ${referenced};`,
				'',
			).map(({ message }) => message);
		assert.equal(messages('node (id)'), ['writes to "node" wait while its rows are read']);
		assert.equal(messages('app.node (id)'), ['writes to "node" and "app.node" wait while their rows are read']);
	});

	test('vacuum-full-rewrite keeps ANALYZE', () => {
		const insteadOf = (text: string): readonly (string | undefined)[] =>
			foundBy('vacuum-full-rewrite', text, '').map(({ instead }) => instead);
		assert.equal(insteadOf('VACUUM FULL ANALYZE;'), ['VACUUM (ANALYZE);']);
		assert.equal(insteadOf('VACUUM (FULL, ANALYZE) app.account, plan;'), ['VACUUM (ANALYZE) app.account, plan;']);
		assert.equal(insteadOf('VACUUM (FULL, ANALYZE false) plan;'), ['VACUUM plan;']);
	});
});
