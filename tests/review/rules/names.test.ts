import * as assert from 'uvu/assert';
import { suite } from '../../support/suite.ts';
import { reviewed } from '../reviewing.ts';

const messages = (text: string, quoted: boolean): readonly string[] =>
	reviewed(text, { rules: { 'reserved-word': { options: { quoted } } } })
		.found.filter(({ rule }) => rule === 'reserved-word')
		.map(({ message }) => message);

suite('review/rules that look at names', (test) => {
	test('reserved-word tells of every name that needs quotes when it is asked to', () => {
		const text = 'CREATE TABLE "Account" ("createdAt" timestamptz, "e-mail" text, id bigint PRIMARY KEY);';
		assert.equal(messages(text, false), []);
		assert.equal(messages(text, true), [
			'"Account" has capitals, and needs quotes wherever it stands',
			'"createdAt" has capitals, and needs quotes wherever it stands',
			'"e-mail" is not made of letters and digits, and needs quotes wherever it stands',
		]);
	});
});
