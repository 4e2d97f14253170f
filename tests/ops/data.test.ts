import * as assert from 'uvu/assert';
import { bulkInsert } from '../../src/ops/bulk-insert.ts';
import { execute } from '../../src/ops/execute.ts';
import { column } from '../../src/schema/column.ts';
import { table } from '../../src/schema/table.ts';
import { sql } from '../../src/sql/sql.ts';
import { t } from '../../src/sql/types.ts';
import { suite } from '../support/suite.ts';
import { throwsCode } from '../support/throws.ts';

const role = table('role', [column('id', t.integer()), column('name', t.text())]);

suite('ops/data', (test) => {
	test('bulkInsert keeps the rows, in their order', () => {
		const { rows } = bulkInsert.create(role, [{ id: 2, name: null }, { id: 1 }]);
		assert.equal(rows, [{ id: 2, name: null }, { id: 1 }]);
		assert.equal(bulkInsert.create(role, []).rows, []);
	});

	test('bulkInsert is not changed by what happens to a row later', () => {
		const row: Record<string, unknown> = { id: 1 };
		const { rows } = bulkInsert.create(role, [row]);
		row['id'] = 2;
		assert.equal(rows, [{ id: 1 }]);
	});

	test('bulkInsert suggests the column that was meant', () => {
		const { message, hint } = throwsCode(() => bulkInsert.create(role, [{ id: 1 }, { nam: 'x' }]), 'ARGUMENT_INVALID');
		assert.is(message, 'bulkInsert: rows[1] has a value for "nam", which is no column of "role"');
		assert.is(hint, 'did you mean "name"?');
	});

	test('bulkInsert names the row that is no object', () => {
		for (const [row, shown] of [
			[null, 'null'],
			[['a'], 'an array'],
			['admin', '"admin"'],
		]) {
			const call = () => bulkInsert.create(role, [{}, row as never]);
			assert.is(
				throwsCode(call, 'ARGUMENT_INVALID').message,
				`bulkInsert: rows[1] must be an object, got ${String(shown)}`,
			);
		}
	});

	test('bulkInsert says how a table is described', () => {
		const { hint } = throwsCode(() => bulkInsert.create('role' as never, []), 'ARGUMENT_INVALID');
		assert.is(hint, "write table('role', [column('name', t.string())])");
	});

	test('execute keeps a string to the last blank', () => {
		const text = "\tselect ':x' , '%s'  \n";
		assert.equal(execute.create(text).sql.chunks, [{ kind: 'text', text }]);
		const fragment = sql`select ${1}`;
		assert.is(execute.create(fragment).sql, fragment);
	});

	test('execute refuses a text of nothing', () => {
		for (const text of ['', ' \n\t']) throwsCode(() => execute.create(text), 'ARGUMENT_INVALID');
	});
});
