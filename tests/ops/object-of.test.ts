import { keysOf } from '../../src/core/keys.ts';
import { objectOf } from '../../src/ops/object-of.ts';
import { record } from '../../src/record/record.ts';
import { golden } from '../support/golden.ts';
import { suite } from '../support/suite.ts';
import { examples } from './examples/index.ts';

suite('ops/object-of', (test) => {
	test('names what each operation acts on', async () => {
		const lines = new Set<string>();
		for (const kind of keysOf(examples)) {
			for (const body of Object.values(examples[kind].cases)) {
				for (const op of await record(body)) lines.add(`${op.kind}: ${objectOf(op) ?? '-'}`);
			}
		}
		golden('ops/objects.txt', `${[...lines].join('\n')}\n`);
	});
});
