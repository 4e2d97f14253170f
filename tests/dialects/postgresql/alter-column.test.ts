import * as assert from 'uvu/assert';
import { compile } from '../../../src/dialects/compile.ts';
import { dialects } from '../../../src/dialects/index.ts';
import { record } from '../../../src/record/record.ts';
import { identity } from '../../../src/schema/column.ts';
import { textOf } from '../../../src/sql/split.ts';
import { suite } from '../../support/suite.ts';
import { throwsCode } from '../../support/throws.ts';

suite('dialects/postgresql/alter-column', (test) => {
	test('an identity that is the same already makes no statement', async () => {
		const operations = await record((op) =>
			op.alterColumn('message', 'id', {
				serverDefault: identity({ start: 1, cache: 1, noMinValue: true }),
				existingServerDefault: identity({ increment: 1 }),
				comment: 'counts',
			}),
		);
		assert.equal(
			compile(operations, dialects.postgresql).map(({ parts }) => textOf(parts)),
			["COMMENT ON COLUMN message.id IS 'counts'"],
		);
	});

	test('a call that leaves all as it is is refused', async () => {
		const operations = await record((op) =>
			op.alterColumn('message', 'id', { serverDefault: identity(), existingServerDefault: identity() }),
		);
		const error = throwsCode(() => compile(operations, dialects.postgresql), 'ARGUMENT_INVALID');
		assert.is(error.message, 'alterColumn: the identity of "id" is the same already');
	});
});
