import * as assert from 'uvu/assert';
import { createIndex } from '../../src/ops/create-index.ts';
import { dropIndex } from '../../src/ops/drop-index.ts';
import { sql } from '../../src/sql/sql.ts';
import { suite } from '../support/suite.ts';
import { throwsCode } from '../support/throws.ts';

suite('ops/indexes', (test) => {
	test('createIndex leaves a name of null to the naming convention', () => {
		assert.not.ok('name' in createIndex.create(null, 'user', ['email', 'id']));
		assert.is(createIndex.create('ix', 'user', ['email']).name, 'ix');
	});

	test('createIndex takes a string for a column and a fragment for an expression', () => {
		const expression = sql`lower(email)`;
		assert.equal(createIndex.create('ix', 'user', ['lower(email)', expression]).columns, ['lower(email)', expression]);
	});

	test('createIndex refuses an operator class for a column it does not index', () => {
		const call = () => createIndex.create('ix', 'user', ['email'], { postgresql: { ops: { name: 'gin_trgm_ops' } } });
		assert.is(
			throwsCode(call, 'ARGUMENT_INVALID').message,
			'createIndex: postgresql.ops names "name", which is not indexed',
		);
	});

	test('createIndex needs at least one column', () => {
		throwsCode(() => createIndex.create('ix', 'user', []), 'ARGUMENT_INVALID');
	});

	test('dropIndex reads the schema as that of the index', () => {
		assert.equal(dropIndex.create('ix', 'user', { schema: 'app' }), {
			kind: 'dropIndex',
			index: { schema: 'app', name: 'ix' },
			table: 'user',
			ifExists: false,
		});
		assert.not.ok('table' in dropIndex.create('ix'));
	});
});
