import * as assert from 'uvu/assert';
import { dialects } from '../../src/dialects/index.ts';
import { postgresql } from '../../src/dialects/postgresql/index.ts';
import { piecesOf } from '../../src/diff/statements-in.ts';
import { fc } from '../support/property.ts';
import { suite } from '../support/suite.ts';

/** What texts are put together from: what has commands and data, what hides them, and what looks like them. */
const PARTS = [
	...['\n', ' ', ';', ';\n', "'", '"', '`', '$$', '--', '/*', '*/', '(', ')', '\\', '.', '#', 'é'],
	...['SELECT 1', 'a.b', 'COPY t FROM stdin', 'copy t from STDIN;\n', '1\t2\n\\.\n', '\\copy t from pstdin', '\\;'],
	...['\\i file.sql', '.read file.sql', 'DELIMITER //\n', 'delimiter ;\n', 'CREATE TRIGGER t BEGIN', 'END'],
];

suite('diff/statements-in', (test) => {
	test('reads more statements than a call has room for arguments', () => {
		const count = 200_000;
		assert.is(piecesOf('A;\n'.repeat(count), postgresql.reading).length, count);
	});

	for (const { name, reading } of Object.values(dialects)) {
		test(`looks for commands and data of ${name} wherever a text has them`, () => {
			const texts = fc.array(fc.constantFrom(...PARTS), { maxLength: 12 }).map((parts) => parts.join(''));
			const always = { ...reading, between: /^/ };
			fc.assert(fc.property(texts, (text) => assert.equal(piecesOf(text, reading), piecesOf(text, always))));
		});
	}
});
