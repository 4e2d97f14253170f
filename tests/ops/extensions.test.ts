import * as assert from 'uvu/assert';
import { createExtension } from '../../src/ops/create-extension.ts';
import { dropExtension } from '../../src/ops/drop-extension.ts';
import { reverse } from '../../src/ops/reverse.ts';
import { suite } from '../support/suite.ts';
import { throwsCode } from '../support/throws.ts';

suite('ops/createExtension', (test) => {
	test('is undone where it is certain that it alone was installed', () => {
		assert.ok('operations' in reverse(createExtension.create('citext')));
		for (const options of [{ ifNotExists: true }, { cascade: true }]) {
			assert.ok('irreversible' in reverse(createExtension.create('citext', options)));
		}
	});
});

suite('ops/dropExtension', (test) => {
	test('an extension comes back into its schema, unless more has gone with it', () => {
		const was = { schema: 'app', version: '1.5' };
		assert.equal(reverse(dropExtension.create('citext', { was })), {
			operations: [createExtension.create('citext', was)],
		});
		assert.ok('irreversible' in reverse(dropExtension.create('citext')));
		assert.ok('irreversible' in reverse(dropExtension.create('citext', { was, cascade: true })));
	});

	test('how it was installed is checked as the call that installs it', () => {
		const call = () => dropExtension.create('citext', { was: { version: 1 } as never });
		const { message } = throwsCode(call, 'ARGUMENT_INVALID');
		assert.is(message, 'createExtension: version must be a name (a string), got 1');
	});
});
