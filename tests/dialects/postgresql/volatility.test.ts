import * as assert from 'uvu/assert';
import { spelling } from '../../../src/dialects/postgresql/spelling.ts';
import { mayBeVolatile } from '../../../src/dialects/postgresql/volatility.ts';
import { verbatim } from '../../../src/sql/sql.ts';
import { suite } from '../../support/suite.ts';

const isVolatile = (text: string): boolean => mayBeVolatile(verbatim(text), spelling);

suite('dialects/postgresql/volatility', (test) => {
	test('a default that is the same for all rows is known as one', () => {
		for (const text of ['now()', "lower('A')", 'pg_catalog.now()', 'CURRENT_TIMESTAMP', "(now() AT TIME ZONE 'utc')"]) {
			assert.is(isVolatile(text), false, text);
		}
	});

	test('a function that is not known may give each row another value', () => {
		for (const text of ['random()', 'gen_random_uuid()', '"now"()', 'pg_catalog.random()']) {
			assert.is(isVolatile(text), true, text);
		}
	});

	test("a function of another schema is not the server's, whatever its name", () => {
		for (const text of ['app.now()', 'app . now ()', '"pg_catalog".now()', "lower(app.upper('a'))"]) {
			assert.is(isVolatile(text), true, text);
		}
	});
});
