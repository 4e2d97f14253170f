import * as assert from 'uvu/assert';
import { operations, reverse } from '../../src/index.ts';
import { suite } from '../support/suite.ts';
import { throwsCode } from '../support/throws.ts';

const { create } = operations.setStorageParameters;
const refused = (...args: Parameters<typeof create>) => throwsCode(() => create(...args), 'ARGUMENT_INVALID');

suite('ops/setStorageParameters', (test) => {
	test('both sides of the change tell the same parameters', () => {
		for (const [wanted, existing] of [
			[{ fillfactor: 70, autovacuum_enabled: true }, { fillfactor: 90 }],
			[{ fillfactor: 70 }, { fillfactor: 90, autovacuum_enabled: null }],
		] as const) {
			assert.is(
				refused('a', wanted, { existingParameters: existing }).message,
				'setStorageParameters: only one side of the change tells "autovacuum_enabled"',
			);
		}
	});

	test('refuses no parameter, and a value that no parameter has', () => {
		assert.match(refused('a', {}).message, 'parameters must be an object with at least one parameter');
		assert.match(refused('a', { fillfactor: Number.NaN }).message, 'parameters.fillfactor must be a string');
		assert.match(refused('a', { fillfactor: [] as never }).message, 'parameters.fillfactor must be a string');
		assert.match(refused('a', { fillfactor: undefined as never }).message, 'parameters.fillfactor must be a string');
		throwsCode(() => create('a', { '': 1 }), 'IDENTIFIER_INVALID');
	});

	test('does not follow what the author changes later', () => {
		const parameters: Record<string, number> = { fillfactor: 70 };
		const op = create('a', parameters);
		parameters['fillfactor'] = 90;
		assert.equal(op.parameters, { fillfactor: 70 });
	});

	test('is undone where the values before are told', () => {
		assert.ok('irreversible' in reverse(create('a', { fillfactor: 70 })));
		const undone = reverse(create('a', { fillfactor: 70 }, { existingParameters: { fillfactor: null } }));
		assert.equal('operations' in undone && undone.operations, [
			{
				kind: 'setStorageParameters',
				relation: { name: 'a' },
				type: 'table',
				parameters: { fillfactor: null },
				existingParameters: { fillfactor: 70 },
			},
		]);
	});
});
