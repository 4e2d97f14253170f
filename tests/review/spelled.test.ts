import * as assert from 'uvu/assert';
import { listed } from '../../src/review/spelled.ts';
import { suite } from '../support/suite.ts';
import { reviewed } from './reviewing.ts';

suite('review/spelled', (test) => {
	test('lists names in quotes, and counts those of a long list', () => {
		assert.is(listed(['a']), '"a"');
		assert.is(listed(['a', 'b', 'c', 'd']), '"a", "b", "c", "d"');
		assert.is(listed(['a', 'b', 'c', 'd', 'e']), '"a", "b", "c" and 2 others');
		assert.is(listed([]), '');
	});

	test('shows the placeholders in names and labels as they are written', () => {
		const text = [
			'DROP DATABASE :db;',
			'ALTER SCHEMA :old RENAME TO :new;',
			'ALTER TABLE a ALTER COLUMN :"col" SET NOT NULL;',
			'ALTER TABLE a DROP CONSTRAINT :"con";',
			'ALTER TABLE a SET TABLESPACE :ts;',
			"ALTER TYPE plan RENAME VALUE :'from' TO :'to';",
		].join('\n');
		const { found, statements } = reviewed(text, { preset: 'strict' });
		const shown = JSON.stringify([found.map(({ object, message, instead }) => [object, message, instead]), statements]);
		assert.not.match(shown, '\ufdd0');
		assert.ok(found.some(({ message }) => message === 'the database ":db" is dropped with all that is in it'));
		assert.ok(found.some(({ instead }) => instead === "ALTER TYPE plan ADD VALUE :'to';"));
	});
});
