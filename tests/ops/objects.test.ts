import * as assert from 'uvu/assert';
import { compile } from '../../src/dialects/compile.ts';
import { dialects } from '../../src/dialects/index.ts';
import { alterOwner } from '../../src/ops/alter-owner.ts';
import { reverse } from '../../src/ops/reverse.ts';
import { setSchema } from '../../src/ops/set-schema.ts';
import { t } from '../../src/sql/types.ts';
import { suite } from '../support/suite.ts';
import { throwsCode } from '../support/throws.ts';

suite('ops/setSchema', (test) => {
	test('is about a table unless it says otherwise', () => {
		assert.equal(setSchema.create('user', 'app'), {
			kind: 'setSchema',
			type: 'table',
			name: { name: 'user' },
			ifExists: false,
			newSchema: 'app',
		});
	});

	test('refuses options that are for objects of another type', () => {
		const refused: readonly (readonly [options: object, message: string, hint: string])[] = [
			[{ argumentTypes: [] }, 'setSchema: "a" is a table, and takes no arguments', "{ type: 'function' }"],
			[
				{ type: 'materializedView', argumentTypes: [] },
				'setSchema: "a" is a materialized view, and takes no arguments',
				'leave argumentTypes out',
			],
			[
				{ type: 'extension', schema: 'b' },
				'setSchema: the name of the extension "a" has no schema',
				'leave schema out',
			],
			[{ existingSchema: 'b' }, 'setSchema: existingSchema is that of an extension', 'give schema'],
		];
		for (const [options, message, hint] of refused) {
			const error = throwsCode(() => setSchema.create('a', 'c', options), 'ARGUMENT_INVALID');
			assert.is(error.message, message);
			assert.match(error.hint ?? '', hint);
		}
	});

	test('refuses a type of object that does not move', () => {
		const { message } = throwsCode(() => setSchema.create('a', 'b', { type: 'schema' as never }), 'ARGUMENT_INVALID');
		assert.match(message, /^setSchema: type must be one of 'table', .*, 'extension', got "schema"$/);
	});

	test('goes back to the schema that is known', () => {
		const { hint } = reverse(setSchema.create('a', 'b')) as { readonly hint?: string };
		assert.is(hint, 'give schema');
		assert.equal(reverse(setSchema.create('a', 'b', { schema: 'c', type: 'view' })), {
			operations: [setSchema.create('a', 'c', { schema: 'b', type: 'view' })],
		});
		const moved = reverse(setSchema.create('cube', 'b', { type: 'extension' })) as { readonly hint?: string };
		assert.is(moved.hint, 'give existingSchema');
	});
});

suite('ops/alterOwner', (test) => {
	test('refuses a schema of a schema, and arguments of what takes none', () => {
		const refused: readonly (readonly [options: object, message: string])[] = [
			[{ type: 'schema', schema: 'b' }, 'alterOwner: the name of the schema "a" has no schema'],
			[{ type: 'view', argumentTypes: [t.text()] }, 'alterOwner: "a" is a view, and takes no arguments'],
			[{ type: 'extension' }, "alterOwner: type must be one of 'table', "],
			[{ argumentTypes: ['text'] }, 'alterOwner: argumentTypes[0] must be a column type, got "text"'],
		];
		for (const [options, message] of refused) {
			assert.match(throwsCode(() => alterOwner.create('a', 'b', options), 'ARGUMENT_INVALID').message, message);
		}
	});

	test('goes back to the owner that is known', () => {
		assert.ok('irreversible' in reverse(alterOwner.create('a', 'b')));
		assert.equal(reverse(alterOwner.create('a', 'b', { existingOwner: 'c' })), {
			operations: [alterOwner.create('a', 'c', { existingOwner: 'b' })],
		});
	});
});

suite('ops/objects of functions', (test) => {
	test('a signature has no collation: the server would not read it', () => {
		const options = { type: 'function', schema: 'a', argumentTypes: [t.text({ collation: 'C' })] } as const;
		for (const op of [alterOwner.create('f', 'b', options), setSchema.create('f', 'b', options)]) {
			const { message } = throwsCode(() => compile([op], dialects.postgresql), 'OPERATION_UNSUPPORTED');
			assert.is(message, 'postgresql cannot give a type of a function a collation');
		}
	});
});
