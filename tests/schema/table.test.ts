import * as assert from 'uvu/assert';
import { column } from '../../src/schema/column.ts';
import { isTable, table } from '../../src/schema/table.ts';
import { t } from '../../src/sql/types.ts';
import { suite } from '../support/suite.ts';
import { throwsCode } from '../support/throws.ts';

suite('schema/table', (test) => {
	test('describes a table that is there', () => {
		const a = column('a', t.text());
		const made = table('x.y', [a], { schema: 'app' });
		assert.equal(made, { kind: 'table', table: { schema: 'app', name: 'x.y' }, columns: [a] });
		assert.ok(Object.isFrozen(made));
		assert.ok(isTable(made));
		assert.not.ok(isTable({ kind: 'table' }));
	});

	test('names the argument that is wrong', () => {
		const refused: readonly (readonly [() => unknown, string])[] = [
			[() => table(5 as never, [column('a', t.text())]), 'table: name must be a name (a string), got 5'],
			[() => table('x', []), 'table: columns must be an array of at least one of columns, got an array'],
			[() => table('x', ['a' as never]), 'table: columns[0] must be a column, got "a"'],
			[() => table('x', [column('a', t.text())], { shema: 'app' } as never), 'table has no option "shema"'],
			[() => table('x', [column('a', t.text()), column('a', t.date())]), 'table has two columns named "a"'],
		];
		for (const [call, message] of refused) assert.is(throwsCode(call, 'ARGUMENT_INVALID').message, message);
	});
});
